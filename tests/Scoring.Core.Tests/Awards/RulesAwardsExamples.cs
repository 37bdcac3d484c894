// The worked examples of docs/rules-awards.md, computed.
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Review;
using Scoring.Core.Teams;
using Scoring.Core.Tests.Teams;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

internal static class RulesAwardsExamples
{
    public static readonly IReadOnlyDictionary<string, Func<string>> All = new Dictionary<string, Func<string>>
    {
        ["percentages"] = Percentages,
        ["few-entrants"] = Few,
        ["gate-and-tie"] = GateAndTie,
        ["boundary-outcomes"] = Outcomes,
        ["boundary-decided"] = Decided,
        ["advance"] = Advance,
        ["going-on"] = PrizeExamples.GoingOn,
        ["prize-limits"] = PrizeExamples.Limits,
        ["groups"] = PrizeExamples.Groups,
        ["payout"] = PrizeExamples.Payout,
        ["review-sizes"] = ReviewSizes,
        ["review-draw"] = ReviewOf40,
        ["review-error"] = ReviewError,
        ["effect"] = Effect,
        ["honours"] = Honours,
        ["team-points"] = TeamPoints,
        ["team-shared"] = TeamShared,
        ["medals"] = Medals,
        ["unofficial-scale"] = Scale,
    };

    private static readonly AwardTier[] TenTwentyThirty = [new("一等奖", Percent: 10m), new("二等奖", Percent: 20m), new("三等奖", Percent: 30m)];

    private static readonly Core.Ranking.Standings Electricians = Of(
        new("A12", 94.98m, 94.00m, 95.40m), new("A03", 93.69m, 92.50m, 94.20m), new("A07", 93.05m, 90.00m, 94.35m),
        new("A18", 92.62m, 95.00m, 91.60m), new("A21", 92.62m, 95.00m, 91.60m), new("A09", 90.83m, 91.00m, 90.75m),
        new("A20", 89.43m, 91.25m, 88.65m), new("A02", 88.43m, 93.00m, 86.47m), new("A15", 85.89m, 59.50m, 97.20m),
        new("A05", 85.64m, 85.50m, 85.70m), new("A11", 84.87m, 82.00m, 86.10m));

    private static AwardScheme Quotas(BoundaryPolicy policy) => new([new("一等奖", 1), new("二等奖", 3), new("三等奖", 4)], policy, Gate: new AwardGate(60m));

    private static string Lines(params IEnumerable<string> lines) => string.Join("\n", lines);

    private static string Table(AwardList awards) => Lines([
        "| 名次 | 代号 | 总分 | 奖项 | 依据 |", "|---|---|---|---|---|",
        .. awards.Rows.Select(row => $"| {row.Rank} | {row.Entrant} | {Total(row.Entrant)} | {row.Tier ?? "—"} | {row.Words} |")]);

    private static string Total(EntrantId entrant) => $"{Electricians.Rows.Single(row => row.Result.Entrant == entrant).Result.Total:0.00}";

    private static string Numbers(AwardScheme scheme, int started)
    {
        var tiers = AwardAllocation.Allocate(Trade(scheme), Totals(), started, NoDecisions).Tiers;
        return tiers.Count == 0 ? "不设奖" : string.Join(" / ", tiers.Select(t => t.Quota));
    }

