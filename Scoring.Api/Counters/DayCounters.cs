// What the meters say, kept for an hour, so that somebody can watch a live day without any tool.
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Display.Screens;

namespace Scoring.Api.Counters;

/// <summary>Reads the meters once a second and keeps a sample every ten.</summary>
public sealed class DayCounters : BackgroundService
{
    public const int SecondsASample = 10;
    public const int Kept = 3600 / SecondsASample;

    private readonly TimeProvider time;
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly Queue<Sample> samples = new(Kept);
    private readonly Dictionary<string, long> levels = new(StringComparer.Ordinal);
    private Window commits = new();
    private Window receipts = new();
    private int entries, notStored, queue;
    private long sentBefore;
    private TimeSpan processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
    private long since;

    public DayCounters(TimeProvider time, LedgerMetrics ledger, ScreenMetrics screens, TabletMetrics tablets)
    {
        Meter[] meters = [ledger.Meter, screens.Meter, tablets.Meter];
        this.time = time;
        since = time.GetTimestamp();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (meters.Contains(instrument.Meter))
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Take(instrument.Name, value));
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Take(instrument.Name, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Take(instrument.Name, value));
        listener.Start();
    }

    /// <summary>Oldest first, an hour of them at most.</summary>
    public IReadOnlyList<Sample> Hour
    {
        get
        {
            lock (gate)
            {
                return [.. samples];
            }
        }
    }

    /// <summary>Closes the window that is open now, as the end of its ten seconds would.</summary>
    public Sample Close()
    {
        Ask();
        lock (gate)
        {
            var processor = Process.GetCurrentProcess().TotalProcessorTime;
            var passed = time.GetElapsedTime(since);
            var sent = levels.GetValueOrDefault(ScreenMetrics.Sent);
            var sample = new Sample(
                time.GetUtcNow(), queue, entries, commits.Count, commits.Quantile(0.5), receipts.Quantile(0.5), receipts.Quantile(0.99), notStored,
                Level(TabletMetrics.Connections), Level(TabletMetrics.Waiting), Level(ScreenMetrics.Connections), sent - sentBefore,
                passed > TimeSpan.Zero ? Math.Round(100 * (processor - processorBefore) / passed, 1) : 0,
                Math.Round(Environment.WorkingSet / 1024.0 / 1024.0, 0));
            if (samples.Count == Kept)
            {
                samples.Dequeue();
            }

            samples.Enqueue(sample);
            (commits, receipts, entries, notStored, queue) = (new(), new(), 0, 0, 0);
            (sentBefore, processorBefore, since) = (sent, processor, time.GetTimestamp());
            return sample;
        }
    }

    public override void Dispose()
    {
        listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        for (var n = 1; await second.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false); n++)
        {
            if (n % SecondsASample == 0)
            {
                Close();
            }
            else
            {
                Ask();
            }
        }
    }

    private int Level(string name) => (int)levels.GetValueOrDefault(name);

    private void Ask()
    {
        lock (gate)
        {
            levels.Clear(); // one measurement a competition: they add up
            listener.RecordObservableInstruments();
            queue = Math.Max(queue, Level(LedgerMetrics.QueueLength));
        }
    }

    private void Take(string instrument, double value)
    {
        lock (gate)
        {
            switch (instrument)
            {
                case LedgerMetrics.CommitSize:
                    entries += (int)value;
                    break;
                case LedgerMetrics.CommitTime:
                    commits.Add(value);
                    break;
                case LedgerMetrics.ReceiptTime:
                    receipts.Add(value);
                    break;
                case LedgerMetrics.NotStored:
                    notStored += (int)value;
                    break;
                default:
                    levels[instrument] = levels.GetValueOrDefault(instrument) + (long)value;
                    break;
            }
        }
    }
}
