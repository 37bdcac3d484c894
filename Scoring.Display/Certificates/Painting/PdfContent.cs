using System.Globalization;
using System.Text;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates.Painting;

/// <summary>Writes the drawing operators of a PDF content stream (ISO 32000-1, 8 and 9); the caller's space is mm from the top left corner.</summary>
internal sealed class PdfContent
{
    private readonly StringBuilder text = new(4096);
    private string fill = "";
    private string stroke = "";
    private double width = -1;

    public byte[] Bytes => Encoding.ASCII.GetBytes(text.ToString());

    /// <summary>From here on y runs down and one unit is one mm.</summary>
    public PdfContent Millimetres(double pageHeight, double offsetX, double offsetY)
    {
        const double Point = 72 / 25.4;
        return Operator("cm", Point, 0, 0, -Point, offsetX * Point, (pageHeight - offsetY) * Point);
    }

    public PdfContent Path(PathData path, string? fillColour, string? strokeColour, double strokeWidth)
    {
        Fill(fillColour);
        Stroke(strokeColour, strokeWidth);
        Trace(path);
        text.Append((fillColour, strokeColour) switch { (not null, not null) => "B\n", (not null, null) => "f\n", _ => "S\n" });
        return this;
    }

    /// <summary>A form again and again. Each place is written as the step from the one before: equal steps are equal text, which compresses to almost nothing.</summary>
    public PdfContent Forms(string name, IReadOnlyList<Transform> places)
    {
        text.Append("q\n");
        var before = Transform.Translate(0, 0);
        foreach (var at in places)
        {
            var step = at.After(before);
            Write("cm", 6, [step.A, step.B, step.C, step.D, step.E, step.F]);
            text.Append('/').Append(name).Append(" Do\n");
            before = at;
        }

        text.Append("Q\n");
        return this;
    }

    /// <summary>An image, or a stencil painted in <paramref name="colour"/>, filling a rectangle.</summary>
    public PdfContent Image(string name, string? colour, Box box)
    {
        Fill(colour);
        return Forms(name, [new Transform(box.Width, 0, 0, -box.Height, box.X, box.Y + box.Height)]);
    }

    /// <summary>Draws a form of the page's resources.</summary>
    public PdfContent Form(string name)
    {
        text.Append('/').Append(name).Append(" Do\n");
        return this;
    }

    /// <summary>A string as readers copy it, whatever stands between its glyphs.</summary>
    public PdfContent BeginActualText(string actual)
    {
        text.Append("/Span <</ActualText <FEFF").Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(actual))).Append(">>> BDC\n");
        return this;
    }

    public PdfContent EndActualText()
    {
        text.Append("EMC\n");
        return this;
    }

    /// <param name="glyphs">Code in the font, left edge in mm, and the width its font gives it in em.</param>
    public PdfContent Glyphs(string font, double size, double baseline, string colour, IReadOnlyList<(ushort Code, double X, double Width)> glyphs)
    {
        Fill(colour);
        text.Append("BT /").Append(font).Append(" 1 Tf ");
        Operator("Tm", size, 0, 0, -size, glyphs[0].X, baseline);
        text.Append("[<");
        var pen = glyphs[0].X;
        foreach (var (code, x, advance) in glyphs)
        {
            var back = Math.Round((pen - x) / size * 1000, 1); // in thousandths of the type's size, to the left
            if (back != 0)
            {
                text.Append('>').Append(Number(back, 1)).Append('<');
                pen -= back * size / 1000;
            }

            text.Append(code.ToString("X4", CultureInfo.InvariantCulture));
            pen += advance * size;
        }

        text.Append(">]TJ ET\n");
        return this;
    }

    public PdfContent Fill(string? colour)
    {
        if (colour is not null && !string.Equals(colour, fill, StringComparison.Ordinal))
        {
            Operator("rg", Channels(fill = colour));
        }

        return this;
    }

    public PdfContent Stroke(string? colour, double strokeWidth)
    {
        if (colour is null)
        {
            return this;
        }

        if (!string.Equals(colour, stroke, StringComparison.Ordinal))
        {
            Operator("RG", Channels(stroke = colour));
        }

        if (Math.Abs(strokeWidth - width) > 1e-9)
        {
            Operator("w", width = strokeWidth);
        }

        return this;
    }

    /// <summary>The shortest way to write a number.</summary>
    private static string Number(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals) + 0.0;
        var written = rounded.ToString("0.######", CultureInfo.InvariantCulture);
        return written.StartsWith("0.", StringComparison.Ordinal) ? written[1..]
            : written.StartsWith("-0.", StringComparison.Ordinal) ? "-" + written[2..]
            : written;
    }

    private void Trace(PathData path)
    {
        foreach (var step in path.Steps)
        {
            switch (step.Kind)
            {
                case PathStepKind.Move: Coordinates("m", step.X, step.Y); break;
                case PathStepKind.Line: Coordinates("l", step.X, step.Y); break;
                case PathStepKind.Curve: Coordinates("c", step.X1, step.Y1, step.X2, step.Y2, step.X, step.Y); break;
                default: text.Append("h\n"); break;
            }
        }
    }

    private PdfContent Operator(string name, params ReadOnlySpan<double> operands) => Write(name, 4, operands);

    /// <summary>A hundredth of a millimetre is finer than any printer.</summary>
    private void Coordinates(string name, params ReadOnlySpan<double> operands) => Write(name, 2, operands);

    private PdfContent Write(string name, int decimals, ReadOnlySpan<double> operands)
    {
        foreach (var operand in operands)
        {
            text.Append(Number(operand, decimals)).Append(' ');
        }

        text.Append(name).Append('\n');
        return this;
    }

    private static double[] Channels(string colour) =>
        [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (i * 2), 2), 16) / 255.0)];
}