    private static string Percentages() => Lines([
        "| 参赛 | 四舍五入 half-up | 舍去 floor | 进一 ceiling |", "|---|---|---|---|",
        .. new[] { 4, 5, 24, 25 }.Select(started => $"| {started} | {string.Join(" | ", new[] { QuotaRounding.HalfUp, QuotaRounding.Floor, QuotaRounding.Ceiling }
            .Select(rounding => Numbers(new AwardScheme(TenTwentyThirty, Rounding: rounding), started)))} |")]);

    private static string Few()
    {
        var scheme = Scheme(new("一等奖", 1), new("二等奖", 3), new("三等奖", 6)) with
        {
            Few = [new(10, [new("一等奖", 1), new("二等奖", 2)]), new(5, [new("一等奖", 1)]), new(3, [])],
        };
        return Lines(["| 参赛 | 一 / 二 / 三 |", "|---|---|", .. new[] { 2, 3, 4, 5, 9, 10 }.Select(n => $"| {n} | {Numbers(scheme, n)} |")]);
    }

    private static string GateAndTie() => Table(Allot(Quotas(BoundaryPolicy.Expand), Electricians));

    private static string Decided() => Table(Allot(Quotas(BoundaryPolicy.Decide), Electricians, ("二等奖", ["A21"])));

    private static string Outcomes()
    {
        var tie = Allot(Quotas(BoundaryPolicy.Expand), Electricians).Boundaries.Single();
        return Lines([
            $"{tie.Tier}：{string.Join("、", tie.Tied)} 并列，剩 {tie.Places} 个名额", "",
            $"- (a) expand 扩额：{tie.Outcomes[BoundaryPolicy.Expand]}",
            $"- (b) expand from next 从下一等里扣：{tie.Outcomes[BoundaryPolicy.ExpandFromNext]}",
            $"- (c) decide 组委会议定：{tie.Outcomes[BoundaryPolicy.Decide]}"]);
    }

    private static string Advance()
    {
        var standings = Totals(90, 89, 88, 88, 87);
        return AdvanceList.Of(Trade(Scheme()) with { Advance = new AdvanceRule("市级决赛", Top: 3) }, standings, 5)!.Words.ToString();
    }

    private static Core.Ranking.Standings Ranked(int count) => Totals([.. Enumerable.Range(0, count).Select(i => 95m - i * 0.5m)]);

    private static string ReviewSizes() => Lines([
        "| 计名次 | 前 30% | 其余抽 15% | 共 |", "|---|---|---|---|",
        .. new[] { 1, 10, 22, 40 }.Select(n => (n, Plan: ReviewDraw.Draw(new TradeId("dg"), Ranked(n), "20260423")))
            .Select(x => $"| {x.n} | {x.Plan.Top.Count} | {x.Plan.Sample.Count} | {x.Plan.All().Count()} |")]);

    private static string ReviewOf40()
    {
        var plan = ReviewDraw.Draw(new TradeId("dg"), Ranked(40), "20260423");
        return $"种子 {plan.Seed}：前 {plan.Top.Count} 名全部；第 {plan.Top.Count + 1} 至 40 名中抽到 {string.Join("、", plan.Sample)}";
    }

    private static string ReviewError()
    {
        var plan = ReviewDraw.Draw(new TradeId("dg"), Ranked(40), "20260423");
        return ReviewProgress.Of(plan, Ranked(40), plan.All().ToDictionary(id => id, id => id != plan.Top[0])).Words.ToString();
    }

    private static string Effect()
    {
        static TradeOutcome With(decimal corrected)
        {
            var standings = Of(new("A12", 94.98m), new("A03", 93.69m), new("A07", corrected));
            var trade = Trade(Scheme(new("一等奖", 1), new("二等奖", 1), new("三等奖", 1)));
            return new TradeOutcome(trade, standings, AwardAllocation.Allocate(trade, standings, 3, NoDecisions));
        }

        var effect = AwardEffect.Between(With(93.05m), With(94.05m));
        return Lines([effect.Words.ToString(), "", .. effect.Entrants.Select(e => $"- {e.Entrant}：{e.Words}")]);
    }

    private static string Honours()
    {
        var trade = Trade(Scheme()) with
        {
            Honours = [new HonourRule("安阳市技术能手", 1, 1), new HonourRule("晋升{等级}", 1, 3, Promotion: true, Grades: ["中级工", "高级工", "技师", "高级技师"])],
        };
        var grades = new Dictionary<string, string?> { ["A12"] = "高级工", ["A03"] = null, ["A07"] = "高级技师" };
        var list = HonourProposals.Propose(trade, Of(new("A12", 94.98m), new("A03", 93.69m), new("A07", 93.05m)), id => grades[id.Value]);
        return Lines([
            .. list.Proposals.Select(p => $"- {p.Entrant} 拟授 {p.Title}：{p.Words}"),
            .. list.Withheld.Select(w => $"- {w.Entrant} 不提：{w.Words}")]);
    }

    private static readonly TeamRanking County = new("团体总分", TeamMethod.RankPoints, Points: [10, 9, 8, 7, 6, 5, 4, 4, 4, 4], FinisherPoints: 1m);

    private static string TeamTableOf(TeamStandings standings) => Lines([
        "| 名次 | 单位 | 得分 | 总分 | 依据 |", "|---|---|---|---|---|",
        .. standings.Rows.Select(row =>
            $"| {row.Rank?.ToString() ?? "—"} | {row.Organization} | {string.Join(" + ", row.Shares.Select(s => $"{s.Points:0.##}"))} | {row.Total:0.00} | {row.Words} |")]);

    private static string TeamPoints() => TeamTableOf(TeamField.Rank(
        County, TeamField.InOrder("dg", "A1", "B1", "C1", "D1", "D2", "A2", "B2", "D3", "D4", "C2", "A3", "D5")));

    private static string TeamShared() => TeamTableOf(TeamField.Rank(
        County with { TiedIndividuals = TiedPoints.Shared },
        [.. new[] { "dg", "hg", "qg" }.Select((trade, i) => TeamField.Trade(trade, [
            .. Enumerable.Range(1, 5).Select(place => new Contestant($"Z{i}{place}", 100m - place)), .. "ABC".Select(o => new Contestant($"{o}{i}", 50m))]))]));

    private static string Medals() => Lines([
        "| 成绩 | 奖牌 |", "|---|---|",
        .. new decimal[][] { [90, 85, 80, 70], [90, 88, 80, 70], [90, 89, 88, 87], [95, 90, 88, 80], [95, 90, 80, 79, 78] }.Select(totals =>
            $"| {string.Join("、", totals)} | {string.Join("、", MedalAllocation.Allocate(new MedalScheme(ExcellenceBase: 75m), Totals(totals), totals.Length)
                .Rows.Select(row => row.Tier ?? "—"))} |")]);

    private static string Scale() => Lines([
        "| 总分 | 700 制（非官方换算） |", "|---|---|",
        .. UnofficialScale.Of(Trade(Scheme()), Totals(90, 70, 60)).Zip(new[] { 90, 70, 60 }).Select(x => $"| {x.Second} | {x.First.Value:0.00} |")]);
}
