using System.Globalization;
using System.Xml;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>One sheet of an .xlsx, row by row. A row without a value costs nothing, however many of them are framed.</summary>
internal sealed class XlsxSheet(
    XlsxParts parts, SheetLimits limits, XmlText text, List<string> strings, List<NumberShown> formats, bool from1904)
{
    private const int MostMerges = 200_000, MostColumns = 1_000, MostRowsApart = 1_100_000;

    private static readonly IReadOnlyList<Cell> Empty = [];

    private readonly List<IReadOnlyList<Cell>> rows = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly HashSet<int> hiddenColumns = [];
    private readonly List<MergedArea> merges = [];
    private readonly List<Cell> row = [];

    /// <returns>Null: the workbook names a sheet it does not hold.</returns>
    public Worksheet? Read(string name, string path, bool hidden)
    {
        using var xml = parts.Open(path, out var share);
        if (xml is null)
        {
            return null;
        }

        var at = -1;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    at = Number(xml.GetAttribute("r")) - 1 ?? at + 1;
                    Row(xml, at, share);
                    break;
                case "col" when xml.GetAttribute("hidden") is "1" or "true" || xml.GetAttribute("width") is "0":
                    hiddenColumns.UnionWith(Enumerable.Range((Number(xml.GetAttribute("min")) ?? 1) - 1, Math.Clamp((Number(xml.GetAttribute("max")) ?? 1) - (Number(xml.GetAttribute("min")) ?? 1) + 1, 0, MostColumns)));
                    break;
                case "mergeCell" when merges.Count < MostMerges && Area(xml.GetAttribute("ref") ?? "") is { } area:
                    merges.Add(area);
                    break;
                default:
                    break;
            }
        }

        return new Worksheet(name, rows, hiddenRows, hiddenColumns, merges, hidden);
    }

    private void Row(XmlReader xml, int at, Func<double> share)
    {
        var unseen = xml.GetAttribute("hidden") is "1" or "true" || xml.GetAttribute("ht") is "0";
        row.Clear();
        var filled = xml.IsEmptyElement ? 0 : Cells(xml);
        if (filled == 0 || at < 0 || at > MostRowsApart)
        {
            limits.Pause();
            return;
        }

        limits.Row(filled, share);
        if (unseen)
        {
            hiddenRows.Add(at);
        }

        while (rows.Count < at)
        {
            rows.Add(Empty);
        }

        if (rows.Count == at)
        {
            rows.Add([.. row]);
        }
        else
        {
            rows[at] = [.. row];
        }
    }

    private int Cells(XmlReader xml)
    {
        var (depth, filled, column) = (xml.Depth, 0, -1);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            column = xml.GetAttribute("r") is { } address && Worksheet.Place(address) is { } place ? place.Column : column + 1;
            if (Cell(xml) is { Kind: not CellKind.Blank } cell && column < MostColumns)
            {
                while (row.Count <= column)
                {
                    row.Add(Worksheet.Blank);
                }

                row[column] = cell;
                filled++;
            }
        }

        return filled;
    }

    private Cell Cell(XmlReader xml)
    {
        var (kind, style) = (xml.GetAttribute("t"), Number(xml.GetAttribute("s")) ?? 0);
        if (xml.IsEmptyElement)
        {
            return Worksheet.Blank;
        }

        var (depth, formula, value) = (xml.Depth, false, "");
        string? written = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    formula = true;
                    text.Read(xml);
                    break;
                case "v":
                    value = text.Read(xml);
                    break;
                case "is":
                    written = text.Read(xml, passOver: "rPh");
                    break;
                default:
                    break;
            }
        }

        return kind switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? Text(strings[index]) : Worksheet.Blank,
            "inlineStr" => Text(CellText.Trim(written ?? value)),
            "str" => Text(CellText.Trim(value)),
            "e" => new(value.Length == 0 ? "#N/A" : value, CellKind.Fault),
            _ when value.Length == 0 => formula ? new("公式没有结果", CellKind.Fault) : Worksheet.Blank,
            "b" => new(value is "1" or "true" ? "是" : "否", CellKind.Boolean),
            "d" => new(value, CellKind.Date),
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? NumberFormats.Cell(number, style < formats.Count ? formats[style] : NumberShown.Plain, from1904)
                : Text(CellText.Trim(value)),
        };
    }

    private static Cell Text(string text) => text.Length == 0 ? Worksheet.Blank : new Cell(text, CellKind.Text);

    private static MergedArea? Area(string reference) =>
        reference.Split(':') is [var from, var to] && Worksheet.Place(from) is { } first && Worksheet.Place(to) is { } last
            ? new MergedArea(first.Row, first.Column, last.Row, last.Column)
            : null;

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
