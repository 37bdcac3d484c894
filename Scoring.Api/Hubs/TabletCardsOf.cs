// The cards of one judge's list: one an entrant, or one a run (R-K7) or member (R-K14) of an entrant. Own marks only (R-A1, R-A4).
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

public static class TabletCardsOf
{
    /// <summary>Empty if this judge does not mark that entrant.</summary>
    public static IEnumerable<EntrantCard> Entrant(TradeState trade, ModuleId module, Judge judge, EntrantState entrant) =>
        entrant.Code is { } code && trade.Module(module) is { } definition && definition.Marks(judge.Id, entrant)
            ? Enumerable.Range(1, definition.Definition.EntriesOf(entrant.Entrant.Names.Count))
                .Select(n => Card(trade, definition, judge.Id, entrant, code, n))
            : [];

    /// <summary>One of them; null: this judge does not mark that entrant, or there is no such run.</summary>
    public static EntrantCard? One(TradeState trade, ModuleId module, Judge judge, EntrantState entrant, int? attempt) =>
        Entrant(trade, module, judge, entrant).ElementAtOrDefault((attempt ?? 1) - 1);

    private static EntrantCard Card(TradeState trade, ModuleState module, JudgeId judge, EntrantState entrant, string code, int number)
    {
        var entries = entrant.Entries(module.Definition.Id)?.Attempt(number);
        var sheet = entries?.Sheet(judge);
        var card = new EntrantCard(
            trade.Definition.Id, module.Definition.Id, code, entrant.Station, entrant.Status, StateOf(sheet), sheet?.Version ?? 0,
            sheet?.Marks, sheet?.Figures(module.Sheet).Total, sheet?.Receipt, sheet?.ReturnReason, Waived: entries?.Waived,
            FirstMarks: sheet?.FirstMarks,
            EntrantSigned: sheet?.EntrantSignature, EntrantRefused: sheet?.EntrantRefused);
        return Agreeing(module, entrant, judge, number, module.Definition is { Attempts: null, PerMember: null }
            ? card : card with { Attempt = number, Counts = Counts(module, entrant, number) });
    }

    private static CardState StateOf(SheetState? sheet) =>
        sheet is null ? CardState.Open : sheet.Returned ? CardState.Returned : CardState.Submitted;

    // Nobody learns another's mark: which run counts follows from the whole panel's.
    private static bool? Counts(ModuleState module, EntrantState entrant, int number) =>
        module.Definition is { Attempts: not null, Marking: MarkingMethod.Judge }
        && entrant.Result.Module(module.Definition.Id) is { Figure: not null } result
            ? result.Attempts?.ElementAtOrDefault(number - 1)?.Counts
            : null;

    private static EntrantCard Agreeing(ModuleState module, EntrantState entrant, JudgeId judge, int number, EntrantCard card)
    {
        if (card.State != CardState.Submitted || module.Sheet.Judgements.Count == 0)
        {
            return card;
        }

        var due = Agreement.Due(module, entrant, judge, number);
        return due.Count > 0 ? card with { Agree = due }
            : card.FirstMarks is { } first && Agreement.Open(module, entrant, number).Any(first.ContainsKey)
                ? card with { AgreeWaits = true } : card;
    }
}
