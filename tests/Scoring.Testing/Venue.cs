using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Testing;

/// <summary>A competition in the middle of its scoring: one trade, every module marked by the whole panel.</summary>
public sealed record Venue(int Entrants, int Judges, int Modules, int Aspects)
{
    /// <summary>The score sheet of every module; null: <see cref="Aspects"/> aspects with points.</summary>
    public IReadOnlyList<Criterion>? Criteria { get; init; }

    public string TradeName { get; init; } = "电工";

    public string OrganizationName { get; init; } = "河南利源集团";

    public Func<int, string> Name { get; init; } = n => $"选手{n}";

    /// <summary>工位 of an entrant; null: none drawn.</summary>
    public Func<int, string?> Station { get; init; } = _ => null;

    /// <summary>A clerk's module beside the judges'.</summary>
    public bool Theory { get; init; }

    /// <summary>What the trade's definition has besides.</summary>
    public Func<Trade, Trade> Also { get; init; } = trade => trade;

    /// <summary>What an entrant, by number from 1, has besides.</summary>
    public Func<Entrant, int, Entrant> Entered { get; init; } = (entrant, _) => entrant;

    /// <summary>What a judge's seat in a module, by the judge's number, has besides.</summary>
    public Func<JudgeSeat, int, JudgeSeat> Seated { get; init; } = (seat, _) => seat;

    public static readonly CompetitionId Id = new("cup");
    public static readonly TradeId Trade = new("dg");

    /// <summary>People with other offices, appointed beside the judges; their codes come after the judges'.</summary>
    public IReadOnlyList<Judge> Officials { get; init; } = [];

    public static ModuleId Module(int n) => new($"M{n}");

    public static JudgeId Judge(int n) => new($"J{n:00}");

    public static string Code(int n) => $"A{n:000}";

    public IEnumerable<LedgerEvent> Events()
    {
        yield return new CompetitionDefined(new(Id, "第一届“殷都杯”"));
        yield return new TradeDefined(Also(Definition()));
        yield return new OrganizationDefined(new(new("o"), OrganizationName));
        yield return new JudgesAppointed([.. Range(Judges).Select(n => new Judge(
            Judge(n), $"裁判{n}", [.. Range(Modules).Select(m => Seated(new JudgeSeat(Role.Judge, Trade, Module(m), n), n))]))]);
        if (Officials.Count > 0)
        {
            yield return new JudgesAppointed(Officials);
        }

        yield return new EntrantsRegistered([.. Range(Entrants).Select(n => Entered(new Entrant(new($"E{n}"), Name(n), new("o"), Trade), n))]);
        yield return new CodesDrawn(Trade, 1, null, [.. Range(Entrants).Select(n => new DrawnCode(new($"E{n}"), Code(n), Station(n)))]);
        yield return new PhaseChanged(Trade, Phase.Drawn);
        yield return new PhaseChanged(Trade, Phase.Scoring);
    }

    public SheetSubmission Sheet(int module, int entrant, decimal mark) => new(
        Guid.NewGuid(), Trade, Module(module), Code(entrant), 0,
        Range(Aspects).ToDictionary(n => new AspectId($"a{n}"), _ => Entry.Of(mark)));

    /// <summary>Every judge's sheet of every entrant, module by module, as the events they become.</summary>
    public IEnumerable<(Guid Id, LedgerEvent Event)> Sheets()
    {
        var random = new Random(20260423);
        return from module in Range(Modules)
               from entrant in Range(Entrants)
               from judge in Range(Judges)
               let sheet = Sheet(module, entrant, random.Next(0, 17) / 100m)
               select (sheet.Id, (LedgerEvent)new SheetSubmitted(new($"E{entrant}"), sheet.Module, Judge(judge), sheet.Marks, 0));
    }

    /// <summary>The whole day as it stands in a ledger.</summary>
    public IEnumerable<LedgerEntry> Ledger()
    {
        var head = Head.Genesis;
        foreach (var (id, e) in Events().Select(e => (Guid.NewGuid(), e)).Concat(Sheets()))
        {
            var at = DateTimeOffset.UnixEpoch.AddMilliseconds(head.Sequence);
            var (type, payload) = (EventTypes.NameOf(e), EventTypes.Write(e));
            var hash = Chain.Hash(head.Sequence + 1, at, id, Actor.System, type, payload, head.Hash.Span);
            head = new(head.Sequence + 1, hash);
            yield return new(head.Sequence, at, id, Actor.System, type, payload, hash);
        }
    }

    /// <summary>Makes the competition in an empty data folder.</summary>
    /// <returns>A pairing code per judge.</returns>
    public Task<IReadOnlyList<string>> Prepare(string dataFolder) =>
        FirstEntries.Write(dataFolder, Id, Events(), Range(Judges).Select(Judge).Concat(Officials.Select(o => o.Id)));

    /// <summary>The same with what happened since.</summary>
    public Task<IReadOnlyList<string>> Prepare(string dataFolder, IEnumerable<LedgerEvent> since) => FirstEntries.Write(
        dataFolder, Id, Events().Concat(since), Range(Judges).Select(Judge).Concat(Officials.Select(o => o.Id)));

    /// <summary>The same with so many sheets of the first judge in the first module handed in.</summary>
    public Task<IReadOnlyList<string>> Prepare(string dataFolder, int handed) => FirstEntries.Write(
        dataFolder, Id,
        Events().Concat(Sheets().Select(s => s.Event).OfType<SheetSubmitted>().Where(s => s.Module == Module(1) && s.Judge == Judge(1)).Take(handed)),
        Range(Judges).Select(Judge));

    private static readonly Component _theory =
        new(new("theory"), "理论", ComponentKind.Theory, 30m, [new Module(new("LL"), "理论知识考试", 100m, MarkingMethod.Clerk, [])]);

    private static IEnumerable<int> Range(int count) => Enumerable.Range(1, count);

    private Trade Definition() => new(
        Trade, TradeName, "DG",
        [.. Theory ? [_theory] : (IEnumerable<Component>)[], new(new("practical"), "实操", ComponentKind.Practical, Theory ? 70m : 100m, [.. Range(Modules).Select(m => new Module(
            Module(m), $"模块{m}", 100m / Modules, MarkingMethod.Panel,
            Criteria ?? [new("c", "评分项", [.. Range(Aspects).Select(a => new PointsAspect(new($"a{a}"), $"评分点{a}", 100m / Modules / Aspects, 0.01m))])]))])],
        new([new("一等奖", 1)]));
}
