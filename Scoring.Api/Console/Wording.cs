// Words of the console for the rules' values. One place, so that another language can stand beside it.
using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Console;

public static class Wording
{
    public static string Chinese(this Phase phase) => PhaseWords.Of(phase);

    /// <summary>Colour of a phase's chip.</summary>
    public static string Chip(this Phase phase) => phase switch
    {
        Phase.Setup or Phase.Drawn => "",
        Phase.Scoring or Phase.Publicity => "pr",
        _ => "ok",
    };

    public static string Chinese(this EntrantStatus status) => StatusWords.Of(status);

    public static string Chinese(this ViolationOutcome outcome) => outcome switch
    {
        ViolationOutcome.Warning => "警告",
        ViolationOutcome.Deduction => "扣分",
        ViolationOutcome.ModuleToZero => "模块记零分",
        ViolationOutcome.Disqualified => "取消资格",
        _ => outcome.ToString(),
    };

    public static string Chinese(this Visibility visibility) => visibility switch
    {
        Visibility.Hidden => "不显示",
        Visibility.Codes => "代号和名次",
        Visibility.Frozen => "冻结在此刻",
        Visibility.Named => "姓名和名次",
        _ => visibility.ToString(),
    };

    public static string Chinese(this BoundaryPolicy policy) => policy switch
    {
        BoundaryPolicy.Expand => "扩额，下一等名额不变",
        BoundaryPolicy.ExpandFromNext => "扩额，从下一等里扣",
        _ => "由组委会议定",
    };

    public static string Chinese(this RoundingMode mode) => mode switch
    {
        RoundingMode.HalfUp => "四舍五入",
        RoundingMode.HalfEven => "四舍六入五成双",
        RoundingMode.Truncate => "去尾",
    };

    /// <summary>4月23日 11:52.</summary>
    public static string Moment(this DateTimeOffset local) => local.ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    public static string Day(this DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Of an aspect, a sheet or a module: two decimals; components and totals have those of their trade (R-K2). A blank is a dash, never a zero.</summary>
    public static string Mark(this decimal? mark, int decimals = 2) => Words.MarkOrDash(mark, decimals);

    public static string Mark(this decimal mark, int decimals = 2) => Words.Mark(mark, decimals);

    /// <summary>h:mm:ss.</summary>
    public static string Clock(decimal? seconds) => seconds is { } s ? Words.Time(s) : "—";

    /// <summary>How long ago, in the largest unit that says something.</summary>
    public static string Ago(TimeSpan passed) => passed switch
    {
        { TotalSeconds: < 60 } => $"{(int)passed.TotalSeconds} 秒",
        { TotalMinutes: < 60 } => $"{(int)passed.TotalMinutes} 分钟",
        { TotalHours: < 24 } => $"{(int)passed.TotalHours} 小时 {passed.Minutes} 分",
        _ => $"{(int)passed.TotalDays} 天",
    };

    /// <summary>韩*升: first and last character stay (two characters: the first only).</summary>
    public static string MaskedId(string? id) => id is { Length: > 8 } ? id[..4] + new string('*', id.Length - 8) + id[^4..] : id is null ? "" : "****";
}
