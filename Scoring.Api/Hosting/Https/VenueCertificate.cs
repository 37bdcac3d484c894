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

    private readonly string _file;
    private readonly TimeProvider _clock;
    private readonly Func<VenueNames> _machine;
    private readonly Lock _gate = new();
    private X509Certificate2? _current;
    private DateTimeOffset _looked;
    private volatile bool _moved;

    /// <param name="folder">Holds authority and certificate (<c>data/https</c>).</param>
    /// <param name="machine">Names and addresses now.</param>
    public VenueCertificate(string folder, TimeProvider clock, Func<VenueNames> machine)
    {
        _file = Path.Combine(folder, "server.pfx");
        (_clock, _machine) = (clock, machine);
        Authority = VenueAuthority.Open(folder, Environment.MachineName, clock.GetUtcNow());
        NetworkChange.NetworkAddressChanged += Moved;
    }

    public VenueAuthority Authority { get; }

    public X509Certificate2 Current()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (_current is not null && !_moved && now - _looked < LookEvery)
            {
                return _current;
            }

            (_moved, _looked) = (false, now);
            var names = _machine();
            _current ??= Stored();
            return _current is not null && StillGood(_current, names, now) ? _current : _current = Renew(names, now);
        }
    }

    // An address that went may come back: a certificate that covers more than there is now stays.
    private bool StillGood(X509Certificate2 certificate, VenueNames names, DateTimeOffset now) =>
        Authority.Issued(certificate) && certificate.NotAfter.ToUniversalTime() - NearItsEnd > now.UtcDateTime && NamesOf(certificate).Contains(names);

    private X509Certificate2 Renew(VenueNames names, DateTimeOffset now)
    {
        using var issued = Authority.Issue(names, now);
        OwnerOnly.Write(_file, issued.Export(X509ContentType.Pkcs12));
        return Stored() ?? throw new CryptographicException($"{_file} could not be read back");
    }

    private X509Certificate2? Stored()
    {
        try
        {
            return File.Exists(_file) ? X509CertificateLoader.LoadPkcs12FromFile(_file, null) : null;
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

    private void Moved(object? sender, EventArgs e) => _moved = true;

    public void Dispose() => NetworkChange.NetworkAddressChanged -= Moved;
}
