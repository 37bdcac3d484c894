using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Fold.State;

/// <summary>更正 (R-D2) as it stands in the ledger: the version before beside the one after.</summary>
/// <param name="Judge">Whose sheet; null: a figure for the whole module.</param>
/// <param name="Before">The sheet as it was; null: a figure for the whole module, or the sheet came from paper.</param>
/// <param name="After">The sheet after; null: a figure for the whole module.</param>
/// <param name="Attempt">Which run or member (R-K7, R-K14); null: the first or only one.</param>
/// <param name="FigureBefore">Sum of the sheet, or the module's figure; null: there was none.</param>
public sealed record CorrectionRecord(
    Stamp Stamp, ModuleId Module, JudgeId? Judge, IReadOnlyDictionary<AspectId, Entry>? Before, IReadOnlyDictionary<AspectId, Entry>? After,
    decimal? FigureBefore, decimal? FigureAfter, string Reason, string AskedBy, string ApprovedBy, int? Attempt = null);
