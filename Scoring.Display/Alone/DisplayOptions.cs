namespace Scoring.Display.Alone;

/// <summary>How a display runs on its own.</summary>
/// <param name="Upstream">Address of the Api.</param>
/// <param name="Key">Read-only key from its console, 大屏控制.</param>
/// <param name="Url">Where this program listens.</param>
/// <param name="Data">Where it keeps the last public state.</param>
public sealed record DisplayOptions(Uri Upstream, string Key, string Url, string Data)
{
    public const string Usage = """
        用法：dotnet Scoring.Display.dll --upstream http://主机:5080 --key 钥匙 [--url http://0.0.0.0:5081] [--data display-data]
        钥匙在控制台“大屏控制”里生成，也可以放在环境变量 SCORING_KEY 里。
        """;

    /// <returns>Null: something is missing or not understood.</returns>
    public static DisplayOptions? From(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["--upstream"] = Environment.GetEnvironmentVariable("SCORING_UPSTREAM") ?? "", ["--key"] = Environment.GetEnvironmentVariable("SCORING_KEY") ?? "",
            ["--url"] = Environment.GetEnvironmentVariable("SCORING_URL") ?? "http://0.0.0.0:5081",
            ["--data"] = Environment.GetEnvironmentVariable("SCORING_DATA") ?? "display-data",
        };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (!given.ContainsKey(arguments[i]) || i + 1 == arguments.Count)
            {
                return null;
            }

            given[arguments[i]] = arguments[i + 1];
        }

        return given["--key"].Length > 0 && Uri.TryCreate(given["--upstream"], UriKind.Absolute, out var upstream) && upstream.Scheme is "http" or "https"
            ? new DisplayOptions(upstream, given["--key"], given["--url"], Path.GetFullPath(given["--data"]))
            : null;
    }
}
