using System.Security.Cryptography;

namespace Scoring.Api.Storage;

/// <summary>
/// How the digest of a request lies beside its entry: with a check of its own that names the entry, so that a changed byte of it is found although the chain does not cover it.
/// </summary>
internal static class RequestSeal
{
    public const int DigestLength = 16;
    private const int CheckLength = 8;

    public static byte[] Write(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> entryHash) => [.. digest[..DigestLength], .. Check(digest[..DigestLength], entryHash)];

    /// <returns>The digest; null: it is not as it was written.</returns>
    public static byte[]? Read(byte[] stored, ReadOnlySpan<byte> entryHash) =>
        stored.Length == DigestLength + CheckLength && stored.AsSpan(DigestLength).SequenceEqual(Check(stored.AsSpan(0, DigestLength), entryHash)) ? stored[..DigestLength] : null;

    private static ReadOnlySpan<byte> Check(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> entryHash) => SHA256.HashData([.. digest, .. entryHash]).AsSpan(0, CheckLength);
}
