using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Core.Files;

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
    private const long LargestFile = 4L * 1024 * 1024 * 1024;

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
            using var zip = ZipFile.OpenRead(path);
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

            entry.ExtractToFile(ledger);
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
        catch (Exception damage) when (damage is InvalidDataException or JsonException or NotALedgerException or FormatException)
        {
            findings.Add($"归档包读不下去：{(damage is NotALedgerException ? damage.Message : "文件已损坏")}");
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
            using var zip = ZipFile.OpenRead(path);
            return Read(zip, ArchiveManifest.FileName) is { } bytes ? ArchiveManifest.FromJson(bytes) : null;
        }
        catch (Exception damage) when (damage is InvalidDataException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The ledger of an archive that was checked.</summary>
    public static void TakeLedger(string path, string target)
    {
        using var zip = ZipFile.OpenRead(path);
        zip.GetEntry(ArchiveManifest.LedgerName)!.ExtractToFile(target); // checked
    }

    private static void CheckSignature(ArchiveManifest manifest, byte[] bytes, byte[]? signature, List<string> findings)
    {
        if (signature is null)
        {
            findings.Add("缺少签名 manifest.sig");
            return;
        }

        using var key = ECDsa.Create();
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
        var listed = manifest.Files.ToDictionary(f => f.Name, StringComparer.Ordinal);
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

        findings.AddRange(zip.Entries.Select(e => e.FullName).Where(n => n is not (ArchiveManifest.FileName or ArchiveManifest.SignatureName) && !listed.ContainsKey(n)).Select(n => $"多出文件 {n}"));
    }

    // As people copy it: with or without spaces, colons and capitals.
    private static string Plain(string print) => new([.. print.Where(char.IsAsciiHexDigit).Select(char.ToLowerInvariant)]);

    private static string Hash(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static byte[]? Read(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { Length: < LargestFile } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
