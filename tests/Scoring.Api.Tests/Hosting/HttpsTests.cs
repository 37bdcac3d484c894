using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Scoring.Testing;

namespace Scoring.Api.Tests.Hosting;

/// <summary>The real program with <c>--https</c>, met by a client that trusts the downloaded authority and nothing else.</summary>
public sealed class HttpsTests
{
    [Fact]
    public async Task A_client_that_trusts_only_the_venues_authority_connects_and_another_does_not()
    {
        await using var server = await ServerProcess.Start(demo: false, https: true);
        using var plain = new HttpClient();
        using var file = await plain.GetAsync(server.Url + "/trust/authority.crt");
        Assert.Equal("application/x-x509-ca-cert", file.Content.Headers.ContentType?.MediaType);
        using var authority = X509CertificateLoader.LoadCertificate(await file.Content.ReadAsByteArrayAsync());

        using var trusting = Client(authority);
        Assert.True((await trusting.GetAsync(server.HttpsUrl + "/health")).IsSuccessStatusCode);
        Assert.True((await trusting.GetAsync(server.HttpsUrl.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/judge/")).IsSuccessStatusCode);
        using var stranger = Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(server.HttpsUrl + "/health"));
        Assert.True((await plain.GetAsync(server.Url + "/health")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_page_of_trust_says_where_to_go_and_the_window_says_the_same_fingerprint()
    {
        await using var server = await ServerProcess.Start(demo: false, https: true);
        using var plain = new HttpClient();
        var page = await plain.GetStringAsync(server.Url + "/trust");
        var fingerprint = server.Output.Split('\n').SkipWhile(l => !l.Contains("现场证书指纹", StringComparison.Ordinal)).Skip(1).First().Trim();
        Assert.Contains(fingerprint, page, StringComparison.Ordinal);
        Assert.Contains($":{new Uri(server.HttpsUrl).Port}/judge/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_https_the_page_of_trust_says_that_marking_goes_on_and_how_to_switch_it_on()
    {
        await using var server = await ServerProcess.Start(demo: false);
        using var plain = new HttpClient();
        Assert.Contains("deploy/start --https", await plain.GetStringAsync(server.Url + "/trust"), StringComparison.Ordinal);
        Assert.False((await plain.GetAsync(server.Url + "/trust/authority.crt")).IsSuccessStatusCode);
    }

    private static HttpClient Client(params X509Certificate2[] trusted) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = Policy(trusted),
        },
    });

    private static X509ChainPolicy Policy(X509Certificate2[] trusted)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }
}
