namespace Scoring.Api.Ledger;

/// <summary>One ear for the commits of all competitions, those opened later too.</summary>
public static class Commits
{
    /// <param name="heard">Called by the writers after each commit; must be quick.</param>
    /// <returns>Stops listening when disposed.</returns>
    public static IDisposable Listen(Competitions competitions, Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard) => new Ear(competitions, heard);

    private sealed class Ear : IDisposable
    {
        private readonly Competitions competitions;
        private readonly Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard;
        private readonly Dictionary<OpenCompetition, Action<IReadOnlyList<CommittedEntry>>> listening = [];
        private readonly Lock gate = new();

        public Ear(Competitions competitions, Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard)
        {
            (this.competitions, this.heard) = (competitions, heard);
            competitions.Opened += Join;
            competitions.Removed += Leave;
            foreach (var competition in competitions.All)
            {
                Join(competition);
            }
        }

        public void Dispose()
        {
            competitions.Opened -= Join;
            competitions.Removed -= Leave;
            lock (gate)
            {
                foreach (var (competition, listener) in listening)
                {
                    competition.Committed -= listener;
                }

                listening.Clear();
            }
        }

        private void Leave(OpenCompetition competition)
        {
            lock (gate)
            {
                if (listening.Remove(competition, out var listener))
                {
                    competition.Committed -= listener;
                }
            }
        }

        private void Join(OpenCompetition competition)
        {
            lock (gate)
            {
                Action<IReadOnlyList<CommittedEntry>> listener = entries => this.heard(competition, entries);
                if (listening.TryAdd(competition, listener))
                {
                    competition.Committed += listener;
                }
            }
        }
    }
}
