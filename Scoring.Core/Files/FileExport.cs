// From a ledger's state back to a file.
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>A competition as a file: what is, not how it came to be. Imported, it gives the same results.</summary>
public static class FileExport
{
    /// <param name="state">With a competition defined.</param>
    /// <param name="open">Decrypts <see cref="Entrant.Sealed"/>; null where the key is gone: the file then has no personal data (R-I2).</param>
    /// <exception cref="InvalidOperationException">No competition is defined yet.</exception>
    public static CompetitionFile Of(CompetitionState state, Func<string, PersonalData?> open)
    {
        var entrants = state.Entrants.Values.OrderBy(e => e.Index).ToList();
        return new(
            CompetitionFile.CurrentFormat,
            state.Competition ?? throw new InvalidOperationException("no competition is defined"),
            Some(state.TradesInOrder.Select(t => t.Definition)),
            Some(state.Organizations.Values),
            Some(entrants.Where(e => e.Trade is not null).Select(e => Entrant(e, open))),
            Some(state.Judges.Values),
            Some(entrants.Where(e => e.Trade is not null).Select(MarksExport.Of).OfType<EntrantMarks>()),
            Some(state.TradesInOrder.Select(ProgressExport.Of)),
            Some(entrants.SelectMany(FormerSeats).Distinct()),
            Some(state.TeamCertificates.Select(c => c.Certificate)),
            ProgressExport.Revoked(state.TeamCertificates));
    }

    /// <summary>Null in place of an empty list.</summary>
    internal static IReadOnlyList<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

    private static FileEntrant Entrant(EntrantState e, Func<string, PersonalData?> open)
    {
        var entrant = e.Entrant;
        var layers = Enumerable.Range(1, e.Trade!.Definition.CodeLayers).Select(layer => e.Drawn(layer)?.Code ?? "").ToList(); // not null: filtered above
        layers.RemoveRange(layers.FindLastIndex(c => c.Length > 0) + 1, layers.Count - layers.FindLastIndex(c => c.Length > 0) - 1);
        var normal = e.SetStatus == EntrantStatus.Normal;
        return new(
            entrant.Id, entrant.Name, entrant.Organization, entrant.Trade, Some(layers), e.Station,
            e.SetStatus, normal ? null : string.IsNullOrWhiteSpace(e.StatusReason) ? "未注明" : e.StatusReason,
            entrant.Gender, entrant.ExamNumber, entrant.Grade, entrant.Members, entrant.Team, entrant.Sealed is { } box ? open(box) : null,
            entrant.Group, e.Groups.Count == 0 ? null : e.Groups, entrant.Tags, entrant.Counts,
            entrant.MemberRoles, entrant.Work, entrant.From, entrant.Person);
    }

    private static IEnumerable<FormerSeat> FormerSeats(EntrantState e)
    {
        foreach (var module in e.Trade?.Modules ?? [])
        {
            foreach (var sheet in e.Entries(module.Definition.Id)?.Sheets ?? [])
            {
                if (module.Seat(sheet.Judge) is null)
                {
                    yield return new(sheet.Judge, e.Trade!.Definition.Id, module.Definition.Id, sheet.Seat, module.MarkedBy, Trainee: sheet.Trainee); // not null: its modules are listed
                }
            }
        }
    }
}
