using System.IO.Compression;
using System.Text;

namespace Scoring.Api.Lists;

/// <summary>A picture as it was sent, not unpacked yet.</summary>
/// <param name="Path">Its name, in a ZIP with its folders.</param>
public sealed record SentPhoto(string Path, long Length, Func<Stream> Open);

/// <summary>Pictures sent as a ZIP or one by one (R-I1g): nothing is unpacked that is too large or no picture.</summary>
public static class SentPhotos
{
    public const int Most = 20_000;

    // Chinese Windows writes names of a ZIP in its own code page; the flag for UTF-8 says otherwise where it is set.
    private static readonly Lazy<Encoding> Names = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    });

    /// <summary>What a ZIP holds, without what systems add by themselves.</summary>
    /// <exception cref="UnreadableFileException">It is none, or holds too much.</exception>
    public static IReadOnlyList<SentPhoto> In(ZipArchive zip)
    {
        var photos = zip.Entries.Where(e => e.Name.Length > 0 && !Added(e.FullName))
            .Select(e => new SentPhoto(e.FullName, e.Length, e.Open)).ToList();
        return photos.Count > Most ? throw new UnreadableFileException($"ZIP 里有 {photos.Count} 个文件，一次最多 {Most} 个，请分成几个。") : photos;
    }

    /// <exception cref="UnreadableFileException">It is none.</exception>
    public static ZipArchive Zip(Stream file, string name)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Names.Value);
            _ = zip.Entries;
            return zip;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            throw new UnreadableFileException($"{name} 打不开：请用 ZIP 打包（不要加密，不用 RAR、7z）。");
        }
    }

    /// <summary>The whole picture; null: it is none, or larger than it says.</summary>
    public static byte[]? Read(SentPhoto photo, long largest)
    {
        if (photo.Length > largest)
        {
            return null;
        }

        try
        {
            using var unpacked = new LimitedStream(photo.Open(), largest);
            using var bytes = new MemoryStream();
            unpacked.CopyTo(bytes);
            return IsPicture(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) ? bytes.ToArray() : null;
        }
        catch (Exception e) when (e is InvalidDataException or UnreadableFileException or IOException)
        {
            return null;
        }
    }

    // By what it is, not by what it is called: JPEG, PNG, WebP.
    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8));

    private static bool Added(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || path.Split('/')[^1] is var name
        && (name.StartsWith('.') || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase)
        || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase));
}
