// Random histories over the rules of real contests (R-K1 to R-K9), where one entry moves the marks of others.
using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Six entrants, two rooms of two judges, and few different marks; the definition is drawn rule by rule and changes on the
/// way.</summary>
public static class RealRuleHistories
{
    private const int Entrants = 6;

    private static readonly PanelGroup[] _rooms = [new("1", "一考场"), new("2", "二考场")];

    private static readonly Gen<EntrantId> _anyEntrant = Gen.Choose(1, Entrants).Select(Contest.E);

    /// <summary>Two rooms that may be levelled (R-K3), item by item or not (R-K4), with a value that is compared within the room
    /// (R-K8).</summary>
    private static Gen<Module> Rooms { get; } =
        from levelling in Gen.Elements<Levelling?>(null, null, new(), new(LevelTo.MeanOfAll, 0, 2), new(LeaveOut: 1), new(LeaveOut: 1),
            new(CoefficientDecimals: 1))
        from method in Gen.Elements(PanelMethod.Default, PanelMethod.Median, PanelMethod.TrimmedPerAspect)
        from rule in Gen.Elements(FieldRule.Place, FieldRule.Ratio)
        from floorless in Gen.Elements(true, true, false)
        select Contest.Module(
            "P", MarkingMethod.Panel, Contest.Points("a", 80m),
            new FieldAspect(new("g"), "速度", 10m, "米", rule, MetricDirection.Higher, Field: FieldScope.Group)) with
        {
            Panel = new(method, method == PanelMethod.TrimmedPerAspect ? 0 : 1, Groups: _rooms, Levelling: levelling),
                BelowZero = floorless,
        };

    /// <summary>Three values against the whole field (R-K8), a metric with a base, a bonus and a factor (R-K9).</summary>
    private static Gen<Module> Field { get; } =
        from better in Gen.Elements(MetricDirection.Higher, MetricDirection.Lower)
        from take in Gen.Elements(MetricTake.Difference, MetricTake.Percent)
        select Contest.Module(
            "F", MarkingMethod.Judge,
            new FieldAspect(new("r"), "产量", 10m, "件", FieldRule.Ratio, better),
                new FieldAspect(new("p"), "用时", 10m, "秒", FieldRule.Place, better),
            new FieldAspect(new("m"), "能耗", 10m, "度", FieldRule.Mean, better, 1m, 2m),
            new MetricAspect(new("b"), "增产", 10m, "吨", [new(0m, 0m), new(20m, 10m)], Base: new(take, 2m)),
            new BonusAspect(new("e"), "创新", 4m), new FactorAspect(new("x"), "难度", [new(1m), new(1.5m)])) with { FullMark = 40m,
                Bonus = 5m };

    /// <summary>Two runs with their times (R-K7), overtime by steps, and out (R-K6).</summary>
    private static Gen<Module> Runs { get; } =
        from counts in Gen.Elements(AttemptCount.Best, AttemptCount.Last, AttemptCount.Sum, AttemptCount.SumOfBest)
        from then in Gen.Elements(OutMeans.Entrant, OutMeans.Module)
        from full in Gen.Elements(true, false)
        select Contest.Module("R", MarkingMethod.Clerk) with
        {
            FullMark = 20m, Attempts = new(2, counts, counts == AttemptCount.SumOfBest ? 1 : null),
            Time = new(60, PerStep: new(10, 1m, full, 2m), Out: new(30, then)),
        };

