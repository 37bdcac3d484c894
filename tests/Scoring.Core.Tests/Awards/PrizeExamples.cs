// Worked examples of docs/rules-awards.md: who goes on, limits, groups and payouts (R-K11, R-K12, R-K15).
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

internal static class PrizeExamples
{
    private static readonly (string Code, string Firm, string Group)[] People =
        [("A01", "甲厂", "职工组"), ("A02", "甲厂", "学生组"), ("A03", "乙厂", "职工组"), ("A04", "丙厂", "职工组"), ("A05", "甲厂", "学生组"), ("A06", "丁厂",
            "学生组")];

    private static readonly Core.Ranking.Standings Six = Of(
        new("A01", 95m), new("A02", 94m), new("A03", 93m, Theory: 55m), new("A04", 92m), new("A05", 91m), new("A06", 90m));

    private static readonly AwardScheme Three = new([new("一等奖", 1, Amount: 3000m), new("二等奖", 1, Amount: 1500m), new("三等奖", 2)],
        Gate: new AwardGate(0m));

    public static string GoingOn()
    {
        AdvanceRule rule = new("省赛", Top: 2, PassMarks: true, Limits: [new(1, LimitPer.Organization)], Reserves: 1);
        var trade = Trade(Scheme() with { Gate = new AwardGate(60m) }) with { Advance = rule };
        return Of(AdvanceList.Of(trade, Six, 6, Whose)!)
            + $"\n\nA01 放弃以后：\n\n{Of(AdvanceList.Of(trade, Six, 6, Whose, new Dictionary<EntrantId, string> { [new("A01")] = "外出培训" })!)}";

        static string Of(AdvanceList list) => string.Join('\n', (string[])
        [
            $"- {list.Words}：{string.Join('、', list.Entrants)}", .. list.PassedOver.Select(o => $"- 第 {o.Rank} 名 {o.Entrant} {o.Words}"),
            $"- 递补：{string.Join('、', list.Reserves)}",
        ]);
    }

    public static string Limits() => Table(Three with { Tiers = [new("一等奖", 2), new("二等奖", 1), new("三等奖", 2)], Limits = [new(1,
        LimitPer.Organization, Tier: "一等奖"), new(2,
        LimitPer.Organization)] });

    public static string Groups() => Table(Three with { Tiers = [new("一等奖", 1), new("二等奖", 1)], CountBy = "组别" });

    public static string Payout()
    {
        var awards = AwardAllocation.Allocate(Trade(Three), Six, 6, NoDecisions, Whose);
        var trade = Trade(Three) with { Honours = [new("技术能手", 1, 2, Amount: 1000m)] };
        var paid = Payouts.Of(trade, awards, [(new EntrantId("A02"), "技术能手")]);
        return string.Join('\n', paid.Select(p => $"- {p.Entrant}：{p.For} {p.Amount:0.00} 元")) + $"\n- 合计 {paid.Sum(p => p.Amount):0.00} 元";
    }

    private static string Table(AwardScheme scheme) => string.Join('\n', (string[])
    [
        "| 名次 | 代号 | 单位 | 组别 | 奖项 | 依据 |", "|---|---|---|---|---|---|",
        .. AwardAllocation.Allocate(Trade(scheme), Six, 6, NoDecisions, Whose).Rows.Select(r => People.First(p =>
            p.Code == r.Entrant.Value) is var p
            ? $"| {r.Rank} | {p.Code} | {p.Firm} | {p.Group} | {r.Tier ?? "—"} | {r.Words} |" : ""),
    ]);

    private static Belonging Whose(EntrantId id) =>
        People.First(p => p.Code == id.Value) is var p ? new(p.Firm, p.Code, _ => p.Group) : Belonging.None(id);
}
