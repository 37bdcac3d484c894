// The worked examples of docs/rules.md, computed.
using Scoring.Core.Fold.Public;
using System.Globalization;
using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Phases;

namespace Scoring.Core.Tests.Docs;

internal static partial class RulesExamples
{
    public static readonly IReadOnlyDictionary<string, Func<string>> All = new Dictionary<string, Func<string>>
    {
        ["kinds"] = Kinds,
        ["rounding"] = Round,
        ["panel"] = Panel,
        ["spread"] = Spread,
        ["judgement"] = Judged,
        ["overtime"] = Overtime,
        ["violations"] = Violations,
        ["double-entry"] = DoubleEntry,
        ["status"] = Status,
        ["total"] = Total,
        ["ties"] = Ties,
        ["ties-decided"] = Committee,
        ["public"] = Public,
        ["lacks"] = Lacks,
        ["roles"] = Roles,
        ["signing"] = Signing,
        ["publicity"] = Publicity,
        ["appeals"] = Appeals,
    };

    private static string Table(string head, IEnumerable<string> rows) =>
        $"| {head} |\n|{string.Concat(head.Split(" | ").Select(_ => "---|"))}\n" + string.Join('\n', rows.Select(r => $"| {r} |"));

    private static string Kinds()
    {
        (string Kind, Aspect Aspect, Entry Entered)[] cases =
        [
            ("points 分值", new PointsAspect(new("a"), "", 10m), Entry.Of(9.5m)),
            ("binary 是否", new BinaryAspect(new("a"), "", 8m), Entry.Of(0m)),
            ("faults 缺陷", new FaultsAspect(new("a"), "", 6m, 1.5m), Entry.Of(3m)),
            ("faults 缺陷", new FaultsAspect(new("a"), "", 6m, 1.5m), Entry.Of(5m)),
            ("tolerance 公差", Current, Entry.Of(8.5m)),
            ("tolerance 公差", Current, Entry.Of(9.1m)),
            ("count 计数", new CountAspect(new("a"), "", 20m, 4m), Entry.Of(6m)),
            ("timeBand 计时", new TimeBandAspect(new("a"), "", 5m, [new(60, 5m), new(90, 3m)]), Entry.Of(61m)),
            ("judgement 评判", new JudgementAspect(new("a"), "", 10m, ["", "", "", ""]), Entry.Of(2m)),
            ("answerKey 答案", new AnswerKeyAspect(new("a"), "", 5m, [new("品种", 3m, ["龙井"]), new("产地", 2m, ["杭州"])]), Entry.Of(["龙井", "苏州"])),
            ("metric 指标", new MetricAspect(new("a"), "", 10m, "单", [new(100m, 0m), new(200m, 6m), new(300m, 10m)]), Entry.Of(250m)),
        ];
        return Table("kind | 配分 | 得分 | 说明", cases.Select(c =>
            $"{c.Kind} | {Words.Plain(c.Aspect.FullMark)} | {Words.Mark(AspectMarks.Value(c.Aspect, c.Entered))} | {AspectMarks.Mark(c.Aspect, c.Entered).Because}"));
    }

    private static ToleranceAspect Current => new(new("a"), "", 6m, 8.0m, "A", [new(0.2m, 6m), new(0.5m, 4m), new(1.0m, 2m)], 1);

    private static string Round() => Table("before | 四舍五入 half-up | 四舍六入五成双 half-even", new[] { 87.504m, 87.505m, 87.515m, 87.525m }.Select(f =>
        $"{f.ToString(CultureInfo.InvariantCulture)} | {Words.Mark(Rounding.Round(f, RoundingMode.HalfUp))} | {Words.Mark(Rounding.Round(f, RoundingMode.HalfEven))}"));

