// An .xlsx workbook read straight from its parts, row by row: nothing is unpacked that is not looked at, and no sheet is held as XML.
using System.Globalization;
using System.Xml;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

internal sealed class XlsxBook(XlsxParts parts, SheetLimits limits)
{
    private const int MostFormats = 100_000;

    private readonly XmlText text = new();
    private readonly List<string> strings = [];
    private readonly List<NumberShown> formats = [];
    private bool from1904;

    private sealed record SheetPart(string Name, string Path, bool Hidden);

    public Spreadsheet Read()
    {
        var sheets = Contents();
        Styles();
        Strings();
        return new Spreadsheet([.. sheets.Select(s => new XlsxSheet(parts, limits, text, strings, formats, from1904).Read(s.Name, s.Path, s.Hidden)).OfType<Worksheet>()]);
    }

    private List<SheetPart> Contents()
    {
        var book = Target(Relations(""), "officeDocument", null) ?? "xl/workbook.xml";
        var folder = book.Contains('/', StringComparison.Ordinal) ? book[..(book.LastIndexOf('/') + 1)] : "";
        var relations = Relations(book);
        var sheets = new List<SheetPart>();
        using var xml = parts.Open(book) ?? throw new InvalidDataException(book);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && Target(relations, "worksheet", Id(xml)) is { } target)
            {
                sheets.Add(new SheetPart(
                    CellText.Trim(xml.GetAttribute("name") ?? ""), target.StartsWith('/') ? target[1..] : Flat(folder + target), xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return sheets;
    }

    private void Styles()
    {
        var own = new Dictionary<int, NumberShown>();
        using var xml = parts.Held("xl/styles.xml");
        var inCells = false;
        while (xml?.Read() == true)
        {
            switch (xml.LocalName)
            {
                case "numFmt" when xml.NodeType == XmlNodeType.Element && Number(xml.GetAttribute("numFmtId")) is { } id:
                    own[id] = NumberFormats.Of(xml.GetAttribute("formatCode") ?? "");
                    break;
                case "cellXfs":
                    inCells = xml.NodeType == XmlNodeType.Element;
                    break;
                case "xf" when inCells && xml.NodeType == XmlNodeType.Element && formats.Count < MostFormats:
                    var format = Number(xml.GetAttribute("numFmtId")) ?? 0;
                    formats.Add(own.TryGetValue(format, out var shown) ? shown : NumberFormats.Of(format));
                    break;
                default:
                    break;
            }
        }
    }

    private void Strings()
    {
        using var xml = parts.Held("xl/sharedStrings.xml");
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                limits.Pause();
                strings.Add(CellText.Trim(text.Read(xml, passOver: "rPh")));
            }
        }
    }

    private List<(string Type, string Id, string Target)> Relations(string of)
    {
        var slash = of.LastIndexOf('/') + 1;
        var found = new List<(string, string, string)>();
        using var xml = parts.Held($"{of[..slash]}_rels/{of[slash..]}.rels");
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship")
            {
                found.Add((xml.GetAttribute("Type") ?? "", xml.GetAttribute("Id") ?? "", xml.GetAttribute("Target") ?? ""));
            }
        }

        return found;
    }

    private static string? Target(List<(string Type, string Id, string Target)> relations, string type, string? id) =>
        relations.Find(r => r.Type.EndsWith("/" + type, StringComparison.Ordinal) && (id is null || r.Id == id)).Target is { Length: > 0 } target
            ? id is null ? target.TrimStart('/') : target
            : null;

    private static string? Id(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return "";
    }

    private static string Flat(string path)
    {
        var flat = new List<string>();
        foreach (var step in path.Split('/'))
        {
            if (step == "..")
            {
                flat.RemoveRange(Math.Max(0, flat.Count - 1), Math.Min(1, flat.Count));
            }
            else if (step != ".")
            {
                flat.Add(step);
            }
        }

        return string.Join('/', flat);
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
