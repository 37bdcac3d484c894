using Scoring.Core.Definition;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>What a row of the list leads to.</summary>
public enum RowVerdict { New, Update, Same, Error, Undecided, Skipped }

/// <summary>One row of a list beside what is there.</summary>
/// <param name="Row">From 0 in its sheet.</param>
public record ListRow(ListTable Table, int Row, RowVerdict Verdict, IReadOnlyList<Finding> Findings)
{
    /// <summary>As the spreadsheet counts, from 1.</summary>
    public int Number => Row + 1;

    public bool Good => Verdict is not (RowVerdict.Error or RowVerdict.Undecided);

    public bool Warns => Findings.Any(f => f.Warns);
}

/// <param name="Entrant">What would be registered, unsealed; null where an error prevents it.</param>
/// <param name="Existing">Whom the list means of those registered; null: someone new, or not known.</param>
public sealed record EntrantRow(
    ListTable Table, int Row, RowVerdict Verdict, IReadOnlyList<Finding> Findings, ReadEntrant? Entrant, KnownEntrant? Existing = null)
    : ListRow(Table, Row, Verdict, Findings);

/// <param name="Before">What stands there now, where the list says something else; null: nothing changes.</param>
/// <param name="Findings">About this cell.</param>
/// <param name="Mends">Where a mended text goes: sheet, row, column; null: nothing can be mended here.</param>
public sealed record ShownCell(
    string Text, IReadOnlyList<Finding> Findings, string? Before = null, string? Mends = null, bool Mended = false)
{
    /// <summary>What a mending hand starts from; empty where the text is masked.</summary>
    public string Editable { get; init; } = "";

    public bool Error => Findings.Any(f => f.Error);

    public bool Doubt => Findings.Any(f => f.Warns);
}

/// <summary>A person as the list has them, cleaned.</summary>
/// <param name="Existing">Whose data this mends; null: someone new.</param>
public sealed record ReadEntrant(
    string Name, string Organization, OrganizationId? OrganizationId, TradeId Trade, string? Gender, string? ExamNumber, string? Grade, PersonalData Personal, EntrantId? Existing,
    string? Team = null, IReadOnlyList<string>? Members = null)
{
    public ReadBeside Beside { get; init; } = new();
}

/// <summary>What stands beside a person and belongs to nobody's identity.</summary>
public sealed record ReadBeside(
    string? Group = null, IReadOnlyList<string>? MemberRoles = null, string? Work = null,
    IReadOnlyDictionary<string, string>? Tags = null, EarlierStage? From = null)
{
    public bool Same(Entrant before) =>
        Group == before.Group && Work == before.Work && From == before.From && Core.People.Tags.Same(Tags, before.Tags)
        && (MemberRoles ?? []).SequenceEqual(before.MemberRoles ?? []);
}
