// Copies without anybody thinking of it: on every phase change, and every ten minutes while something happens; the catalog every minute.
using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Files;

/// <summary>Makes backups in the data folder and, if the organizer named one, in a second folder or on a USB stick. One at a time, never on the ledger's writer.</summary>
public sealed class BackupKeeper(Competitions competitions, DataFolder folder, Settings settings, InstallationBackup installation, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>How often the catalog is kept: whoever was paired or given an account a minute ago should not have to come again.</summary>
    public static readonly TimeSpan CatalogEvery = TimeSpan.FromMinutes(1);

    private const string Regular = "定时";
    private const int RegularKept = 72;

    private readonly Channel<(OpenCompetition Competition, string Reason, long Sequence)> wanted = Channel.CreateUnbounded<(OpenCompetition, string, long)>();
    private readonly ConcurrentDictionary<CompetitionId, long> backedUp = new();
    private string? catalogKept;

    /// <summary>Why the second folder did not take the last backup, in Chinese; null: it did, or there is none.</summary>
    public string? SecondFolderProblem { get; private set; }

    public string? SecondFolder => settings.Get(Settings.SecondFolder);

    /// <summary>Every folder that holds backups.</summary>
    public IReadOnlyList<string> Folders => SecondFolder is { } second ? [folder.Backups, second] : [folder.Backups];

    /// <summary>At once, for whoever pressed the button.</summary>
    /// <returns>Where it lies, in the data folder.</returns>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public string Make(OpenCompetition competition, string reason)
    {
        var sequence = competition.Sequence;
        var made = Backups.Make(folder.FileOf(competition.Id), folder.Backups, reason, time.GetUtcNow());
        backedUp[competition.Id] = sequence;
        SecondFolderProblem = SecondFolder is { } second ? CopyTo(second, made, folder.FileOf(competition.Id)) : null;
        installation.Make(SecondFolderProblem is null ? Folders : [folder.Backups]);
        return made;
    }

    /// <summary>A copy that was begun is finished before the folder is let go.</summary>
    public override void Dispose()
    {
        base.Dispose();
        ExecuteTask?.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = Commits.Listen(competitions, Heard);
        await using var timer = time.CreateTimer(_ => Tick(), null, Every, Every);
        await using var catalogs = time.CreateTimer(_ => KeepCatalog(), null, CatalogEvery, CatalogEvery);
        KeepCatalog();
        foreach (var closed in competitions.All.Where(c => c.IsResting))
        {
            backedUp.TryAdd(closed.Id, closed.Sequence); // nobody has touched it since it was closed
        }

        await foreach (var (competition, reason, sequence) in wanted.Reader.ReadAllAsync(stoppingToken))
        {
            if (reason == Regular && backedUp.GetValueOrDefault(competition.Id) >= sequence)
            {
                continue;
            }

            try
            {
                Make(competition, reason);
                Prune(competition.Id);
            }
            catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                SecondFolderProblem = $"没有能备份 {competition.Id}。{StorageFailure.Explain(failure)}";
            }
        }
    }

    private void Tick()
    {
        foreach (var competition in competitions.All)
        {
            wanted.Writer.TryWrite((competition, Regular, competition.Sequence)); // what is newer by the time it is its turn is the next tick's
        }
    }

    // Accounts and tablets change while no contest does; a file nobody wrote to is not read again.
    private void KeepCatalog()
    {
        try
        {
            var written = string.Join(' ', new[] { folder.Catalog, folder.Catalog + "-wal" }.Select(f => new FileInfo(f))
                .Select(f => f.Exists ? $"{f.Length}:{f.LastWriteTimeUtc.Ticks}" : "-"));
            if (written == catalogKept)
            {
                return;
            }

            CatalogCopies.Make(folder, time.GetUtcNow());
            catalogKept = written; // as it was before it was read: a write meanwhile shows the next time
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            SecondFolderProblem = $"没有能备份账号和平板。{StorageFailure.Explain(failure)}";
        }
    }

    private void Heard(OpenCompetition competition, IReadOnlyList<CommittedEntry> entries)
    {
        foreach (var changed in entries.Select(e => e.Event).OfType<PhaseChanged>())
        {
            var trade = competition.Read(state => state.Trade(changed.Trade)?.Definition.Name ?? changed.Trade.Value);
            wanted.Writer.TryWrite((competition, string.Create(CultureInfo.InvariantCulture, $"{trade}进入{PhaseWords.Of(changed.To)}"), entries[^1].Receipt.Sequence));
        }
    }

    private static string? CopyTo(string second, string made, string ledger)
    {
        try
        {
            Directory.CreateDirectory(second);
            var target = Path.Combine(second, Path.GetFileName(made));
            Backups.CopyPapers(ledger, Path.Combine(second, Path.GetFileName(ledger)));
            File.Copy(made, target + ".part", overwrite: true);
            File.Move(target + ".part", target, overwrite: true);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"第二备份位置 {second} 没有写成。{StorageFailure.Explain(failure)}请检查 U 盘是否插好、有没有空间。";
        }
    }

    // Regular ones of half a day stay; those with a reason stay for good.
    private void Prune(CompetitionId competition)
    {
        foreach (var old in Folders.SelectMany(f => BackupFile.In(f).Where(b => b.Competition == competition && b.Reason.StartsWith(Regular, StringComparison.Ordinal)).Skip(RegularKept)))
        {
            File.Delete(old.Path);
        }
    }
}
