// Files from people's desks (R-I1g): what is no table gets a message that says what to do, and harms nothing.
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Scoring.Api.Lists;

public static class SpreadsheetReader
{
    public const long LargestFile = 20 * 1024 * 1024;

    private const long LargestUnpacked = 300 * 1024 * 1024;
    private const int MostRows = 50_000;
    private const int MostCells = 1_000_000;

    static SpreadsheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UnreadableFileException">With a message for the person who chose the file.</exception>
    public static Spreadsheet Read(byte[] file, string fileName)
    {
        switch (FileKinds.Of(file, fileName))
        {
            case FileKind.Empty:
                throw new UnreadableFileException("这个文件是空的，请换一个文件。");
            case FileKind.TooLarge:
                throw new UnreadableFileException($"文件超过 {LargestFile / 1024 / 1024} MB，请只保留名单所在的工作表再上传。");
            case FileKind.Html:
                throw new UnreadableFileException("这个文件其实是网页，只是名字叫 .xls。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传。");
            case FileKind.Xml2003:
                throw new UnreadableFileException("这是 Excel 2003 的 XML 格式。请打开后另存为“Excel 工作簿（.xlsx）”再上传。");
            case FileKind.OpenDocument:
                throw new UnreadableFileException("暂时不能读 .ods。请用 WPS 或 LibreOffice 打开，另存为 .xlsx 再上传。");
            case FileKind.Unknown:
                throw new UnreadableFileException("认不出这个文件。请上传 Excel 工作簿（.xlsx 或 .xls）或 CSV。");
            case FileKind.Csv:
                return CsvText.Read(file, Path.GetFileNameWithoutExtension(fileName));
            case FileKind.Xlsx:
                Unpacked(file);
                break;
            default:
                break;
        }

        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") });
            return new Spreadsheet(Sheets(reader, FaultyCells.In(file)));
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException("文件设了密码。请用 Excel 打开，去掉密码后另存，再上传。");
        }
        catch (Exception e) when (e is not UnreadableFileException and not OutOfMemoryException)
        {
            throw new UnreadableFileException("文件损坏，读不出来。请用 Excel 或 WPS 打开它，另存为 .xlsx 再上传。"); // the reader throws many kinds for a damaged file
        }
    }

    // What a zip says of itself may be a lie: it is unpacked once against the limit, before anything is believed.
    private static void Unpacked(byte[] file)
    {
        var buffer = new byte[64 * 1024];
        long total = 0;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file, writable: false));
            foreach (var entry in zip.Entries)
            {
                using var part = entry.Open();
                for (int read; (read = part.Read(buffer)) > 0;)
                {
                    total += read;
                    if (total > LargestUnpacked)
                    {
                        throw new UnreadableFileException("文件展开后太大，请只保留名单所在的工作表再上传。");
                    }
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("文件损坏，读不出来。请用 Excel 或 WPS 打开它，另存为 .xlsx 再上传。");
        }
    }

    private static List<Worksheet> Sheets(IExcelDataReader reader, IReadOnlyDictionary<(string Sheet, string Cell), string> faults)
    {
        var sheets = new List<Worksheet>();
        var cells = 0;
        do
        {
            var rows = new List<IReadOnlyList<Cell>>();
            var hiddenRows = new HashSet<int>();
            var hiddenColumns = new HashSet<int>();
            while (reader.Read())
            {
                cells += reader.FieldCount;
                if (rows.Count >= MostRows || cells > MostCells)
                {
                    throw new UnreadableFileException($"表格超过 {MostRows} 行或 {MostCells} 格，请只保留名单再上传。");
                }

                if (reader.RowHeight == 0)
                {
                    hiddenRows.Add(rows.Count);
                }

                var row = rows.Count;
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(c =>
                    faults.TryGetValue((reader.Name, Worksheet.Address(row, c)), out var fault) ? new Cell(fault, CellKind.Fault) : Cell(reader, c))]);
            }

            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetColumnWidth(column) == 0)
                {
                    hiddenColumns.Add(column);
                }
            }

            var merges = (reader.MergeCells ?? []).Select(m => new MergedArea(m.FromRow, m.FromColumn, m.ToRow, m.ToColumn)).ToList();
            sheets.Add(new Worksheet(reader.Name, rows, hiddenRows, hiddenColumns, merges));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static Cell Cell(IExcelDataReader reader, int column) =>
        reader.GetValue(column) switch
        {
            null => new Cell("", CellKind.Blank),
            string text when string.IsNullOrWhiteSpace(text) => new Cell("", CellKind.Blank),
            string text => new Cell(text, CellKind.Text),
            DateTime date => new Cell(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), CellKind.Date),
            bool yes => new Cell(yes ? "是" : "否", CellKind.Boolean),
            double number => new Cell(Digits(number), CellKind.Number),
            IFormattable number => new Cell(number.ToString(null, CultureInfo.InvariantCulture), CellKind.Number),
            var other => new Cell(other.ToString() ?? "", CellKind.Text),
        };

    /// <summary>A binary fraction at the 15 digits that Excel itself keeps (R-I1d): 87.504999… is 87.505.</summary>
    private static string Digits(double number) =>
        Math.Abs(number) < 1e15 && decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString(CultureInfo.InvariantCulture)
            : number.ToString("0.#####E+0", CultureInfo.InvariantCulture);
}
