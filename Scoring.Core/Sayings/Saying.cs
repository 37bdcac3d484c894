using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Scoring.Core.Sayings;

/// <summary>
/// A sentence for people, its text and what fills the text's holes kept apart: <c>Saying why = $"{code} 已经检录"</c>. It becomes a sentence
/// only where it is shown, in the language of whoever reads it. A string that is finished already does not become one: <c>$"{typed}"</c>
/// makes it the value of a hole. In a choice one branch says what it is: <c>done ? (Saying)$"已经检录" : $"还没有检录"</c>.
/// </summary>
[InterpolatedStringHandler]
public sealed record Saying
{
    // Without a hole there is one text and no list: that much is made for every check that finds nothing.
    private readonly List<Part>? parts;
    private string plain = "";

    /// <summary>Called by the compiler, as are both kinds of append.</summary>
    public Saying(int literalLength, int formattedCount) =>
        parts = formattedCount == 0 ? null : new(Math.Min(literalLength, formattedCount + 1) + formattedCount);

    private IReadOnlyList<Part> Parts => parts ?? [new(plain, null, null)];

    /// <summary>The text with numbered holes, other braces doubled: <c>{0} 已经检录</c>; the same for every sentence said here.</summary>
    public string Text
    {
        get
        {
            var (text, hole) = (new StringBuilder(), 0);
            foreach (var part in Parts)
            {
                text = part.Literal is { } literal
                    ? text.Append(literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal))
                    : text.Append('{').Append(hole++).Append(part.Format is null ? "" : ":").Append(part.Format).Append('}');
            }

            return text.ToString();
        }
    }

    /// <summary>What fills the holes, as it was given: numbers, texts that people typed, other sayings.</summary>
    public IReadOnlyList<object?> Values => [.. Parts.Where(p => p.Literal is null).Select(p => p.Value)];

    public void AppendLiteral(string literal)
    {
        if (parts is null)
        {
            plain += literal;
        }
        else
        {
            parts.Add(new(literal, null, null));
        }
    }

    public void AppendFormatted<T>(T value, string? format = null) => parts!.Add(new(null, value, format)); // not null: there is a hole

    /// <summary>Several, one after the other, with the same sign between them.</summary>
    public static Saying Join<T>(string between, IEnumerable<T> items)
    {
        var joined = new Saying(0, 1);
        foreach (var item in items)
        {
            if (joined.parts!.Count > 0) // not null: made for holes
            {
                joined.AppendLiteral(between);
            }

            joined.AppendFormatted(item);
        }

        return joined;
    }

    /// <summary>The sentence.</summary>
    public override string ToString() => string.Concat(Parts.Select(p => p.ToString()));

    public bool Equals(Saying? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var part in Parts)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }

    /// <param name="Literal">Null: a hole.</param>
    /// <param name="Format">Of a hole's value, e.g. 0.##; null: as it is.</param>
    private readonly record struct Part(string? Literal, object? Value, string? Format)
    {
        public override string ToString() =>
            Literal ?? (Value is IFormattable figure ? figure.ToString(Format, CultureInfo.InvariantCulture) : Value?.ToString()) ?? "";
    }
}
