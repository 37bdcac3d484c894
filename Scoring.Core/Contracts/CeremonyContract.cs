// The awarding ceremony: what the hall sees, and what only the presenter does.
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Contracts;

/// <summary>What the hall sees now: nothing in it has not been revealed on stage. Newest version wins.</summary>
/// <param name="Step">From 0; a screen animates only a picture that follows the one it shows.</param>
/// <param name="Trade">Name of the trade; empty at opening and closing.</param>
/// <param name="Tier">Index of the award, best 0: its metal.</param>
/// <param name="Awards">Awards of the trade in the order they are revealed, last first.</param>
/// <param name="Winners">Those revealed on this picture, in order; empty while the award is only announced.</param>
/// <param name="Resolver">The frozen ranking as far as it is opened; null in other scenes.</param>
/// <param name="TradeWord">What the contest calls a trade; null: this part of the programme is none.</param>
public sealed record CeremonyPicture(
    CompetitionId Competition, long Version, int Step, CeremonyScene Scene, string Trade, string Award, int Tier, IReadOnlyList<string> Awards,
    IReadOnlyList<CeremonyWinner> Winners, ResolverPicture? Resolver = null, string? TradeWord = null);

/// <summary>Single: one winner alone, on the disc; Tier: several; Resolver: a frozen ranking opened row by row.</summary>
public enum CeremonyScene { Opening, Tier, Single, Closing, Resolver }

/// <summary>逐名揭晓: nothing of a row that is not opened yet but what it showed at the freeze.</summary>
/// <param name="FrozenAt">UTC time of the last entry the frozen ranking shows.</param>
/// <param name="Focus">Key of the row the next step opens; null: all are open.</param>
/// <param name="Rows">In the order as it stands, best first.</param>
/// <param name="Decimals">Of totals (R-K2).</param>
public sealed record ResolverPicture(DateTimeOffset? FrozenAt, int Opened, string? Focus, IReadOnlyList<ResolverRow> Rows, int Decimals = 2);

/// <param name="Rank">As it stands; null: none.</param>
/// <param name="Climbed">Places risen (above 0) or fallen when it was opened; null while it is not.</param>
/// <param name="Gained">Marks since the freeze; null: not opened, or nothing to tell from.</param>
/// <param name="Total">At the freeze, or final once opened; null: none.</param>
/// <param name="ShortName">Of the organization; null: none. Likewise in the other rows here.</param>
/// <param name="Members">Of a pair or team; null: one person. Likewise in the other rows here.</param>
public sealed record ResolverRow(
    string Key, int? Rank, string Name, string Organization, bool Opened, int? Climbed, decimal? Gained, decimal? Total, EntrantStatus Status,
    string? ShortName = null, IReadOnlyList<string>? Members = null);

/// <param name="Pinyin">One syllable per character of the name, separated by spaces; null: none given.</param>
/// <param name="Photo">Address of a photo below <c>/display/files/</c>; null: none given.</param>
/// <param name="Kind">Whom the award honours: it decides how the name is set.</param>
/// <param name="Before">What stands before the organization: the trade, where several are honoured together; null: nothing.</param>
public sealed record CeremonyWinner(
    string Name, string Organization, string? Pinyin = null, string? Photo = null, WinnerKind Kind = WinnerKind.Person, string? ShortName = null,
    IReadOnlyList<string>? Members = null, string? Before = null);

public enum WinnerKind { Person, Organization }

/// <summary>One part of the programme: a trade, all trades together, teams or honours. What is not confirmed is listed but has no tiers here and cannot be
/// shown.</summary>
/// <param name="Trade">Id of the part; of a part that is no trade one that no trade has.</param>
/// <param name="Tiers">Best first; only those with winners.</param>
/// <param name="Reveal">How its names come to the stage.</param>
/// <param name="Frozen">What <see cref="CeremonyReveal.Resolver"/> opens; null: nothing is frozen, so it is revealed by tier.</param>
/// <param name="Note">For the presenter alone.</param>
/// <param name="TradeWord">What the contest calls a trade; null: this part is none.</param>
public sealed record CeremonyTrade(
    TradeId Trade, string Name, bool Confirmed, IReadOnlyList<CeremonyTier> Tiers, CeremonyReveal Reveal = CeremonyReveal.ByTier, FrozenRanking? Frozen = null,
    string? Note = null, string? TradeWord = null);

/// <summary>All names of an award at once; one name after another from the last to the first; the frozen ranking opened from the bottom.</summary>
public enum CeremonyReveal { ByTier, OneByOne, Resolver }

/// <summary>A ranking at its freeze beside its end. Stays in the server.</summary>
public sealed record FrozenRanking(DateTimeOffset? At, IReadOnlyList<FrozenRow> Rows, int Decimals = 2);

/// <param name="Before">Total at the freeze; null: none.</param>
/// <param name="BeforeStatus">As shown at the freeze.</param>
public sealed record FrozenRow(
    string Key, string Name, string Organization, decimal? Before, EntrantStatus BeforeStatus, decimal? Total, int? Rank, EntrantStatus Status,
    string? ShortName = null, IReadOnlyList<string>? Members = null);

/// <param name="Metal">0 gold, 1 silver, else bronze; null: by its place among the tiers.</param>
public sealed record CeremonyTier(string Name, IReadOnlyList<CeremonyWinner> Winners, int? Metal = null);

/// <summary>The presenter's view: now, what the next key shows, and what comes after it. Never sent to the hall.</summary>
/// <param name="Step">From 0 to <paramref name="Steps"/> − 1.</param>
/// <param name="StartedAt">UTC time of the first step; null: not started.</param>
/// <param name="Note">The organizer's note on the part that is on; null: none.</param>
/// <param name="Cue">Address of the music for this step; null: none given.</param>
/// <param name="Theme">In which the hall sees it, where the console says; null: no screen plays it by name.</param>
public sealed record PresenterView(
    CompetitionId Competition, long Version, int Step, int Steps, DateTimeOffset? StartedAt, IReadOnlyList<PresenterTrade> Programme,
    CeremonyPicture Now, CeremonyPicture? Next, CeremonyPicture? AfterNext, IReadOnlyList<string> Screens, string? Note = null, string? Cue = null,
    ScreenTheme? Theme = null);

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
