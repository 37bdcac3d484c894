using Scoring.Core.Definition;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>What a row of the list leads to.</summary>
public enum RowVerdict { New, Update, Same, Error, Undecided, Skipped }

/// <summary>One row of a list beside what is there.</summary>
/// <param name="Number">As the spreadsheet counts, from 1.</param>
/// <param name="Cells">As shown, in the order of the preview's columns; ID numbers and phones masked (R-I2).</param>
public record ListRow(int Number, RowVerdict Verdict, IReadOnlyList<ShownCell> Cells, IReadOnlyList<Finding> Findings)
{
    public bool Good => Verdict is not (RowVerdict.Error or RowVerdict.Undecided);

    public bool Warns => Findings.Any(f => !f.Error);
}

/// <param name="Entrant">What would be registered, unsealed; null where an error prevents it.</param>
public sealed record EntrantRow(int Number, RowVerdict Verdict, IReadOnlyList<ShownCell> Cells, IReadOnlyList<Finding> Findings, ReadEntrant? Entrant)
    : ListRow(Number, Verdict, Cells, Findings);

/// <param name="Before">What stands there now, where the list says something else; null: nothing changes.</param>
public sealed record ShownCell(string Text, string? Before = null, bool Error = false, bool Doubt = false);

/// <summary>Something about one cell.</summary>
/// <param name="Cell">e.g. C6.</param>
/// <param name="Choice">What the organizer may decide here; null: nothing to decide.</param>
public sealed record Finding(string Cell, bool Error, string What, string Advice, Choice? Choice = null);

/// <summary>A question with two answers.</summary>
/// <param name="Key">What it is about; the answer holds for every row with the same question.</param>
/// <param name="Given">Null: not answered yet.</param>
public sealed record Choice(string Key, string First, string FirstWords, string Second, string SecondWords, string? Given);

/// <summary>A person as the list has them, cleaned.</summary>
/// <param name="Existing">Whose data this mends; null: someone new.</param>
public sealed record ReadEntrant(
    string Name, string Organization, OrganizationId? OrganizationId, TradeId Trade, string? Gender, string? ExamNumber, string? Grade, PersonalData Personal, EntrantId? Existing);
