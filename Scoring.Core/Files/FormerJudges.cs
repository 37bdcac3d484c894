using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>Sheets outlive a change of judges (R-J3): those who handed them in sit down first and leave at the end.</summary>
internal static class FormerJudges
{
    /// <summary>All judges with the seats they have and had.</summary>
    public static IReadOnlyList<Judge> WithFormerSeats(CompetitionFile file)
    {
        var former = (file.FormerSeats ?? []).ToLookup(f => f.Judge);
        return
        [
            .. (file.Judges ?? []).Select(j => j with { Seats = [.. j.Seats, .. former[j.Id].Select(Seat)] }),
            .. Gone(file).Select(g => new Judge(g.Key, g.First().Name ?? g.Key.Value, [.. g.Select(Seat)])),
        ];
    }

    /// <summary>Back to the seats of now.</summary>
    public static IEnumerable<LedgerEvent> Leave(CompetitionFile file)
    {
        var former = (file.FormerSeats ?? []).Select(f => f.Judge).ToHashSet();
        if ((file.Judges ?? []).Where(j => former.Contains(j.Id)).ToList() is { Count: > 0 } stay)
        {
            yield return new JudgesAppointed(stay);
        }

        foreach (var gone in Gone(file))
        {
            yield return new JudgeDismissed(gone.Key, null, NotListed: true);
        }
    }

    private static IEnumerable<IGrouping<Definition.JudgeId, FormerSeat>> Gone(CompetitionFile file)
    {
        var present = (file.Judges ?? []).Select(j => j.Id).ToHashSet();
        return (file.FormerSeats ?? []).Where(f => !present.Contains(f.Judge)).GroupBy(f => f.Judge);
    }

    private static JudgeSeat Seat(FormerSeat f) => new(f.Role, f.Trade, f.Module, f.Number, Trainee: f.Trainee);
}
