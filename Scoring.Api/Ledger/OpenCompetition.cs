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
/// Its file is open while somebody asks for it, and closed once nobody has for a while: until it is asked for again it knows how far it had
/// come, and no more.
/// </summary>
public sealed class OpenCompetition : IAsyncDisposable
{
    private const string Stopping = "服务器正在停止，没有存入。请等服务器重新启动后再提交。";

    private readonly Func<LedgerFile> open;
    private readonly TimeProvider clock;
    private readonly LedgerMetrics metrics;
    private readonly ILogger log;
    private readonly Lock gate = new();
    private volatile Writing? writing; // null: it rests
    private volatile Rested rested;
    private int users;
    private long lastUsed;
    private bool ended;

    /// <summary>One at rest.</summary>
    /// <param name="open">Opens its file, each time it is needed again. What it throws goes to whoever asked.</param>
    /// <param name="rested">How far it had come.</param>
    internal OpenCompetition(CompetitionId id, Func<LedgerFile> open, Rested rested, TimeProvider clock, LedgerMetrics metrics,
        ILogger log) =>
        (Id, this.open, this.rested, this.clock, this.metrics, this.log) = (id, open, rested, clock, metrics, log);

    public CompetitionId Id { get; }

    /// <summary>As people call it; before it has a name, its id.</summary>
    public string Name => Read(state => state.Competition?.Name) ?? Id.Value;

    /// <summary>Of the last durable entry; 0 before the first.</summary>
    public long Sequence => writing is { } now ? now.Ledger.Head.Sequence : rested.Sequence;

    /// <summary>Chain hash of the last durable entry, lower-case hex.</summary>
    public string HeadHash => writing is { } now ? now.Ledger.Head.HashText : rested.Hash;

    /// <summary>Why it can only be read, in Chinese; null if it takes entries. One with a problem does not rest.</summary>
    public string? Problem => writing?.Ledger.Problem;

    /// <summary>Its file is closed, and nothing of it is in memory.</summary>
    public bool IsResting => writing is null;

    /// <summary>Raised after each commit, in order, by the writer; a listener must be quick, may call <see cref="Read"/>, and must not wait for <see cref="Execute"/>.</summary>
    public event Action<IReadOnlyList<CommittedEntry>>? Committed;

    /// <summary>Replays the store. The competition owns it from now on.</summary>
    /// <param name="fault">Why nothing may be added, found out before: entries remembered elsewhere are gone; null: none is.</param>
    /// <exception cref="Exception">The store cannot be read; it is closed then.</exception>
    public static OpenCompetition Open(CompetitionId id, ILedgerStore store, TimeProvider clock, LedgerMetrics metrics, ILogger log, string? fault = null)
    {
        var competition = new OpenCompetition(id, () => new(store, fault), Rested.Nothing, clock, metrics, log);
        competition.Open();
        return competition;
    }

    /// <summary>Opens its file, if it rests.</summary>
    /// <exception cref="Exception">The file cannot be read.</exception>
    public void Open()
    {
        Begin();
        End();
    }

    /// <summary>Reads the durable state with nobody else at it. Keep it short, and take nothing out that changes later.</summary>
    /// <exception cref="Exception">It rested, and its file cannot be read.</exception>
    public T Read<T>(Func<CompetitionState, T> read)
    {
        var now = Begin();
        try
        {
            return now.Ledger.Read(read);
        }
        finally
        {
            End();
        }
    }

    /// <summary>The stored entry with that sequence; null if there is none.</summary>
    public LedgerEntry? EntryAt(long sequence)
    {
        var now = Begin();
        try
        {
            return now.Store.At(sequence);
        }
        finally
        {
            End();
        }
    }

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

        Writing now;
        try
        {
            now = Begin();
        }
        catch (ObjectDisposedException)
        {
            return new Outcome.NotStored(Stopping);
        }
        catch (Exception failure)
        {
            LedgerLog.Unreadable(log, Id.Value, failure);
            return new Outcome.NotStored(StorageFailure.ExplainOpening(failure));
        }

