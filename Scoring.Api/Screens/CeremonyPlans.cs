using System.Collections.Concurrent;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Api.Screens;

/// <summary>One part of a ceremony as the organizer wants it; their order is that of the list.</summary>
/// <param name="Part">Id of a trade, or <see cref="CeremonyParts.Overall"/>, <see cref="CeremonyParts.Honours"/>, or a team ranking's.</param>
/// <param name="Shown">False: left out.</param>
/// <param name="Note">For the presenter.</param>
public sealed record PlannedPart(string Part, CeremonyReveal Reveal = CeremonyReveal.ByTier, bool Shown = true, string? Note = null);

/// <summary>What the organizer planned for each competition's ceremony; empty where nothing was planned.</summary>
public sealed class CeremonyPlans(ScreenRows rows)
{
    private readonly ConcurrentDictionary<CompetitionId, IReadOnlyList<PlannedPart>> _plans = new();

    public IReadOnlyList<PlannedPart> Of(CompetitionId competition) => _plans.GetOrAdd(competition, id => rows.Plan(id) ?? []);

    public void Set(CompetitionId competition, IReadOnlyList<PlannedPart> plan)
    {
        rows.Keep(competition, plan);
        _plans[competition] = plan;
    }
}
