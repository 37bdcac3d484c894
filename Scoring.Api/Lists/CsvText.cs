using System.Text;

namespace Scoring.Api.Lists;

/// <summary>CSV in UTF-8 or GB18030, commas, semicolons or tabs (R-I1g). Every cell is text.</summary>
public static class CsvText
{
    public static Spreadsheet Read(byte[] file, string name)
    {
        var text = Decode(file);
        var separator = Separator(text);
        var rows = new List<IReadOnlyList<Cell>>();
        var row = new List<Cell>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                EndField();
            }
            else if (c == '\n')
            {
                EndField();
                rows.Add(row);
                row = [];
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            EndField();
            rows.Add(row);
        }

        return new Spreadsheet([new Worksheet(name, rows, new HashSet<int>(), new HashSet<int>(), [])]);

        void EndField()
        {
            var value = field.ToString().Trim();
            // Excel's own way to keep digits as text: ="4105…"
            value = value.StartsWith("=\"", StringComparison.Ordinal) && value.EndsWith('"') ? value[2..^1] : value.TrimStart('\t');
            row.Add(new Cell(value, value.Length == 0 ? CellKind.Blank : CellKind.Text));
            field.Clear();
        }
    }

    private static string Decode(byte[] file)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(file);
        }
    }

    private static char Separator(string text)
    {
        var line = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length);
        var (commas, tabs, semicolons) = (line.Count(','), line.Count('\t'), line.Count(';'));
        return tabs > commas ? '\t' : semicolons > commas ? ';' : ',';
    }
}
