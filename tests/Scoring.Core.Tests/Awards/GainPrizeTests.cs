using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>A single prize by the gain of a metric (R-K12, R-M11): before it is mapped, the judges' mean, the better way, worked by
/// hand.</summary>
public sealed class GainPrizeTests
{
    private static readonly ModuleId _p = new("P");

    // A panel of judges reads a value and the base it is measured from.
    private static Contest Of(MetricDirection better, int judges, params (int Entrant, int Judge, string Value, string From)[] read)
    {
        IReadOnlyList<MetricPoint> line = better == MetricDirection.Higher ? [new(-100m, 0m), new(100m, 100m)]
            : [new(-100m, 100m), new(100m, 0m)];
        var metric = new MetricAspect(new("a"), "用电", 100m, "度", line, Base: new(MetricTake.Difference));
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, metric) with { Panel = new(Smallest: 1) }), 4,
            judges);
        foreach (var (entrant, judge, value, from) in read)
        {
            contest.Apply(new SheetSubmitted(
                Contest.E(entrant), _p, Contest.J(judge), new Dictionary<AspectId, Entry> { [new("a")] = Entry.Of([value, from]) }, 0));
        }

        return contest;
    }

    private static string Won(Contest contest, int count = 1) => string.Join("；", AwardAllocation.Allocate(
        contest.Trade.Definition with { Awards = new([], Singles: [new("进步奖", count, _p, new("a"), Gain: true)]) },
            contest.Trade.Standings(), 4,
        NoDecisions).Singles!.Single().Winners.Select(w =>
            $"{w.Entrant} {w.Words.ToString().Replace("评分点“用电”", "用电", StringComparison.Ordinal)}"));

    [Fact]
    public void More_is_better_where_the_line_rises_and_less_where_it_falls()
    {
        (int, int, string, string)[] read = [(1, 1, "540", "500"), (2, 1, "470", "500"), (3, 1, "500", "500")];

        Assert.Equal("E1 用电 +40 度，居第 1", Won(Of(MetricDirection.Higher, 1, read)));
        Assert.Equal("E2 用电 -30 度，居第 1", Won(Of(MetricDirection.Lower, 1, read)));
        Assert.Equal("E1 用电 +40 度，居第 1；E3 用电 0 度，居第 2", Won(Of(MetricDirection.Higher, 1, read), 2));
    }

    [Fact]
    public void Several_judges_have_their_mean_and_equals_share_the_place()
    {
        var contest = Of(MetricDirection.Higher, 2, (1, 1, "520", "500"), (1, 2, "510", "500"), (2, 1, "515", "500"), (2, 2, "515", "500"),
            (3, 1, "514", "500"), (3, 2, "514", "500"));

        Assert.Equal("E1 用电 +15 度，居第 1；E2 用电 +15 度，居第 1", Won(contest));
        Assert.Equal("E1 用电 +15 度，居第 1；E2 用电 +15 度，居第 1；E3 用电 +14 度，居第 3", Won(contest, 3));
    }

    [Fact]
    public void Sheets_that_the_panel_left_out_are_in_the_mean_of_a_gain_and_those_of_the_unranked_are_not_looked_at()
    {
        // Five judges: the panel leaves out the lowest and the highest; a gain is what all of them read.
        var read = Enumerable.Range(1, 5).Select(j => (1, j, $"{500 + (j * j)}", "500")).Concat(
            Enumerable.Range(1, 5).Select(j => (2, j, "590", "500"))).ToArray();
        var contest = Of(MetricDirection.Higher, 5, read).Status(2, EntrantStatus.Disqualified);

        Assert.Equal("E1 用电 +11 度，居第 1", Won(contest, 3)); // 55 ÷ 5
    }
}