        try
        {
            var pending = new PendingEntry(id, actor, decide, sent, via);
            return await now.Add(pending, cancel) ? await pending.Done.WaitAsync(cancel) : new Outcome.NotStored(Stopping);
        }
        finally
        {
            End();
        }
    }

    /// <summary>Nobody is at it, and nobody has asked for it in that time.</summary>
    internal bool IsUnasked(TimeSpan time)
    {
        lock (gate)
        {
            return users == 0 && clock.GetElapsedTime(lastUsed) >= time;
        }
    }

    /// <summary>Closes its file unless somebody is at it; one with a problem stays open, so that the problem stays said.</summary>
    /// <returns>Whether it rests now, and did not before.</returns>
    public bool Rest()
    {
        lock (gate)
        {
            if (ended || writing is not { } now || users > 0 || now.Waiting > 0 || now.Ledger.Problem is not null)
            {
                return false;
            }

            rested = new(now.Ledger.Head.Sequence, now.Ledger.Head.HashText);
            writing = null;
            now.Close(); // nothing waits and nobody is at it: its writer has nothing left to do
            return true;
        }
    }

    /// <summary>Finishes what is in the queue and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        Writing? last;
        lock (gate)
        {
            ended = true;
            last = writing;
        }

        if (last is not null)
        {
            await last.Finish(); // what was folded can still be read
        }
    }

    private Writing Begin()
    {
        lock (gate)
        {
            if (writing is null)
            {
                ObjectDisposedException.ThrowIf(ended, this);
                writing = new(this, open(), clock, metrics, log);
            }

            users++;
            return writing;
        }
    }

    private void End()
    {
        lock (gate)
        {
            users--;
            lastUsed = clock.GetTimestamp();
        }
    }

    /// <summary>While its file is open: the folded ledger and the one writer.</summary>
    private sealed class Writing
    {
        private const int QueueLength = 1024;
        private const int LargestCommit = 256;

        private readonly OpenCompetition of;
        private readonly LedgerMetrics metrics;
        private readonly ILogger log;
        private readonly Task writer;
        private readonly Channel<PendingEntry> queue = Channel.CreateBounded<PendingEntry>(
            new BoundedChannelOptions(QueueLength) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

        /// <exception cref="Exception">The file cannot be read; it is closed then.</exception>
        public Writing(OpenCompetition of, LedgerFile file, TimeProvider clock, LedgerMetrics metrics, ILogger log)
        {
            (this.of, Store, this.metrics, this.log) = (of, file.Store, metrics, log);
            try
            {
                var started = Stopwatch.GetTimestamp();
                Ledger = new FoldedLedger(Store, clock, log, file.Fault);
                Ledger.Load();
                LedgerLog.Opened(log, of.Id.Value, Ledger.Head.Sequence, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (Ledger.Problem is { } problem)
                {
                    LedgerLog.OpenedForReading(log, of.Id.Value, Ledger.Head.Sequence, problem);
                }
            }
            catch
            {
                Store.Dispose();
                throw;
            }

            metrics.Watch(of.Id.Value, () => queue.Reader.Count);
            writer = Task.Run(Write);
        }

        public ILedgerStore Store { get; }

        public FoldedLedger Ledger { get; }

        public int Waiting => queue.Reader.Count;

        /// <returns>False: it is closing and takes no more.</returns>
        public async Task<bool> Add(PendingEntry pending, CancellationToken cancel)
        {
            try
            {
                await queue.Writer.WriteAsync(pending, cancel);
                return true;
            }
            catch (ChannelClosedException)
            {
                return false;
            }
        }

        public async Task Finish()
        {
            queue.Writer.TryComplete();
            await writer;
            Close();
        }

        public void Close()
        {
            queue.Writer.TryComplete();
            metrics.Forget(of.Id.Value);
            Store.Dispose();
        }

        private async Task Write()
        {
            var batch = new List<PendingEntry>(LargestCommit);
            while (await queue.Reader.WaitToReadAsync())
            {
                of.Busy(1);
                batch.Clear();
                while (batch.Count < LargestCommit && queue.Reader.TryRead(out var pending))
                {
                    batch.Add(pending);
                }

                of.Announce(Commit(batch));
                of.Busy(-1);
            }
        }

        private IReadOnlyList<CommittedEntry> Commit(List<PendingEntry> batch)
        {
            var started = Stopwatch.GetTimestamp();
            IReadOnlyList<CommittedEntry> committed = [];
            try
            {
                committed = Ledger.Commit(batch);
            }
            catch (Exception failure)
            {
                LedgerLog.WriterFailed(log, failure);
                batch.ForEach(pending => pending.Outcome ??= new Outcome.NotStored(StorageFailure.Explain(failure)));
            }

            if (committed.Count > 0)
            {
                metrics.Committed(of.Id.Value, committed.Count, Stopwatch.GetElapsedTime(started));
            }

            foreach (var pending in batch)
            {
                metrics.Answered(of.Id.Value, pending);
                pending.Answer();
            }

            return committed;
        }
    }

    private void Busy(int one)
    {
        lock (gate)
        {
            users += one;
        }
    }

    private void Announce(IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count > 0)
        {
            Listeners.Tell(Committed, listener => listener(committed), committed[^1].Entry.Sequence, log);
        }
    }
}
