// One competition at work: its ledger, the state folded from it, and the one writer all entries go through.
using System.Diagnostics;
using System.Threading.Channels;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Ledger;

/// <summary>
/// Entries wait in a bounded queue, are decided in order, committed in groups, and answered only when they are durable.
/// None is ever dropped: a full queue makes the sender wait.
/// </summary>
public sealed class OpenCompetition : IAsyncDisposable
{
    private const int QueueLength = 1024;
    private const int LargestCommit = 256;

    private readonly ILedgerStore store;
    private readonly FoldedLedger ledger;
    private readonly LedgerMetrics metrics;
    private readonly ILogger log;
    private readonly Channel<PendingEntry> queue = Channel.CreateBounded<PendingEntry>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private readonly Task writer;

    private OpenCompetition(CompetitionId id, ILedgerStore store, FoldedLedger ledger, LedgerMetrics metrics, ILogger log)
    {
        (Id, this.store, this.ledger, this.metrics, this.log) = (id, store, ledger, metrics, log);
        metrics.Watch(id.Value, () => queue.Reader.Count);
        writer = Task.Run(Write);
    }

    public CompetitionId Id { get; }

    /// <summary>As people call it; before it has a name, its id.</summary>
    public string Name => Read(state => state.Competition?.Name) ?? Id.Value;

    /// <summary>Of the last durable entry; 0 before the first.</summary>
    public long Sequence => ledger.Head.Sequence;

    /// <summary>Chain hash of the last durable entry, lower-case hex.</summary>
    public string HeadHash => ledger.Head.HashText;

    /// <summary>Why it can only be read, in Chinese; null if it takes entries.</summary>
    public string? Problem => ledger.Problem;

    /// <summary>Raised after each commit, in order, by the writer; a listener must be quick, may call <see cref="Read"/>, and must not wait for <see cref="Execute"/>.</summary>
    public event Action<IReadOnlyList<CommittedEntry>>? Committed;

    /// <summary>Replays the store. The competition owns it from now on.</summary>
    /// <param name="fault">Why nothing may be added, found out before: entries remembered elsewhere are gone; null: none is.</param>
    /// <exception cref="Exception">The store cannot be read; it is closed then.</exception>
    public static OpenCompetition Open(CompetitionId id, ILedgerStore store, TimeProvider clock, LedgerMetrics metrics, ILogger log, string? fault = null)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var folded = new FoldedLedger(store, clock, log, fault);
            folded.Load();
            LedgerLog.Opened(log, id.Value, folded.Head.Sequence, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (folded.Problem is { } problem)
            {
                LedgerLog.OpenedForReading(log, id.Value, folded.Head.Sequence, problem);
            }

            return new(id, store, folded, metrics, log);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Reads the durable state with nobody else at it. Keep it short, and take nothing out that changes later.</summary>
    public T Read<T>(Func<CompetitionState, T> read) => ledger.Read(read);

    /// <summary>The stored entry with that sequence; null if there is none.</summary>
    public LedgerEntry? EntryAt(long sequence) => store.At(sequence);

    /// <summary>Decides on the state as it then is and makes the event durable.</summary>
    /// <param name="id">Made by the sender; the same id again gives the same receipt and changes nothing.</param>
    /// <param name="actor">As <see cref="Actor"/> writes it.</param>
    /// <param name="decide">Pure and quick; runs once, on the writer. Not run for an id already stored.</param>
    /// <param name="sent">What came under that id; other content under an id already stored is refused as "id-used". Null: the id was made for this one call.</param>
    /// <param name="via">By what the actor was let in (<see cref="LedgerEvent.Via"/>); kept in the entry.</param>
    /// <param name="cancel">Gives up waiting; an entry already in the queue may still be stored.</param>
    public async Task<Outcome> Execute(Guid id, string actor, Func<CompetitionState, Decision> decide, CancellationToken cancel = default, Sent? sent = null,
        string? via = null)
    {
        if (actor.Length == 0 || actor.Any(char.IsControl))
        {
            throw new ArgumentException("an actor is one line of text", nameof(actor));
        }

        var pending = new PendingEntry(id, actor, decide, sent, via);
        try
        {
            await queue.Writer.WriteAsync(pending, cancel);
        }
        catch (ChannelClosedException)
        {
            return new Outcome.NotStored("服务器正在停止，没有存入。请等服务器重新启动后再提交。");
        }

        return await pending.Done.WaitAsync(cancel);
    }

    /// <summary>Finishes what is in the queue and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
        metrics.Forget(Id.Value);
        store.Dispose();
    }

    private async Task Write()
    {
        var batch = new List<PendingEntry>(LargestCommit);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestCommit && queue.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            Announce(Commit(batch));
        }
    }

    private IReadOnlyList<CommittedEntry> Commit(List<PendingEntry> batch)
    {
        var started = Stopwatch.GetTimestamp();
        IReadOnlyList<CommittedEntry> committed = [];
        try
        {
            committed = ledger.Commit(batch);
        }
        catch (Exception failure)
        {
            LedgerLog.WriterFailed(log, failure);
            batch.ForEach(pending => pending.Outcome ??= new Outcome.NotStored(StorageFailure.Explain(failure)));
        }

        if (committed.Count > 0)
        {
            metrics.Committed(Id.Value, committed.Count, Stopwatch.GetElapsedTime(started));
        }

        foreach (var pending in batch)
        {
            metrics.Answered(Id.Value, pending);
            pending.Answer();
        }

        return committed;
    }

    private void Announce(IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count == 0 || Committed is not { } listeners)
        {
            return;
        }

        foreach (var listener in Delegate.EnumerateInvocationList(listeners))
        {
            try
            {
                listener(committed);
            }
            catch (Exception failure)
            {
                LedgerLog.ListenerFailed(log, committed[^1].Entry.Sequence, failure);
            }
        }
    }
}