    private static Contest PanelOf(params decimal[] marks)
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m)) with { FullMark = 100m }), 1, marks.Length);
        foreach (var (i, mark) in marks.Index())
        {
            contest.Sheet(1, mark, i + 1);
        }

        return contest;
    }

    private static string Panel()
    {
        string Row(params decimal[] marks)
        {
            var module = PanelOf(marks).Module(1);
            var sheets = module.Sheets.Select(s => s.Use switch
            {
                SheetUse.DroppedHigh => $"~~{Words.Mark(s.Total)}~~ 高",
                SheetUse.DroppedLow => $"~~{Words.Mark(s.Total)}~~ 低",
                _ => Words.Mark(s.Total),
            });
            return $"{string.Join("、", sheets)} | {module.Figure?.ToString("0.####", CultureInfo.InvariantCulture)}";
        }

        return Table("评分表 | 小组得分", [Row(47.5m, 48m, 48.5m, 40m, 47.5m), Row(48m, 48m, 48m, 48m, 48m), Row(47.5m, 48m, 48.5m, 40m)]);
    }

    private static string Spread() => Table("最低 | 最高 | 极差 | 折合每百分 | 处理", new[] { 54m, 54.01m }.Select(high =>
    {
        var module = PanelOf(48m, high, 50m).Module(1);
        return $"48.00 | {Words.Mark(high)} | {Words.Mark(high - 48m)} | {Words.Mark(module.Spread ?? 0m)} | {(module.SpreadOpen ? "须退回重评，或写理由确认" : "不用处理")}";
    }));

    private static string Judged()
    {
        var contest = new Contest(Contest.Only(
            Contest.Module("P", MarkingMethod.Panel, new JudgementAspect(new("a"), "外观", 10m, ["", "", "", ""])) with { FullMark = 100m }), 1, 3);
        string Row(decimal third)
        {
            contest.Sheet(1, 1m, 1).Sheet(1, 2m, 2).Sheet(1, third, 3);
            return $"1、2、{Words.Plain(third)} | {contest.Module(1).Figure?.ToString("0.00", CultureInfo.InvariantCulture) ?? contest.Module(1).Missing[0].ToString()}";
        }

        return Table("三位裁判 | 得分（满分 10）", [Row(2m), Row(3m)]);
    }

    private static string Overtime()
    {
        var rule = new TimeRule(3600, [new(60, 0m), new(180, 1m), new(300, 2m), new(600, 3m), new(null, 5m)]);
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = rule });
        return Table("用时 | 补时 | 净用时 | 扣分", new[] { (3600, 0), (3660, 0), (3661, 0), (3780, 0), (3781, 0), (4081, 300), (4201, 0) }.Select(t =>
        {
            var contest = new Contest(trade, 1).Sheet(1, 90m).Time(1, t.Item1, extension: t.Item2);
            return $"{Words.Time(t.Item1)} | {Words.Time(t.Item2)} | {Words.Time(contest.Result(1).SecondsUsed ?? 0)} | {Words.Plain(90m - (contest.Module(1).Figure ?? 0m))}";
        }));
    }

    private static string Violations()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m)), Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 40m)));
        string Row(string words, Action<Contest> violate)
        {
            var contest = new Contest(trade, 1).Sheet(1, 5m).Sheet(1, 30m, module: "Q");
            violate(contest);
            var result = contest.Result(1);
            return $"{words} | {Words.Mark(contest.Module(1).Figure ?? 0m)} | {Words.Mark(contest.Module(1, "Q").Figure ?? 0m)} | {Words.Mark(result.Components[0].Figure ?? 0m)} | {(result.Total is { } total ? Words.Mark(total) : "—")}";
        }

        return Table("违规 | 模块 P | 模块 Q | 实操 | 总分",
        [
            Row("没有", _ => { }),
            Row("P 扣 8 分", c => c.Violation(1, 1, "P", ViolationOutcome.Deduction, 8m)),
            Row("P 扣 40 分", c => c.Violation(1, 1, "P", ViolationOutcome.Deduction, 40m)),
            Row("P 扣 8 分，P 记零", c => c.Violation(1, 1, "P", ViolationOutcome.Deduction, 8m).Violation(2, 1, "P", ViolationOutcome.ModuleToZero)),
            Row("取消资格", c => c.Violation(1, 1, null, ViolationOutcome.Disqualified)),
        ]);
    }

    private static string DoubleEntry()
    {
        var trade = Contest.Union() with
        {
            Components = [new(new("theory"), "理论", ComponentKind.Theory, 100m, [new(new("T"), "理论", 100m, MarkingMethod.DoubleEntry, [])])],
        };
        string Row(string first, string second)
        {
            var contest = new Contest(trade, 1);
            foreach (var (clerk, mark) in new[] { ("K1", first), ("K2", second) })
            {
                contest.Apply(new ModuleMarkEntered(Contest.E(1), new("T"), clerk, decimal.Parse(mark, CultureInfo.InvariantCulture)));
            }

            return $"{first} | {second} | {(contest.Module(1, "T").Figure is { } figure ? Words.Mark(figure) : contest.Module(1, "T").Missing[0])}";
        }

        return Table("第一人 | 第二人 | 结果", [Row("87.5", "87.50"), Row("87.5", "78.5")]);
    }

    private static string Status()
    {
        var contest = new Contest(entrants: 5).Theory(1, 80m).Sheet(1, 90m).Theory(2, 0m).Sheet(2, 0m).Theory(3, 85m).Status(4, EntrantStatus.Absent)
            .Theory(5, 95m).Sheet(5, 95m).Status(5, EntrantStatus.Disqualified);
        return Table("名次 | 代号 | 理论 | 实操 | 总分", contest.Public().Rows.Select(r =>
            $"{(r.Rank is { } rank ? rank : "—")} | {r.Code} | {Figure(r.Figures[0])} | {Figure(r.Figures[1])} | {(r.Status == EntrantStatus.Normal ? Figure(r.Total) : StatusWords.Of(r.Status))}"));

        static string Figure(decimal? figure) => figure is { } f ? Words.Mark(f) : "未评";
    }

    private static string Total()
    {
        var result = new Contest(entrants: 1).Theory(1, 87.505m).Sheet(1, 88.88m).Result(1);
        return $"理论 87.505 → {Words.Mark(result.Components[0].Figure ?? 0m)}；实操 {Words.Mark(result.Components[1].Figure ?? 0m)}；"
            + $"{Words.Plain(result.Components[0].Weighted ?? 0m)} ＋ {Words.Plain(result.Components[1].Weighted ?? 0m)} → 总分 {Words.Mark(result.Total ?? 0m)}";
    }

    private static Contest TiedContest(TiePolicy policy = TiePolicy.Shared)
    {
        var trade = Contest.Union(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = new() }) with { Ties = policy };
        var contest = new Contest(trade, entrants: 6);
        foreach (var (n, theory, practical, time) in new[]
        {
            (1, 95m, 92m, 4000), (2, 88.70m, 87m, 4100), (3, 86.37m, 88m, 4200), (4, 80m, 80m, 4805), (5, 80m, 80m, 4920), (6, 80m, 80m, 4805),
        })
        {
            contest.Theory(n, theory).Sheet(n, practical).Time(n, time);
        }

        return contest;
    }

    private static string Reasons(Contest contest) => Table("名次 | 代号 | 总分 | 理由", contest.Trade.Board(BoardAudience.Officials).Rows.Select(r => $"{r.Rank} | {r.Code} | {Words.Mark(r.Total ?? 0m)} | {r.Why}"));

    private static string Ties() => Reasons(TiedContest());

    private static string Committee()
    {
        var contest = TiedContest(TiePolicy.Decide);
        var open = contest.Standing(6).Reason!.Words;
        contest.Apply(new TieDecided(Contest.TradeId, [Contest.E(6), Contest.E(4)], "同场加赛"));
        return $"- {open}\n- {contest.Standing(4).Reason!.Words}";
    }

    private static string Public()
    {
        var contest = TiedContest();
        var first = contest.Public().Version;
        string Row(string words)
        {
            var board = contest.Public();
            return $"{words} | {board.View} | {board.Rows.Count} | {board.Rows.FirstOrDefault()?.Name ?? board.Rows.FirstOrDefault()?.Code ?? "—"} | {board.Version - first}";
        }

        List<string> rows = [Row("评分中，显示代号")];
        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Frozen));
        rows.Add(Row("封榜"));
        contest.Status(1, EntrantStatus.Disqualified);
        rows.Add(Row("封榜后 A01 被取消资格"));
        contest.Apply(new Decoded(Contest.TradeId, 1, "H1", "S1")).Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        rows.Add(Row("公示"));
        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Hidden)).Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        rows.Add(Row("退回复核，设为隐藏"));
        return Table("时候 | view | 行数 | 第一行 | 版本多了", rows);
    }

    private static string Lacks()
    {
        var contest = TiedContest().Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        return string.Join('\n', PhaseSteps.Needs(contest.Trade, Phase.Publicity).Select(n => $"- [{(n.Met ? 'x' : ' ')}] {n.Words}"));
    }
}
