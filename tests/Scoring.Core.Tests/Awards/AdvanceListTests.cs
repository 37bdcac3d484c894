using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-C3: top n or a percentage; ties at the last place all enter.</summary>
public sealed class AdvanceListTests
{
    private static AdvanceList? Advance(AdvanceRule? rule, params decimal[] totals)
    {
        var standings = Totals(totals);
        return AdvanceList.Of(Trade(Scheme()) with { Advance = rule }, standings, Started(standings));
    }

    [Fact]
    public void The_first_n_go_on()
    {
        var list = Advance(new AdvanceRule("市级决赛", Top: 3), 90, 89, 88, 87)!;

        Assert.Equal(Ids("E1", "E2", "E3"), list.Entrants);
        Assert.Equal("取前 3 名进入市级决赛，共 3 人", list.Words.ToString());
        Assert.Equal("市级决赛", list.To);
    }

    [Fact]
    public void Equals_at_the_last_place_all_enter()
    {
        var list = Advance(new AdvanceRule("市级决赛", Top: 3), 90, 89, 88, 88, 88, 87)!;

        Assert.Equal(Ids("E1", "E2", "E3", "E4", "E5"), list.Entrants);
        Assert.Equal(3, list.Places);
        Assert.Equal("取前 3 名进入市级决赛；第 3 名 3 人并列，全部进入，共 5 人", list.Words.ToString());
    }

    [Fact]
    public void Equals_before_the_last_place_take_places() => Assert.Equal(Ids("E1", "E2"), Advance(new AdvanceRule("复赛", Top: 2), 90, 90, 80)!.Entrants);

    [Fact]
    public void With_fewer_ranked_than_places_all_go_on() => Assert.Equal("取前 5 名进入复赛，共 2 人", Advance(new AdvanceRule("复赛", Top: 5), 90, 80)!.Words.ToString());

    [Theory]
    [InlineData(QuotaRounding.HalfUp, 3)] // 2.5
    [InlineData(QuotaRounding.Floor, 2)]
    [InlineData(QuotaRounding.Ceiling, 3)]
    public void A_percentage_is_of_those_who_started_rounded_as_the_quotas(QuotaRounding rounding, int expected)
    {
        var standings = Of(
            [.. Enumerable.Range(1, 4).Select(i => new Contestant($"E{i}", 90m - i)),
             new Contestant("DQ", null, Status: EntrantStatus.Disqualified), new Contestant("ABS", null, Status: EntrantStatus.Absent)]);

        var list = AdvanceList.Of(Trade(new AwardScheme([], Rounding: rounding)) with { Advance = new AdvanceRule("复赛", Percent: 50m) }, standings, Started(standings));

        Assert.Equal(expected, list!.Entrants.Count);
    }

    [Fact]
    public void Nobody_goes_on_from_an_empty_field_or_a_share_of_nothing()
    {
        Assert.Empty(Advance(new AdvanceRule("复赛", Top: 3))!.Entrants);
        Assert.Empty(Advance(new AdvanceRule("复赛", Percent: 10m), 90, 80)!.Entrants);
    }

    [Fact]
    public void Without_a_rule_there_is_no_list() => Assert.Null(Advance(null, 90));
}
