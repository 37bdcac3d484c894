using System.Buffers.Binary;
using System.Text;

namespace Scoring.Api.Lists;

/// <summary>The container of .xls files: one stream out of it, by name. Chains that run in circles end at the file's own length.</summary>
internal static class CompoundFile
{
    private const int HeaderFat = 109, EntryLength = 128, SmallStream = 4096, MiniSector = 64;

    /// <returns>Null: no such stream, or the file is damaged.</returns>
    public static byte[]? Stream(byte[] file, string name)
    {
        try
        {
            return Find(file, name);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[]? Find(byte[] file, string name)
    {
        var sector = 1 << BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(30));
        var fat = Fat(file, sector);
        var directory = Chain(file, sector, fat, Int(file, 48));
        var root = Entry(directory, "Root Entry");
        if (root is not { } top || Entry(directory, name) is not { } wanted)
        {
            return null;
        }

        if (wanted.Size >= SmallStream)
        {
            return Chain(file, sector, fat, wanted.Start)[..wanted.Size];
        }

        var mini = Numbers(Chain(file, sector, fat, Int(file, 60)));
        var small = Chain(file, sector, fat, top.Start);
        var stream = new List<byte>();
        for (int at = wanted.Start, left = mini.Length; at >= 0 && left > 0; at = mini[at], left--)
        {
            stream.AddRange(small.AsSpan(at * MiniSector, MiniSector));
        }

        return [.. stream.Take(wanted.Size)];
    }

    // The table of chains: its first sectors are listed in the header, the rest in sectors of their own.
    private static int[] Fat(byte[] file, int sector)
    {
        var sectors = Enumerable.Range(0, HeaderFat).Select(i => Int(file, 76 + (i * 4))).ToList();
        for (int more = Int(file, 68), left = file.Length / sector; more >= 0 && left > 0; left--)
        {
            var list = Numbers(file.AsSpan((more + 1) * sector, sector).ToArray());
            sectors.AddRange(list[..^1]);
            more = list[^1];
        }

        return [.. sectors.Where(s => s >= 0).SelectMany(s => Numbers(file.AsSpan((s + 1) * sector, sector).ToArray()))];
    }

    private static byte[] Chain(byte[] file, int sector, int[] fat, int start)
    {
        var stream = new MemoryStream();
        for (int at = start, left = fat.Length; at >= 0 && left > 0; at = fat[at], left--)
        {
            stream.Write(file.AsSpan((at + 1) * sector, Math.Min(sector, file.Length - ((at + 1) * sector))));
        }

        return stream.ToArray();
    }

    private static (int Start, int Size)? Entry(byte[] directory, string name)
    {
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var length = Math.Max(0, BinaryPrimitives.ReadUInt16LittleEndian(directory.AsSpan(at + 64)) - 2);
            if (length <= 64 && Encoding.Unicode.GetString(directory, at, length) == name)
            {
                return (Int(directory, at + 116), Int(directory, at + 120));
            }
        }

        return null;
    }

    private static int[] Numbers(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => Int(bytes, i * 4))];

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
