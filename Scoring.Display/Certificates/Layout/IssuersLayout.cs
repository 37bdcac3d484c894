using Scoring.Core.Certificates;

namespace Scoring.Display.Certificates.Layout;

/// <summary>颁发单位 in columns from the right edge of their box, each with its seal circle, and the date under the last (R-H1, R-H4).</summary>
internal static class IssuersLayout
{
    private const double Beside = 3, Roomy = 4, Widest = 64, Apart = 2, SmallestOnOneLine = 0.8, LabelSize = 3;

    public static IEnumerable<Placed> Set(IssuersElement element, CertificateFacts facts, Typesetter typesetter)
    {
        var columns = Columns(element, facts.Issuers);
        var size = element.Size * CommonScale(element, facts.Issuers, columns);
        var x = element.Box.X + element.Box.Width - columns.Sum();
        for (var i = 0; i < columns.Length; i++)
        {
            var centre = x + (columns[i] / 2);
            foreach (var placed in Seal(element, centre, typesetter).Concat(typesetter.Set(Name(element, facts.Issuers[i], x, columns[i], size), [Span(element, facts.Issuers[i], size)])))
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
        var wanted = issuers.Select(name => Math.Clamp((Length(name) * element.Size) + (2 * Beside), element.Seal + Roomy, Widest)).ToArray();
        var share = Math.Min(1, element.Box.Width / wanted.Sum());
        return [.. wanted.Select(width => width * share)];
    }

    /// <summary>All names are set in one size: as large as they stand on one line each, or at full size if some have to be wrapped.</summary>
    private static double CommonScale(IssuersElement element, IReadOnlyList<string> issuers, double[] columns)
    {
        var scale = issuers.Select((name, i) => (columns[i] - Apart) / (Length(name) * element.Size)).Append(1).Min();
        return scale >= SmallestOnOneLine ? scale : 1;
    }

    /// <summary>A name too wide for its column becomes two lines of about the same length, the lower one where the single line would be.</summary>
    private static TextElement Name(IssuersElement element, string name, double x, double width, double size)
    {
        var room = width - Apart;
        var half = Math.Ceiling(Length(name) / 2.0) * size;
        var needed = Length(name) * size > room + 0.001 ? Math.Min(room, half + 0.01) : room;
        return new(element.Id, new(x + ((width - needed) / 2), element.Baseline - (2 * element.LineHeight), needed, 2 * element.LineHeight),
            element.Baseline, element.LineHeight, [], TextAlign.Centre, OneLineTo: 1, Upward: true, Tightest: 0.86);
    }

    private static int Length(string name) => name.EnumerateRunes().Count();

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
        yield return new PlacedPath(element.Id, new PathData().Circle(centre, element.SealY, element.Seal / 2), null, typesetter.Colour("seal"), 0.2) { ScreenOnly = true };
        var label = element.SealY - (element.Seal * 0.375);
        var box = new TextElement(element.Id, new(centre - (element.Seal / 2), label - LabelSize, element.Seal, 2 * LabelSize), label, 2 * LabelSize, [], TextAlign.Centre);
        foreach (var text in typesetter.Set(box, [new TextSpan("盖章处", LabelSize, element.Font, "sealLabel")]))
        {
            yield return text with { ScreenOnly = true };
        }
    }

    private static TextSpan Span(IssuersElement element, string text, double size) => new(text, size, element.Font, element.Colour);
}
