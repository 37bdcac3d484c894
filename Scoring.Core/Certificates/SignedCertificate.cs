using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Scoring.Core.Certificates;

/// <summary>What the QR of a certificate carries (R-H6): its facts and the issuer's signature over them, checked with the public key alone, no server asked.</summary>
/// <param name="KeyId">Which key signed, see <see cref="KeyIdOf"/>.</param>
/// <param name="Trade">Null for honours of the whole contest.</param>
/// <param name="Issuers">颁发单位 in order.</param>
/// <param name="Organization">单位 of the holder, which tells namesakes apart; null: none is printed, or the payload is of version 1.</param>
public sealed record SignedCertificate(
    string KeyId, string Number, string Name, string Award, string? Trade, string Competition, IReadOnlyList<string> Issuers, DateOnly Date, string? Organization = null)
{
    /// <summary>Bytes of an ECDSA P-256 signature, r and s (IEEE P1363).</summary>
    internal const int SignatureLength = 64;

    /// <summary>Signs the facts and gives the payload as text. Two signatures of the same facts differ: the one printed is kept in the ledger.</summary>
    /// <param name="key">ECDSA on P-256 with its private part.</param>
    /// <exception cref="ArgumentException">A fact is longer than the payload holds (255 bytes of GB 18030), or the key is not on P-256.</exception>
    public static string Sign(CertificateFacts facts, ECDsa key)
    {
        if (key.KeySize != 256)
        {
            throw new ArgumentException("Certificates are signed on P-256 (R-H6).", nameof(key));
        }

        var body = CertificatePayload.Write(facts, KeyBytes(key.ExportSubjectPublicKeyInfo()));
        return QrText.Encode([.. body, .. key.SignData(body, HashAlgorithmName.SHA256)]);
    }

    /// <summary>Whether the facts are short enough for a QR that prints at 25.4 mm and still scans.</summary>
    public static bool Fits(CertificateFacts facts) => CertificatePayload.Length(facts) is { } length && length + SignatureLength <= CertificatePayload.MostBytes;

    /// <summary>Reads a payload and checks its signature.</summary>
    /// <param name="payload">As given by <see cref="Sign"/>.</param>
    /// <param name="publicKeys">SubjectPublicKeyInfo by key id.</param>
    /// <param name="certificate">What it says; trustworthy only if the answer is <see cref="SignatureCheck.Genuine"/>, null if it could not be read.</param>
    /// <param name="empty">Makes a key to be filled; null: the system's own.</param>
    public static SignatureCheck Verify(string payload, IReadOnlyDictionary<string, byte[]> publicKeys, out SignedCertificate? certificate,
        Func<ECDsa>? empty = null)
    {
        certificate = null;
        if (QrText.Decode(payload) is not { } bytes || !TryRead(bytes, out certificate))
        {
            return SignatureCheck.Unreadable;
        }

        if (!publicKeys.TryGetValue(certificate.KeyId, out var publicKey))
        {
            return SignatureCheck.UnknownKey;
        }

        using var key = empty?.Invoke() ?? ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        var genuine = key.VerifyData(bytes.AsSpan(0, bytes.Length - SignatureLength), bytes.AsSpan(bytes.Length - SignatureLength), HashAlgorithmName.SHA256);
        return genuine ? SignatureCheck.Genuine : SignatureCheck.Forged;
    }

    /// <summary>Id of the key a payload says it was signed with; null: it cannot be read. Proves nothing.</summary>
    public static string? KeyOf(string payload) => QrText.Decode(payload) is { } bytes && TryRead(bytes, out var certificate) ? certificate.KeyId : null;

    /// <summary>What the register keeps of a payload to know it again: its SHA-256, lower-case hex.</summary>
    public static string PrintOf(string payload) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(payload.ToUpperInvariant())));

    /// <summary>Id of a key: the first four bytes of the SHA-256 of its SubjectPublicKeyInfo, in hexadecimal.</summary>
    public static string KeyIdOf(byte[] subjectPublicKeyInfo) => Convert.ToHexStringLower(KeyBytes(subjectPublicKeyInfo));

    private static byte[] KeyBytes(byte[] subjectPublicKeyInfo) => SHA256.HashData(subjectPublicKeyInfo)[..CertificatePayload.KeyIdLength];

    private static bool TryRead(byte[] bytes, [NotNullWhen(true)] out SignedCertificate? certificate)
    {
        certificate = bytes.Length > SignatureLength ? CertificatePayload.Read(bytes.AsSpan(0, bytes.Length - SignatureLength)) : null;
        return certificate is not null;
    }
}

/// <summary>What a scanned payload turned out to be.</summary>
public enum SignatureCheck
{
    /// <summary>Signed by the key it names; not one bit has changed since.</summary>
    Genuine,

    /// <summary>The signature does not belong to these facts.</summary>
    Forged,

    /// <summary>Signed by a key that is not known here: another issuer, or none.</summary>
    UnknownKey,

    /// <summary>Not a certificate's payload, or cut short.</summary>
    Unreadable,
}
