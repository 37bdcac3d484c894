using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>A form for one person: labels beside values, not above them.</summary>
internal static class ListForms
{
    private const int DeepestLabel = 60, FewestLines = 3;

    /// <returns>Null: the sheet is no such form.</returns>
    /// <exception cref="UnreadableFileException">Several people on one sheet of forms.</exception>
    public static ListTable? In(Worksheet sheet, int number, ListShape shape)
    {
        if (sheet.Rows.Count > DeepestLabel * 3 || !shape.Used.Contains(ListField.IdNumber))
        {
            return null;
        }

        var labels = new List<(int Row, int Column, ListField Field, (int Row, int Column)? Value)>();
        var leader = false;
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            for (var column = 0; column < sheet.Rows[row].Count; column++)
            {
                if (shape.Recognize(sheet.At(row, column).Text) is not { } field)
                {
                    continue;
                }

                leader = field == ListField.Leader || (leader && field == ListField.Phone);
                labels.Add(
                    (row, column, leader && field == ListField.Phone ? ListField.LeaderPhone : field, Beside(sheet, row, column, shape)));
            }
        }

        // A table has its labels in one or two rows; a form has them all the way down, with values between them.
        var names = labels.Where(l => l.Field == ListField.Name).ToList();
        if (labels.DistinctBy(l => l.Field).Select(l => l.Row).Distinct().Count() < FewestLines || names.Count == 0 || labels.Count(l => l.Value is not null) < FewestLines
            || names.Exists(n => n.Value is null && labels.Exists(l => l.Row == n.Row && l.Column != n.Column))
            || labels.GroupBy(l => l.Row).Max(g => g.Count()) > 4)
        {
            return null;
        }

        if (names.Count > 1)
        {
            throw new UnreadableFileException($"工作表“{sheet.Name}”是一人一张的登记表，一张表里有 {names.Count} 个姓名。请把各人填进名单模板再上传。");
        }

        var used = labels.Where(l => shape.Used.Contains(l.Field) && l.Value is not null).ToList();
        var places = used.DistinctBy(l => l.Field).ToDictionary(l => l.Field, l => l.Value!.Value);
        var findings = used.Where(l => places[l.Field] != l.Value && sheet.At(l.Value!.Value.Row, l.Value.Value.Column).Text != sheet.At(places[l.Field].Row, places[l.Field].Column).Text)
            .Select(l => new Finding(
                Worksheet.Address(l.Value!.Value.Row, l.Value.Value.Column), true, $"登记表里有两处“{ListHeaders.Name(l.Field, shape.TradeWord)}”", "两处不一样，请改成一样或删去一处。")).ToList();
        return new ListTable(
            sheet, names[0].Row, [.. used.DistinctBy(l => l.Field).Select(l => new ListColumn(l.Column, sheet.At(l.Row, l.Column).Text, l.Field))], new Dictionary<ListField, int>(),
            names[0].Value is null ? [] : [names[0].Row], [], ["一人一张的登记表"]) { Number = number, Form = places, Findings = findings, TradeWord = shape.TradeWord };
    }

    // The next thing to the right that is no label itself.
    private static (int Row, int Column)? Beside(Worksheet sheet, int row, int column, ListShape shape)
    {
        for (var at = column + 1; at < sheet.Rows[row].Count; at++)
        {
            if (sheet.At(row, at).Kind != CellKind.Blank)
            {
                return shape.Recognize(sheet.At(row, at).Text) is null ? (row, at) : null;
            }
        }

        return null;
    }
}
