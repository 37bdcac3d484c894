using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>网上练兵 as it was held: 180,000 answered, 4,000 went on with at most three of a firm, 1,000-odd certificates
/// (examples/contests/c20 is a hundredth
/// of it). Marks come from a fixed seed; who goes on is held against a count by hand.</summary>
public sealed class OnlinePracticeTests
{
    private const int People = 180_000, Firms = 2_000, Places = 4_000, Each = 3;

    private static readonly TradeId Trade = new("wl");

    [Fact]
    public void A_hundred_and_eighty_thousand_are_ranked_and_four_thousand_go_on()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCORING_TEST_ALL") is "1",
            "two gigabytes and half a minute: deploy/test --all");
        var marks = Marks();
        var trade = Computation.Fold(File(marks)).Trade(Trade)!; // it is the file's only one

        var list = trade.Advance()!; // its rule is in the file
        Assert.Equal(ByHand(marks), list.Entrants.Select(e => int.Parse(e.Value[1..],
            System.Globalization.CultureInfo.InvariantCulture)).ToHashSet());
        Assert.InRange(list.Entrants.Count, Places, Places + (People / 6_000 * 4)); // equals at the last place all go on
        Assert.Equal(marks.Count(m => m >= 99.6m), trade.Awards().Tiers.Single().Given);
        Assert.InRange(trade.Awards().Tiers.Single().Given, 1_000, 1_999);
    }

    // 40.00 to 100.00, each as likely: Knuth's multiplicative generator, so that the figures are the same everywhere.
    private static List<decimal> Marks()
    {
        var (marks, seed) = (new List<decimal>(People), 20_260_501u);
        for (var i = 0; i < People; i++)
        {
            seed = unchecked((seed * 1_664_525u) + 1_013_904_223u);
            marks.Add(40m + ((seed >> 8) % 6_001 / 100m));
        }

        return marks;
    }

    private static HashSet<int> ByHand(List<decimal> marks)
    {
        var (going, had) = (new HashSet<int>(), new int[Firms]);
        foreach (var equals in marks.Select((mark, i) => (mark, i)).GroupBy(m => m.mark).OrderByDescending(g => g.Key))
        {
            if (going.Count >= Places || equals.Key < 60)
            {
                break;
            }

            var within = equals.Where(m => had[m.i % Firms] < Each).Select(m => m.i).ToList();
            going.UnionWith(within);
            within.ForEach(i => had[i % Firms]++);
        }

        return going;
    }

    private static CompetitionFile File(List<decimal> marks)
    {
        var module = new Module(new("LL"), "线上答题", 100m, MarkingMethod.Clerk, [], SpreadLimit: null);
        var trade = new Trade(
            Trade, "网上答题", "WL", [new Component(new("ll"), "线上答题", ComponentKind.Theory, 100m, [module])],
            new AwardScheme([new("线上认证", From: new(99.6m))]), CodeLayers: 0,
            Advance: new("焦作市职工技能运动会决赛", Places, PassMarks: true, Limits: [new(Each, LimitPer.Organization)]));
        return new CompetitionFile(
            CompetitionFile.CurrentFormat, new Competition(new("online"), "网上练兵"), [trade],
            [.. Enumerable.Range(0, Firms).Select(f => new Organization(new($"u{f}"), $"第{f}单位"))],
            [.. marks.Select((_, i) => new FileEntrant(new($"e{i}"), $"职工{i}", new($"u{i % Firms}"), Trade))], [],
            [.. marks.Select((mark, i) => new EntrantMarks(new($"e{i}"), [new ModuleMarks(module.Id, Figures: [new("L1", mark)])]))]);
    }
}
