using System.Text;
using CsvHelper;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>CSV in UTF-8, UTF-16 or GB18030, commas, semicolons or tabs (R-I1g), read as a stream. Every cell is text.</summary>
internal static class CsvText
{
    private const int Sample = 64 * 1024, LargestRecord = 4 * 1024 * 1024;

    public static Spreadsheet Read(byte[] file, string name, SheetLimits limits)
    {
        var encoding = EncodingOf(file);
        var size = (double)file.Length;
        using var csv = CsvReader.Create(file, CsvReaderOptions.Default with
        {
            Separator = Separator(encoding.GetString(file, 0, Math.Min(file.Length, Sample))), HasHeader = false, SkipEmptyLines = false, Encoding = encoding, PoolStrings = true,
            MaxRecordSize = LargestRecord, TrackLineNumbers = true, IncludeValuesInExceptions = false, OnMalformedRecord = Unpaired,
        });
        var rows = new List<IReadOnlyList<Cell>>();
        try
        {
            while (csv.Read())
            {
                rows.Add(Row(csv, limits, () => csv.ByteOffset / size));
            }
        }
        catch (CsvFormatException)
        {
            throw new UnreadableFileException($"第 {rows.Count + 1} 行之后读不出来：可能少了一个引号。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传。");
        }

        return new Spreadsheet([new Worksheet(name, rows, new HashSet<int>(), new HashSet<int>(), [])]);
    }

    // An unpaired quote makes many rows one, and people in them would be lost.
    private static void Unpaired(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote && (record.Reason == CsvMalformedReason.UnterminatedQuote || record.RawRecord.Contains('\n', StringComparison.Ordinal)))
        {
            throw new UnreadableFileException($"第 {record.LineNumber} 行的引号不成对，后面的行会连在一起。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传。");
        }
    }

    private static IReadOnlyList<Cell> Row(CsvReader csv, SheetLimits limits, Func<double> share)
    {
        var cells = new Cell[csv.FieldCount];
        var filled = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(csv.GetString(i));
            filled += cells[i].Kind == CellKind.Blank ? 0 : 1;
        }

        if (filled == 0)
        {
            limits.Pause();
            return [];
        }

        limits.Row(filled, share);
        return cells;
    }

    private static Cell Cell(string value)
    {
        // Excel's own way to keep digits as text: ="4105…"; other programs put a tab or a quote before them.
        var bare = CellText.Trim(value);
        bare = bare.StartsWith("=\"", StringComparison.Ordinal) && bare.EndsWith('"') && bare.Length > 2 ? CellText.Trim(bare[2..^1]) : bare;
        if (bare.Length == 0)
        {
            return Worksheet.Blank;
        }

        return bare.Length > SheetLimits.LongestText ? throw new UnreadableFileException(XlsxParts.TooLarge)
            : new Cell(
                bare,
                bare is "#N/A" or "#REF!" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NUM!" or "#NULL!" ? CellKind.Fault : CellKind.Text);
    }

    private static Encoding EncodingOf(byte[] file)
    {
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode;
        }

        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode;
        }

        return System.Text.Unicode.Utf8.IsValid(file) ? Encoding.UTF8 : Encoding.GetEncoding("GB18030");
    }

    // The one that stands oftenest in the first lines; a title above the table has none.
    private static char Separator(string sample) =>
        new[] { ',', '\t', ';' }.MaxBy(c => sample.Split('\n').Take(20).Sum(line => Math.Min(line.Count(x => x == c), 50)));
}
