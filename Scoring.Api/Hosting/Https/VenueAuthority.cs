// The venue's own certificate authority: made once, kept in the data folder, trusted by hand on each tablet.
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scoring.Api.Hosting.Https;

/// <summary><c>https/authority.crt</c> goes to tablets, <c>https/authority.key</c> never leaves the folder (file mode 600).</summary>
public sealed class VenueAuthority
{
    // A tablet whose clock is days behind must still find it valid.
    private static readonly TimeSpan Backdated = TimeSpan.FromDays(30);
    private static readonly TimeSpan Life = TimeSpan.FromDays(5 * 365);

    // Tablets refuse server certificates that live much longer.
    private static readonly TimeSpan ServerLife = TimeSpan.FromDays(397);

    private readonly X509Certificate2 certificate;

    private VenueAuthority(X509Certificate2 certificate) => this.certificate = certificate;

    /// <summary>As tablets install it, DER.</summary>
    public byte[] File => certificate.RawData;

    /// <summary>SHA-256 in groups of four, to compare what a tablet shows with what the server's window says.</summary>
    public string Fingerprint => string.Join(' ', certificate.GetCertHashString(HashAlgorithmName.SHA256).Chunk(4).Select(c => new string(c)));

    /// <summary>Reads the folder's authority, or makes one if there is none or it no longer outlives a server certificate.</summary>
    public static VenueAuthority Open(string folder, string venue, DateTimeOffset now)
    {
        var (certificate, key) = (Path.Combine(folder, "authority.crt"), Path.Combine(folder, "authority.key"));
        if (System.IO.File.Exists(certificate) && System.IO.File.Exists(key))
        {
            using var bare = X509CertificateLoader.LoadCertificateFromFile(certificate);
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(System.IO.File.ReadAllText(key));
            if (bare.NotAfter.ToUniversalTime() > (now + ServerLife).UtcDateTime)
            {
                return new(bare.CopyWithPrivateKey(ecdsa));
            }
        }

        return Make(certificate, key, venue, now);
    }

    private static VenueAuthority Make(string certificate, string key, string venue, DateTimeOffset now)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName($"评分系统现场证书 {(venue.Length > 30 ? venue[..30] : venue)} {now.Year}");
        name.AddOrganizationName("技能大赛评分系统");
        var request = new CertificateRequest(name.Build(), ecdsa, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        var made = request.CreateSelfSigned(now - Backdated, now + Life);
        OwnerOnly.Write(key, System.Text.Encoding.ASCII.GetBytes(ecdsa.ExportPkcs8PrivateKeyPem()));
        System.IO.File.WriteAllBytes(certificate, made.RawData);
        return new(made);
    }

    /// <summary>A certificate with its key for a server of these names.</summary>
    public X509Certificate2 Issue(VenueNames names, DateTimeOffset now)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName("技能大赛评分系统");
        var request = new CertificateRequest(name.Build(), ecdsa, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var dns in names.Dns.Order(StringComparer.Ordinal))
        {
            alternatives.AddDnsName(dns);
        }

        foreach (var address in names.Addresses.OrderBy(a => a.ToString(), StringComparer.Ordinal))
        {
            alternatives.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        request.CertificateExtensions.Add(alternatives.Build());
        using var issued = request.Create(certificate, now - Backdated, now + ServerLife, RandomNumberGenerator.GetBytes(16));
        return issued.CopyWithPrivateKey(ecdsa);
    }

    /// <summary>Whether this authority, and not an earlier one, issued it.</summary>
    public bool Issued(X509Certificate2 server) =>
        server.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } issuer
        && certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().First().SubjectKeyIdentifierBytes.Span.SequenceEqual(issuer.Span);
}
