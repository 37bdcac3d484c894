using System.Diagnostics;
using Scoring.Core.Branches;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Ledger;

/// <summary>Something sent to the ledger whose sender waits for the outcome.</summary>
internal sealed class PendingEntry(Guid id, string actor, Func<CompetitionState, Decision> decide, Sent? sent, string? via)
{
    private readonly TaskCompletionSource<Outcome> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long since = Stopwatch.GetTimestamp();

    public Guid Id => id;
    public string Actor => actor;
    public Sent? Sent => sent;

    /// <summary>Set by the writer; the sender hears of it in <see cref="Answer"/>.</summary>
    public Outcome? Outcome { get; set; }

    /// <summary>A defect in the use case or the fold; concerns this sender alone.</summary>
    public Exception? Defect { get; set; }

    public Task<Outcome> Done => done.Task;

    public TimeSpan Waited => Stopwatch.GetElapsedTime(since);

    public Decision Decide(CompetitionState state) =>
        KeptApart.Held(state, decide(state)) switch
        {
            Decision.Append append when via is not null => Decision.Of(append.Event with { Via = via }),
            var decided => decided,
        };

    public void Answer()
    {
        if (Defect is { } defect)
        {
            done.TrySetException(defect);
            return;
        }

        done.TrySetResult(Outcome ?? throw new InvalidOperationException("an entry left the writer without an outcome"));
    }
}
