// The awarding ceremony: what the hall sees, and what only the presenter does.
using Scoring.Core.Definition;

namespace Scoring.Core.Contracts;

/// <summary>What the hall sees now: nothing in it has not been revealed on stage. Newest version wins.</summary>
/// <param name="Step">From 0; a screen animates only a picture that follows the one it shows.</param>
/// <param name="Trade">Name of the trade; empty at opening and closing.</param>
/// <param name="Tier">Index of the award, best 0: its metal.</param>
/// <param name="Awards">Awards of the trade in the order they are revealed, last first.</param>
/// <param name="Winners">Those revealed on this picture, in order; empty while the award is only announced.</param>
public sealed record CeremonyPicture(
    CompetitionId Competition, long Version, int Step, CeremonyScene Scene, string Trade, string Award, int Tier, IReadOnlyList<string> Awards,
    IReadOnlyList<CeremonyWinner> Winners);

/// <summary>Single: one winner alone, on the disc; Tier: several.</summary>
public enum CeremonyScene { Opening, Tier, Single, Closing }

/// <param name="Pinyin">One syllable per character of the name, separated by spaces; null: none given.</param>
public sealed record CeremonyWinner(string Name, string Organization, string? Pinyin = null);

/// <summary>One trade of the programme. What is not confirmed is listed but has no tiers here and cannot be shown.</summary>
/// <param name="Tiers">Best first; only those with winners.</param>
public sealed record CeremonyTrade(TradeId Trade, string Name, bool Confirmed, IReadOnlyList<CeremonyTier> Tiers);

public sealed record CeremonyTier(string Name, IReadOnlyList<CeremonyWinner> Winners);

/// <summary>The presenter's view: now, what the next key shows, and what comes after it. Never sent to the hall.</summary>
/// <param name="Step">From 0 to <paramref name="Steps"/> − 1.</param>
/// <param name="StartedAt">UTC time of the first step; null: not started.</param>
public sealed record PresenterView(
    CompetitionId Competition, long Version, int Step, int Steps, DateTimeOffset? StartedAt, IReadOnlyList<PresenterTrade> Programme,
    CeremonyPicture Now, CeremonyPicture? Next, CeremonyPicture? AfterNext, IReadOnlyList<string> Screens);

/// <param name="Awards">In the order they are revealed; each with the step that announces it.</param>
public sealed record PresenterTrade(string Name, bool Confirmed, IReadOnlyList<PresenterAward> Awards);

public sealed record PresenterAward(string Name, int Step, int Winners);

/// <summary>Methods of PresenterHub (at <c>/display/presenter</c>), for those the host's policy lets in.</summary>
public interface IPresenterHub
{
    /// <summary>The ceremony of a competition (null: the current one) as it stands; null if there is no competition.</summary>
    Task<PresenterView?> Open(CompetitionId? competition);

    /// <summary>One step on from <paramref name="from"/>; a second press of the same key changes nothing.</summary>
    Task<PresenterView?> Forward(CompetitionId competition, int from);

    Task<PresenterView?> Back(CompetitionId competition, int from);

    Task<PresenterView?> Go(CompetitionId competition, int step);
}

public interface IPresenterClient
{
    Task View(PresenterView view);
}
