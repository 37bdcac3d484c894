using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Display.Certificates;

namespace Scoring.Api.Branches;

/// <summary>
/// What a branch sends: entries of its chain, one after another, and its signature over them. Three lines of UTF-8: the format, the
/// signature
/// (ECDSA P-256 with SHA-256, base64), the part itself as JSON.
/// </summary>
/// <param name="Competition">Whose.</param>
/// <param name="Branch">Its number.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Entries">In order, without a gap.</param>
public sealed record BranchPart(CompetitionId Competition, int Branch, DateTimeOffset MadeAt, IReadOnlyList<SentEntry> Entries)
{
    public const string Extension = ".part";

    private const string Format = "scoring-branch-part/1";

    /// <summary>As a file or over the network.</summary>
    public byte[] Signed(Func<byte[], byte[]> sign)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(this, ScoringJson.Options);
        return [.. Encoding.UTF8.GetBytes($"{Format}\n{Convert.ToBase64String(sign(body))}\n"), .. body];
    }

    /// <summary>The part and whether its signature is the key's; null: it is no such file.</summary>
    /// <param name="keyOf">Public key (SubjectPublicKeyInfo, base64) of the branch a part says it is of; null: there is no such
    /// branch.</param>
    public static (BranchPart Part, bool Genuine)? Read(byte[] file, Func<BranchPart, string?> keyOf)
    {
        var first = file.AsSpan().IndexOf((byte)'\n');
        var second = first < 0 ? -1 : file.AsSpan(first + 1).IndexOf((byte)'\n') + first + 1;
        if (second <= first || Encoding.UTF8.GetString(file, 0, first) != Format)
        {
            return null;
        }

        var body = file[(second + 1)..];
        try
        {
            return JsonSerializer.Deserialize<BranchPart>(body, ScoringJson.Options) is { Entries: not null } part
                ? (part, keyOf(part) is { } key && Genuine(key, body, Encoding.UTF8.GetString(file, first + 1, second - first - 1))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool Genuine(string key, byte[] body, string signature)
    {
        try
        {
            using var known = P256.Empty();
            known.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
            return known.VerifyData(body, Convert.FromBase64String(signature), HashAlgorithmName.SHA256);
        }
        catch (Exception no) when (no is FormatException or CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>An entry as the branch stored it.</summary>
/// <param name="Payload">The event's JSON, the very text that was hashed.</param>
/// <param name="Hash">Lower-case hex.</param>
public sealed record SentEntry(long Sequence, DateTimeOffset At, Guid Id, string Actor, string Type, string Payload, string Hash)
{
    public static SentEntry Of(LedgerEntry entry) => new(
        entry.Sequence, entry.At, entry.Id, entry.Actor, entry.Type, Encoding.UTF8.GetString(entry.Payload.Span),
            Convert.ToHexStringLower(entry.Hash.Span));

    /// <summary>Null: its hash is none.</summary>
    public LedgerEntry? Entry() => Hash is { Length: 64 } && Hash.All(char.IsAsciiHexDigitLower) && Actor.Length > 0
        ? new(Sequence, At, Id, Actor, Type, Encoding.UTF8.GetBytes(Payload), Convert.FromHexString(Hash)) : null;
}
