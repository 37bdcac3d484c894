using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Scoring.Api.Files;

/// <summary>Accounts, tablets and keys in one file under a password: PBKDF2 (SHA-256) and AES-GCM of the base library.</summary>
/// <remarks>"SCINST1\n" · rounds (4, big-endian) · salt (16) · nonce (12) · tag (16) · the sealed zip. Everything before the nonce is covered by the tag.</remarks>
public sealed record InstallationSeal(byte[] Salt, byte[] Key)
{
    public const int ShortestPassword = 10;

    private const int Rounds = 600_000, SaltLength = 16, KeyLength = 32, NonceLength = 12, TagLength = 16, MostRounds = 10_000_000;

    private static readonly byte[] Begin = "SCINST1\n"u8.ToArray();

    /// <summary>Takes most of a second.</summary>
    public static InstallationSeal Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new(salt, Derive(password, salt, Rounds));
    }

    public byte[] Close(byte[] plain)
    {
        var head = new byte[Begin.Length + 4 + SaltLength];
        Begin.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(Begin.Length), Rounds);
        Salt.CopyTo(head, Begin.Length + 4);
        var (nonce, tag, box) = (RandomNumberGenerator.GetBytes(NonceLength), new byte[TagLength], new byte[plain.Length]);
        using var aes = new AesGcm(Key, TagLength);
        aes.Encrypt(nonce, plain, box, tag, head);
        return [.. head, .. nonce, .. tag, .. box];
    }

    /// <summary>What was sealed; null: another password, or not one byte as it was.</summary>
    public static byte[]? Open(byte[] file, string password)
    {
        var head = Begin.Length + 4 + SaltLength;
        if (file.Length < head + NonceLength + TagLength || !file.AsSpan(0, Begin.Length).SequenceEqual(Begin))
        {
            return null;
        }

        var rounds = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Begin.Length));
        if (rounds is < 1 or > MostRounds)
        {
            return null;
        }

        var plain = new byte[file.Length - head - NonceLength - TagLength];
        using var aes = new AesGcm(Derive(password, file.AsSpan(Begin.Length + 4, SaltLength).ToArray(), rounds), TagLength);
        try
        {
            aes.Decrypt(file.AsSpan(head, NonceLength), file.AsSpan(head + NonceLength + TagLength), file.AsSpan(head + NonceLength, TagLength), plain, file.AsSpan(0, head));
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)), salt, rounds, HashAlgorithmName.SHA256, KeyLength);
}
