using System.Text;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Layout;

/// <summary>Sets the text of an element into its box: shrinks, wraps, aligns, and says what it could not set (R-H2).</summary>
internal sealed class Typesetter(CertificateTemplate template, FontBook fonts)
{
    private const double Step = 0.02, Smallest = 0.3;
    private readonly List<MissingCharacter> missing = [];
    private readonly List<string> overflowing = [];

    public IReadOnlyList<MissingCharacter> Missing => missing;

    public IReadOnlyList<string> Overflowing => overflowing;

    public IEnumerable<Placed> Set(TextElement element, IReadOnlyList<TextSpan> spans)
    {
        var characters = Characters(element.Id, spans, element.Indent * spans[0].Size);
        if (characters.Count == 0)
        {
            return [];
        }

        var (lines, scale) = Fit(element, characters);
        return lines.SelectMany((line, i) => Place(element, spans, line, scale, Baseline(element, lines.Count, scale, i), isLast: i == lines.Count - 1));
    }

    private FontChain Chain(string name) =>
        template.Fonts.TryGetValue(name, out var choice) ? fonts.Chain(choice.Families, choice.Bold) : fonts.Chain([], bold: false);

    private List<SetCharacter> Characters(string element, IReadOnlyList<TextSpan> spans, double indent)
    {
        var quotes = template.Fonts.ContainsKey("quotes") ? Chain("quotes") : null;
        var set = new List<SetCharacter>();
        for (var s = 0; s < spans.Count; s++)
        {
            var span = spans[s];
            var chain = Chain(span.Font);
            var runes = span.Text.EnumerateRunes().ToArray();
            var quoted = LineBreaking.WithinQuotes(runes);
            for (var i = 0; i < runes.Length; i++)
            {
                var rune = runes[i];
                var from = rune.Value is 0x2018 or 0x2019 or 0x201C or 0x201D && quotes is not null ? quotes : chain;
                if (Printable(rune) is false || from.For(rune.Value) is not { } face)
                {
                    missing.Add(new(element, rune.ToString()));
                    continue;
                }

                var glyph = face.Glyph(rune.Value);
                var isLast = i == runes.Length - 1;
                set.Add(new(
                    s, rune, face, glyph,
                    Before: (i == 0 ? span.Rule?.Before ?? 0 : 0) + (s == 0 && i == 0 ? indent : 0),
                    Width: face.Width(glyph) * span.Size,
                    Spacing: (LineBreaking.IsChinese(rune) || rune.Value == '·' ? span.Spacing : 0) + (i == 0 && WidenedToThree(span, runes) ? span.Size + span.Spacing : 0),
                    After: isLast && span.Rule is { } rule ? rule.After + rule.Gap : 0,
                    Break: quoted[i] ? BreakKind.Never : BreakAfter(span, runes, i, s + 1 < spans.Count ? spans[s + 1] : null)));
            }
        }

        return set;
    }

    /// <summary>Private-use code points mean something else in every font (R-I1c); control characters mean nothing on paper.</summary>
    public static bool Printable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format);

    private static bool WidenedToThree(TextSpan span, Rune[] runes) => span.TwoAsThree && runes.Length == 2 && Array.TrueForAll(runes, LineBreaking.IsChinese);

    private static BreakKind BreakAfter(TextSpan span, Rune[] runes, int i, TextSpan? next)
    {
        if (i < runes.Length - 1)
        {
            var may = span.Keep ? LineBreaking.MayBreakNameBetween(runes[i], runes[i + 1]) : LineBreaking.MayBreakBetween(runes[i], runes[i + 1]);
            return may ? BreakKind.Here : BreakKind.Never;
        }

        return next is { Text.Length: > 0 } && LineBreaking.MayBreakBetween(runes[i], next.Text.EnumerateRunes().First()) ? BreakKind.BetweenSpans : BreakKind.Never;
    }

    private (IReadOnlyList<SetLine> Lines, double Scale) Fit(TextElement element, List<SetCharacter> characters)
    {
        var one = new SetLine(characters);
        var oneLine = Math.Min(1, element.Box.Width / one.Width);
        if (oneLine >= Math.Min(element.OneLineTo, 1))
        {
            return ([one], oneLine);
        }

        for (var scale = 1.0; scale >= Smallest; scale -= Step)
        {
            foreach (var wholeSpans in (ReadOnlySpan<bool>)[true, false])
            {
                var lines = LineFilling.Fill(characters, element.Box.Width / scale, wholeSpans);
                lines = lines is null || wholeSpans ? lines : LineFilling.Balance(lines);
                if (lines is not null && (lines[^1].Characters.Count > 1 || scale < 0.9) && Height(element, lines.Count, scale) <= element.Box.Height + 0.001)
                {
                    return (lines, scale);
                }
            }
        }

        overflowing.Add(element.Id);
        return ([one], oneLine);
    }

    private static double Height(TextElement element, int lines, double scale) => lines * element.LineHeight * scale * Tightness(element, scale);

    private static double Tightness(TextElement element, double scale) => scale < 1 ? element.Tightest : 1;

    /// <summary>One line keeps its baseline however small it is set; of several the block begins at the top of the box, or ends at the baseline.</summary>
    private static double Baseline(TextElement element, int lines, double scale, int line)
    {
        const double Above = 0.728; // share of a line's height above the baseline of Chinese type
        var height = element.LineHeight * scale * Tightness(element, scale);
        return lines == 1 ? element.Baseline
            : element.Upward ? element.Baseline - ((lines - 1 - line) * height)
            : element.Box.Y + ((line + Above) * height);
    }

    private IEnumerable<Placed> Place(TextElement element, IReadOnlyList<TextSpan> spans, SetLine line, double scale, double baseline, bool isLast)
    {
        var slack = element.Box.Width - (line.Width * scale);
        var stretch = element.Align == TextAlign.Justify && !isLast ? slack / Math.Max(1, Gaps(line)) : 0;
        var x = element.Box.X + element.Align switch { TextAlign.Centre => slack / 2, TextAlign.Right => slack, _ => 0 };
        foreach (var run in line.Characters.Index().GroupBy(c => c.Item.Span))
        {
            var span = spans[run.Key];
            var glyphs = new List<PlacedGlyph>();
            var start = x;
            foreach (var (i, c) in run)
            {
                x += c.Before * scale;
                glyphs.Add(new(c.Face, c.Glyph, c.Rune.Value, x));
                x += (c.Width + c.Spacing + c.After) * scale;
                x += i + 1 < line.Characters.Count && LineBreaking.MayStretchBetween(c.Rune, line.Characters[i + 1].Rune) ? stretch : 0;
            }

            var text = string.Concat(run.Select(c => c.Item.Rune.ToString()));
            var spaced = (span.Spacing * scale) + stretch > 0.08 * span.Size * scale || run.Any(c => c.Item.Spacing > 0.08 * span.Size);
            yield return new PlacedText(element.Id, text, span.Size * scale, baseline, Colour(span.Colour), glyphs, spaced);
            if (span.Rule is { } rule)
            {
                var y = baseline + (rule.Below * scale);
                var end = x - (run.Last().Item.After > 0 ? rule.Gap * scale : 0);
                yield return new PlacedPath(element.Id, new PathData().Move(start, y).Line(end, y), null, Colour(span.Colour), rule.Stroke);
            }
        }
    }

    internal string Colour(string name) => template.Colours.GetValueOrDefault(name, name);

    private static int Gaps(SetLine line) => line.Characters.Zip(line.Characters.Skip(1)).Count(pair => LineBreaking.MayStretchBetween(pair.First.Rune, pair.Second.Rune));
}
