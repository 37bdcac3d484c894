using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Hosting.Https;

namespace Scoring.Api.Tests.Hosting;

public sealed class VenueCertificateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scoring-https-").FullName;
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private VenueNames _machine = Names("192.168.1.10");

    [Fact]
    public void It_stands_for_every_name_and_address_and_comes_from_the_folders_authority()
    {
        using var certificate = Open();
        var server = certificate.Current();
        Assert.Equal(["localhost", "venue"], VenueCertificate.NamesOf(server).Dns.Order(StringComparer.Ordinal));
        Assert.Equal(["127.0.0.1", "192.168.1.10"], VenueCertificate.NamesOf(server).Addresses.Select(a => a.ToString()).Order(StringComparer.Ordinal));
        Assert.True(server.HasPrivateKey);
        Assert.True(Trusts(certificate.Authority, server));
    }

    [Fact]
    public void After_a_restart_authority_and_certificate_are_the_same()
    {
        using var first = Open();
        using var second = Open();
        Assert.Equal(first.Authority.File, second.Authority.File);
        Assert.Equal(first.Current().Thumbprint, second.Current().Thumbprint);
    }

    [Fact]
    public void A_new_address_gets_a_new_certificate_of_the_same_authority_and_a_lost_one_does_not()
    {
        using var certificate = Open();
        var before = certificate.Current();
        _machine = Names("192.168.1.10", "10.0.0.7");
        Assert.Same(before, certificate.Current()); // looked at a moment ago
        _clock.Advance(TimeSpan.FromMinutes(2));
        var wider = certificate.Current();
        Assert.NotEqual(before.Thumbprint, wider.Thumbprint);
        Assert.True(Trusts(certificate.Authority, wider));
        _machine = Names("10.0.0.7");
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Same(wider, certificate.Current());
    }

    [Fact]
    public void It_is_renewed_before_its_end_and_the_authority_before_it_would_die_first()
    {
        using var certificate = Open();
        var before = certificate.Current();
        _clock.Advance(TimeSpan.FromDays(397 - 29));
        Assert.NotEqual(before.Thumbprint, certificate.Current().Thumbprint);
        _clock.Advance(TimeSpan.FromDays(4 * 365));
        using var later = Open();
        Assert.NotEqual(certificate.Authority.File, later.Authority.File);
        Assert.True(later.Authority.Issued(later.Current()));
    }

    [Fact]
    public void A_tablet_whose_clock_is_a_day_behind_finds_it_valid()
    {
        using var certificate = Open();
        Assert.True(certificate.Current().NotBefore.ToUniversalTime() < _clock.GetUtcNow().UtcDateTime.AddDays(-1));
    }

    [Fact]
    public void Keys_are_for_the_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes");
        using var certificate = Open();
        certificate.Current();
        Assert.All(["authority.key", "server.pfx"], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(file)));
    }

    [Fact]
    public void A_damaged_certificate_is_made_again()
    {
        using (var certificate = Open())
        {
            certificate.Current();
        }

        File.WriteAllBytes(Path.Combine(_folder, "server.pfx"), [1, 2, 3]);
        using var again = Open();
        Assert.True(Trusts(again.Authority, again.Current()));
    }

    private UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Path.Combine(_folder, file));

    private VenueCertificate Open() => new(_folder, _clock, () => _machine);

    private static VenueNames Names(params string[] addresses) =>
        new(new HashSet<string>(["localhost", "venue"], StringComparer.Ordinal), new HashSet<IPAddress>([IPAddress.Loopback, .. addresses.Select(IPAddress.Parse)]));

    private bool Trusts(VenueAuthority authority, X509Certificate2 server)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(authority.File));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _clock.GetUtcNow().UtcDateTime;
        return chain.Build(server);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