    public static Gen<Trade> Trades { get; } =
        from rooms in Rooms
        from field in Field
        from runs in Runs
        from scaled in Gen.Elements(true, true, false) // brought to 100, or the sum as it is (R-K1)
        from floorless in Gen.Elements(true, true, false)
        from decimals in Gen.Elements(0, 2, 3)
        from rounding in Gen.Elements(RoundingMode.HalfUp, RoundingMode.HalfEven, RoundingMode.Truncate) // R-K2
        from chain in Gen.Elements(
            (TieStep[])[new(TieStepKind.Criterion, new("F"), Criterion: "c"), new(TieStepKind.NextBestAttempt, new("R")),
                new(TieStepKind.Time)],
            [new(TieStepKind.Attempt, new("R"), Attempt: 1), new(TieStepKind.Aspect, new("P"), new("a"))])
        select Contest.Union() with
        {
            Components = [new(new("c"), "实操", ComponentKind.Practical, 100m, [rooms, field, runs], Scaled: scaled, BelowZero: floorless)],
            Scoring = scaled ? ScoringMode.Weighted : ScoringMode.RawSum, RawTotal = scaled ? null : 150m,
            TieChain = chain, Decimals = decimals, Rounding = rounding,
        };

    private static Gen<LedgerEvent> Event { get; } = Gen.Frequency(
        (18, from e in _anyEntrant from j in Gen.Choose(1, 4) from a in Gen.Choose(-1, 4) from g in Gen.Choose(0, 2)
            select (LedgerEvent)new SheetSubmitted(e, new("P"), Contest.J(j), Contest.Marks(("a", 10m * a), ("g", g)), 0)),
        (10, from e in _anyEntrant from r in Gen.Choose(0, 3) from p in Gen.Choose(0, 3) from m in Gen.Choose(0, 3) from b in Gen.Choose(
            1, 9)
            from bonus in Gen.Choose(0, 8) from x in Gen.Elements(1m, 1.5m)
            select (LedgerEvent)new SheetSubmitted(
                e, new("F"), Contest.J(1), Contest.Marks(("r", r), ("p", p), ("m", m), ("b", b), ("e", bonus / 2m), ("x", x)), 0)),
        (2, from e in _anyEntrant.ArrayOf(2) from r in Gen.Choose(0, 3)
            select (LedgerEvent)new CountsImported(new("F"), Contest.J(1), new("r"), "K1",
                [.. e.Distinct().Select(x => new ImportedMark(x, r))])),
        (8, from e in _anyEntrant from a in Gen.Choose(1, 2) from m in Gen.Choose(0, 20)
            select (LedgerEvent)new ModuleMarkEntered(e, new("R"), "K1", m, 0, a)),
        (8, from e in _anyEntrant from a in Gen.Choose(1, 2) from s in Gen.Elements(50m, 60.5m, 75m, 91m)
            select (LedgerEvent)new TimeRecorded(e, new("R"), s, Attempt: a)),
        (2, from e in _anyEntrant from a in Gen.Choose(1, 2) select (LedgerEvent)new AttemptWaived(e, new("R"), a, "放弃")),
        (1, from e in _anyEntrant from a in Gen.Choose(1, 2) select (LedgerEvent)new AttemptResumed(e, new("R"), a, "误记")),
        (3, from e in _anyEntrant from q in Gen.Elements("P", "F") from j in Gen.Choose(1, 4)
            select (LedgerEvent)new SheetReturned(e, new(q), Contest.J(j), "漏评")),
        (4, from e in _anyEntrant from g in Gen.Elements("1", "2") from m in Gen.Elements(null, "P")
            select (LedgerEvent)new GroupsAssigned(Contest.TradeId, m is null ? null : new ModuleId(m), null, [new(e, g)])),
        (3, from e in _anyEntrant from s in Gen.Elements(EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Absent,
            EntrantStatus.Disqualified)
            select (LedgerEvent)new StatusChanged(e, s, "现场核实")),
        (3, from e in _anyEntrant from n in Gen.Choose(1, 5) from m in Gen.Elements(null, null, "P") from percent in Gen.Elements(
            true, false)
            select (LedgerEvent)new ViolationRecorded(
                n, e, m is null ? null : new ModuleId(m), "李", "现场裁判", "违规",
                    m is null ? ViolationOutcome.Deduction : ViolationOutcome.ModuleToZero,
                m is null && !percent ? 25m : 0m, Percent: m is null && percent ? 10m : null)), // R-K5
        (1, from e in _anyEntrant from n in Gen.Choose(1, 5) select (LedgerEvent)new ViolationWithdrawn(n, e, "不成立")),
        (1, from e in _anyEntrant select (LedgerEvent)new SpreadConfirmed(e, new("P"), "已核对")),
        (1, from t in Trades select (LedgerEvent)new TradeDefined(t, "规则更正")),
        (1, from p in Gen.Elements(Phase.Scoring, Phase.Review) select (LedgerEvent)new PhaseChanged(Contest.TradeId, p)),
        (1, from e in _anyEntrant from n in Gen.Choose(1, 3) from counts in Gen.Elements((Counting?)null, Counting.Guest)
            from room in Gen.Elements(null, "2")
            select (LedgerEvent)new EntrantSubstituted(
                e, new Entrant(e, $"替补{n}", new("org"), Contest.TradeId, Group: room, Counts: counts), "伤病")));

