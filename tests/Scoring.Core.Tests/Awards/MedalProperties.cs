using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Awards;
using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Awards;

public sealed class MedalProperties
{
    private static readonly string[] Names = ["金牌", "银牌", "铜牌", "优胜奖"];

    private static void Holds(Func<decimal[], AwardList, bool> property) =>
        Check.One(Cases.Config(1000), Prop.ForAll(
            (from count in Gen.Choose(0, 12) from halves in Gen.Choose(140, 180).ArrayOf(count) select halves).ToArbitrary(),
            halves =>
            {
                var totals = halves.Select(h => h / 2m).ToArray();
                return property(totals, MedalAllocation.Allocate(new MedalScheme(ExcellenceBase: 75m), Field.Totals(totals), totals.Length));
            }));

    private static int Place(AwardRow row) => row.Tier is null ? 4 : Array.IndexOf(Names, row.Tier);

    [Fact]
    public void A_higher_total_never_gets_a_lower_medal_and_equals_get_the_same() => Holds((totals, awards) =>
        awards.Rows.Zip(awards.Rows.Skip(1)).All(pair =>
            pair.First.Rank == pair.Second.Rank ? Place(pair.First) == Place(pair.Second) : Place(pair.First) <= Place(pair.Second)));

    [Fact]
    public void Someone_is_the_best_and_gets_gold() => Holds((totals, awards) => totals.Length == 0 || awards.Rows[0].Tier == "金牌");

    [Fact]
    public void No_medal_spans_more_than_the_window() => Holds((totals, awards) => Names.Take(3).All(name =>
    {
        var holders = awards.Rows.Where(row => row.Tier == name).Select(row => totals[int.Parse(row.Entrant.Value[1..]) - 1]).ToList();
        return holders.Count == 0 || holders.Max() - holders.Min() <= 2m;
    }));

    [Fact]
    public void Places_used_up_leave_medals_out() => Holds((totals, awards) =>
    {
        var given = awards.Tiers.Select(t => t.Given).ToList();
        return (given[0] < 2 || given[1] == 0) && (given[0] + given[1] < 3 || given[2] == 0);
    });
}
