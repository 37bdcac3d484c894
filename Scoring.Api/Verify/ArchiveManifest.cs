using System.Security.Cryptography;
using System.Text.Json;
using Scoring.Core.Json;

namespace Scoring.Api.Verify;

/// <summary>manifest.json of a sealed archive: what is in it, to the byte.</summary>
/// <param name="Format">Version of this format, 1.</param>
/// <param name="Sequence">Of the ledger's last entry.</param>
/// <param name="Head">Its chain hash, lower-case hex.</param>
/// <param name="Key">Public key the manifest is signed with, SubjectPublicKeyInfo, base64.</param>
/// <param name="Files">Everything in the archive but manifest and signature.</param>
public sealed record ArchiveManifest(
    int Format, string Competition, string Name, DateTimeOffset MadeAt, string Version, long Sequence, string Head, string Key, IReadOnlyList<ArchivedFile> Files)
{
    public const string FileName = "manifest.json", SignatureName = "manifest.sig", LedgerName = "ledger.db", CompetitionName = "competition.json";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ScoringJson.Options);

    /// <exception cref="JsonException">Not a manifest.</exception>
    public static ArchiveManifest FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ArchiveManifest>(json, ScoringJson.Options) is { Files: not null, Key: not null, Head.Length: >= 8 } read
            && read.Files.All(file => file is { Name: not null, Sha256: not null })
            ? read
            : throw new JsonException("manifest: incomplete");

    /// <summary>First eight bytes of the key's SHA-256, as people compare them.</summary>
    public string KeyPrint => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(Key)))[..16];
}

/// <param name="Sha256">Lower-case hex.</param>
public sealed record ArchivedFile(string Name, long Size, string Sha256);
