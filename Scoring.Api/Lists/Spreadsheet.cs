namespace Scoring.Api.Lists;

/// <summary>A file of tables as its cells read, whatever its format.</summary>
public sealed record Spreadsheet(IReadOnlyList<Worksheet> Sheets)
{
    /// <summary>Who signed the list; null: it is no signed list.</summary>
    public Signer? Signer { get; init; }
}

/// <param name="Rows">By row from 0; short rows end early, rows without a value are empty.</param>
/// <param name="HiddenRows">Read like the others, and reported (R-I1a).</param>
/// <param name="HiddenColumns">Likewise.</param>
/// <param name="Merges">Merged areas.</param>
/// <param name="Hidden">The whole sheet: named, never read in place of a visible one.</param>
public sealed record Worksheet(
    string Name, IReadOnlyList<IReadOnlyList<Cell>> Rows, IReadOnlySet<int> HiddenRows, IReadOnlySet<int> HiddenColumns, IReadOnlyList<MergedArea> Merges,
    bool Hidden = false)
{
    public static readonly Cell Blank = new("", CellKind.Blank);

    private readonly Dictionary<int, MergedArea[]> down = Merges.Where(m => m.ToRow > m.FromRow).GroupBy(m => m.FromColumn)
        .ToDictionary(g => g.Key, g => g.OrderBy(m => m.FromRow).ToArray());

    /// <summary>Cells the organizer mended on the preview, by address; they stand in front of the file's.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Mended { get; init; } = new Dictionary<(int, int), string>();

    public int Columns { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Count);

    public Cell At(int row, int column) =>
        Mended.Count > 0 && Mended.TryGetValue((row, column), out var mended) ? mended.Length == 0 ? Blank : new Cell(mended, CellKind.Text)
        : row < Rows.Count && column < Rows[row].Count ? Rows[row][column] : Blank;

    /// <summary>The cell, or the one above it whose merged area covers it.</summary>
    public Cell Covering(int row, int column)
    {
        var cell = At(row, column);
        return cell.Kind == CellKind.Blank && Above(row, column) is { } area ? At(area.FromRow, area.FromColumn) : cell;
    }

    /// <summary>As people call it: C6.</summary>
    public static string Address(int row, int column) => ColumnName(column) + (row + 1);

    public static string ColumnName(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>Row and column from 0 of an address such as C6 or $C$6; null: it is none.</summary>
    public static (int Row, int Column)? Place(ReadOnlySpan<char> address)
    {
        int column = 0, row = 0;
        foreach (var c in address)
        {
            switch (c)
            {
                case >= 'A' and <= 'Z' when row == 0 && column < 20_000:
                    column = (column * 26) + c - 'A' + 1;
                    break;
                case >= '0' and <= '9' when row < 20_000_000:
                    row = (row * 10) + c - '0';
                    break;
                case '$':
                    break;
                default:
                    return null;
            }
        }

        return column == 0 || row == 0 ? null : (row - 1, column - 1);
    }

    private MergedArea? Above(int row, int column)
    {
        if (!down.TryGetValue(column, out var areas))
        {
            return null;
        }

        int low = 0, high = areas.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = areas[middle].FromRow <= row ? (middle, high) : (low, middle - 1);
        }

        return areas[low].FromRow <= row && row <= areas[low].ToRow ? areas[low] : null;
    }
}

public sealed record MergedArea(int FromRow, int FromColumn, int ToRow, int ToColumn)
{
    public bool Covers(int row, int column) => row >= FromRow && row <= ToRow && column >= FromColumn && column <= ToColumn;
}

/// <param name="Text">What a reader sees, numbers at 15 significant digits (R-I1d), nothing unseen at its edges.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Cell(string Text, CellKind Kind);

/// <summary>Percent: a number that shows as 85.5%. Fault: #N/A and the like, or a formula that was never computed (R-I1g).</summary>
public enum CellKind { Blank, Text, Number, Percent, Date, Boolean, Fault }

/// <summary>A file that cannot be read, with what to do instead.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);

/// <summary>How far a file is read, for whoever waits.</summary>
/// <param name="Rows">Read so far.</param>
/// <param name="Share">0 to 1 of the file.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ReadSoFar(int Rows, double Share);
