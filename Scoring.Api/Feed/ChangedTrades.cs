using Scoring.Api.Ledger;
using Scoring.Core.Definition;

namespace Scoring.Api.Feed;

/// <summary>Which trades changed since last asked: a set, not a queue, so that a slow reader skips and never lags.</summary>
internal sealed class ChangedTrades : IDisposable
{
    private readonly IDisposable _commits;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private HashSet<(OpenCompetition, TradeId)> _changed = [];

    public ChangedTrades(Competitions competitions)
    {
        _commits = Commits.Listen(competitions, OnCommitted);
    }

    public Task Wait(CancellationToken cancel) => _signal.WaitAsync(cancel);

    public IReadOnlyCollection<(OpenCompetition Competition, TradeId Trade)> Take()
    {
        lock (_gate)
        {
            var taken = _changed;
            _changed = [];
            return taken;
        }
    }

    public void Dispose()
    {
        _commits.Dispose();
        _signal.Dispose();
    }

    private void OnCommitted(OpenCompetition competition, IReadOnlyList<CommittedEntry> entries)
    {
        var trades = competition.Read(state => state.TradesInOrder.Where(t => t.Version >= entries[0].Entry.Sequence).Select(t => t.Definition.Id).ToList());
        lock (_gate)
        {
            var wasEmpty = _changed.Count == 0;
            _changed.UnionWith(trades.Select(t => (competition, t)));
            if (wasEmpty && _changed.Count > 0 && _signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }
}
