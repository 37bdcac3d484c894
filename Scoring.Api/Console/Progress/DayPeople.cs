// The same lacks as the board's, asked the other way round: whom are we waiting for, and whose marks are not complete.
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.Progress;

/// <param name="More">How many lines are not shown.</param>
public sealed record DayPeople(IReadOnlyList<DayJudge> Judges, IReadOnlyList<DayEntrant> Entrants, int More, bool ByJudge)
{
    private const int Most = 200;
    private const int ShownCodes = 8;

    public static DayPeople None { get; } = new([], [], 0, false);

    public static DayPeople Of(CompetitionState state, SignedIn me, bool byJudge, IReadOnlyList<DayTablet> tablets)
    {
        var trades = state.TradesInOrder.Where(t => t.Phase == Phase.Scoring && (me.Role == Role.Admin || me.HoldsFor(t.Definition.Id))).ToList();
        if (byJudge)
        {
            var judges = trades.SelectMany(PartsOf).GroupBy(j => j.Judge).Select(g => Merge(state, g.Key, [.. g], tablets)).OrderBy(j => j.Handed >= j.Expected).ThenByDescending(j => j.Expected - j.Handed).ToList();
            return new DayPeople([.. judges.Take(Most)], [], Math.Max(0, judges.Count - Most), true);
        }

        var entrants = trades.SelectMany(t => t.Entrants.Where(e => e.Code is not null && e.Status == EntrantStatus.Normal).Select(e => DayEntrant.Of(t, e)))
            .Where(e => e.Missing.Count > 0).GroupBy(e => e.Trade)
            .SelectMany(g => g.OrderBy(e => e.Code, ReadingOrder.Names)).ToList();
        return new DayPeople([], [.. entrants.Take(Most)], Math.Max(0, entrants.Count - Most), false);
    }

    private sealed record Part(JudgeId Judge, string Seat, int Expected, int Handed, IReadOnlyList<string> Missing, IReadOnlyList<string> Returned);

    private static IEnumerable<Part> PartsOf(TradeState trade) => trade.Modules.Where(m => m.MarkedBy == Role.Judge).SelectMany(module => module.Seats.Select(seat =>
    {
        var judge = seat.Judge.Id;
        var own = DayModule.Runs(
            trade.Entrants.Where(e => e.Code is not null && e.Status == EntrantStatus.Normal && module.Marks(judge, e)), module);
        // One judge's module is anybody's who has a seat: it is missing only while nobody has handed it in.
        var open = own.Where(r => module.Definition.Marking == MarkingMethod.Judge
            ? r.Entries?.Sheets.Any(s => !s.Returned) != true
            : r.Entries?.Sheet(judge) is null or { Returned: true }).ToList();
        return new Part(
            judge, $"{trade.Definition.Name} {module.Definition.Id}，{seat.Number} 号", own.Count, own.Count - open.Count,
            [.. open.Select(Called)],
            [.. open.Where(r => r.Entries?.Sheet(judge) is { Returned: true }).Select(Called)]);
    }));

    // Kept only those with a code.
    private static string Called(EntrantRun run) => run.Name is { } name ? $"{run.Entrant.Code} {name}" : run.Entrant.Code!;

    private static DayJudge Merge(CompetitionState state, JudgeId id, List<Part> parts, IReadOnlyList<DayTablet> tablets) => new(
        state.Judges.GetValueOrDefault(id)?.Name ?? id.Value, string.Join("；", parts.Select(p => p.Seat)), parts.Sum(p => p.Expected), parts.Sum(p => p.Handed),
        Some([.. parts.SelectMany(p => p.Missing).Distinct(StringComparer.Ordinal).Order(ReadingOrder.Names)]), parts.SelectMany(p => p.Returned).ToList(),
        tablets.FirstOrDefault(t => t.Judge == id));

    internal static string Some(IReadOnlyList<string> codes) => string.Join('、', codes.Take(ShownCodes)) + (codes.Count > ShownCodes ? $" 等 {codes.Count} 份" : "");
}

/// <param name="Missing">Codes not handed in, in words.</param>
/// <param name="Tablet">Null: no tablet paired.</param>
public sealed record DayJudge(string Name, string Seats, int Expected, int Handed, string Missing, IReadOnlyList<string> Returned, DayTablet? Tablet);

/// <param name="Missing">By module, in words.</param>
public sealed record DayEntrant(TradeId Trade, string TradeName, string Code, string? Station, IReadOnlyList<string> Missing, int Done, int All)
{
    public static DayEntrant Of(TradeState trade, EntrantState entrant)
    {
        var modules = entrant.Result.Modules().ToList();
        var missing = modules.Where(m => !m.IsFinal)
            .Select(m => $"{m.Module} "
                + (m.Missing.Count > 0 ? DayPeople.Some([.. m.Missing.Select(x => x.ToString())])
                    : (m.PanelOpen ?? (m.SpreadOpen ? $"极差待处理" : m.Provisional))?.ToString())).ToList();
        return new DayEntrant(trade.Definition.Id, trade.Definition.Name, entrant.Code!, entrant.Station, missing, modules.Count - missing.Count, modules.Count); // asked for before
    }
}
