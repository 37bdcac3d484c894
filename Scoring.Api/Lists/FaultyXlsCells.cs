// The old binary format (.xls, BIFF8): its error cells, which the reader would give as blank (R-I1g).
using System.Buffers.Binary;
using System.Text;

namespace Scoring.Api.Lists;

/// <summary>Reads only what it needs: the workbook's stream out of the compound file, the names of its sheets, and the records of cells
/// that hold an error.</summary>
internal static class FaultyXlsCells
{
    private const int Bof = 0x0809, BoundSheet = 0x0085, BoolErr = 0x0205, Formula = 0x0006;

    public static bool Looks(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <returns>What stands there, by sheet and address; nothing for a file that is not as it should be, which the reader then
    /// refuses.</returns>
    public static IReadOnlyDictionary<(string Sheet, string Cell), string> In(byte[] file)
    {
        var found = new Dictionary<(string, string), string>();
        var book = CompoundFile.Stream(file, "Workbook") ?? CompoundFile.Stream(file, "Book");
        if (book is null)
        {
            return found;
        }

        var sheets = new Dictionary<int, string>();
        var sheet = "";
        for (var at = 0; at + 4 <= book.Length;)
        {
            var (kind, length) = (Word(book, at), Word(book, at + 2));
            var data = book.AsSpan(Math.Min(at + 4, book.Length), Math.Min(length, Math.Max(0, book.Length - at - 4)));
            switch (kind)
            {
                case Bof when sheets.TryGetValue(at, out var name):
                    sheet = name;
                    break;
                case BoundSheet when data.Length > 8:
                    sheets[BinaryPrimitives.ReadInt32LittleEndian(data)] = Name(data[6..]);
                    break;
                case BoolErr when data.Length >= 8 && data[7] == 1:
                    found[(sheet, Address(data))] = Words(data[6]);
                    break;
                case Formula when data.Length >= 14 && data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF:
                    found[(sheet, Address(data))] = Words(data[8]);
                    break;
                default:
                    break;
            }

            at += 4 + length;
        }

        return found;
    }

    private static int Word(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static string Address(ReadOnlySpan<byte> cell) =>
        Worksheet.Address(BinaryPrimitives.ReadUInt16LittleEndian(cell), BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]));

    // Length, whether wide, characters.
    private static string Name(ReadOnlySpan<byte> text) => (text[1] & 1) == 1
        ? Encoding.Unicode.GetString(text.Slice(2, Math.Min(text[0] * 2, text.Length - 2)))
        : Encoding.Latin1.GetString(text.Slice(2, Math.Min(text[0], (byte)(text.Length - 2))));

    private static string Words(byte code) => code switch
    {
        0x00 => "#NULL!", 0x07 => "#DIV/0!", 0x0F => "#VALUE!", 0x17 => "#REF!", 0x1D => "#NAME?", 0x24 => "#NUM!", _ => "#N/A",
    };
}
