using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Core.Certificates;

namespace Scoring.Api.Certificates;

/// <summary>The key this installation signs certificates with (R-H6): ECDSA P-256, made at first use, kept encrypted in <c>keys/certificates.key</c>.
/// Public keys of earlier ones stay in <c>keys/certificates/</c>, so that their certificates still verify.</summary>
public sealed class CertificateKeys
{
    private const int ShortestPassword = 8;
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 600_000);
    private readonly Lock gate = new();
    private readonly string folder;
    private readonly IDataProtector protector;
    private ECDsa? key;
    private volatile FrozenDictionary<string, byte[]>? known;

    public CertificateKeys(string keyFolder, IDataProtectionProvider protection) => (folder, protector) = (keyFolder, protection.CreateProtector("certificate-key"));

    private string Own => Path.Combine(folder, "certificates.key");

    /// <summary>SubjectPublicKeyInfo by key id, for whoever verifies.</summary>
    public IReadOnlyDictionary<string, byte[]> PublicKeys
    {
        get
        {
            if (known is { } read)
            {
                return read;
            }

            lock (gate)
            {
                return known = Earlier().Append(Key().ExportSubjectPublicKeyInfo()).DistinctBy(SignedCertificate.KeyIdOf)
                    .ToFrozenDictionary(SignedCertificate.KeyIdOf, spki => spki, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>Of the key that signs now.</summary>
    public string CurrentId
    {
        get
        {
            lock (gate)
            {
                return SignedCertificate.KeyIdOf(Key().ExportSubjectPublicKeyInfo());
            }
        }
    }

    /// <summary>The signed payload of a certificate's QR.</summary>
    public string Sign(CertificateFacts facts)
    {
        lock (gate)
        {
            return SignedCertificate.Sign(facts, Key());
        }
    }

    /// <summary>Signature over anything else of this installation, e.g. an archive's manifest.</summary>
    public byte[] SignBytes(byte[] bytes)
    {
        lock (gate)
        {
            return Key().SignData(bytes, HashAlgorithmName.SHA256);
        }
    }

    /// <summary>The key pair as PEM (PKCS#8, encrypted with the password), to be kept apart from this machine or carried to another.</summary>
    /// <returns>Null: the password is too short.</returns>
    public string? Export(string password)
    {
        lock (gate)
        {
            return password.Length < ShortestPassword ? null : Key().ExportEncryptedPkcs8PrivateKeyPem(password, Encryption);
        }
    }

    /// <summary>Signs with another installation's key from now on; what was signed before stays verifiable.</summary>
    /// <returns>Why not, in Chinese; null: done.</returns>
    public string? Import(string pem, string password)
    {
        var other = ECDsa.Create();
        try
        {
            other.ImportFromEncryptedPem(pem, password);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            other.Dispose();
            return "打不开：文件不是导出的密钥，或口令不对。没有改动。";
        }

        if (other.KeySize != 256 || other.ExportParameters(false).Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            other.Dispose();
            return "密钥不是 P-256，不能用来签证书。没有改动。";
        }

        lock (gate)
        {
            var before = Key().ExportSubjectPublicKeyInfo();
            var earlier = Directory.CreateDirectory(Path.Combine(folder, "certificates")).FullName;
            File.WriteAllBytes(Path.Combine(earlier, SignedCertificate.KeyIdOf(before) + ".pub"), before);
            Write(other);
            (key, known) = (other, null);
            return null;
        }
    }

    private IEnumerable<byte[]> Earlier()
    {
        var earlier = Path.Combine(folder, "certificates");
        return Directory.Exists(earlier) ? Directory.EnumerateFiles(earlier, "*.pub").Order(StringComparer.Ordinal).Select(File.ReadAllBytes) : [];
    }

    private ECDsa Key()
    {
        if (key is not null)
        {
            return key;
        }

        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(Own))
        {
            key.ImportPkcs8PrivateKey(protector.Unprotect(File.ReadAllBytes(Own)), out _);
        }
        else
        {
            Write(key);
        }

        return key;
    }

    private void Write(ECDsa made)
    {
        File.WriteAllBytes(Own + ".new", protector.Protect(made.ExportPkcs8PrivateKey()));
        File.Move(Own + ".new", Own, overwrite: true);
    }
}
