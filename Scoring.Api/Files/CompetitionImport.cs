using Microsoft.Data.Sqlite;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger;

namespace Scoring.Api.Files;

/// <summary>Puts a competition file into a ledger of its own, whole or not at all: it is built beside and moved into its place.</summary>
public sealed class CompetitionImport(Competitions competitions, DataFolder folder, PersonalSeal seal, TimeProvider time)
{
    private const int PerCommit = 1000;

    /// <param name="file">As read, without errors.</param>
    /// <param name="first">Id of its first entry; null: any.</param>
    /// <returns>The new competition.</returns>
    /// <exception cref="CompetitionExistsException">There is one of that id already; it is left as it is (R-I3).</exception>
    /// <exception cref="IOException">The disk refused; nothing of it is there.</exception>
    public async Task<OpenCompetition> Run(CompetitionFile file, CancellationToken cancel = default, Guid? first = null)
    {
        var id = file.Competition.Id;
        var target = folder.FileOf(id);
        if (competitions.Find(id) is not null || File.Exists(target))
        {
            throw new CompetitionExistsException(id);
        }

        var unfinished = Unfinished(target);
        try
        {
            await Task.Run(() => Write(file, unfinished, first, cancel), cancel);
            File.Move(unfinished, target);
        }
        catch (SqliteException failure)
        {
            throw new IOException(StorageFailure.Explain(failure), failure);
        }
        finally
        {
            Remove(unfinished);
        }

        return competitions.Create(id);
    }

    /// <summary>A name beside the competition that no start of the program takes for one.</summary>
    public static string Unfinished(string target) => $"{target}.{Guid.NewGuid():N}.part";

    public static void Remove(string unfinished)
    {
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(unfinished + part);
        }
    }

    private void Write(CompetitionFile file, string path, Guid? first, CancellationToken cancel)
    {
        using var store = SqliteLedger.Open(path);
        var state = Folding.Begin();
        foreach (var group in Entries(file, first).Chunk(PerCommit))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var entry in group)
            {
                state.Apply(entry); // what cannot be folded must not become a competition
            }

            store.Append(group);
        }
    }

    private IEnumerable<LedgerEntry> Entries(CompetitionFile file, Guid? first)
    {
        var head = Head.Genesis;
        foreach (var e in file.ToEvents(clear => seal.Seal(file.Competition.Id, clear)))
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
            var id = head.Sequence == 0 && first is { } given ? given : Guid.CreateVersion7();
            var (sequence, type, payload) = (head.Sequence + 1, EventTypes.NameOf(e), EventTypes.Write(e));
            var hash = Chain.Hash(sequence, at, id, Actor.System, type, payload, head.Hash.Span);
            head = new(sequence, hash);
            yield return new(sequence, at, id, Actor.System, type, payload, hash);
        }
    }
}

public sealed class CompetitionExistsException(CompetitionId id) : Exception($"competition {id} exists");
