// Single values: text, numbers, dates, words out of a list.
using Scoring.Core.Checking;
using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

internal static partial class ScalarReader
{
    /// <summary>Figures outside are refused, so that no sum, product or slope of them can overflow.</summary>
    public const decimal Largest = 1_000_000_000m;

    private const int MostDecimals = 6;
    private const int LongestText = 100_000;

    private static readonly FrozenSet<Type> TextIds = typeof(ITextId<>).Assembly.GetTypes()
        .Where(t => t.IsValueType && Array.Exists(t.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITextId<>)))
        .ToFrozenSet();

    public static bool Reads(Type type) =>
        type == typeof(string) || type == typeof(decimal) || type == typeof(int) || type == typeof(bool) || type == typeof(DateOnly)
        || type == typeof(TimeOnly) || type == typeof(DateTimeOffset) || type.IsEnum || IsTextId(type);

    public static object Read(Type type, JsonElement json, string path, Findings findings)
    {
        var value = type == typeof(decimal) ? Number(json) : type == typeof(int) ? Whole(json) : type == typeof(bool) ? YesNo(json) : Text(type, json);
        if (value is not null)
        {
            return value;
        }

        var allowed = Expected(type);
        if (type.IsEnum && json.ValueKind == JsonValueKind.String)
        {
            allowed = $"{allowed}{Nearest.Hint(json.GetString()!, WordsOf(type))}";
        }

        findings.Unreadable(path, RecordReader.Show(json), allowed);
        return StandIn(type);
    }

    /// <summary>A mark: a number, or the same as text, as a tablet sends it.</summary>
    public static decimal? Figure(JsonElement json, string path, Findings findings)
    {
        if (Number(json) is { } number)
        {
            return number;
        }

        if (json.ValueKind == JsonValueKind.String && PlainNumber().IsMatch(json.GetString()!)
            && decimal.TryParse(json.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed)
            && Fits(typed))
        {
            return typed;
        }

        findings.Unreadable(path, RecordReader.Show(json), $"应为数字（没打分就不要写这一项），答案类评分点为文字列表 [ … ]");
        return null;
    }

    public static object Key(Type type, string name) => type == typeof(string) ? name : Activator.CreateInstance(type, name)!;

    public static Saying Expected(Type type) => type switch
    {
        _ when type == typeof(decimal) => $"应为数字，最多 {MostDecimals} 位小数，绝对值不超过 {Largest:0}",
        _ when type == typeof(int) => $"应为整数",
        _ when type == typeof(bool) => $"应为 true 或 false",
        _ when type == typeof(DateOnly) => $"应为日期，如 \"2026-04-23\"",
        _ when type == typeof(TimeOnly) => $"应为时刻，如 \"09:00\"",
        _ when type == typeof(DateTimeOffset) => $"应为带时区的时间，如 \"2026-04-23T09:00:00+08:00\"",
        { IsEnum: true } => $"应为 {Nearest.List(WordsOf(type))}",
        _ => $"应为文字",
    };

    public static object StandIn(Type type) => type == typeof(string) ? "" : IsTextId(type) ? Key(type, "") : Activator.CreateInstance(type)!;

    /// <summary>Null: none, or outside of what is taken.</summary>
    public static decimal? Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && JsonMarshal.GetRawUtf8Value(json).Length <= 60
        && json.TryGetDecimal(out var number) && Fits(number) ? number : null;

    private static bool Fits(decimal number) => Math.Abs(number) <= Largest && decimal.Round(number, MostDecimals) == number;

    private static object? Whole(JsonElement json) => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var whole) ? whole : null;

    private static object? YesNo(JsonElement json) =>
        json.ValueKind is JsonValueKind.True ? true : json.ValueKind is JsonValueKind.False ? false : null;

    private static object? Text(Type type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not { Length: <= LongestText } text)
        {
            return null;
        }

        if (type == typeof(string))
        {
            return text;
        }

        var culture = CultureInfo.InvariantCulture;
        return type switch
        {
            { IsEnum: true } => WordsOf(type).IndexOf(text) is >= 0 and var index ? Enum.GetValues(type).GetValue(index) : null,
            _ when type == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", culture, DateTimeStyles.None, out var date) ? date : null,
            _ when type == typeof(TimeOnly) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], culture, DateTimeStyles.None, out var time) ? time : null,
            _ when type == typeof(DateTimeOffset) => json.TryGetDateTimeOffset(out var at) && Zoned().IsMatch(text) ? at : null,
            _ => Key(type, text),
        };
    }

    private static bool IsTextId(Type type) => TextIds.Contains(type);

    private static List<string> WordsOf(Type type) => [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)];

    [GeneratedRegex(@"^-?[0-9]{1,20}(\.[0-9]{1,20})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Zoned();
}
