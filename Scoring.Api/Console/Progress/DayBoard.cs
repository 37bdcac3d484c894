// What is missing today, per trade, module and seat. A pure reading of the state, made anew every five seconds.
using Scoring.Api.Security;
using Scoring.Api.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Progress;

/// <param name="Handed">Sheets and marks in, of <paramref name="Expected"/>.</param>
public sealed record DayBoard(
    int Handed, int Expected, int Returned, int Spreads, int Unsigned, IReadOnlyList<DayTrade> Trades, IReadOnlyList<ToDo> ToDo)
{
    public int SeatColumns => Math.Max(3, Trades.SelectMany(t => t.Modules).Select(m => m.Seats.Count).DefaultIfEmpty(0).Max());

    public static DayBoard Of(CompetitionState state, SignedIn me, DateTimeOffset now)
    {
        var trades = state.TradesInOrder.Where(t => me.Role == Role.Admin || me.HoldsFor(t.Definition.Id)).ToList();
        var rows = trades.Select(DayTrade.Of).ToList();
        var seats = rows.SelectMany(r => r.Modules).SelectMany(m => m.Seats).ToList();
        return new DayBoard(
            seats.Sum(s => s.Handed), seats.Sum(s => s.Expected), seats.Sum(s => s.Returned),
            rows.Sum(r => r.Modules.Sum(m => m.Spreads)), rows.Sum(r => r.Modules.Count(m => m.AwaitsSignature)),
            rows, [.. trades.SelectMany(t => Progress.ToDo.Of(t, now)).OrderBy(t => t.Urgency)]);
    }
}

/// <param name="People">e.g. 22 人，缺考 1.</param>
/// <param name="MayMove">Why ranks are 暂定 (R-K3, R-K8); null: no other's marks move them.</param>
public sealed record DayTrade(TradeId Id, string Name, Phase Phase, string People, IReadOnlyList<DayModule> Modules, string? MayMove)
{
    public static DayTrade Of(TradeState trade)
    {
        var absent = trade.Entrants.Count(e => e.Status is EntrantStatus.Absent or EntrantStatus.Withdrawn);
        var people = trade.Phase < Phase.Scoring ? $"{trade.Entrants.Count} 人" : $"{trade.Entrants.Count} 人，缺考 {absent}";
        var moves = trade.Entrants.Select(e => e.Result.MayMove?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new DayTrade(
            trade.Definition.Id, trade.Definition.Name, trade.Phase, people, [.. trade.Modules.Select(m => DayModule.Of(trade, m))],
            moves.Count == 0 ? null : string.Join("；", moves));
    }
}

/// <param name="Note">For the head judge: 待签, 极差 n, 差异 n, 未开始.</param>
/// <param name="Tone">Of the note: <c>dangerc</c>, <c>amberc</c> or <c>muted</c>.</param>
public sealed record DayModule(
    string Name, IReadOnlyList<DaySeat> Seats, int Spreads, bool AwaitsSignature, string Note, string Tone)
{
    public static DayModule Of(TradeState trade, ModuleState module)
    {
        var definition = module.Definition;
        var marked = trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).ToList();
        var results = marked.Select(e => e.Result.Module(definition.Id)).OfType<Core.Marking.ModuleResult>().ToList();
        var spreads = results.Count(r => r.AsksHeadJudge);
        var differences = definition.Marking == MarkingMethod.DoubleEntry ? Runs(marked, module).Count(r => Differs(r.Entries)) : 0;
        var complete = trade.Entrants.Count > 0 && SignModule.Everything(trade, module) is null;
        var awaits = trade.Phase == Phase.Scoring && complete && module.MarkedBy == Role.Judge && !module.Locked;
        var (note, tone) = 0 switch
        {
            _ when trade.Phase < Phase.Scoring => ("未开始", "muted"),
            _ when spreads > 0 => ($"极差 {spreads}", "dangerc"),
            _ when differences > 0 => ($"差异 {differences}", "amberc"),
            _ when module.Locked => ("已签", "okc"),
            _ when awaits => ("待签", "amberc"),
            _ => ("", "muted"),
        };
        return new DayModule(Label(definition), SeatsOf(module, marked), spreads, awaits, note, tone);
    }

    private static string Label(Module definition) => definition.Marking switch
    {
        MarkingMethod.Clerk => $"{definition.Name}（录入）",
        MarkingMethod.DoubleEntry => $"{definition.Name}（双录）",
        _ => $"模块 {definition.Id} {definition.Name}",
    };

    private static List<DaySeat> SeatsOf(ModuleState module, List<EntrantState> marked)
    {
        if (module.MarkedBy == Role.Clerk)
        {
            var clerks = module.Definition.Marking == MarkingMethod.DoubleEntry ? 2 : 1;
            var due = Runs(marked, module);
            return [.. Enumerable.Range(1, clerks).Select(n => new DaySeat(
                n, due.Count(r => r.Entries is { } entries && (entries.ClerkMarks.Count >= n || entries.Settled is not null)), due.Count, 0))];
        }

        if (module.Definition.Marking == MarkingMethod.Judge)
        {
            var runs = Runs(marked, module);
            return [new DaySeat(
                1, runs.Count(r => r.Entries?.Sheets.Any(s => !s.Returned) == true), runs.Count, runs.Count(r => r.Entries?.Sheets.Any(s => s.Returned) == true))];
        }

        return [.. module.Seats.Select(seat =>
        {
            var own = Runs(marked.Where(e => module.Marks(seat.Judge.Id, e)), module);
            var sheets = own.Select(r => r.Entries?.Sheet(seat.Judge.Id)).OfType<SheetState>().ToList();
            return new DaySeat(seat.Number, sheets.Count(s => !s.Returned), own.Count, sheets.Count(s => s.Returned), seat.Judge.Id);
        })];
    }

    // Every run or member has a sheet of its own; none where it does not take place (R-K7, R-K14).
    internal static List<EntrantRun> Runs(IEnumerable<EntrantState> entrants, ModuleState module) =>
        [.. entrants.SelectMany(e => EntrantRun.Of(e, module)).Where(r => r.Entries?.Waived is null)];

    internal static bool Differs(ModuleEntries? entries) =>
        entries is { Settled: null, ClerkMarks: [var first, var second, ..] } && first.Mark != second.Mark;
}

/// <param name="Judge">Null: whoever holds the place.</param>
public sealed record DaySeat(int Number, int Handed, int Expected, int Returned, JudgeId? Judge = null)
{
    public string Tone => Returned > 0 ? "bk" : Handed == 0 ? "zz" : Handed == Expected ? "ok" : "";
}
