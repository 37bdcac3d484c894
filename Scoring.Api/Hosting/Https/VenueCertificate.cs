// The certificate https is served with; renewed by itself when the machine gets another address or the end is near.
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scoring.Api.Hosting.Https;

/// <summary>Always stands for the machine as it is: asked at every new connection, it looks again after a change of addresses and every minute.</summary>
public sealed class VenueCertificate : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan NearItsEnd = TimeSpan.FromDays(30);

    private readonly string file;
    private readonly TimeProvider clock;
    private readonly Func<VenueNames> machine;
    private readonly Lock gate = new();
    private X509Certificate2? current;
    private DateTimeOffset looked;
    private volatile bool moved;

    /// <param name="folder">Holds authority and certificate (<c>data/https</c>).</param>
    /// <param name="machine">Names and addresses now.</param>
    public VenueCertificate(string folder, TimeProvider clock, Func<VenueNames> machine)
    {
        file = Path.Combine(folder, "server.pfx");
        (this.clock, this.machine) = (clock, machine);
        Authority = VenueAuthority.Open(folder, Environment.MachineName, clock.GetUtcNow());
        NetworkChange.NetworkAddressChanged += Moved;
    }

    public VenueAuthority Authority { get; }

    public X509Certificate2 Current()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (current is not null && !moved && now - looked < LookEvery)
            {
                return current;
            }

            (moved, looked) = (false, now);
            var names = machine();
            current ??= Stored();
            return current is not null && StillGood(current, names, now) ? current : current = Renew(names, now);
        }
    }

    // An address that went may come back: a certificate that covers more than there is now stays.
    private bool StillGood(X509Certificate2 certificate, VenueNames names, DateTimeOffset now) =>
        Authority.Issued(certificate) && certificate.NotAfter.ToUniversalTime() - NearItsEnd > now.UtcDateTime && NamesOf(certificate).Contains(names);

    private X509Certificate2 Renew(VenueNames names, DateTimeOffset now)
    {
        using var issued = Authority.Issue(names, now);
        OwnerOnly.Write(file, issued.Export(X509ContentType.Pkcs12));
        return Stored() ?? throw new CryptographicException($"{file} could not be read back");
    }

    private X509Certificate2? Stored()
    {
        try
        {
            return File.Exists(file) ? X509CertificateLoader.LoadPkcs12FromFile(file, null) : null;
        }
        catch (CryptographicException)
        {
            return null; // damaged: a new one costs nothing, the authority is what tablets trust
        }
    }

    public static VenueNames NamesOf(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().First();
        return new(alternatives.EnumerateDnsNames().ToHashSet(StringComparer.Ordinal), alternatives.EnumerateIPAddresses().ToHashSet());
    }

    private void Moved(object? sender, EventArgs e) => moved = true;

    public void Dispose() => NetworkChange.NetworkAddressChanged -= Moved;
}
