using System.Buffers.Binary;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>Which glyph a font has for a code point: its cmap, format 12 (all of Unicode) or else 4 (basic plane), as sorted runs.</summary>
internal sealed class CharacterMap
{
    private readonly int[] first;
    private readonly int[] last;
    private readonly int[] glyph;

    private CharacterMap(IReadOnlyList<(int First, int Last, int Glyph)> runs)
    {
        first = [.. runs.Select(run => run.First)];
        last = [.. runs.Select(run => run.Last)];
        glyph = [.. runs.Select(run => run.Glyph)];
    }

    /// <summary>0 if the font has no glyph for it.</summary>
    public ushort Glyph(int codePoint)
    {
        var at = Array.BinarySearch(first, codePoint);
        at = at < 0 ? ~at - 1 : at;
        return at >= 0 && codePoint <= last[at] ? (ushort)(glyph[at] + codePoint - first[at]) : (ushort)0;
    }

    public static CharacterMap Read(ReadOnlySpan<byte> cmap)
    {
        var best = (Rank: -1, Offset: 0);
        var count = BinaryPrimitives.ReadUInt16BigEndian(cmap[2..]);
        for (var i = 0; i < count; i++)
        {
            var record = cmap.Slice(4 + (i * 8), 8);
            var platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            var encoding = BinaryPrimitives.ReadUInt16BigEndian(record[2..]);
            var offset = BinaryPrimitives.ReadInt32BigEndian(record[4..]);
            var unicode = platform == 0 || (platform == 3 && encoding is 1 or 10);
            var rank = BinaryPrimitives.ReadUInt16BigEndian(cmap[offset..]) switch { 12 => 2, 4 => 1, _ => -1 };
            if (unicode && rank > best.Rank)
            {
                best = (rank, offset);
            }
        }

        return best.Rank switch
        {
            2 => new(Format12(cmap[best.Offset..])),
            1 => new(Format4(cmap[best.Offset..])),
            _ => throw new InvalidDataException("The font has no Unicode character map."),
        };
    }

    private static List<(int First, int Last, int Glyph)> Format12(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(table[12..]);
        var runs = new List<(int, int, int)>(count);
        for (var i = 0; i < count; i++)
        {
            var group = table.Slice(16 + (i * 12), 12);
            runs.Add((BinaryPrimitives.ReadInt32BigEndian(group), BinaryPrimitives.ReadInt32BigEndian(group[4..]), BinaryPrimitives.ReadInt32BigEndian(group[8..])));
        }

        return runs;
    }

    private static List<(int First, int Last, int Glyph)> Format4(ReadOnlySpan<byte> table)
    {
        var segments = BinaryPrimitives.ReadUInt16BigEndian(table[6..]) / 2;
        var ends = table[14..];
        var starts = table[(16 + (segments * 2))..];
        var deltas = table[(16 + (segments * 4))..];
        var offsets = table[(16 + (segments * 6))..];
        var runs = new List<(int First, int Last, int Glyph)>();
        for (var s = 0; s < segments; s++)
        {
            int start = BinaryPrimitives.ReadUInt16BigEndian(starts[(s * 2)..]), end = BinaryPrimitives.ReadUInt16BigEndian(ends[(s * 2)..]);
            int delta = BinaryPrimitives.ReadUInt16BigEndian(deltas[(s * 2)..]), offset = BinaryPrimitives.ReadUInt16BigEndian(offsets[(s * 2)..]);
            for (var code = start; code <= end && code < 0xFFFF; code++)
            {
                var id = offset == 0 ? code : BinaryPrimitives.ReadUInt16BigEndian(offsets[((s * 2) + offset + ((code - start) * 2))..]);
                var found = offset != 0 && id == 0 ? 0 : (id + delta) & 0xFFFF;
                if (found == 0)
                {
                    continue;
                }

                if (runs.Count > 0 && runs[^1].Last == code - 1 && runs[^1].Glyph + code - runs[^1].First == found)
                {
                    runs[^1] = runs[^1] with { Last = code };
                }
                else
                {
                    runs.Add((code, code, found));
                }
            }
        }

        return runs;
    }
}