    /// <summary>Everybody is marked once: the one room about as high as drawn, below zero too, the other above it.</summary>
    private static Gen<LedgerEvent[]> Day { get; } =
        from low in Gen.Elements(-8, -8, 0, 2)
        from marks in Gen.Choose(0, 2).ArrayOf(Entrants * 4)
        select Enumerable.Range(1, Entrants).SelectMany(n =>
        {
            var own = marks[((n - 1) * 4)..(n * 4)];
            var (room, e) = (n % 2 == 0 ? 2 : 0, Contest.E(n));
            return (LedgerEvent[])
            [
                .. new[] { 1, 2 }.Select(j => new SheetSubmitted(
                    e, new("P"), Contest.J(room + j), Contest.Marks(("a", 10m * ((room == 0 ? low : 2) + own[j - 1])), ("g", own[2])), 0)),
                new SheetSubmitted(e, new("F"), Contest.J(1), Contest.Marks(
                    ("r", own[0]), ("p", own[1]), ("m", own[2]), ("b", 2 + own[3]), ("e", own[3]), ("x", own[3] == 2 ? 1.5m : 1m)), 0),
                new ModuleMarkEntered(e, new("R"), "K1", own[0], 0, 1), new ModuleMarkEntered(e, new("R"), "K1", own[1], 0, 2),
                new TimeRecorded(e, new("R"), 60m, Attempt: 1), new TimeRecorded(e, new("R"), 60m + (10m * own[2]), Attempt: 2),
            ];
        }).ToArray();

    /// <summary>A definition and what happens under it, from nothing or from a whole day.</summary>
    public static Gen<(Trade Trade, LedgerEvent[] Events)> Any { get; } =
        from trade in Trades from day in Gen.OneOf(Gen.Constant(Array.Empty<LedgerEvent>()), Day)
        from n in Gen.OneOf(Gen.Choose(1, 12), Gen.Choose(1, 80)) from events in Event.ArrayOf(n) select (
            trade, (LedgerEvent[])[.. day, .. events]);

    /// <summary>Nobody has marked anything yet; odd numbers are in the one room, even ones in the other.</summary>
    public static Contest Begin(Trade trade)
    {
        var contest = new Contest(trade, judges: 0);
        contest.Apply(new JudgesAppointed([.. Enumerable.Range(1, 4).Select(Judge)]));
        contest.Apply(new EntrantsRegistered([.. Enumerable.Range(1, Entrants).Select(n =>
            new Entrant(Contest.E(n), $"选手{n}", new("org"), Contest.TradeId, Group: n % 2 == 0 ? "2" : "1"))]));
        return contest.Apply(new CodesDrawn(
            Contest.TradeId, 1, null, [.. Enumerable.Range(1, Entrants).Select(n => new DrawnCode(Contest.E(n), Contest.Code(n)))]));
    }

    private static Judge Judge(int n) => new(
        Contest.J(n), $"裁判{n}",
        [
            new(Role.Judge, Contest.TradeId, new("P"), n, n <= 2 ? "1" : "2"),
            .. n == 1 ? [new JudgeSeat(Role.Judge, Contest.TradeId, new("F"), 1)] : (JudgeSeat[])[],
        ]);
}
