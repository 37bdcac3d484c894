using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Screens;

namespace Scoring.Api.Screens;

/// <summary>The programme of a ceremony: confirmed awards as the ledger has them, in the order and manner the organizer planned.</summary>
public sealed class ConfirmedAwards(Competitions competitions, CeremonyPlans plans, ScreenFiles files)
{
    public IReadOnlyList<CeremonyTrade> Of(CompetitionId competition) =>
        [.. Planned(competition).Where(p => p.Shown).Select(p => p.Part with { Reveal = p.Plan.Reveal, Note = p.Plan.Note })];

    /// <summary>Every part there could be with its plan: what was planned first, in that order; all trades together only where it was asked for.</summary>
    internal IReadOnlyList<(CeremonyTrade Part, PlannedPart Plan, bool Shown)> Planned(CompetitionId competition)
    {
        if (competitions.Find(competition) is not { } open)
        {
            return [];
        }

        var parts = open.Read(state => new CeremonyParts(state, new EntrantPhotos(state, files.Of(FileUse.Photos))).All().ToList());
        var plan = plans.Of(competition);
        return [.. parts
            .Select(part => (Part: part, Plan: plan.FirstOrDefault(p => p.Part == part.Trade.Value)))
            .OrderBy(p => p.Plan is null ? int.MaxValue : plan.TakeWhile(other => other != p.Plan).Count())
            .Select(p => (p.Part, p.Plan ?? new PlannedPart(p.Part.Trade.Value, Shown: p.Part.Trade.Value != CeremonyParts.Overall)))
            .Select(p => (p.Part, p.Item2, p.Item2.Shown))];
    }
}
