// Files from people's desks (R-I1g): what is no table gets a message that says what to do, and harms nothing.
using System.Text;
using ExcelDataReader.Exceptions;

namespace Scoring.Api.Lists;

public static class SpreadsheetReader
{
    public const long LargestFile = 64 * 1024 * 1024;

    private const string Damaged = "文件损坏，读不出来。请用 Excel 或 WPS 打开它，另存为 .xlsx 再上传。";

    static SpreadsheetReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="told">Hears how far it is, every few thousand rows; null: nobody waits.</param>
    /// <exception cref="UnreadableFileException">With a message for the person who chose the file.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static Spreadsheet Read(byte[] file, string fileName, Action<ReadSoFar>? told = null, CancellationToken stop = default)
    {
        var limits = new SheetLimits(told, stop);
        try
        {
            return FileKinds.Of(file, fileName) switch
            {
                FileKind.Empty => throw new UnreadableFileException("这个文件是空的，请换一个文件。"),
                FileKind.TooLarge => throw new UnreadableFileException($"文件超过 {LargestFile / 1024 / 1024} MB，请只保留名单所在的工作表再上传。"),
                FileKind.Html => throw new UnreadableFileException("这个文件其实是网页，只是名字叫 .xls。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再上传。"),
                FileKind.Xml2003 => throw new UnreadableFileException("这是 Excel 2003 的 XML 格式。请打开后另存为“Excel 工作簿（.xlsx）”再上传。"),
                FileKind.OpenDocument => throw new UnreadableFileException("暂时不能读 .ods。请用 WPS 或 LibreOffice 打开，另存为 .xlsx 再上传。"),
                FileKind.Xlsb => throw new UnreadableFileException("这是二进制工作簿（.xlsb）。请打开后另存为“Excel 工作簿（.xlsx）”再上传。"),
                FileKind.Unknown => throw new UnreadableFileException("认不出这个文件。请上传 Excel 工作簿（.xlsx 或 .xls）或 CSV。"),
                FileKind.Csv => CsvText.Read(file, Path.GetFileNameWithoutExtension(fileName), limits),
                FileKind.Xlsx => Xlsx(file, limits),
                FileKind.SignedList => SignedList.Read(file),
                _ => XlsBook.Read(file, limits),
            };
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException("文件设了密码。请用 Excel 打开，去掉密码后另存，再上传。");
        }
        catch (Exception e) when (e is not UnreadableFileException and not OperationCanceledException and not OutOfMemoryException)
        {
            throw new UnreadableFileException(Damaged); // the readers throw many kinds for a damaged file
        }
    }

    private static Spreadsheet Xlsx(byte[] file, SheetLimits limits)
    {
        using var parts = new XlsxParts(file);
        return new XlsxBook(parts, limits).Read();
    }
}
