// A table of people in a worksheet: its header, its rows, and what was passed over (R-I1a).
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <param name="HeaderRow">From 0; the lowest of several.</param>
/// <param name="Headers">Every column with a header, in the sheet's order.</param>
/// <param name="Columns">Which column carries which field; of a field in several columns the first.</param>
/// <param name="Rows">Row numbers from 0 that carry people.</param>
/// <param name="Above">What stands above the table, the nearest line first.</param>
/// <param name="Notes">In words, for the preview.</param>
public sealed record ListTable(
    Worksheet Sheet, int HeaderRow, IReadOnlyList<ListColumn> Headers, IReadOnlyDictionary<ListField, int> Columns, IReadOnlyList<int> Rows, IReadOnlyList<string> Above,
    IReadOnlyList<string> Notes)
{
    // Columns that are read together where a list has several of them.
    private static readonly ListField[] Together = [ListField.Members, ListField.Recusal];

    private static readonly ListField[] Upright = [ListField.Serial, ListField.Remark, ListField.Mark];

    private Dictionary<ListField, int[]>? several;

    /// <summary>Number of the sheet in its file, from 0.</summary>
    public int Number { get; init; }

    /// <summary>Of a form for one person, whose values stand beside their labels: where each is; null: a table.</summary>
    public IReadOnlyDictionary<ListField, (int Row, int Column)>? Form { get; init; }

    /// <summary>What the contest calls its trades.</summary>
    public string TradeWord { get; init; } = Core.Definition.TradeWord.Usual;

    /// <summary>About the whole table.</summary>
    public List<Finding> Findings { get; init; } = [];

    /// <summary>From a line above the table; null: none.</summary>
    public string? Organization => ListTitles.Organization(Above);

    public bool Has(ListField field) => Form?.ContainsKey(field) ?? Columns.ContainsKey(field);

    /// <summary>The first table of a sheet; null: there is none.</summary>
    public static ListTable? Find(Worksheet sheet, Func<IReadOnlySet<ListField>, bool> isHead) =>
        ListTables.In(sheet, 0, new ListShape(isHead, "", Enum.GetValues<ListField>().ToHashSet(), new Dictionary<string, string>())).FirstOrDefault();

    /// <summary>The cell of a field, merged cells counted for all their rows; blank where the list has no such column, and where it says /
    /// or 无.</summary>
    public Cell Read(int row, ListField field)
    {
        if (Form is not null)
        {
            return Form.TryGetValue(field, out var place) ? Worth(Sheet.At(place.Row, place.Column)) : Worksheet.Blank;
        }

        if (!Columns.TryGetValue(field, out var column))
        {
            return Worksheet.Blank;
        }

        return Together.Contains(field) && Several(field) is { Length: > 1 } all
            ? all.Select(c => InItsRole(c, Worth(Sheet.Covering(row, c))))
            .Where(c => c.Kind != CellKind.Blank).ToList() is { Count: > 0 } cells
                ? new Cell(
                    string.Join('、', cells.Select(c => c.Text)),
                    cells.Exists(c => c.Kind == CellKind.Fault) ? CellKind.Fault : CellKind.Text)
                : Worksheet.Blank
            : Worth(Upright.Contains(field) ? Sheet.At(row, column) : Sheet.Covering(row, column));
    }

    /// <summary>One column's own cell, where a field may have several, and its address.</summary>
    public (Cell Cell, string Address) Cell(int row, ListColumn column)
    {
        var (r, c) = Form is { } form ? form.TryGetValue(column.Field!.Value, out var place) ? place : (row, column.Column)
            : (row, column.Column); // asked for known fields
        return (Worth(Form is null ? Sheet.Covering(r, c) : Sheet.At(r, c)), Worksheet.Address(r, c));
    }

    /// <summary>e.g. C6; where the list has no such column, the row.</summary>
    public string Address(int row, ListField field) =>
        Form is not null ? Form.TryGetValue(field, out var place) ? Worksheet.Address(place.Row, place.Column) : ""
        : Columns.TryGetValue(field, out var column) ? Worksheet.Address(row, column)
        : $"第 {row + 1} 行";

    public bool Equals(ListTable? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Where the table's header stands.</summary>
    public string Head => Form is null ? $"第 {HeaderRow + 1} 行" : "";

    // 队长 over a name of its own says what that member is.
    private Cell InItsRole(int column, Cell cell) =>
        cell.Kind == CellKind.Text && cell.Text.IndexOfAny(['（', '(']) < 0 && Headers.First(h => h.Column == column) is var header
            && ListHeaders.MemberRole(header.Header) is { } role ? cell with { Text = $"{cell.Text}（{role}）" } : cell;

    private int[] Several(ListField field) =>
        (several ??= Together.ToDictionary(f => f, f => Headers.Where(h => h.Field == f).Select(h => h.Column).ToArray()))[field];

    private static Cell Worth(Cell cell) => cell.Kind == CellKind.Text && CellText.IsBlank(cell.Text) ? Worksheet.Blank : cell;
}
