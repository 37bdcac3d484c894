// A small contest built event by event, for tests of the rules: the ledger without its store.
using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests;

/// <summary>One trade, its judges and entrants E1, E2, … with codes A01, A02, …; every call is one more entry.</summary>
public sealed class Contest
{
    public static readonly TradeId TradeId = new("dg");
    /// <summary>An office in every trade of this contest.</summary>
    public static readonly Office Here = new(new("ydb"), []);

    public static readonly DateTimeOffset Start = new(2026, 4, 23, 9, 0, 0, TimeSpan.Zero);

    public Contest(Trade? trade = null, int entrants = 0, int judges = 1, Phase phase = Phase.Scoring)
    {
        trade ??= Union();
        Apply(new CompetitionDefined(new Competition(new("ydb"), "第一届“殷都杯”")));
        Apply(new TradeDefined(trade));
        Apply(new OrganizationDefined(new(new("org"), "河南利源集团")));
        Apply(new JudgesAppointed([.. Enumerable.Range(1, judges).Select(n => Judge(trade, n))]));
        Apply(new EntrantsRegistered([.. Enumerable.Range(1, entrants).Select(n => Entrant(trade, n))]));
        if (phase >= Phase.Drawn)
        {
            Draw(trade, 1);
            Apply(new PhaseChanged(trade.Id, Phase.Drawn));
        }

        if (phase >= Phase.Scoring)
        {
            Apply(new PhaseChanged(trade.Id, Phase.Scoring));
        }
    }

    public CompetitionState State { get; } = Folding.Begin();

    public List<LedgerEvent> Events { get; } = [];

    public TradeState Trade => State.Trades[TradeId];

    public long Sequence => State.Version;

    public static EntrantId E(int n) => new($"E{n}");

    public static JudgeId J(int n) => new($"J{n}");

    public static string Code(int n) => $"A{n:00}";

    /// <summary>Theory T by a clerk 30 %, practical P by one judge 70 %, each one aspect or figure of 100.</summary>
    public static Trade Union(params Module[] practical) => new(
        TradeId, "电工", "DG",
        [
            new(new("theory"), "理论", ComponentKind.Theory, 30m, [new(new("T"), "理论", 100m, MarkingMethod.Clerk, [])]),
            new(new("practical"), "实操", ComponentKind.Practical, 70m, practical.Length > 0 ? practical : [Module("P", MarkingMethod.Judge, Points("a", 100m))]),
        ],
        new([new("一等奖", 1)]));

    /// <summary>One practical component of 100 % with these modules.</summary>
    public static Trade Only(params Module[] modules) => Union() with
    {
        Components = [new(new("practical"), "实操", ComponentKind.Practical, 100m, modules)],
    };

    public static Module Module(string id, MarkingMethod marking, params Aspect[] aspects) =>
        new(new(id), id, aspects.Length == 0 ? 100m : aspects.Sum(a => a.FullMark), marking, aspects.Length == 0 ? [] : [new("c", "评分项", aspects)]);

    public static PointsAspect Points(string id, decimal full, decimal step = 0.01m) => new(new(id), id, full, step);

    public static IReadOnlyDictionary<AspectId, Entry> Marks(params (string Aspect, decimal Mark)[] marks) =>
        marks.ToDictionary(m => new AspectId(m.Aspect), m => Entry.Of(m.Mark));

    public Contest Apply(LedgerEvent e)
    {
        Events.Add(e);
        State.Apply(State.Version + 1, Start.AddSeconds(State.Version), "system", e);
        return this;
    }

    public Contest Theory(int entrant, decimal mark) => Apply(new ModuleMarkEntered(E(entrant), new("T"), "K1", mark));

    /// <summary>A sheet with the one aspect a.</summary>
    public Contest Sheet(int entrant, decimal mark, int judge = 1, string module = "P") => Sheet(entrant, judge, module, ("a", mark));

    public Contest Sheet(int entrant, int judge, string module, params (string Aspect, decimal Mark)[] marks) =>
        Apply(new SheetSubmitted(E(entrant), new(module), J(judge), Marks(marks), 0));

    public Contest Time(int entrant, int seconds, string module = "P", int extension = 0, DateTimeOffset? finished = null) =>
        Apply(new TimeRecorded(E(entrant), new(module), seconds, extension, finished));

    public Contest Status(int entrant, EntrantStatus status) => Apply(new StatusChanged(E(entrant), status, "现场核实"));

    public Contest Violation(int number, int entrant, string? module, ViolationOutcome outcome, decimal deduction = 0m) =>
        Apply(new ViolationRecorded(number, E(entrant), module is null ? null : new(module), "李现场", "现场裁判", "未戴安全帽", outcome, deduction));

    public EntrantResult Result(int entrant) => Trade.Result(E(entrant));

    public ModuleResult Module(int entrant, string module = "P") => Result(entrant).Module(new(module))!;

    public Standing Standing(int entrant) => Trade.Standings().Rows.Single(r => r.Result.Entrant == E(entrant));

    /// <summary>E2:1 E1:2 E3:2 …: who stands where, in order; - for the unranked.</summary>
    public string Order() => string.Join(' ', Trade.Standings().Rows.Select(r => $"{r.Result.Entrant}:{(r.Rank is { } rank ? rank : "-")}"));

    public Board Public() => Trade.Board(BoardAudience.Public);

    private static Judge Judge(Trade trade, int n) => new(
        J(n), $"裁判{n}", [.. trade.Modules().Where(m => m.Marking is MarkingMethod.Judge or MarkingMethod.Panel).Select(m => new JudgeSeat(Role.Judge, trade.Id, m.Id, n))]);

    private static Entrant Entrant(Trade trade, int n) => new(E(n), $"选手{n}", new("org"), trade.Id);

    private void Draw(Trade trade, int layer)
    {
        if (trade.CodeLayers > 0)
        {
            Apply(new CodesDrawn(trade.Id, layer, null, [.. Trade.Entrants.Select((e, i) => new DrawnCode(e.Entrant.Id, Code(i + 1)))]));
        }
    }
}
