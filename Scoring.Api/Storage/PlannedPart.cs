using Scoring.Core.Contracts;

namespace Scoring.Api.Storage;

/// <summary>One part of a ceremony as the organizer wants it; their order is that of the list.</summary>
/// <param name="Part">Id of a trade, or <c>CeremonyParts.Overall</c>, <c>CeremonyParts.Honours</c>, or a team ranking's.</param>
/// <param name="Shown">False: left out.</param>
/// <param name="Note">For the presenter.</param>
public sealed record PlannedPart(string Part, CeremonyReveal Reveal = CeremonyReveal.ByTier, bool Shown = true, string? Note = null);
