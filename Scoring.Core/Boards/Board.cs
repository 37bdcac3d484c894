using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Boards;

/// <summary>What one audience may see of one trade: whole, self-contained, newest wins. Wire type of every screen.</summary>
/// <param name="Version">Ledger sequence this board was computed at, as far as this audience may know (R-A3). Readers ignore older ones.</param>
/// <param name="View">What is shown: hidden boards have no rows and no counts.</param>
/// <param name="AsOf">UTC time of the last entry that shows.</param>
/// <param name="Final">Published (公布); otherwise 未最终.</param>
/// <param name="Complete">Entrants with a total.</param>
/// <param name="Expected">Entrants who may still get one: all but absent, withdrawn, disqualified and guests.</param>
/// <param name="FullMark">Of the total.</param>
/// <param name="Tiers">Names of the award tiers, best first, once named and final; else empty.</param>
/// <param name="StartsAt">As told to the hall; null if not set.</param>
/// <param name="Decimals">Of figures and totals (R-K2).</param>
/// <param name="Call">Who is called to 检录; null: nobody.</param>
/// <param name="Venue">Where the trade is held; null: at the contest's place.</param>
/// <param name="MayMove">Why rows are 暂定 (R-K3, R-K8), in words; null: none is.</param>
public sealed record Board(
    CompetitionId Competition,
    TradeId Trade,
    string TradeName,
    long Version,
    DateTimeOffset? AsOf,
    Visibility View,
    Phase Phase,
    bool Final,
    int Complete,
    int Expected,
    decimal FullMark,
    IReadOnlyList<BoardColumn> Columns,
    IReadOnlyList<string> Tiers,
    IReadOnlyList<BoardRow> Rows,
    TimeOnly? StartsAt = null,
    int Decimals = 2,
    CallUp? Call = null,
    string? MayMove = null,
    string? Venue = null);

/// <summary>A component as a column: its name and weight in percent (null in raw-sum mode).</summary>
public sealed record BoardColumn(ComponentId Component, string Name, decimal? Weight, decimal FullMark);

/// <param name="Key">Stable over versions, so that a row can move: the entrant's public code.</param>
/// <param name="Rank">Null: unranked (status says why) or incomplete.</param>
/// <param name="Name">Null unless the view is named; likewise <paramref name="Organization"/>.</param>
/// <param name="Figures">One per column; null: not yet.</param>
/// <param name="Tier">Index into the board's tiers, from 0; null: none or not final.</param>
/// <param name="Why">Why this place, in words; for the public only what decided between equal totals. Null where it says nothing.</param>
/// <param name="ShortName">Of the organization, for where the whole name has no room; null: none, or not named.</param>
/// <param name="Members">Of a pair or team; null: one person, or not named.</param>
/// <param name="Provisional">暂定: its marks may still move with others' (R-K3, R-K8).</param>
/// <param name="Guest">不计名次 (R-K10): a total and no rank.</param>
/// <param name="Photo">Address below <c>/display/files/</c>, set by whoever has the files, only of who is published by name; null: none.</param>
/// <param name="Group">Among whom its award is counted (R-K15), e.g. 学生组, once names and awards show; null: the whole trade.</param>
public sealed record BoardRow(
    string Key,
    string Code,
    int? Rank,
    string? Name,
    string? Organization,
    IReadOnlyList<decimal?> Figures,
    decimal? SecondsUsed,
    decimal? Total,
    EntrantStatus Status,
    int? Tier,
    string? Why,
    string? ShortName = null,
    IReadOnlyList<string>? Members = null,
    bool Provisional = false,
    bool Guest = false,
    string? Photo = null,
    string? Group = null);
