using Scoring.Core.Certificates;

namespace Scoring.Display.Certificates.Layout;

/// <summary>颁发单位 in columns from the right edge of their box, each with its seal circle, and the date under the last (R-H1, R-H4).</summary>
internal static class IssuersLayout
{
    private const double Beside = 3, Roomy = 4, Widest = 64, SealText = 3;

    public static IEnumerable<Placed> Set(IssuersElement element, CertificateFacts facts, Typesetter typesetter)
    {
        var columns = Columns(element, facts.Issuers);
        var x = element.Box.X + element.Box.Width - columns.Sum();
        for (var i = 0; i < columns.Length; i++)
        {
            var centre = x + (columns[i] / 2);
            foreach (var placed in Seal(element, centre, typesetter).Concat(typesetter.Set(Name(element, x, columns[i]), [Span(element, facts.Issuers[i], element.Size)])))
            {
                yield return placed;
            }

            x += columns[i];
        }

        foreach (var placed in Date(element, facts.Date, x - (columns[^1] / 2), typesetter))
        {
            yield return placed;
        }
    }

    /// <summary>Wide enough for the name and for the seal; narrower, all alike in proportion, when together they do not fit.</summary>
    private static double[] Columns(IssuersElement element, IReadOnlyList<string> issuers)
    {
        var wanted = issuers.Select(name => Math.Clamp((name.EnumerateRunes().Count() * element.Size) + (2 * Beside), element.Seal + Roomy, Widest)).ToArray();
        var share = Math.Min(1, element.Box.Width / wanted.Sum());
        return [.. wanted.Select(width => width * share)];
    }

    private static TextElement Name(IssuersElement element, double x, double width)
    {
        var margin = Math.Min(1.5, width * 0.03);
        var top = element.Baseline - element.LineHeight;
        return new(element.Id, new(x + margin, top, width - (2 * margin), 2 * element.LineHeight), element.Baseline, element.LineHeight, [], TextAlign.Centre, OneLineTo: 0.78);
    }

    private static IEnumerable<Placed> Date(IssuersElement element, DateOnly date, double centre, Typesetter typesetter)
    {
        var text = ChineseDate.Write(date);
        var half = text.Length * element.DateSize / 2;
        centre = Math.Min(centre, element.Box.X + element.Box.Width - half);
        var line = new TextElement(element.Id, new(centre - half, element.DateBaseline - element.DateSize, 2 * half, element.DateSize * 1.5),
            element.DateBaseline, element.DateSize * 1.5, [], TextAlign.Centre, OneLineTo: 0);
        return typesetter.Set(line, [Span(element, text, element.DateSize)]);
    }

    private static IEnumerable<Placed> Seal(IssuersElement element, double centre, Typesetter typesetter)
    {
        yield return new PlacedPath(element.Id, new PathData().Circle(centre, element.SealY, element.Seal / 2), null, typesetter.Colour("seal"), 0.2, ScreenOnly: true);
    }

    private static TextSpan Span(IssuersElement element, string text, double size) => new(text, size, element.Font, element.Colour);
}
