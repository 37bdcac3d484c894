using Scoring.Core.Fold.Public;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Where one entry moves the marks of others (R-K3, R-K8), and with runs, limits and deductions from the total: kept up entry by entry it is what would be computed from nothing.</summary>
public sealed class EntangledTests
{
    private const int Entrants = 5;

    private static readonly Module Rooms = Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 40m)) with
    {
        Panel = new(PanelMethod.TrimmedPerAspect, 0, Groups: [new("1", "一考场"), new("2", "二考场")], Levelling: new()),
    };

    private static readonly Module Field = Contest.Module(
        "F", MarkingMethod.Judge,
        new FieldAspect(new("r"), "产量", 10m, "件", FieldRule.Ratio, MetricDirection.Higher), new FieldAspect(new("p"), "用时", 10m, "秒", FieldRule.Place, MetricDirection.Lower),
        new FieldAspect(new("m"), "能耗", 10m, "度", FieldRule.Mean, MetricDirection.Lower, 1m, 2m), new FactorAspect(new("x"), "难度", [new(1m), new(1.5m)])) with { Bonus = 5m };

    private static readonly Module Runs = Contest.Module("R", MarkingMethod.Clerk) with
    {
        FullMark = 20m, Attempts = new(2), Time = new(60, PerStep: new(10, 1m), Out: new(30)),
    };

    private static Trade Trade(Levelling? levelling, AttemptCount counts) => Contest.Union() with
    {
        Components =
        [
            new(new("c"), "实操", ComponentKind.Practical, 100m, [Rooms with { Panel = Rooms.Panel! with { Levelling = levelling } }, Field, Runs with { Attempts = new(2, counts) }], Scaled: true), // not null: written above
        ],
        TieChain = [new(TieStepKind.Criterion, new("F"), Criterion: "c"), new(TieStepKind.NextBestAttempt, new("R")), new(TieStepKind.Time)],
        Decimals = 3,
    };

    private static readonly Trade[] Trades =
    [
        Trade(new(), AttemptCount.Best), Trade(new(LevelTo.MeanOfAll, 1, 2), AttemptCount.Last), Trade(null, AttemptCount.Sum), Trade(new(LeaveOut: 1), AttemptCount.Best),
    ];

    private static readonly Gen<EntrantId> AnyEntrant = Gen.Choose(1, Entrants).Select(Contest.E);

    private static readonly Gen<LedgerEvent> Event = Gen.Frequency(
        (10, from e in AnyEntrant from j in Gen.Choose(1, 4) from m in Gen.Choose(0, 4) select (LedgerEvent)new SheetSubmitted(e, new("P"), Contest.J(j), Contest.Marks(("a", 10m * m)), 0)),
        (10, from e in AnyEntrant from r in Gen.Choose(0, 3) from p in Gen.Choose(0, 3) from m in Gen.Choose(0, 3) from x in Gen.Elements(1m, 1.5m)
            select (LedgerEvent)new SheetSubmitted(e, new("F"), Contest.J(1), Contest.Marks(("r", r), ("p", p), ("m", m), ("x", x)), 0)),
        (8, from e in AnyEntrant from a in Gen.Choose(1, 2) from m in Gen.Choose(0, 20) select (LedgerEvent)new ModuleMarkEntered(e, new("R"), "K1", m, 0, a)),
        (6, from e in AnyEntrant from a in Gen.Choose(1, 2) from s in Gen.Elements(50m, 60.5m, 75m, 91m) select (LedgerEvent)new TimeRecorded(e, new("R"), s, Attempt: a)),
        (2, from e in AnyEntrant from a in Gen.Choose(1, 2) select (LedgerEvent)new AttemptWaived(e, new("R"), a, "放弃")),
        (3, from e in AnyEntrant from q in Gen.Elements("P", "F") from j in Gen.Choose(1, 4) select (LedgerEvent)new SheetReturned(e, new(q), Contest.J(j), "漏评")),
        (5, from e in AnyEntrant from g in Gen.Elements("1", "2") select (LedgerEvent)new GroupsAssigned(Contest.TradeId, null, null, [new(e, g)])),
        (3, from e in AnyEntrant from s in Gen.Elements(EntrantStatus.Normal, EntrantStatus.Absent, EntrantStatus.Disqualified) select (LedgerEvent)new StatusChanged(e, s, "现场核实")),
        (2, from e in AnyEntrant from n in Gen.Choose(1, 5) from m in Gen.Elements(null, "P") select (LedgerEvent)new ViolationRecorded(
            n, e, m is null ? null : new ModuleId(m), "李", "现场裁判", "违规", m is null ? ViolationOutcome.Deduction : ViolationOutcome.ModuleToZero, 0m, Percent: m is null ? 10m : null)),
        (1, from e in AnyEntrant from n in Gen.Choose(1, 5) select (LedgerEvent)new ViolationWithdrawn(n, e, "不成立")),
        (1, from e in AnyEntrant select (LedgerEvent)new SpreadConfirmed(e, new("P"), "已核对")),
        (1, from t in Gen.Elements(Trades) select (LedgerEvent)new TradeDefined(t, "规则更正")),
        (1, from p in Gen.Elements(Phase.Scoring, Phase.Review) select (LedgerEvent)new PhaseChanged(Contest.TradeId, p)),
        (1, from e in AnyEntrant from n in Gen.Choose(1, 3) select (LedgerEvent)new EntrantSubstituted(e, new Entrant(e, $"替补{n}", new("org"), Contest.TradeId, Group: "2"), "伤病")));

    private static Contest Begin()
    {
        var contest = new Contest(Trades[0], judges: 0);
        contest.Apply(new JudgesAppointed([.. Enumerable.Range(1, 4).Select(n => new Judge(
            Contest.J(n), $"裁判{n}",
            [new(Role.Judge, Contest.TradeId, new("P"), n, n <= 2 ? "1" : "2"), .. n == 1 ? [new JudgeSeat(Role.Judge, Contest.TradeId, new("F"), 1)] : (JudgeSeat[])[]]))]));
        contest.Apply(new EntrantsRegistered([.. Enumerable.Range(1, Entrants).Select(n => new Entrant(Contest.E(n), $"选手{n}", new("org"), Contest.TradeId, Group: n % 2 == 0 ? "2" : n == 5 ? null : "1"))]));
        return contest.Apply(new CodesDrawn(Contest.TradeId, 1, null, [.. Enumerable.Range(1, Entrants).Select(n => new DrawnCode(Contest.E(n), Contest.Code(n)))]));
    }

    private static string Results(TradeState trade) =>
        Write(trade.Standings()) + Write(trade.Awards()) + Write(trade.Board(BoardAudience.Officials) with { Version = 0, AsOf = null });

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ScoringJson.Options);

    private static void Holds(Func<LedgerEvent[], bool> property) =>
        Check.One(Cases.Config(800), Prop.ForAll(Gen.Choose(1, 90).SelectMany(n => Event.ArrayOf(n)).ToArbitrary(), property));

    [Fact]
    public void Read_after_every_entry_it_ends_as_if_read_only_at_the_end() => Holds(events =>
    {
        var (watched, replayed) = (Begin(), Begin());
        foreach (var e in events)
        {
            Results(watched.Apply(e).Trade);
            replayed.Apply(e);
        }

        return Results(watched.Trade) == Results(replayed.Trade);
    });

    [Fact]
    public void What_is_kept_up_is_what_a_copy_computes_from_the_facts() => Holds(events =>
    {
        var contest = Begin();
        foreach (var e in events)
        {
            Assert.Equal(Results(contest.Apply(e).Trade), Results(Fork.Of(contest.State, Contest.TradeId).Trade(Contest.TradeId)!)); // not null: it is there
        }

        return true;
    });

    [Fact]
    public void The_same_public_version_always_shows_the_same() => Holds(events =>
    {
        var contest = Begin();
        var shown = new Dictionary<long, string>();
        return events.All(e =>
        {
            var board = contest.Apply(e).Public();
            var bytes = Write(board);
            var fine = shown.GetValueOrDefault(board.Version, bytes) == bytes;
            shown[board.Version] = bytes;
            return fine;
        });
    });

    [Fact]
    public void An_entry_that_moves_others_names_them()
    {
        var contest = Begin().Apply(new TradeDefined(Contest.Only(Contest.Module("F", MarkingMethod.Judge, new FieldAspect(new("p"), "用时", 100m, "秒", FieldRule.Ratio, MetricDirection.Lower)))));
        foreach (var (n, seconds) in new[] { (1, 100m), (2, 200m), (3, 400m) })
        {
            contest.Sheet(n, 1, "F", ("p", seconds));
        }

        Assert.Equal([100m, 50m, 25m], new[] { 1, 2, 3 }.Select(n => contest.Result(n).Total!.Value));

        var effect = Core.Effects.WhatIf.Effect(contest.State, Contest.TradeId, new SheetCorrected(Contest.E(1), new("F"), Contest.J(1), Contest.Marks(("p", 50m)), "笔误", "J1", "H1"));

        Assert.Equal(["E2", "E3"], effect!.Entrants.Select(e => e.Entrant.Value).Order(StringComparer.Ordinal));
        Assert.Contains("总分 50.00 → 25.00", effect.Entrants.Single(e => e.Entrant.Value == "E2").Words, StringComparison.Ordinal);
    }
}
