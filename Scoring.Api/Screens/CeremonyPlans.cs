using System.Collections.Concurrent;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Screens;

/// <summary>What the organizer planned for each competition's ceremony; empty where nothing was planned.</summary>
public sealed class CeremonyPlans(ScreenRows rows)
{
    private readonly ConcurrentDictionary<CompetitionId, IReadOnlyList<PlannedPart>> plans = new();

    public IReadOnlyList<PlannedPart> Of(CompetitionId competition) => plans.GetOrAdd(competition, id => rows.Plan(id) ?? []);

    public void Set(CompetitionId competition, IReadOnlyList<PlannedPart> plan)
    {
        rows.Keep(competition, plan);
        plans[competition] = plan;
    }
}
