using System.Text;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Layout;

/// <summary>A character as it will be set, at full size; lengths in mm.</summary>
/// <param name="Span">Index of the span it belongs to.</param>
/// <param name="Before">Empty space ahead of it, of a rule's overhang or the indent.</param>
/// <param name="Width">Its advance without spacing.</param>
/// <param name="Spacing">After it.</param>
/// <param name="After">Empty space behind spacing: a rule's overhang and gap.</param>
/// <param name="Break">Whether the line may end after it.</param>
internal sealed record SetCharacter(int Span, Rune Rune, FontFace Face, ushort Glyph, double Before, double Width, double Spacing, double After, BreakKind Break)
{
    public double Whole => Before + Width + Spacing + After;
}

internal enum BreakKind { Never, Here, BetweenSpans }

/// <summary>Characters set on one line.</summary>
internal sealed record SetLine(IReadOnlyList<SetCharacter> Characters)
{
    /// <summary>At full size, without the spacing after the last character.</summary>
    public double Width => Characters.Count == 0 ? 0 : Characters.Sum(c => c.Whole) - Characters[^1].Spacing;
}

internal static class LineFilling
{
    private const int FewestOnLast = 4;

    /// <summary>荣获 does not stand alone: the last line takes from the one before until it has four characters.</summary>
    public static IReadOnlyList<SetLine> Balance(IReadOnlyList<SetLine> lines)
    {
        if (lines.Count < 2 || lines[^1].Characters.Count >= FewestOnLast)
        {
            return lines;
        }

        var both = lines[^2].Characters.Concat(lines[^1].Characters).ToList();
        var most = both.Count - FewestOnLast;
        var end = Enumerable.Range(1, Math.Max(0, most)).LastOrDefault(i => both[i - 1].Break != BreakKind.Never);
        return end <= both.Count / 2 ? lines : [.. lines.SkipLast(2), new(both[..end]), new(both[end..])];
    }

    /// <summary>Fills lines one after the other, each as full as the rules allow; null if a part that may not be broken is wider than a line.</summary>
    /// <param name="width">Of a line, at the characters' size.</param>
    /// <param name="wholeSpans">True: lines end only where spans meet.</param>
    public static IReadOnlyList<SetLine>? Fill(IReadOnlyList<SetCharacter> characters, double width, bool wholeSpans)
    {
        var lines = new List<SetLine>();
        for (var start = 0; start < characters.Count;)
        {
            double used = 0;
            var end = 0;
            for (var i = start; i < characters.Count; i++)
            {
                var c = characters[i];
                if (used + c.Whole - c.Spacing > width + 0.001 && c.Rune.Value != ' ')
                {
                    break;
                }

                used += c.Whole;
                var mayEnd = c.Break == BreakKind.BetweenSpans || (c.Break == BreakKind.Here && !wholeSpans) || i == characters.Count - 1;
                end = mayEnd ? i + 1 : end;
            }

            if (end == 0)
            {
                return null;
            }

            lines.Add(new([.. characters.Skip(start).Take(end - start)]));
            start = end;
        }

        return lines;
    }
}
