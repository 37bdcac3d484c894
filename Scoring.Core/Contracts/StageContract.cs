// 台上逐个亮分: one entrant on stage, marked by the panel before everybody's eyes.
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Contracts;

/// <summary>What the hall sees of who is on stage. Marks are in it once they are revealed, and never where the trade's visibility forbids
/// them (R-A3).</summary>
/// <param name="Name">Null unless the trade is shown by name; likewise <paramref name="Organization"/>.</param>
/// <param name="Since">UTC: the entrant's clock in this module, or since when the entrant is on stage.</param>
/// <param name="LimitSeconds">Of the module; null: none.</param>
/// <param name="UsedSeconds">The clock was stopped; null: it runs.</param>
/// <param name="Seats">In panel order: of a panel in groups (R-K3) the entrant's. Empty where not even counts may be shown.</param>
/// <param name="Revealed">Figures show.</param>
/// <param name="WhenAllIn">They show by themselves once all are in.</param>
/// <param name="Result">The module's figure, once revealed; null: not complete.</param>
/// <param name="Rank">Place as the public board says it, once revealed; null: none.</param>
/// <param name="Decimals">Of the trade (R-K2).</param>
public sealed record StagePicture(
    CompetitionId Competition, TradeId Trade, string TradeName, ModuleId Module, string ModuleName, string Code, string? Name,
    string? Organization,
    DateTimeOffset Since, decimal? LimitSeconds, decimal? UsedSeconds, IReadOnlyList<StageSeat> Seats, bool Revealed, bool WhenAllIn,
    decimal? Result = null, decimal? Total = null, int? Rank = null, int Decimals = 2);

/// <summary>One judge of the panel, by seat: never a name.</summary>
/// <param name="In">Handed in and not returned.</param>
/// <param name="Figure">Once revealed; null: not in.</param>
/// <param name="Use">Once revealed: counted, or left out as highest or lowest; null: not known.</param>
public sealed record StageSeat(int Number, bool In, decimal? Figure = null, SheetUse? Use = null);

/// <summary>What a tablet of the panel is told: whose sheet is wanted now.</summary>
public sealed record StageCall(TradeId Trade, ModuleId Module, string Code, DateTimeOffset Since, decimal? LimitSeconds);
