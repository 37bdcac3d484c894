// The parts of an .xlsx package, each read as a stream with a limit on what it unpacks to (R-I1g).
using System.IO.Compression;
using System.Xml;

namespace Scoring.Api.Lists;

internal sealed class XlsxParts : IDisposable
{
    public const string TooLarge = "文件展开后太大：里面有不正常的大段内容。请把名单复制到一个新的工作簿里，再上传。";

    private const long LargestPart = 400L * 1024 * 1024, LargestHeld = 80L * 1024 * 1024, LargestOfAll = 600L * 1024 * 1024;

    // Honest sheets pack 10 to 20 to 1, rows that hold nothing but a border some 40 to 1.
    private const int Ratio = 200, RatioCountsFrom = 4 * 1024 * 1024;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true,
    };

    private readonly ZipArchive zip;

    /// <exception cref="UnreadableFileException">It would unpack to more than it should; nothing was unpacked.</exception>
    public XlsxParts(byte[] file)
    {
        zip = new ZipArchive(new MemoryStream(file, writable: false));
        var all = 0L;
        foreach (var part in zip.Entries.Where(p => p.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || p.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            all += part.Length;
            if (part.Length > LargestPart || all > LargestOfAll || (part.Length > RatioCountsFrom && part.Length / Math.Max(1, part.CompressedLength) > Ratio))
            {
                throw new UnreadableFileException(TooLarge);
            }
        }
    }

    /// <summary>Null: there is no such part.</summary>
    public XmlReader? Open(string path) => Open(path, LargestPart, out _);

    /// <summary>Of a part whose content is kept, not passed by.</summary>
    public XmlReader? Held(string path) => Open(path, LargestHeld, out _);

    public XmlReader? Open(string path, out Func<double> share)
    {
        var reader = Open(path, LargestPart, out var stream);
        var length = Math.Max(1, Entry(path)?.Length ?? 1);
        share = () => (double)(stream?.Count ?? 0) / length;
        return reader;
    }

    public void Dispose() => zip.Dispose();

    private XmlReader? Open(string path, long most, out LimitedStream? stream)
    {
        stream = Entry(path) is { } entry ? new LimitedStream(entry.Open(), most) : null;
        return stream is null ? null : XmlReader.Create(stream, Settings);
    }

    private ZipArchiveEntry? Entry(string path) =>
        zip.GetEntry(path) ?? zip.Entries.FirstOrDefault(
            e => string.Equals(e.FullName.Replace('\\', '/'), path, StringComparison.OrdinalIgnoreCase));
}
