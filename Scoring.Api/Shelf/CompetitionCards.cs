using Scoring.Api.Screens;
using Scoring.Core.Contracts;
using Scoring.Core.Fold.State;

namespace Scoring.Api.Shelf;

internal static class CompetitionCards
{
    /// <summary>Null before the competition is defined.</summary>
    public static CompetitionCard? Of(CompetitionState state) => state.Competition is { } c
        ? new CompetitionCard(c.Id, c.Name, c.NameLines is { Count: > 0 } lines ? lines : [c.Name], c.Date, c.Hosts ?? [],
            c.Organizers ?? [], c.Demo, PublicTeams.Of(state),
            state.TradeWord, c.TimeZone)
        : null;
}
