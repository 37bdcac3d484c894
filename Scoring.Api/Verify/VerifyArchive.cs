using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Api.Lists;
using Scoring.Core.Files;
using Scoring.Display.Certificates;

namespace Scoring.Api.Verify;

/// <param name="Findings">What is wrong, in Chinese; empty: intact.</param>
/// <param name="Ledger">Null: the archive was too damaged to get at it.</param>
public sealed record ArchiveVerification(ArchiveManifest? Manifest, Verification? Ledger, IReadOnlyList<string> Findings)
{
    public bool Intact => Findings.Count == 0;
}

/// <summary>The file is no sealed archive at all; the message says what to do.</summary>
public sealed class NotAnArchiveException(string message) : Exception(message);

/// <summary>Checks a sealed archive with nothing but the archive: every file against the manifest, its signature, the chain, the results, and the competition file.</summary>
public static class VerifyArchive
{
    // A contest's ledger packs some 5 to 1 and has some MB; what is read into memory is a list of files or a contest's definition.
    private const long LargestOfAll = 8L * 1024 * 1024 * 1024, LargestHeld = 256L * 1024 * 1024, RatioCountsFrom = 16L * 1024 * 1024;

    private const int Ratio = 200;

    public static bool IsArchive(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        var start = new byte[4];
        return file.Read(start) == 4 && start.AsSpan().SequenceEqual("PK\u0003\u0004"u8);
    }

    /// <param name="head">An entry somebody has a receipt of; null: nothing to compare with.</param>
    /// <param name="keyPrint">Of the key it must be signed with; null: any, as the manifest names it.</param>
    /// <exception cref="NotAnArchiveException">There is no manifest in it.</exception>
    public static ArchiveVerification Run(string path, LastEntry? head = null, string? keyPrint = null)
    {
        var findings = new List<string>();
        var folder = Directory.CreateTempSubdirectory("scoring-archive-").FullName;
        try
        {
            using var zip = Open(path);
            var bytes = Read(zip, ArchiveManifest.FileName) ?? throw new NotAnArchiveException("这个文件不是本系统的归档包。请选“备份与归档”里制作的归档包（.zip）或备份（.db）。");
            var manifest = ArchiveManifest.FromJson(bytes);
            CheckSignature(manifest, bytes, Read(zip, ArchiveManifest.SignatureName), findings);
            if (keyPrint is not null && !string.Equals(Plain(keyPrint), Plain(manifest.KeyPrint), StringComparison.Ordinal))
            {
                findings.Add($"不是用指纹为 {keyPrint} 的钥匙签的，归档包里的是 {manifest.KeyPrint}");
            }

            CheckFiles(zip, manifest, findings);
            var ledger = Path.Combine(folder, ArchiveManifest.LedgerName);
            if (zip.GetEntry(ArchiveManifest.LedgerName) is not { } entry)
            {
                return new(manifest, null, findings);
            }

            Unpack(entry, ledger);
            var verification = VerifyLedger.Run(ledger, head);
            findings.AddRange(verification.Findings.Take(50).Select(f => $"台账 {f.Where}：{f.What}"));
            if (verification.Last is { } last && (last.Sequence != manifest.Sequence || last.Hash != manifest.Head))
            {
                findings.Add($"台账的最后一条是第 {last.Sequence} 条（{last.Hash[..8]}），清单上写的是第 {manifest.Sequence} 条（{manifest.Head[..8]}）");
            }

            if (verification.Intact && Read(zip, ArchiveManifest.CompetitionName) is { } competition
                && !CompetitionFileWriter.Write(FileExport.Of(SealedArchive.Fold(ledger).State, _ => null)).AsSpan().SequenceEqual(competition))
            {
                findings.Add("比赛文件 competition.json 与台账重新计算的不一致");
            }

            return new(manifest, verification, findings);
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException or NotALedgerException or FormatException or UnreadableFileException)
        {
            findings.Add($"归档包读不下去：{damage switch
            {
                NotALedgerException => damage.Message,
                UnreadableFileException => TooLarge,
                _ => "文件已损坏",
            }}");
            return new(null, null, findings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What an archive says it is; null: nothing readable. Proves nothing.</summary>
    public static ArchiveManifest? ManifestOf(string path)
    {
        try
        {
            using var zip = Open(path);
            return Read(zip, ArchiveManifest.FileName) is { } bytes ? ArchiveManifest.FromJson(bytes) : null;
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException or UnreadableFileException)
        {
            return null;
        }
    }

    /// <summary>The ledger of an archive that was checked.</summary>
    public static void TakeLedger(string path, string target)
    {
        using var zip = ZipFile.OpenRead(path);
        Unpack(zip.GetEntry(ArchiveManifest.LedgerName)!, target); // checked
    }

    private const string TooLarge = "展开后太大，里面有不正常的大文件";

    /// <exception cref="UnreadableFileException">It would unpack to more than it should; nothing was unpacked.</exception>
    private static ZipArchive Open(string path)
    {
        var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Sum(e => Math.Min(e.Length, LargestOfAll)) < LargestOfAll
            && zip.Entries.All(e => e.Length < RatioCountsFrom || e.Length / Math.Max(1, e.CompressedLength) <= Ratio))
        {
            return zip;
        }

        zip.Dispose();
        throw new UnreadableFileException(TooLarge);
    }

    private static void Unpack(ZipArchiveEntry entry, string target)
    {
        using var packed = new LimitedStream(entry.Open(), entry.Length);
        using var file = new FileStream(target, FileMode.CreateNew);
        packed.CopyTo(file);
    }

    private static void CheckSignature(ArchiveManifest manifest, byte[] bytes, byte[]? signature, List<string> findings)
    {
        if (signature is null)
        {
            findings.Add("缺少签名 manifest.sig");
            return;
        }

        using var key = P256.Empty();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(manifest.Key), out _);
            if (!key.VerifyData(bytes, signature, HashAlgorithmName.SHA256))
            {
                findings.Add("归档包的清单与签名对不上，清单被改过");
            }
        }
        catch (CryptographicException)
        {
            findings.Add("清单里的公钥读不出来");
        }
    }

    private static void CheckFiles(ZipArchive zip, ArchiveManifest manifest, List<string> findings)
    {
        var listed = manifest.Files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            if (zip.GetEntry(file.Name) is not { } entry)
            {
                findings.Add($"缺少文件 {file.Name}");
            }
            else if (entry.Length != file.Size || Hash(entry) != file.Sha256)
            {
                findings.Add($"文件 {file.Name} 被改过");
            }
        }

        findings.AddRange(zip.Entries.Select(e => e.FullName)
            .Where(n => n is not (ArchiveManifest.FileName or ArchiveManifest.SignatureName) && !listed.Contains(n)).Select(n => $"多出文件 {n}"));
    }

    // As people copy it: with or without spaces, colons and capitals.
    private static string Plain(string print) => new([.. print.Where(char.IsAsciiHexDigit).Select(char.ToLowerInvariant)]);

    private static string Hash(ZipArchiveEntry entry)
    {
        using var stream = new LimitedStream(entry.Open(), entry.Length);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static byte[]? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = new LimitedStream(entry.Open(), LargestHeld);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
