using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-G4: an own approximation, always labelled unofficial.</summary>
public sealed class UnofficialScaleTests
{
    private static decimal[] Scale(params decimal[] totals) =>
        UnofficialScale.Of(Trade(Scheme()), Totals(totals)).Select(s => s.Value).ToArray();

    [Fact]
    public void The_median_is_700() => Assert.Equal([750m, 700m, 650m], Scale(80, 60, 30));

    [Fact]
    public void Of_an_even_number_the_median_lies_between_the_middle_two() => Assert.Equal([740m, 720m, 680m, 660m], Scale(70, 60, 40, 30));

    [Fact]
    public void Zero_is_600_and_the_full_mark_800() => Assert.Equal([800m, 700m, 600m], Scale(100, 50, 0));

    [Fact]
    public void When_everyone_has_the_full_mark_or_everyone_zero_everyone_is_700()
    {
        Assert.Equal([700m, 700m], Scale(100, 100));
        Assert.Equal([700m, 700m], Scale(0, 0));
    }

    [Fact]
    public void It_is_rounded_to_two_decimals_half_up() => Assert.Equal([766.67m, 700m, 685.71m], Scale(90, 70, 60));

    [Fact]
    public void In_raw_sum_mode_the_declared_total_is_the_full_mark() => Assert.Equal(
        [750m, 700m, 650m],
        UnofficialScale.Of(Trade(Scheme()) with { Scoring = ScoringMode.RawSum, RawTotal = 200m }, Totals(150, 100, 50)).Select(s => s.Value));

    [Fact]
    public void A_total_without_a_rank_is_left_out()
    {
        var rows = Totals(80, 60).Rows;

        Assert.Single(UnofficialScale.Of(Trade(Scheme()), new Core.Ranking.Standings([rows[0], rows[1] with { Rank = null }], [])));
    }

    [Fact]
    public void It_always_carries_its_label_and_leaves_out_the_unranked()
    {
        var scale = UnofficialScale.Of(Trade(Scheme()), Of(new Contestant("A", 80m), new Contestant("B", null, Status: EntrantStatus.Absent)));

        var only = Assert.Single(scale);
        Assert.Equal(new EntrantId("A"), only.Entrant);
        Assert.Equal("非官方换算", only.Label);
        Assert.Empty(UnofficialScale.Of(Trade(Scheme()), Totals()));
    }
}
