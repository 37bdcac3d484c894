using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Lists;

/// <summary>Takes an imported list back, whole, as long as no trade it concerns is being scored and nobody on it was changed since (R-I3).</summary>
public static class UndoImport
{
    private static readonly Decision.Refuse Gone = new(Refusal.NoSuchImport, $"这次导入已经撤销，或找不到了，请刷新");

    /// <param name="import">Sequence of the import's entry.</param>
    public static Decision Decide(CompetitionState state, long import, string reason)
    {
        if (state.Imports.Find(import) is not { } list)
        {
            return Gone;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Decision.Refuse(Refusal.NoReason, $"请写明撤销的理由");
        }

        return Hindrance(state, list) is { } why ? why : Decision.Of(new ImportUndone(
            import,
            [.. list.Entrants.Where(c => c.Before is null).Select(c => c.After.Id)], [.. list.Entrants.Select(c => c.Before).OfType<People.Entrant>()],
            [.. list.Judges.Where(c => c.Before is null).Select(c => c.After.Id)], [.. list.Judges.Select(c => c.Before).OfType<People.Judge>()], reason.Trim()));
    }

    /// <summary>Why it cannot be taken back; null: it can.</summary>
    public static Decision.Refuse? Hindrance(CompetitionState state, ImportedList list)
    {
        var trades = list.Entrants.SelectMany(c => new[] { c.After.Trade, c.Before?.Trade ?? c.After.Trade })
            .Concat(list.Judges.SelectMany(c => c.After.Seats.Except(c.Before?.Seats ?? []).Select(s => s.Trade))).Distinct();
        if (trades.Select(state.Trade).FirstOrDefault(t => t?.Phase >= Phase.Scoring) is { } scoring)
        {
            return new(Refusal.ScoringStarted, $"{scoring.Definition.Name}已经开始评分，这次导入不能再撤销");
        }

        var changed = list.Entrants.FirstOrDefault(c => state.Entrant(c.After.Id)?.Entrant != c.After)?.After.Name
            ?? list.Judges.FirstOrDefault(c => state.Judges.GetValueOrDefault(c.After.Id) is not { } now || !Same(now, c.After))?.After.Name;
        return changed is null ? null : new(Refusal.ChangedSince, $"{changed}在导入后又改过，不能整批撤销；请先撤销后来的导入，或单独修改");
    }

    private static bool Same(People.Judge a, People.Judge b) =>
        (a.Name, a.Title, a.Organization) == (b.Name, b.Title, b.Organization)
        && a.Seats.SequenceEqual(b.Seats) && (a.RecusedFrom ?? []).SequenceEqual(b.RecusedFrom ?? []) && (a.RecusedOrganizations ?? []).SequenceEqual(b.RecusedOrganizations ?? []);
}
