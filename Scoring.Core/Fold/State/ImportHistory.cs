using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>What imports of lists changed, so that one can be taken back until scoring starts (R-I3).</summary>
public sealed class ImportHistory
{
    private readonly List<ImportedList> imports = [];

    /// <summary>Oldest first, without those taken back.</summary>
    public IReadOnlyList<ImportedList> All => imports;

    public ImportedList? Find(long sequence) => imports.Find(i => i.Stamp.Sequence == sequence);

    internal void Note(CompetitionState state, EntrantsRegistered e, Stamp stamp)
    {
        if (e.Source is { } source)
        {
            imports.Add(new ImportedList(stamp, source, [.. e.Entrants.Select(after => new Change<Entrant>(after, state.Entrant(after.Id)?.Entrant))], []));
        }
    }

    internal void Note(CompetitionState state, JudgesAppointed e, Stamp stamp)
    {
        if (e.Source is { } source)
        {
            imports.Add(new ImportedList(stamp, source, [], [.. e.Judges.Select(after => new Change<Judge>(after, state.Judges.GetValueOrDefault(after.Id)))]));
        }
    }

    internal void Forget(long sequence) => imports.RemoveAll(i => i.Stamp.Sequence == sequence);
}

/// <param name="Source">Name of the file.</param>
public sealed record ImportedList(Stamp Stamp, string Source, IReadOnlyList<Change<Entrant>> Entrants, IReadOnlyList<Change<Judge>> Judges);

/// <param name="Before">Null: new.</param>
public sealed record Change<T>(T After, T? Before) where T : class;
