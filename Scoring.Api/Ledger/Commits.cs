namespace Scoring.Api.Ledger;

/// <summary>One ear for the commits of all competitions, those opened later too.</summary>
public static class Commits
{
    /// <param name="heard">Called by the writers after each commit; must be quick.</param>
    /// <returns>Stops listening when disposed.</returns>
    public static IDisposable Listen(Competitions competitions, Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard) => new Ear(competitions, heard);

    private sealed class Ear : IDisposable
    {
        private readonly Competitions _competitions;
        private readonly Action<OpenCompetition, IReadOnlyList<CommittedEntry>> _heard;
        private readonly Dictionary<OpenCompetition, Action<IReadOnlyList<CommittedEntry>>> _listening = [];
        private readonly Lock _gate = new();

        public Ear(Competitions competitions, Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard)
        {
            (_competitions, _heard) = (competitions, heard);
            competitions.Opened += Join;
            competitions.Removed += Leave;
            foreach (var competition in competitions.All)
            {
                Join(competition);
            }
        }

        public void Dispose()
        {
            _competitions.Opened -= Join;
            _competitions.Removed -= Leave;
            lock (_gate)
            {
                foreach (var (competition, listener) in _listening)
                {
                    competition.Committed -= listener;
                }

                _listening.Clear();
            }
        }

        private void Leave(OpenCompetition competition)
        {
            lock (_gate)
            {
                if (_listening.Remove(competition, out var listener))
                {
                    competition.Committed -= listener;
                }
            }
        }

        private void Join(OpenCompetition competition)
        {
            lock (_gate)
            {
                Action<IReadOnlyList<CommittedEntry>> listener = entries => _heard(competition, entries);
                if (_listening.TryAdd(competition, listener))
                {
                    competition.Committed += listener;
                }
            }
        }
    }
}
