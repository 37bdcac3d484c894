namespace Scoring.Api.Lists;

/// <summary>A file of tables as its cells read, whatever its format.</summary>
public sealed record Spreadsheet(IReadOnlyList<Worksheet> Sheets);

/// <param name="Rows">By row from 0; short rows end early.</param>
/// <param name="HiddenRows">Read like the others, and reported (R-I1a).</param>
/// <param name="HiddenColumns">Likewise.</param>
/// <param name="Merges">Merged areas.</param>
public sealed record Worksheet(
    string Name, IReadOnlyList<IReadOnlyList<Cell>> Rows, IReadOnlySet<int> HiddenRows, IReadOnlySet<int> HiddenColumns, IReadOnlyList<MergedArea> Merges)
{
    public Cell At(int row, int column) =>
        row < Rows.Count && column < Rows[row].Count ? Rows[row][column] : new Cell("", CellKind.Blank);

    /// <summary>The cell, or the one whose merged area covers it.</summary>
    public Cell Covering(int row, int column)
    {
        var cell = At(row, column);
        if (cell.Kind != CellKind.Blank)
        {
            return cell;
        }

        var area = Merges.FirstOrDefault(m => m.Covers(row, column));
        return area is null ? cell : At(area.FromRow, area.FromColumn);
    }

    public int Columns => Rows.Count == 0 ? 0 : Rows.Max(r => r.Count);

    /// <summary>As people call it: C6.</summary>
    public static string Address(int row, int column) => ColumnName(column) + (row + 1);

    public static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));
}

public sealed record MergedArea(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    public bool Covers(int row, int column) => row >= FromRow && row <= ToRow && column >= FromColumn && column <= ToColumn;
}

/// <param name="Text">What a reader sees, numbers at 15 significant digits (R-I1d).</param>
public sealed record Cell(string Text, CellKind Kind);

/// <summary>Fault: #N/A and the like, or a formula that was never computed (R-I1g).</summary>
public enum CellKind { Blank, Text, Number, Date, Boolean, Fault }

/// <summary>A file that cannot be read, with what to do instead.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);
