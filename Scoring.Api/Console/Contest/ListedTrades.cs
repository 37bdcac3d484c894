using Scoring.Api.Lists;
using Scoring.Core.Lists;

namespace Scoring.Api.Console.Contest;

/// <summary>The trades a list of people names, in its 工种 column or, where there is none, by its worksheets.</summary>
internal static class ListedTrades
{
    private const int LongestName = 60;

    public static IReadOnlyList<string> In(Spreadsheet file) =>
    [
        .. file.Sheets.SelectMany(sheet => ListTable.Find(sheet, fields => fields.Contains(ListField.Name)) is { } table ? Of(table, file.Sheets.Count) : [])
            .Where(name => name.Length is > 0 and <= LongestName).DistinctBy(ReadPlaces.Bare, StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Of(ListTable table, int sheets) =>
        table.Columns.ContainsKey(ListField.Trade) ? table.Rows.Select(row => table.Read(row, ListField.Trade).Text.Trim())
        : sheets > 1 && table.Rows.Count > 0 ? [table.Sheet.Name.Trim()]
        : [];
}
