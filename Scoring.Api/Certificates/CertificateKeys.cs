using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates;

namespace Scoring.Api.Certificates;

/// <summary>The key this installation signs certificates with (R-H6): ECDSA P-256, made at first use, kept encrypted in <c>keys/certificates.key</c>.
/// Public keys of earlier ones stay in <c>keys/certificates/</c>, so that their certificates still verify.</summary>
public sealed class CertificateKeys
{
    private const int ShortestPassword = 8;
    private const string Void = ".void", Unreadable = ".unreadable";
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
        var other = P256.Empty();
        try
        {
            SealedKey.Affordable(pem);
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
            Replace(other);
            File.Delete(Own + Unreadable);
            return null;
        }
    }

    /// <summary>Takes in another issuer's public key, or an earlier one of this organizer's: what it signed verifies here from now on.</summary>
    /// <returns>Its id; null: no public key on P-256.</returns>
    public string? Trust(string pem)
    {
        using var other = P256.Empty();
        try
        {
            other.ImportFromPem(pem);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            return null;
        }

        if (other.KeySize != 256 || !pem.Contains("BEGIN PUBLIC KEY", StringComparison.Ordinal))
        {
            return null;
        }

        lock (gate)
        {
            var (spki, folderOfOthers) = (other.ExportSubjectPublicKeyInfo(), Directory.CreateDirectory(Path.Combine(folder, "certificates")).FullName);
            File.WriteAllBytes(Path.Combine(folderOfOthers, SignedCertificate.KeyIdOf(spki) + ".pub"), spki);
            known = null;
            return SignedCertificate.KeyIdOf(spki);
        }
    }

    /// <summary>Signs with a fresh key from now on; what was signed before stays verifiable.</summary>
    public void Rotate()
    {
        lock (gate)
        {
            Replace(P256.New());
        }
    }

    /// <summary>Somebody else may have it: its signature proves nothing from now on. Certificates that stand in a ledger here are believed by the ledger.</summary>
    /// <returns>False: not a key of here.</returns>
    public bool DeclareLost(string id)
    {
        lock (gate)
        {
            if (!PublicKeys.ContainsKey(id))
            {
                return false;
            }

            if (id == CurrentId)
            {
                Replace(P256.New());
            }

            File.Move(Path.Combine(folder, "certificates", id + ".pub"), Path.Combine(folder, "certificates", id + Void), overwrite: true);
            known = null;
            return true;
        }
    }

    /// <summary>Ids of keys that were declared lost.</summary>
    public IReadOnlyList<string> Lost => Directory.Exists(Path.Combine(folder, "certificates"))
        ? [.. Directory.EnumerateFiles(Path.Combine(folder, "certificates"), "*" + Void).Select(f => Path.GetFileName(f)[..^Void.Length]).Order(StringComparer.Ordinal)] : [];

    /// <summary>Why certificates are signed with another key than before, in Chinese: the one on the disk could not be opened, it was put aside. Null: all is well.</summary>
    public string? Trouble
    {
        get
        {
            lock (gate)
            {
                if (File.Exists(Own))
                {
                    Key(); // opened, or put aside; none there is no trouble, it is made at first use
                }

                return File.Exists(Own + Unreadable)
                    ? "签证书的密钥（keys/certificates.key）打不开：保护它的密钥不在这台电脑上。已另做一把新的签以后的证书；以前的证书请从整套备份恢复密钥，或在“证书密钥”页导入。" : null;
            }
        }
    }

    private IEnumerable<byte[]> Earlier()
    {
        var earlier = Path.Combine(folder, "certificates");
        return Directory.Exists(earlier) ? Directory.EnumerateFiles(earlier, "*.pub").Order(StringComparer.Ordinal).Select(File.ReadAllBytes) : [];
    }

    private void Replace(ECDsa next)
    {
        var before = Key().ExportSubjectPublicKeyInfo();
        var earlier = Directory.CreateDirectory(Path.Combine(folder, "certificates")).FullName;
        File.WriteAllBytes(Path.Combine(earlier, SignedCertificate.KeyIdOf(before) + ".pub"), before);
        Write(next);
        (key, known) = (next, null);
    }

    private ECDsa Key()
    {
        if (key is not null)
        {
            return key;
        }

        if (File.Exists(Own))
        {
            var stored = P256.Empty();
            try
            {
                stored.ImportPkcs8PrivateKey(protector.Unprotect(File.ReadAllBytes(Own)), out _);
                return key = stored;
            }
            catch (CryptographicException)
            {
                stored.Dispose();
                File.Move(Own, Own + Unreadable, overwrite: true); // kept: the key that protects it may be found again
            }
        }

        var made = P256.New();
        Write(made);
        return key = made;
    }

    private void Write(ECDsa made)
    {
        File.WriteAllBytes(Own + ".new", protector.Protect(made.ExportPkcs8PrivateKey()));
        File.Move(Own + ".new", Own, overwrite: true);
    }
}
