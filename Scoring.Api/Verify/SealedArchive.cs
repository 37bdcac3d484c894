// One file that holds a contest for ever: ledger, competition file, lists, certificates, signatures, and a signed manifest.
using Scoring.Core.Fold.Public;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Scoring.Api.Certificates;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Storage;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Certificates;

namespace Scoring.Api.Verify;

/// <summary>Makes sealed archives. Nothing in one holds an ID number or a phone in the clear (R-I2); in the ledger they stay encrypted.</summary>
public sealed class SealedArchive(DataFolder folder, PersonalSeal seal, CertificateKeys keys, CertificatePainter painter, TemplateShelf templates, SheetPictures pictures, TimeProvider time)
{
    private const string Words = """
        这是一场比赛的归档包。

        manifest.json      包里每个文件的大小和 SHA-256，台账最后一条的链值
        manifest.sig       对 manifest.json 的 ECDSA P-256 签名
        ledger.db          台账：每一次评分、退回、解密、公布，一条不少（SQLite）
        competition.json   比赛文件：定义、名单、成绩（不含证件号码和电话）
        lists/             选手名册（号码遮盖）、秩序册、成绩汇总表、公示名单、成绩册、获奖名单
        certificates/      已签发的证书（PDF）
        signatures/        平板上的手写签名（SVG，文件名开头是台账序号）
        papers/            补录的纸质评分表照片（文件名是台账里记下的 SHA-256）
        keys/              核验证书二维码用的公钥

        在任何一台装有本系统的电脑上检查：  verify 归档包.zip
        它核对每个文件、签名、哈希链，并从台账重新计算全部成绩。
        """;

