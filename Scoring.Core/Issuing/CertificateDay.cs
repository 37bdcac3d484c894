using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Core.Issuing;

/// <summary>The date printed on a certificate (R-H1): from a month before the contest to two years after it. What is signed cannot be called back.</summary>
internal static class CertificateDay
{
    private const int DaysBefore = 31, DaysAfter = 731;

    public static Decision.Refuse? Fault(CompetitionState state, DateOnly date)
    {
        var day = state.Competition?.Date ?? (state.At is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : date);
        return date < day.AddDays(-DaysBefore) || date > (state.Competition?.Ends ?? day).AddDays(DaysAfter)
            ? new(Refusal.AbsurdDate, $"证书日期 {date:yyyy年M月d日} 离比赛日期（{day:yyyy年M月d日}）太远，没有签发。请核对电脑的日期和要印的日期；比赛日期错了，请先在竞赛设置中改正")
            : null;
    }
}
