namespace Scoring.Api.Ledger;

/// <summary>One ear for the commits of all competitions, those made later too.</summary>
public static class Commits
{
    /// <param name="heard">Called by the writers after each commit; must be quick.</param>
    /// <returns>Stops listening when disposed.</returns>
    public static IDisposable Listen(Competitions competitions, Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard) => new Ear(competitions, heard);

    private sealed class Ear : IDisposable
    {
        private readonly Competitions competitions;
        private readonly Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard;

        public Ear(Competitions competitions, Action<OpenCompetition, IReadOnlyList<CommittedEntry>> heard)
        {
            (this.competitions, this.heard) = (competitions, heard);
            competitions.Committed += heard;
        }

        public void Dispose() => competitions.Committed -= heard;
    }
}
