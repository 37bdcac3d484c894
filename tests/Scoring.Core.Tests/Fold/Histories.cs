// Random histories over everything that can change a result.
using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>A trade with every way of marking, few entrants and few different marks, so that ties, spreads and gaps are the rule.</summary>
public static class Histories
{
    public const int Entrants = 4;
    public const int Judges = 5;

    public static Trade Trade { get; } = new(
        Contest.TradeId, "电工", "DG",
        [
            new(new("theory"), "理论", ComponentKind.Theory, 30m, [new(new("T"), "理论", 100m, MarkingMethod.DoubleEntry, [])]),
            new(new("practical"), "实操", ComponentKind.Practical, 70m,
            [
                Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 40m), new FaultsAspect(new("f"), "失误", 20m, 2m)) with { FullMark = 60m },
                Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 40m)) with { FullMark = 40m, Time = new(3600, [new(60, 0m), new(180, 1m), new(null, 5m)]) },
            ]),
        ],
        new([new("一等奖", 1), new("二等奖", 1)]),
        TieChain: [new(TieStepKind.Practical), new(TieStepKind.Time), new(TieStepKind.Module, new("Q")), new(TieStepKind.Aspect, new("P"), new("a")), new(TieStepKind.FewestFaults)]);

    private static readonly Trade[] Definitions =
    [
        Trade, Trade with { Ties = TiePolicy.Decide }, Trade with { TieChain = null, Rounding = RoundingMode.HalfEven },
        Trade with { Scoring = ScoringMode.RawSum, RawTotal = 200m }, Trade with { TieChain = [new(TieStepKind.Theory)] },
    ];

    private static readonly Gen<EntrantId> AnyEntrant = Gen.Choose(1, Entrants).Select(Contest.E);
    private static readonly Gen<JudgeId> AnyJudge = Gen.Choose(1, Judges + 1).Select(Contest.J);
    private static readonly Gen<decimal> Mark = Gen.Choose(0, 3).Select(n => 34m + (2m * n));
    private static readonly Gen<decimal> Theory = Gen.Elements(80m, 80.005m, 82m, 85m);

    private static readonly Gen<IReadOnlyDictionary<AspectId, Entry>> PanelMarks =
        from a in Mark from f in Gen.Choose(0, 2) select Contest.Marks(("a", a), ("f", f));

    private static Gen<LedgerEvent> Event { get; } = Gen.Frequency(
        (12, from e in AnyEntrant from j in AnyJudge from m in PanelMarks select (LedgerEvent)new SheetSubmitted(e, new("P"), j, m, 0)),
        (5, from e in AnyEntrant from j in AnyJudge from m in Mark select (LedgerEvent)new SheetSubmitted(e, new("Q"), j, Contest.Marks(("a", m)), 0)),
        (3, from e in AnyEntrant from j in AnyJudge from q in Gen.Elements("P", "Q") select (LedgerEvent)new SheetReturned(e, new(q), j, "漏评")),
        (3, from e in AnyEntrant from j in AnyJudge from m in PanelMarks select (LedgerEvent)new SheetCorrected(e, new("P"), j, m, "笔误", "J1", "H1")),
        (2, from e in AnyEntrant select (LedgerEvent)new SpreadConfirmed(e, new("P"), "已核对")),
        (8, from e in AnyEntrant from c in Gen.Elements("K1", "K2") from m in Theory select (LedgerEvent)new ModuleMarkEntered(e, new("T"), c, m)),
        (2, from m in Theory.ArrayOf(Entrants) from c in Gen.Elements("K1", "K2") select (LedgerEvent)new ModuleMarksImported(
            new("T"), c, [.. m.Select((mark, i) => new ImportedMark(Contest.E(i + 1), mark))])),
        (2, from e in AnyEntrant from m in Theory select (LedgerEvent)new DoubleEntryResolved(e, new("T"), "K3", m, "核对答卷")),
        (1, from e in AnyEntrant from m in Theory select (LedgerEvent)new ModuleMarkCorrected(e, new("T"), m, "录入有误", "K1", "H1")),
        (5, from e in AnyEntrant from s in Gen.Elements(3500, 3600, 3661, 3780, 9000) from x in Gen.Elements(0, 0, 120) select (LedgerEvent)new TimeRecorded(e, new("Q"), s, x)),
        (3, Violation()),
        (3, from e in AnyEntrant from n in Gen.Choose(1, 9) select (LedgerEvent)new ViolationWithdrawn(n, e, "不成立")),
        (3, from e in AnyEntrant from s in Gen.Elements(EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Absent, EntrantStatus.Withdrawn, EntrantStatus.Disqualified)
            select (LedgerEvent)new StatusChanged(e, s, "现场核实")),
        (2, from j in Gen.Choose(1, Judges + 1) from e in AnyEntrant from recused in Gen.Elements(true, false) select (LedgerEvent)new JudgesAppointed([Judge(j, recused ? e : null)])),
        (1, from j in AnyJudge select (LedgerEvent)new JudgeDismissed(j, "身体不适")),
        (1, from d in Gen.Elements(Definitions) select (LedgerEvent)new TradeDefined(d, "规则更正")),
        (1, from e in AnyEntrant from n in Gen.Choose(1, 3) select (LedgerEvent)new EntrantSubstituted(e, Entrant(int.Parse(e.Value[1..])) with { Name = $"替补{n}" }, "伤病")),
        (1, from codes in Gen.Shuffle(Enumerable.Range(1, Entrants).ToArray()) select (LedgerEvent)new CodesDrawn(
            Contest.TradeId, 1, null, [.. codes.Select((c, i) => new DrawnCode(Contest.E(i + 1), Contest.Code(c)))])),
        (1, from order in Gen.Shuffle(new[] { 1, 2 }) select (LedgerEvent)new TieDecided(Contest.TradeId, [.. order.Select(Contest.E)], "加赛")),
        (1, from v in Gen.Elements(Enum.GetValues<Visibility>()) select (LedgerEvent)new VisibilityChanged(Contest.TradeId, v)),
        (1, from p in Gen.Elements(Phase.Scoring, Phase.Review, Phase.Publicity, Phase.Final) select (LedgerEvent)new PhaseChanged(Contest.TradeId, p)),
        (1, Gen.Constant((LedgerEvent)new Decoded(Contest.TradeId, 1, "H1", "S1"))));

    public static Arbitrary<LedgerEvent[]> Any { get; } = Arb.From(Gen.Choose(1, 120).SelectMany(n => Event.ArrayOf(n)), Shorter);

    /// <summary>Nobody has marked anything yet.</summary>
    public static Contest Begin()
    {
        var contest = new Contest(Trade, judges: 0, entrants: Entrants);
        contest.Apply(new JudgesAppointed([.. Enumerable.Range(1, Judges).Select(n => Judge(n, null))]));
        return contest;
    }

    /// <summary>Applies an entry that a use case could have let through: sheets come from judges with a seat, corrections have something to correct.</summary>
    public static Contest Happen(this Contest contest, LedgerEvent e) => contest.CanHappen(e) ? contest.Apply(e) : contest;

    public static bool CanHappen(this Contest contest, LedgerEvent e) => e switch
    {
        SheetSubmitted s => contest.Trade.Module(s.Module)!.Seat(s.Judge) is not null,
        SheetCorrected s => contest.State.Entrant(s.Entrant)!.Sheet(s.Module, s.Judge) is not null,
        _ => true,
    };

    /// <summary>J6 stands in for J3: the same seat.</summary>
    public static Judge Judge(int n, EntrantId? recusedFrom) => new(
        Contest.J(n), $"裁判{n}",
        [.. new[] { "P", "Q" }.Select(m => new JudgeSeat(Role.Judge, Contest.TradeId, new(m), n > Judges ? 3 : n))],
        RecusedFrom: recusedFrom is { } e ? [e] : null);

    private static IEnumerable<LedgerEvent[]> Shorter(LedgerEvent[] events)
    {
        for (var part = events.Length / 2; part >= 1; part /= 2)
        {
            for (var at = 0; at + part <= events.Length; at += part)
            {
                yield return [.. events[..at], .. events[(at + part)..]];
            }
        }
    }

    private static Entrant Entrant(int n) => new(Contest.E(n), $"选手{n}", new("org"), Contest.TradeId);

    private static Gen<LedgerEvent> Violation() =>
        from n in Gen.Choose(1, 9)
        from e in AnyEntrant
        from module in Gen.Elements("P", "Q", "T")
        from outcome in Gen.Elements(Enum.GetValues<ViolationOutcome>())
        select (LedgerEvent)new ViolationRecorded(
            n, e, outcome is ViolationOutcome.Deduction or ViolationOutcome.ModuleToZero ? new ModuleId(module) : null, "李现场", "现场裁判", "违规操作", outcome,
            outcome == ViolationOutcome.Deduction ? 30m : 0m);
}
