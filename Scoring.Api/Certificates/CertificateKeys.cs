using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Scoring.Core.Certificates;

namespace Scoring.Api.Certificates;

/// <summary>The key this installation signs certificates with (R-H6): ECDSA P-256, made at first use, kept encrypted in <c>keys/certificates.key</c>.</summary>
public sealed class CertificateKeys
{
    private readonly Lazy<ECDsa> _key;
    private readonly Lock _gate = new();

    public CertificateKeys(string keyFolder, IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("certificate-key");
        var path = Path.Combine(keyFolder, "certificates.key");
        _key = new Lazy<ECDsa>(() => File.Exists(path) ? Read(path, protector) : Make(path, protector));
    }

    /// <summary>SubjectPublicKeyInfo by key id, for whoever verifies.</summary>
    public IReadOnlyDictionary<string, byte[]> PublicKeys
    {
        get
        {
            var spki = _key.Value.ExportSubjectPublicKeyInfo();
            return new Dictionary<string, byte[]>(StringComparer.Ordinal) { [SignedCertificate.KeyIdOf(spki)] = spki }.ToFrozenDictionary();
        }
    }

    /// <summary>The signed payload of a certificate's QR.</summary>
    public string Sign(CertificateFacts facts)
    {
        lock (_gate)
        {
            return SignedCertificate.Sign(facts, _key.Value);
        }
    }

    /// <summary>Signature over anything else of this installation, e.g. an archive's manifest.</summary>
    public byte[] SignBytes(byte[] bytes)
    {
        lock (_gate)
        {
            return _key.Value.SignData(bytes, HashAlgorithmName.SHA256);
        }
    }

    private static ECDsa Read(string path, IDataProtector protector)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protector.Unprotect(File.ReadAllBytes(path)), out _);
        return key;
    }

    private static ECDsa Make(string path, IDataProtector protector)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllBytes(path, protector.Protect(key.ExportPkcs8PrivateKey()));
        return key;
    }
}
