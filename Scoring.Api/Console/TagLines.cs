namespace Scoring.Api.Console;

/// <summary>Tags as typed (R-K15), one a line: 产业链=绿色食品.</summary>
public static class TagLines
{
    private const int Longest = 50;

    public static string Write(IReadOnlyDictionary<string, string>? tags) =>
        tags is null ? "" : string.Join('\n', tags.Select(t => $"{t.Key}={t.Value}"));

    /// <returns>Null: none; or what cannot be read, in words.</returns>
    public static (IReadOnlyDictionary<string, string>? Tags, string? Fault) Read(string? text)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(['=', '＝', '：', ':'], 2, StringSplitOptions.TrimEntries)
                is not [{ Length: > 0 and <= 20 } kind, { Length: > 0 and <= Longest } value])
            {
                return (null, $"标签“{line}”看不懂：请每行写 种类=内容，例如 产业链=绿色食品");
            }

            if (!tags.TryAdd(kind, value))
            {
                return (null, $"标签“{kind}”写了两遍");
            }
        }

        return (tags.Count == 0 ? null : tags, null);
    }
}
