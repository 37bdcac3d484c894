using System.Collections;
using QRCoder;

namespace Scoring.Display.Certificates.Layout;

/// <summary>The dark modules of a QR code, row by row, without the quiet zone; with medium error correction, or low where it would get too fine to scan.</summary>
public sealed class QrModules
{
    private const int QuietZone = 4, LargestVersion = 15;
    private readonly List<BitArray> rows;

    /// <param name="text">Only capitals, digits and $%*+-./: keep it small (alphanumeric mode).</param>
    public QrModules(string text)
    {
        using var generator = new QRCodeGenerator();
        using var medium = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = medium.Version <= LargestVersion ? medium : generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.L);
        rows = code.ModuleMatrix;
    }

    /// <summary>Modules along a side: 17 + 4 × version. Printed at 25.4 mm, 77 (version 15) are 0.33 mm each, which phones still read.</summary>
    public int Side => rows.Count - (2 * QuietZone);

    /// <summary>Dark runs, left to right, top to bottom: neighbours are one rectangle, so that no seam shows between them.</summary>
    public IEnumerable<(int Column, int Row, int Length)> Runs()
    {
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side;)
            {
                var length = 0;
                while (column + length < Side && rows[row + QuietZone][column + length + QuietZone])
                {
                    length++;
                }

                if (length > 0)
                {
                    yield return (column, row, length);
                }

                column += length + 1;
            }
        }
    }
}
