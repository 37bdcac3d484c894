using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Scoring.Core.Draw;

/// <summary>
/// A draw anyone can repeat: Fisher–Yates from the last place down, each number taken from SHA-256 over <c>seed, LF, counter</c> (UTF-8, counter from 0), eight bytes
/// big-endian at a time, values that would favour anybody passed over.
/// </summary>
public sealed class Shuffle
{
    private readonly string seed;
    private byte[] block = [];
    private int used;
    private long counter;

    private Shuffle(string seed) => this.seed = seed;

    public static IReadOnlyList<T> Of<T>(string seed, IEnumerable<T> items)
    {
        var source = new Shuffle(seed);
        var list = items.ToArray();
        for (var last = list.Length - 1; last > 0; last--)
        {
            var other = source.Below(last + 1);
            (list[last], list[other]) = (list[other], list[last]);
        }

        return list;
    }

    private int Below(int count)
    {
        var fair = ulong.MaxValue - (ulong.MaxValue % (ulong)count);
        while (true)
        {
            if (Next() is var value && value < fair)
            {
                return (int)(value % (ulong)count);
            }
        }
    }

    private ulong Next()
    {
        if (used + sizeof(ulong) > block.Length)
        {
            block = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seed}\n{counter++}")));
            used = 0;
        }

        var value = BinaryPrimitives.ReadUInt64BigEndian(block.AsSpan(used));
        used += sizeof(ulong);
        return value;
    }
}
