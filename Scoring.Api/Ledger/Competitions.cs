// All competitions of this installation, each with its own file and writer.
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Ledger;

/// <summary>Opens every file of <c>data/competitions</c> at start and closes them cleanly at the end.</summary>
public sealed class Competitions(DataFolder folder, Catalog catalog, HeadRows heads, TimeProvider clock, LedgerMetrics metrics, ILogger<OpenCompetition> log)
    : IAsyncDisposable
{
    private readonly Lock changing = new();
    private volatile IReadOnlyList<OpenCompetition> all = [];
    private volatile IReadOnlyList<UnreadableFile> unreadable = [];
    private volatile OpenCompetition? current;
    private volatile IReadOnlySet<CompetitionId> hidden = new HashSet<CompetitionId>();

    /// <summary>By id. A damaged one is among them, for reading (<see cref="OpenCompetition.Problem"/>).</summary>
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

    /// <summary>After a competition was deleted.</summary>
    public event Action<OpenCompetition>? Removed;

    /// <summary>Left out of history and of the public list: a copy restored beside its original.</summary>
    public bool IsHidden(CompetitionId id) => hidden.Contains(id);

    /// <summary>Raised for each competition that opens, at start and later, before anybody can send it entries.</summary>
    public event Action<OpenCompetition>? Opened;

    public OpenCompetition? Find(CompetitionId id) => all.FirstOrDefault(c => c.Id == id);

    /// <summary>Opens what the folder holds. Once, before the server answers.</summary>
    public void OpenAll()
    {
        lock (changing)
        {
            foreach (var file in Directory.EnumerateFiles(folder.Competitions, "*.db").Order(StringComparer.Ordinal))
            {
                TryOpen(file);
            }

            hidden = catalog.Hidden().ToHashSet();
            var last = catalog.Current();
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
            wasCurrent = current == competition;
            current = wasCurrent ? (all.Count > 0 ? all[^1] : null) : current;
            catalog.Remove(competition.Id);
        }

        Removed?.Invoke(competition);
        await competition.DisposeAsync();
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

    public async ValueTask DisposeAsync()
    {
        current = null;
        foreach (var competition in Interlocked.Exchange(ref all, []))
        {
            await competition.DisposeAsync();
        }
    }

    private void TryOpen(string file)
    {
        try
        {
            Open(new(Path.GetFileNameWithoutExtension(file)), file);
        }
        catch (Exception failure)
        {
            LedgerLog.Unreadable(log, file, failure);
            unreadable = [.. unreadable, new(file, $"打不开竞赛文件 {Path.GetFileName(file)}。{StorageFailure.ExplainOpening(failure)}")];
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

    private OpenCompetition Open(CompetitionId id, string file)
    {
        var store = Store(file);
        var competition = OpenCompetition.Open(id, store, clock, metrics, log, HeadRows.Missing(store, heads.Of(id)));
        try
        {
            Note(competition);
        }
        catch (SqliteException full) when (StorageFailure.TakesNothing(full) || catalog.ForReading)
        {
            // It opens all the same; it was on the list before, and its head is written with its next entries.
        }

        Opened?.Invoke(competition);
        all = [.. all, competition];
        return competition;
    }
}

/// <summary>A file in the competitions' folder that is no usable ledger.</summary>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record UnreadableFile(string Path, string Message);
