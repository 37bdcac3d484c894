// Six invented entrants of three organizations, to show what prizes and going on come to.
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.People;

namespace Scoring.Api.Console.Defining.Rules;

internal static class PrizeTrial
{
    private static readonly TradeId Id = new("trial");

    private static readonly Module Marked = new(new("P"), "成绩", 100m, MarkingMethod.Clerk, [], SpreadLimit: null);

    // Two works of one author among them, and an organization with three.
    private static readonly (string Firm, string Name, decimal Mark)[] People =
        [("甲厂", "张一", 95m), ("甲厂", "王二", 92m), ("甲厂", "张一", 90m), ("乙厂", "李三", 88m), ("乙厂", "赵四", 85m), ("丙厂", "周五", 55m)];

    private static readonly string[] Groups = ["第一组", "第二组"];

    /// <summary>What everybody looks at first.</summary>
    public static string Who { get; } =
        $"设有 {People.Length} 个作品或选手：{string.Join('、', People.Select(p => $"{p.Firm}{p.Name} {p.Mark:0}"))}";

    /// <summary>The trade with these awards and this advance rule, marked by one figure.</summary>
    public static Trade Of(Trade like, AwardScheme awards, AdvanceRule? advance = null) => new(
        Id, like.Name, "SS", [new Component(new("c"), "成绩", ComponentKind.Practical, 100m, [Marked], 60m)],
        awards with { Few = null, Singles = null }, Advance: advance);

    /// <summary>The same tiers with few places, so that six people show what happens.</summary>
    public static AwardScheme Small(AwardScheme awards) => awards with
    {
        Gate = new AwardGate(0),
        Tiers = [.. (awards.Tiers.Count == 0 ? [new AwardTier("一等奖", 1), new("二等奖", 2), new("三等奖", 3)]
            : awards.Tiers.Take(6)).Select((t, i) => new AwardTier(t.Name, awards.Tiers.Count > 3 ? 1 : i + 1, Amount: t.Amount))],
    };

    public static ComputedTrade Compute(Trade trade, IReadOnlyCollection<string> tags)
    {
        IReadOnlyDictionary<string, string>? Tags(int i) =>
            tags.Count == 0 ? null
                : tags.ToDictionary(kind => kind, kind => kind == trade.Awards.CountBy ? Groups[i % 2] : $"{People[i].Firm[..1]}{kind}");
        var file = new CompetitionFile(
            CompetitionFile.CurrentFormat, new Competition(new("trial"), "试算"), [trade],
            [.. People.Select(p => p.Firm).Distinct().Select(f => new Organization(new(f), f))],
            [.. People.Select((p, i) => new FileEntrant(Trial.Entrant(i).Entrant, p.Name, new(p.Firm), Id, Tags: Tags(i)))], [],
            [.. People.Select((p, i) => Trial.Entrant(i, Trial.Figure(Marked, p.Mark)))]);
        return Computation.Of(file).Trades[0];
    }

    public static string NameOf(ComputedTrade trade, EntrantId id) =>
        trade.Entrants.First(e => e.Entrant == id) is var e ? $"{e.Organization}{e.Name}" : "";
}
