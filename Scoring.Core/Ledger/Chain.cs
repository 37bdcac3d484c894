// The hash chain: anyone with SHA-256 can recompute it from the rows of the file.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Scoring.Core.Ledger;

/// <summary>
/// hash = SHA-256 of the UTF-8 lines <c>sequence, time, id, actor, type, previous hash in hex</c>, each ended by LF, followed by the payload's bytes.
/// Time is <c>yyyy-MM-ddTHH:mm:ss.fffZ</c>, the id in lower-case with hyphens, the first previous hash is 64 zeros.
/// </summary>
public static class Chain
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>What stands before the first entry: 32 zero bytes.</summary>
    public static ReadOnlyMemory<byte> Genesis { get; } = new byte[32];

    public static byte[] Hash(long sequence, DateTimeOffset at, Guid id, string actor, string type, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> previous)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{sequence}\n{Time(at)}\n{id:D}\n{actor}\n{type}\n{Convert.ToHexStringLower(previous)}\n");
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(Encoding.UTF8.GetBytes(head));
        sha.AppendData(payload);
        return sha.GetHashAndReset();
    }

    /// <summary>Whether the entry is what its hash says, coming after <paramref name="previous"/>.</summary>
    public static bool Holds(LedgerEntry entry, ReadOnlySpan<byte> previous) =>
        entry.Hash.Span.SequenceEqual(Hash(entry.Sequence, entry.At, entry.Id, entry.Actor, entry.Type, entry.Payload.Span, previous));

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
}
