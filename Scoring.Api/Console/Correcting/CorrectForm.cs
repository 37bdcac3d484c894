using Scoring.Api.Console.Progress;
using Scoring.Api.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Console.Correcting;

/// <summary>A sheet, or a module's mark, as it stands, laid out to be corrected.</summary>
/// <param name="Run">Which run (R-K7) or member (R-K14), or the whole module where it has neither.</param>
/// <param name="Runs">What there is to choose from; one where the module has neither.</param>
/// <param name="Judge">Whose sheet; null: one figure for the module.</param>
/// <param name="Seat">e.g. 3 号 周明; null: one figure.</param>
/// <param name="Mark">Of the whole module, where one figure is entered.</param>
/// <param name="Version">Of what is shown: it must not have moved on when the correction is made.</param>
public sealed record CorrectForm(
    Module Module, CorrectRun Run, IReadOnlyList<CorrectRun> Runs, JudgeId? Judge, string? Seat, IReadOnlyList<SheetSeat> Seats,
        IReadOnlyList<CorrectAspect> Aspects, decimal? Total, decimal? Mark, string MarkText,
    long Version, bool Reviewed)
{
    /// <param name="judge">Whose sheet is wanted; null: the first there is.</param>
    /// <param name="attempt">Which run or member is wanted, from 1; null: the first that has something to correct.</param>
    /// <returns>Null: there is no sheet to correct.</returns>
    public static CorrectForm? Of(TradeState trade, ModuleState module, EntrantState entrant, string? judge, int? attempt)
    {
        var runs = CorrectRun.All(trade, module, entrant);
        if ((attempt is { } number ? runs.ElementAtOrDefault(number - 1) : runs.FirstOrDefault(r => r.Has) ?? runs[0]) is not { } run)
        {
            return null;
        }

        var reviewed = trade.Publication.Review is not null;
        if (module.MarkedBy != Role.Judge)
        {
            var mark = run.Of.Panel;
            return new CorrectForm(
                module.Definition, run, runs, null, null, [], [], null, mark, Plain(mark), run.Of.Entries?.MarkVersion ?? 0, reviewed);
        }

        var sheets = run.Of.Entries?.Sheets ?? [];
        if ((sheets.FirstOrDefault(s => s.Judge.Value == judge) ?? (judge is null ? sheets.OrderBy(s => s.Seat).FirstOrDefault() : null)) is not { } sheet)
        {
            return null;
        }

        var seats = sheets.OrderBy(s => s.Seat).Select(s => new SheetSeat(s.Judge, s.Seat, trade.Competition.Judges.GetValueOrDefault(s.Judge)?.Name ?? s.Judge.Value)).ToList();
        var own = seats.Find(s => s.Judge == sheet.Judge)!; // made of the same sheets
        return new CorrectForm(
            module.Definition, run, runs, sheet.Judge, $"{own.Number} 号 {own.Name}", seats,
            [.. module.Sheet.Aspects.Select(a => CorrectAspect.Of(a, sheet.Marks.TryGetValue(a.Id, out var entry) ? entry : null))],
            sheet.Figures(module.Sheet).Total, null, "", sheet.Version, reviewed);
    }

    public static long VersionOf(EntrantState entrant, ModuleId module, JudgeId? judge, int attempt) =>
        entrant.Entries(module)?.Attempt(attempt) is not { } entries ? 0 : judge is { } id ? entries.Sheet(id)?.Version ?? 0
            : entries.MarkVersion;

    /// <summary>With what was typed in place of what stands, so that nothing typed is lost.</summary>
    public CorrectForm With(IFormCollection typed) => this with
    {
        MarkText = typed["mark"].ToString(),
        // As many fields as the form has, whatever was sent.
        Aspects = [.. Aspects.Select(a => a with { Typed = [.. a.Typed.Select((_, at) => typed[a.Field].ElementAtOrDefault(at) ?? "")] })],
    };

    private static string Plain(decimal? mark) => mark?.Plain() ?? "";
}

/// <param name="Name">第 2 次; 第 2 人, with the name once names are known; empty: the module has neither.</param>
public sealed record CorrectRun(EntrantRun Of, string Name)
{
    public int Number => Of.Attempt ?? 1;

    /// <summary>Behind the module's name.</summary>
    public string After => Name.Length == 0 ? "" : $" {Name}";

    /// <summary>Something was entered.</summary>
    public bool Has => Of.Entries is { Sheets.Count: > 0 } or { ClerkMarks.Count: > 0 } or { Settled: not null };

    public static IReadOnlyList<CorrectRun> All(TradeState trade, ModuleState module, EntrantState entrant) =>
        [.. EntrantRun.Of(entrant, module).Select(r => new CorrectRun(r, (trade.IsDecoded ? r.Called : r.Name) ?? ""))];
}

/// <param name="Entry">As handed in; null: not marked.</param>
/// <param name="Typed">What stands in the fields: one, or one for each answer.</param>
/// <param name="Said">The old entry with its mark, in words.</param>
public sealed record CorrectAspect(Aspect Aspect, Entry? Entry, IReadOnlyList<string> Typed, string Said)
{
    public string Field => $"m.{Aspect.Id}";

    /// <summary>What is typed, in the aspect's own words.</summary>
    public string Ask => AspectWords.Ask(Aspect);

    /// <summary>One name a field; null: one figure.</summary>
    public IReadOnlyList<string>? Names => AspectWords.Fields(Aspect);

    /// <summary>Null: any figure.</summary>
    public IReadOnlyList<(decimal Figure, string Words)>? Choices => AspectWords.Choices(Aspect);

    public static CorrectAspect Of(Aspect aspect, Entry? entry)
    {
        IReadOnlyList<string> typed = AspectWords.Fields(aspect) is { } fields
            ? [.. fields.Select((_, i) => entry?.Answers?.ElementAtOrDefault(i) ?? "")]
            : [entry?.Number?.Plain() ?? ""];
        return new CorrectAspect(aspect, entry, typed, entry is { } given ? Words(aspect, given) : "未评");
    }

    public static string Words(Aspect aspect, Entry entry)
    {
        if (AspectMarks.Check(aspect, entry) is not null)
        {
            return entry.ToString();
        }

        var mark = AspectMarks.Mark(aspect, entry).Mark.Mark();
        return AspectWords.Typed(aspect, entry) is { Length: > 0 } typed ? $"{typed}，{mark}" : mark;
    }
}
