using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Scoring.Api.Ledger;

/// <summary>Counters of the meter <c>Scoring.Ledger</c>, each tagged with the competition's id.</summary>
public sealed class LedgerMetrics : IDisposable
{
    public const string MeterName = "Scoring.Ledger", QueueLength = "ledger.queue.length", CommitSize = "ledger.commit.size", CommitTime = "ledger.commit.time",
        ReceiptTime = "ledger.receipt.time", NotStored = "ledger.not_stored";

    public Meter Meter { get; } = new(MeterName);
    private readonly ConcurrentDictionary<string, Func<int>> queues = new(StringComparer.Ordinal);
    private readonly Histogram<int> commitSize;
    private readonly Histogram<double> commitTime;
    private readonly Histogram<double> receiptTime;
    private readonly Counter<int> notStored;

    public LedgerMetrics()
    {
        Meter.CreateObservableGauge(
            QueueLength, () => queues.Select(q => new Measurement<int>(q.Value(), Tag(q.Key))), "{entry}", "Entries that wait for the writer");
        commitSize = Meter.CreateHistogram<int>(CommitSize, "{entry}", "Entries in one commit");
        commitTime = Meter.CreateHistogram<double>(CommitTime, "ms", "From the first decision to the durable commit");
        receiptTime = Meter.CreateHistogram<double>(ReceiptTime, "ms", "From the entry's arrival to its receipt");
        notStored = Meter.CreateCounter<int>(NotStored, "{entry}", "Entries the disk did not take");
    }

    internal void Watch(string competition, Func<int> queueLength) => queues[competition] = queueLength;

    internal void Forget(string competition) => queues.TryRemove(competition, out _);

    internal void Committed(string competition, int entries, TimeSpan time)
    {
        commitSize.Record(entries, Tag(competition));
        commitTime.Record(time.TotalMilliseconds, Tag(competition));
    }

    internal void Answered(string competition, PendingEntry pending)
    {
        if (pending.Outcome is Outcome.Accepted)
        {
            receiptTime.Record(pending.Waited.TotalMilliseconds, Tag(competition));
        }
        else if (pending.Outcome is Outcome.NotStored)
        {
            notStored.Add(1, Tag(competition));
        }
    }

    public void Dispose() => Meter.Dispose();

    private static KeyValuePair<string, object?> Tag(string competition) => new("competition", competition);
}
