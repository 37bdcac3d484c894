// All competitions of this installation, each with its own file and writer.
using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Ledger;

/// <summary>
/// Knows every file of <c>data/competitions</c> from the start and closes them cleanly at the end. A file nobody has touched since this
/// program closed it stays
/// closed until it is asked for, so that a shelf of thousands starts as quickly as one of ten; any other is opened and checked at once.
/// </summary>
public sealed class Competitions(
    DataFolder folder, Catalog catalog, HeadRows heads, RestedRows resting, TimeProvider clock, LedgerMetrics metrics,
        ILogger<OpenCompetition> log) : IAsyncDisposable
{
    private readonly Lock changing = new();
    private readonly ConcurrentDictionary<CompetitionId, OpenCompetition> byId = new();
    private volatile IReadOnlyList<OpenCompetition> all = [];
    private volatile IReadOnlyList<UnreadableFile> unreadable = [];
    private volatile OpenCompetition? current;
    private volatile IReadOnlySet<CompetitionId> hidden = new HashSet<CompetitionId>();
    private volatile IReadOnlySet<CompetitionId> archived = new HashSet<CompetitionId>();

    /// <summary>By id, those made since the start last. A damaged one is among them, for reading (<see cref="OpenCompetition.Problem"/>).
    /// To read one wakes it: what all of
    /// them must say, their cards say.</summary>
    public IReadOnlyList<OpenCompetition> All => all;

    /// <summary>Files that could not be opened at all.</summary>
    public IReadOnlyList<UnreadableFile> Unreadable => unreadable;

    /// <summary>What the organizer must know about files that do not open or can only be read, a line each, in Chinese.</summary>
    public IReadOnlyList<string> Trouble =>
        [.. unreadable.Select(file => file.Message), .. all.Where(c => c.Problem is not null).Select(c => $"竞赛 {c.Id}：{c.Problem}")];

    /// <summary>The one tablets and screens are about; null while there is none.</summary>
    public OpenCompetition? Current => current;

    /// <summary>After another competition came into use, or the one in use went; null: none is.</summary>
    public event Action<OpenCompetition?>? CurrentChanged;

    /// <summary>Before a file is closed: what must be known of a competition at rest is written down now, while it can still be
    /// read.</summary>
    public event Action<OpenCompetition>? Closing;

    /// <summary>After a competition was deleted.</summary>
    public event Action<OpenCompetition>? Removed;

    /// <summary>Left out of history and of the public list: a copy restored beside its original.</summary>
    public bool IsHidden(CompetitionId id) => hidden.Contains(id);

    /// <summary>Out of the daily list; nothing else.</summary>
    public bool IsArchived(CompetitionId id) => archived.Contains(id);

    /// <summary>After each commit of any of them, in its order, by its writer; a listener must be quick, may call <see
    /// cref="OpenCompetition.Read"/>, and must not wait for
    /// <see cref="OpenCompetition.Execute"/>.</summary>
    public event Action<OpenCompetition, IReadOnlyList<CommittedEntry>>? Committed;

    public OpenCompetition? Find(CompetitionId id) => byId.GetValueOrDefault(id);

    /// <summary>Puts what the folder holds on the shelf. Once, before the server answers.</summary>
    public void OpenAll()
    {
        lock (changing)
        {
            var rested = resting.All();
            var last = catalog.Current();
            var found = new List<OpenCompetition>();
            foreach (var file in Directory.EnumerateFiles(folder.Competitions, "*.db").Order(StringComparer.Ordinal))
            {
                var id = new CompetitionId(Path.GetFileNameWithoutExtension(file));
                if (Opened(id, file, id == last ? null : rested.GetValueOrDefault(id)) is { } competition)
                {
                    found.Add(competition);
                }
            }

            all = found;
            hidden = catalog.Hidden().ToHashSet();
            archived = catalog.Archived().ToHashSet();
            current = all.FirstOrDefault(c => c.Id == last) ?? (all.Count > 0 ? all[^1] : null);
        }
    }

    /// <summary>Makes a competition with an empty ledger, or gives the one that has the id. The first of an installation is the current one.</summary>
    /// <exception cref="ArgumentException">The id cannot be a file's name (<see cref="DataFolder.CanName"/>).</exception>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public OpenCompetition Create(CompetitionId id)
    {
        lock (changing)
        {
            if (Find(id) is { } existing)
            {
                return existing;
            }

            var created = Open(id, folder.FileOf(id));
            all = [.. all, created];
            if (current is null)
            {
                MakeCurrent(created);
            }

            return created;
        }
    }

    public void MakeCurrent(OpenCompetition competition)
    {
        lock (changing)
        {
            catalog.MakeCurrent(competition.Id, clock.GetUtcNow());
            current = competition;
        }

        CurrentChanged?.Invoke(competition);
    }

    public void Hide(OpenCompetition competition, bool hidden)
    {
        lock (changing)
        {
            catalog.Hide(competition.Id, hidden ? clock.GetUtcNow() : null);
            this.hidden = catalog.Hidden().ToHashSet();
        }
    }

    public void Archive(IReadOnlyList<CompetitionId> some, bool archived)
    {
        lock (changing)
        {
            catalog.Archive(some, archived ? clock.GetUtcNow() : null);
            this.archived = catalog.Archived().ToHashSet();
        }
    }

    /// <summary>Takes a competition off the shelf; its file goes among the backups, so that a mistake can be mended.</summary>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public async Task Remove(OpenCompetition competition)
    {
        var file = folder.FileOf(competition.Id);
        Backups.Make(file, folder.Backups, "删除前", clock.GetUtcNow());
        var wasCurrent = false;
        lock (changing)
        {
            all = [.. all.Where(c => c != competition)];
            byId.TryRemove(competition.Id, out _);
            wasCurrent = current == competition;
            current = wasCurrent ? (all.Count > 0 ? all[^1] : null) : current;
            catalog.Remove(competition.Id);
        }

        Removed?.Invoke(competition);
        await competition.DisposeAsync();
        resting.Forget(competition.Id);
        heads.Forget(competition.Id); // before its file: cut off between the two, the file that is left is remembered anew when it is opened
        foreach (var part in (string[])["", "-wal", "-shm"])
        {
            File.Delete(file + part);
        }

        if (wasCurrent)
        {
            CurrentChanged?.Invoke(current);
        }
    }

    /// <summary>Closes the files nobody has asked for in that time; the one in use stays open.</summary>
    public void Rest(TimeSpan unasked)
    {
        foreach (var competition in all.Where(c => !c.IsResting && c != current && c.IsUnasked(unasked)))
        {
            Tell(competition);
            lock (changing) // a competition that is being deleted is not written down again
            {
                if (byId.ContainsKey(competition.Id) && competition.Rest())
                {
                    WriteDown(competition);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        current = null;
        foreach (var competition in Interlocked.Exchange(ref all, []).Where(c => !c.IsResting))
        {
            if (competition.Problem is null)
            {
                Tell(competition);
            }

            await competition.DisposeAsync();
            if (competition.Problem is null)
            {
                WriteDown(competition);
            }
        }
    }

    private void Tell(OpenCompetition closing) => Listeners.Tell(Closing, listener => listener(closing), closing.Sequence, log);

    private void WriteDown(OpenCompetition competition)
    {
        try
        {
            resting.Write(competition.Id, folder.FileOf(competition.Id), competition.Sequence, competition.HeadHash);
        }
        catch (SqliteException)
        {
            // Opened and checked at the next start, as if it had not been closed.
        }
    }

    private OpenCompetition? Opened(CompetitionId id, string file, RestedRow? row)
    {
        try
        {
            return row is not null && row.IsOf(file) ? Shelved(id, file, new(row.Sequence, row.Hash)) : Open(id, file);
        }
        catch (Exception failure)
        {
            LedgerLog.Unreadable(log, file, failure);
            unreadable = [.. unreadable, new(file, $"打不开竞赛文件 {Path.GetFileName(file)}。{StorageFailure.ExplainOpening(failure)}")];
            return null;
        }
    }

    private void Note(OpenCompetition competition)
    {
        if (competition.Problem is null && competition.Sequence > 0)
        {
            heads.Remember(competition.Id, competition.Sequence, competition.HeadHash);
        }

        catalog.Add(competition.Id, clock.GetUtcNow());
    }

    private static SqliteLedger Store(string file)
    {
        try
        {
            return SqliteLedger.Open(file);
        }
        catch (SqliteException full) when (StorageFailure.TakesNothing(full) && File.Exists(file))
        {
            return SqliteLedger.OpenForReading(file);
        }
    }

    private LedgerFile FileOf(CompetitionId id, string file, Rested rested)
    {
        if (rested.Sequence > 0 && !File.Exists(file))
        {
            throw new FileNotFoundException("a competition's file is gone", file); // opening would make an empty one
        }

        var store = Store(file);
        return new(store, HeadRows.Missing(store, heads.Of(id)));
    }

    private OpenCompetition Open(CompetitionId id, string file)
    {
        var competition = Made(id, file, Rested.Nothing);
        competition.Open();
        try
        {
            Note(competition);
        }
        catch (SqliteException full) when (StorageFailure.TakesNothing(full) || catalog.ForReading)
        {
            // It opens all the same; it was on the list before, and its head is written with its next entries.
        }

        byId[id] = competition;
        return competition;
    }

    private OpenCompetition Shelved(CompetitionId id, string file, Rested rested) => byId[id] = Made(id, file, rested);

    private OpenCompetition Made(CompetitionId id, string file, Rested rested)
    {
        var competition = new OpenCompetition(id, () => FileOf(id, file, rested), rested, clock, metrics, log);
        competition.Committed += entries => Listeners.Tell(Committed, listener =>
            listener(competition, entries), entries[^1].Entry.Sequence, log);
        return competition;
    }
}

/// <summary>A file in the competitions' folder that is no usable ledger.</summary>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record UnreadableFile(string Path, string Message);
