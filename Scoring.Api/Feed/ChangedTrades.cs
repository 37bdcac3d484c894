using Scoring.Api.Ledger;
using Scoring.Core.Definition;

namespace Scoring.Api.Feed;

/// <summary>Which trades changed since last asked: a set, not a queue, so that a slow reader skips and never lags.</summary>
internal sealed class ChangedTrades : IDisposable
{
    private readonly IDisposable commits;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim signal = new(0, 1);
    private HashSet<(OpenCompetition, TradeId)> changed = [];

    public ChangedTrades(Competitions competitions)
    {
        commits = Commits.Listen(competitions, OnCommitted);
    }

    public Task Wait(CancellationToken cancel) => signal.WaitAsync(cancel);

    public IReadOnlyCollection<(OpenCompetition Competition, TradeId Trade)> Take()
    {
        lock (gate)
        {
            var taken = changed;
            changed = [];
            return taken;
        }
    }

    public void Dispose()
    {
        commits.Dispose();
        signal.Dispose();
    }

    private void OnCommitted(OpenCompetition competition, IReadOnlyList<CommittedEntry> entries)
    {
        var trades = competition.Read(state => state.TradesInOrder.Where(t => t.Version >= entries[0].Entry.Sequence).Select(t => t.Definition.Id).ToList());
        lock (gate)
        {
            var wasEmpty = changed.Count == 0;
            changed.UnionWith(trades.Select(t => (competition, t)));
            if (wasEmpty && changed.Count > 0 && signal.CurrentCount == 0)
            {
                signal.Release();
            }
        }
    }
}
