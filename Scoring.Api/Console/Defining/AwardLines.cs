using System.Globalization;
using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining;

/// <summary>A line of the settings form as people write it on paper, and back; null where it cannot be read.</summary>
public static class AwardLines
{
    private const string Fewer = "少于", People = "人", NoAward = "不设奖", Reached = "分以上", AtMost = "至多";

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

    /// <summary>一等奖=1, 一等奖=10%, 合格=60分以上, 优秀=实操85分以上至多3 (R-K12).</summary>
    public static AwardTier? Tier(string line, Trade trade) =>
        line.Split(Names, 2) is [var name, var places] ? Tier(name, places, trade) : null;

    public static string Line(AwardTier tier, Trade trade) => $"{tier.Name}={Places(tier, trade)}";

    /// <summary>少于 5 人：一等奖 1、二等奖 1; without tiers 不设奖.</summary>
    public static FewEntrantsRow? Few(string line, Trade trade)
    {
        if (line.Split(Colon, 2) is not [var when, var rest] || Between(Narrow(when), Fewer, People) is not { } count)
        {
            return null;
        }

        var tiers = rest.Trim() is NoAward or "" ? [] : Parts(rest).Select(part => SpacedTier(part, trade)).ToList();
        return tiers.Contains(null) ? null : new FewEntrantsRow(count, [.. tiers.OfType<AwardTier>()]);
    }

    public static string Line(FewEntrantsRow row, Trade trade)
    {
        var tiers = row.Tiers.Select(t => $"{t.Name} {Places(t, trade)}");
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

    public static string Plain(decimal? value) => value?.Plain() ?? "";

    public static decimal? Number(string? text) =>
        decimal.TryParse(Narrow(text), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Places(AwardTier tier, Trade trade)
    {
        var most = Amount(tier.Quota, tier.Percent);
        if (tier.From is not { } from)
        {
            return most;
        }

        var part = from.Component is { } id ? trade.Components.FirstOrDefault(c => c.Id == id)?.Name ?? id.Value : "";
        return $"{part}{Plain(from.Mark)}{Reached}{(most.Length == 0 ? "" : AtMost + most)}";
    }

    // 一等奖 1: the places are what follows the last space.
    private static AwardTier? SpacedTier(string text, Trade trade) =>
        Narrow(text) is var typed && typed.LastIndexOf(' ') is > 0 and var at ? Tier(typed[..at], typed[(at + 1)..], trade) : null;

    private static AwardTier? Tier(string name, string places, Trade trade)
    {
        if (name.Trim().Length is 0 or > 40)
        {
            return null;
        }

        if (places.Split(Reached, 2) is [var mark, var rest])
        {
            var most = Narrow(rest).TrimStart(' ', ',');
            var plain = most.Length == 0 ? new AwardTier(name.Trim())
                : most.StartsWith(AtMost, StringComparison.Ordinal) ? Counted(name, most[AtMost.Length..]) : null;
            return Standard(Narrow(mark), trade) is { } from ? plain is null ? null : plain with { From = from } : null;
        }

        return Counted(name, places);
    }

    private static AwardTier? Counted(string name, string amount) => Amount(amount) is not { } read ? null
        : read.Percent ? new AwardTier(name.Trim(), null, read.Figure)
        : read.Figure <= 9_999 ? new AwardTier(name.Trim(), (int)read.Figure) : null;

    // 实操85: a component by its name, nothing for the total, and the mark.
    private static AwardStandard? Standard(string text, Trade trade)
    {
        var at = text.Length - text.Reverse().TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        var part = text[..at].Trim();
        return Number(text[at..]) is not { } mark ? null
            : part is "" or "总分" ? new AwardStandard(mark)
            : trade.Components.FirstOrDefault(c => c.Name == part) is { } component ? new AwardStandard(mark, component.Id) : null;
    }

    private static int? Between(string text, string before, string after) =>
        text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal)
            && text.Length > before.Length + after.Length
            ? Whole(text[before.Length..^after.Length].Trim(), 99_999) : null;

    private static int? Whole(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most ? value : null;

    private static string Narrow(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
}
