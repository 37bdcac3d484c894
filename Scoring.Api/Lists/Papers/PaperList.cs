namespace Scoring.Api.Lists;

/// <summary>A list as it is handed out, on paper and as a workbook alike: titles, tables, signature lines, and a foot that ties it to the ledger.</summary>
/// <param name="Key">In addresses and file names of the program.</param>
/// <param name="Under">Lines under the title.</param>
/// <param name="Signers">Who signs, e.g. 裁判长; empty: nobody.</param>
/// <param name="Foot">Repeated on every page: ledger's head and time.</param>
public sealed record PaperList(
    string Key, string Title, IReadOnlyList<string> Under, IReadOnlyList<PaperTable> Tables, IReadOnlyList<string> Signers, string Foot)
{
    public const int WidestPortrait = 95;

    public bool IsEmpty => Tables.All(t => t.Rows.Count == 0);

    /// <summary>Who seals does not sign as well.</summary>
    public static string SignerWords(string signer) => signer.Contains('（', StringComparison.Ordinal) ? signer : signer + "（签字）";

    public bool Wide => Tables.Any(t => t.Width > WidestPortrait);
}

/// <param name="Name">e.g. the trade; name of its sheet and heading on paper.</param>
/// <param name="Note">A line above the table; null: none.</param>
public sealed record PaperTable(string Name, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note = null)
{
    /// <summary>A word so short is never broken over two lines: 居民身份证, a leader's name.</summary>
    public const int InOneLine = 7;

    public double Width => Columns.Sum(c => c.Width);

    /// <summary>On paper a column that nobody filled takes room from those that were.</summary>
    public PaperTable WithoutBlankColumns()
    {
        var filled = Enumerable.Range(0, Columns.Count).Where(i => Rows.Any(r => r[i].Length > 0)).ToList();
        return Rows.Count == 0 || filled.Count == Columns.Count ? this
            : this with { Columns = [.. filled.Select(i => Columns[i])],
                Rows = [.. Rows.Select(r => (IReadOnlyList<string>)[.. filled.Select(i => r[i])])] };
    }
}

/// <param name="Width">In Latin characters, as a workbook counts.</param>
public sealed record PaperColumn(string Name, double Width, ColumnKind Kind = ColumnKind.Text);

/// <summary>How a column is set: figures stand right, short words in the middle.</summary>
public enum ColumnKind { Text, Centre, Count, Mark }
