using System.Globalization;
using System.Text;

namespace Scoring.Display.Tests.Certificates;

/// <summary>A rendered page of ten dots a millimetre, to measure where ink is.</summary>
internal sealed class PageInk
{
    private const double DotsPerMillimetre = 10;
    private const byte Dark = 200;
    private readonly byte[] dots;
    private readonly int width;

    private PageInk(byte[] dots, int width) => (this.dots, this.width) = (dots, width);

    /// <summary>A PGM picture: "P5 width height 255", then a byte a dot.</summary>
    public static PageInk Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var words = Encoding.ASCII.GetString(file, 0, 64).Split((char[])[' ', '\n'], 5);
        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        return new PageInk(file[^(width * height)..], width);
    }

    /// <summary>The bounds of the ink within a rectangle; all in mm.</summary>
    public (double Left, double Top, double Right, double Bottom) Bounds(double left, double top, double right, double bottom)
    {
        var inked = from y in Enumerable.Range((int)(top * DotsPerMillimetre), (int)((bottom - top) * DotsPerMillimetre))
                    from x in Enumerable.Range((int)(left * DotsPerMillimetre), (int)((right - left) * DotsPerMillimetre))
                    where dots[(y * width) + x] < Dark
                    select (X: x, Y: y);
        var found = inked.ToList();
        Assert.NotEmpty(found);
        return (found.Min(dot => dot.X) / DotsPerMillimetre, found.Min(dot => dot.Y) / DotsPerMillimetre,
            (found.Max(dot => dot.X) + 1) / DotsPerMillimetre, (found.Max(dot => dot.Y) + 1) / DotsPerMillimetre);
    }
}
