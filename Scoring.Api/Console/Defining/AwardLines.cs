using System.Globalization;
using System.Text;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <summary>A line of the settings form as people write it on paper, and back; null where it cannot be read.</summary>
internal static class AwardLines
{
    private const string Fewer = "少于", People = "人", NoAward = "不设奖";

    private static readonly char[] Names = ['=', '＝'], Colon = [':', '：', '=', '＝'], To = ['-', '—', '–', '－', '至', '到'];

    /// <summary>3, or 20%.</summary>
    public static (decimal Figure, bool Percent)? Amount(string? text)
    {
        var typed = Narrow(text);
        return typed.EndsWith('%')
            ? Number(typed[..^1]) is { } share and < 1000 ? (share, true) : null
            : Whole(typed, 99_999) is { } count ? (count, false) : null;
    }

    public static string Amount(decimal? count, decimal? percent) => percent is { } share ? $"{Plain(share)}%" : Plain(count);

    /// <summary>一等奖=1, 一等奖=10%.</summary>
    public static AwardTier? Tier(string line) => line.Split(Names, 2) is [var name, var amount] ? Tier(name, amount) : null;

    public static string Line(AwardTier tier) => $"{tier.Name}={Amount(tier.Quota, tier.Percent)}";

    /// <summary>少于 5 人：一等奖 1、二等奖 1; without tiers 不设奖.</summary>
    public static FewEntrantsRow? Few(string line)
    {
        if (line.Split(Colon, 2) is not [var when, var rest] || Between(Narrow(when), Fewer, People) is not { } count)
        {
            return null;
        }

        var tiers = rest.Trim() is NoAward or "" ? [] : Parts(rest).Select(SpacedTier).ToList();
        return tiers.Contains(null) ? null : new FewEntrantsRow(count, [.. tiers.OfType<AwardTier>()]);
    }

    public static string Line(FewEntrantsRow row)
    {
        var tiers = row.Tiers.Select(t => $"{t.Name} {Amount(t.Quota, t.Percent)}");
        return $"{Fewer} {row.FewerThan} {People}：{(row.Tiers.Count == 0 ? NoAward : string.Join('、', tiers))}";
    }

    /// <summary>技术能手=1-3, 技术能手=1.</summary>
    public static (string Title, int From, int To)? Honour(string line)
    {
        if (line.Split(Names, 2) is not [var title, var ranks] || title.Trim().Length is 0 or > 60)
        {
            return null;
        }

        var ends = ranks.Split(To, StringSplitOptions.TrimEntries).Select(r => Whole(Narrow(r), 9_999)).ToList();
        return ends switch
        {
            [{ } only] => (title.Trim(), only, only),
            [{ } from, { } to] => (title.Trim(), from, to),
            _ => null,
        };
    }

    public static List<string> Parts(string? text) =>
        [.. (text ?? "").Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string Plain(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    public static decimal? Number(string? text) =>
        decimal.TryParse(Narrow(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    // 一等奖 1: the amount is what follows the last space.
    private static AwardTier? SpacedTier(string text) =>
        Narrow(text) is var typed && typed.LastIndexOf(' ') is > 0 and var at ? Tier(typed[..at], typed[(at + 1)..]) : null;

    private static AwardTier? Tier(string name, string amount) => Amount(amount) is not { } read || name.Trim().Length is 0 or > 40 ? null
        : read.Percent ? new AwardTier(name.Trim(), null, read.Figure)
        : read.Figure <= 9_999 ? new AwardTier(name.Trim(), (int)read.Figure) : null;

    private static int? Between(string text, string before, string after) =>
        text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal)
            && text.Length > before.Length + after.Length
            ? Whole(text[before.Length..^after.Length].Trim(), 99_999) : null;

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;

    private static string Narrow(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
}
