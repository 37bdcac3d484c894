using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files;

/// <summary>A template with four entrants a trade, the judges it needs and a mark for everything.</summary>
internal static class MarkedTemplate
{
    public static CompetitionFile Of(string name)
    {
        var file = Examples.Read($"templates/{name}.json");
        file = file with
        {
            Trades = [.. file.Trades!.Select(t => t with { Awards = t.Awards with { Tiers = [.. t.Awards.Tiers.Select((tier, i) => tier with { Quota = tier.Quota is null ? null : i < 3 ? 1 : 0 })], Few = null }, Advance = t.Advance is null ? null : t.Advance with { Top = t.Advance.Top is null ? null : 2 } })],
            Organizations = [new(new("u1"), "第一车间"), new(new("u2"), "第二车间")],
        };
        var entrants = file.Trades!.SelectMany(t => Enumerable.Range(1, 4).Select(i => new FileEntrant(
            new($"{t.Id}{i}"), $"选手{i}", new(i % 2 == 0 ? "u2" : "u1"), t.Id, [.. Enumerable.Range(1, t.CodeLayers).Select(layer => $"{t.Code}{layer}{i}")]))).ToList();
        var seats = file.Trades!.SelectMany(t => t.Modules().SelectMany(m => Enumerable.Range(1, Seats(m)).Select(n => new JudgeSeat(Role.Judge, t.Id, m.Id, n)))).ToList();
        return file with
        {
            Entrants = entrants,
            Judges = [.. seats.GroupBy(s => s.Number).Select(g => new Judge(new($"J{g.Key}"), $"裁判{g.Key}", [.. g]))],
            Marks = [.. entrants.Select((e, i) => new EntrantMarks(e.Id, [.. file.Trades!.First(t => t.Id == e.Trade).Modules().Select(m => Marks(m, i, seats.Count(s => s.Trade == e.Trade && s.Module == m.Id)))]))],
        };
    }

    private static int Seats(Module m) => m.Marking switch
    {
        MarkingMethod.Judge => 1,
        MarkingMethod.Panel when m.Panel?.Method == PanelMethod.Sum => (int)(m.FullMark / m.Aspects().Sum(a => a.FullMark)),
        MarkingMethod.Panel => Math.Max(3, m.Panel?.Smallest ?? 3),
        _ => 0,
    };

    private static ModuleMarks Marks(Module m, int entrant, int seats) => m.Marking switch
    {
        MarkingMethod.Clerk => new(m.Id, Figures: [new("L1", m.FullMark - (entrant * 3))]),
        MarkingMethod.DoubleEntry => new(m.Id, Figures: [new("L1", m.FullMark - entrant), new("L2", m.FullMark - entrant)]),
        _ => new(
            m.Id,
            [.. Enumerable.Range(1, seats).Select(n => new FileSheet(new($"J{n}"), m.Aspects().ToDictionary(a => a.Id, a => EntryFor(a, entrant, n))))],
            Time: m.Time?.LimitSeconds is { } limit ? new(limit - 100 + (entrant * 100), FinishedAt: new(2026, 4, 23, 2, entrant, 0, TimeSpan.Zero)) : null),
    };

    private static Entry EntryFor(Aspect aspect, int entrant, int judge) => aspect switch
    {
        PointsAspect a => Entry.Of(Math.Max(0, a.FullMark - (a.Step * (entrant + (judge % 2))))),
        BinaryAspect => Entry.Of(entrant < 2 ? 1 : 0),
        ToleranceAspect a => Entry.Of(a.Nominal + a.Bands[entrant % a.Bands.Count].Within),
        TimeBandAspect a => Entry.Of(a.Bands[0].UpToSeconds + (entrant * 10)),
        JudgementAspect => Entry.Of(entrant < 2 ? 2 + (judge % 2) : 1),
        AnswerKeyAspect a => Entry.Of([.. a.Fields.Select((f, i) => i < 3 - entrant ? f.Accepted[0] : "")]),
        MetricAspect a => Entry.Of((a.Line ?? a.Steps!.Edges)[0].Value + (entrant * 50)),
        _ => Entry.Of(entrant),
    };
}