    /// <summary>Writes the archive and gives its path, in <c>data/archives</c>.</summary>
    /// <exception cref="Exception">The disk refuses (<see cref="StorageFailure.Explain"/>).</exception>
    public string Make(OpenCompetition competition)
    {
        var at = time.GetUtcNow();
        var archives = Directory.CreateDirectory(Folder(folder)).FullName;
        var path = Path.Combine(archives, $"{competition.Id}-{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-归档.zip");
        var ledger = Path.Combine(archives, $".{Guid.NewGuid():N}.part");
        try
        {
            Backups.Copy(folder.FileOf(competition.Id), ledger);
            // All of it from the copy, so that file and lists are of the very ledger that lies beside them.
            var (state, head) = Fold(ledger);
            using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.ReadWrite))
            {
                using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
                {
                    Fill(zip, competition, ledger, state, head, at);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(path + ".part", path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(ledger);
            File.Delete(path + ".part");
        }
    }

    public static string Folder(DataFolder folder) => Path.Combine(folder.Root, "archives");

    private void Fill(ZipArchive zip, OpenCompetition competition, string ledger, CompetitionState state, LedgerEntry head, DateTimeOffset at)
    {
        var files = new List<ArchivedFile>();
        void Put(string name, byte[] bytes)
        {
            using (var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open())
            {
                entry.Write(bytes);
            }

            files.Add(new ArchivedFile(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        Put("说明.txt", Encoding.UTF8.GetBytes(Words));
        Put(ArchiveManifest.LedgerName, File.ReadAllBytes(ledger));
        Put(ArchiveManifest.CompetitionName, CompetitionFileWriter.Write(FileExport.Of(state, _ => null)));
        var source = new PaperSource(state, Convert.ToHexStringLower(head.Hash.Span), TimeZoneInfo.ConvertTime(at, time.LocalTimeZone), boxed => seal.Open(competition.Id, boxed));
        foreach (var kind in ListBook.All)
        {
            var list = kind.OnPaper(source, null);
            if (!list.IsEmpty)
            {
                Put($"lists/{list.Title}.xlsx", PaperXlsx.Write(list));
            }
        }

        void PutCertificates(string name, string title, IReadOnlyList<CertificateIssue> issued)
        {
            var valid = issued.Where(c => c.RevokedBecause is null).Select(c => (templates.For(competition.Id, c.Certificate.Facts.Kind), new CertificateToPrint(c.Certificate.Facts, c.Certificate.Qr))).ToList();
            if (valid.Count > 0)
            {
                using var pdf = new MemoryStream();
                painter.PaintAll(valid, pdf, title);
                Put($"certificates/{name}.pdf", pdf.ToArray());
            }
        }

        foreach (var trade in state.TradesInOrder)
        {
            PutCertificates(trade.Definition.Id.Value, $"{trade.Definition.Name} 证书", trade.Publication.Certificates);
        }

        PutCertificates("@teams", "团体与组织奖证书", state.TeamCertificates);

        var (signatures, papers) = ByHand(ledger);
        foreach (var (sequence, path) in signatures)
        {
            Put($"signatures/{sequence:00000}.svg", Encoding.UTF8.GetBytes(Svg(path)));
        }

        foreach (var hash in papers)
        {
            if (pictures.Find(competition.Id, hash) is { } picture)
            {
                Put($"papers/{Path.GetFileName(picture.Path)}", File.ReadAllBytes(picture.Path));
            }
            else
            {
                Put($"papers/{hash}-缺.txt", Encoding.UTF8.GetBytes("归档时这张照片不在电脑上。台账里只有它的 SHA-256，即文件名开头。找回照片后可用它核对。\n"));
            }
        }

        foreach (var (id, key) in keys.PublicKeys)
        {
            Put($"keys/{id}.pem", Encoding.UTF8.GetBytes(new string(PemEncoding.Write("PUBLIC KEY", key))));
        }

        var manifest = new ArchiveManifest(
            1, competition.Id.Value, state.Competition?.Name ?? "", at, ProductVersion.Current, head.Sequence, Convert.ToHexStringLower(head.Hash.Span),
            Convert.ToBase64String(keys.PublicKeys.First().Value), files).ToJson();
        Put(ArchiveManifest.FileName, manifest);
        Put(ArchiveManifest.SignatureName, keys.SignBytes(manifest));
    }

    internal static (CompetitionState State, LedgerEntry Head) Fold(string ledger)
    {
        using var connection = SqliteFile.OpenForReading(ledger);
        var state = Folding.Begin();
        LedgerEntry? head = null;
        foreach (var row in EventRow.ReadAll(connection))
        {
            state.Apply(head = row.EntryOrThrow());
        }

        return (state, head ?? throw new NotALedgerException("台账是空的，没有可以归档的内容。"));
    }

    /// <summary>What the ledger holds of pens and paper: strokes of signatures by the entry they stand in, and photographs by their SHA-256, each once.</summary>
    private static (List<(long Sequence, string Path)> Signatures, IReadOnlyCollection<string> Papers) ByHand(string ledger)
    {
        var signatures = new List<(long, string)>();
        var papers = new OrderedDictionary<string, bool>(StringComparer.Ordinal);
        using var connection = SqliteFile.OpenForReading(ledger);
        foreach (var entry in EventRow.ReadAll(connection).Select(row => row.EntryOrThrow()).Where(entry => entry.Type is nameof(SheetSubmitted) or nameof(ModuleSigned) or nameof(DaySigned) or nameof(PaperSheetEntered)))
        {
            var said = EventTypes.Read(entry);
            if (said is PaperSheetEntered paper)
            {
                papers.TryAdd(paper.Picture, true);
            }
            else if (said switch { SheetSubmitted sheet => sheet.Signature, ModuleSigned module => module.Signature, DaySigned day => day.Signature, _ => null } is { } strokes)
            {
                signatures.Add((entry.Sequence, strokes));
            }
        }

        return (signatures, papers.Keys);
    }

    private static string Svg(string path)
    {
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            svg.WriteStartElement("path");
            svg.WriteAttributeString("d", path);
            svg.WriteAttributeString("fill", "none");
            svg.WriteAttributeString("stroke", "#000");
            svg.WriteAttributeString("stroke-width", "3");
            svg.WriteEndElement();
            svg.WriteEndElement();
        }

        return text.ToString();
    }
}
