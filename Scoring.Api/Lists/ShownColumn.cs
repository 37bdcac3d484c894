using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>A column of the preview: the sheet's own word, and what it was read as.</summary>
/// <param name="Letter">As the spreadsheet calls it, in the first table that has it.</param>
/// <param name="Field">Null: nobody reads it.</param>
public sealed record ShownColumn(string Letter, string Header, ListField? Field, IReadOnlyDictionary<ListTable, int> At)
{
    /// <summary>Where a table has it; null: it has no such column.</summary>
    public int? In(ListTable table) => At.TryGetValue(table, out var column) ? column : null;

    /// <summary>The columns of the first table in its own order, then what others have beside them.</summary>
    public static IReadOnlyList<ShownColumn> Of(IReadOnlyList<ListTable> tables)
    {
        var shown = new List<(object Key, string Letter, ListColumn Column, Dictionary<ListTable, int> At)>();
        foreach (var table in tables)
        {
            foreach (var column in table.Headers.DistinctBy(Key))
            {
                var known = shown.Find(s => s.Key.Equals(Key(column)));
                if (known.At is null)
                {
                    shown.Add(known = (Key(column), Worksheet.ColumnName(column.Column), column, new Dictionary<ListTable, int>(ReferenceEqualityComparer.Instance)));
                }

                known.At[table] = column.Column;
            }
        }

        return [.. shown.Select(s => new ShownColumn(s.Letter, s.Column.Header, s.Column.Field, s.At))];
    }

    private static object Key(ListColumn column) =>
        column.Field is { } field and not (ListField.Members or ListField.MemberIdNumber or ListField.MemberPhone or ListField.Tag) ? field : column.Header;
}
