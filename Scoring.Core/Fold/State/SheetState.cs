using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Marking;

namespace Scoring.Core.Fold.State;

/// <summary>A judge's sheet for one entrant and module as it stands.</summary>
/// <param name="Seat">Seat of the judge when it was handed in, so that a sheet outlives a change of judges.</param>
/// <param name="Version">Sequence of the last entry that touched it: handed in, returned or corrected.</param>
/// <param name="Returned">Its marks do not count until it is handed in again.</param>
/// <param name="Handed">The entry that brought these marks; its receipt is the judge's proof.</param>
/// <param name="Picture">Of the paper it was typed from, SHA-256 in hex; null: handed in on a tablet.</param>
/// <param name="FirstMarks">Of aspects marked anew after the judges differed (R-L6); null: none were.</param>
/// <param name="EntrantSignature">R-K18; null: none.</param>
/// <param name="EntrantRefused">Why the entrant did not sign; null: signed, or not asked to.</param>
/// <param name="Trainee">Handed in from a trainee's seat (R-K10): it never counts, whoever has seats later.</param>
/// <param name="Remarks">How often each of those aspects was marked anew (R-L6); null: none was.</param>
/// <param name="Corrections">How often it was corrected after being handed in (R-D2).</param>
public sealed record SheetState(
    JudgeId Judge, int Seat, long Version, IReadOnlyDictionary<AspectId, Entry> Marks, bool Returned, string? ReturnReason, Stamp Handed,
    IReadOnlyDictionary<AspectId, string>? Notes = null, string? Signature = null, int Corrections = 0, string? Picture = null,
    IReadOnlyDictionary<AspectId, Entry>? FirstMarks = null, string? EntrantSignature = null, string? EntrantRefused = null, bool Trainee = false,
    IReadOnlyDictionary<AspectId, int>? Remarks = null)
{
    private SheetFigures? figures;

    public Receipt? Receipt => Handed.Receipt;

    /// <summary>What its marks come to under the module's definition; computed once.</summary>
    public SheetFigures Figures(ModuleSheet sheet) =>
        figures is { } known && ReferenceEquals(known.Sheet, sheet) && ReferenceEquals(known.Marks, Marks)
            ? known
            : figures = SheetFigures.Of(sheet, Marks);
}
