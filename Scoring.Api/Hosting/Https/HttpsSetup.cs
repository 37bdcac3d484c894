using Microsoft.AspNetCore.Server.Kestrel.Core;
using Scoring.Api.Console;

namespace Scoring.Api.Hosting.Https;

/// <summary>https beside http, with a certificate of the venue's own authority.</summary>
public static class HttpsSetup
{
    public static void AddVenueHttps(this WebApplicationBuilder builder, ScoringOptions options)
    {
        if (options.HttpsPort is null)
        {
            return;
        }

        builder.Services.AddSingleton(services =>
            new VenueCertificate(options.Folder("https"), services.GetRequiredService<TimeProvider>(), VenueNames.OfThisMachine));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // One connection per request in flight: after the Wi-Fi drops, a shared HTTP/2 connection would hold up everything behind it.
            kestrel.ConfigureEndpointDefaults(endpoint =>
            {
                ConnectionLimit.Shared(endpoint); // these defaults stand in the place of those
                endpoint.Protocols = HttpProtocols.Http1;
            });
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => kestrel.ApplicationServices.GetRequiredService<VenueCertificate>().Current());
        });
    }

    /// <summary>The authority's file for tablets. The page beside it is <c>/trust</c>.</summary>
    public static void MapTrust(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<VenueCertificate>() is { } certificate)
        {
            app.MapGet("/trust/authority.crt", () => TypedResults.File(certificate.Authority.File, "application/x-x509-ca-cert", "scoring-authority.crt")).AllowAnonymous();
        }
    }

    /// <summary>Lines for the terminal.</summary>
    public static IReadOnlyList<string> Notes(WebApplication app, ScoringOptions options)
    {
        if (app.Services.GetService<VenueCertificate>() is not { } certificate)
        {
            return options.Url.Contains("https://", StringComparison.OrdinalIgnoreCase) ? []
                : ["现在只有 http：同一网络里的人能看到密码和评分。停下来，加上 --https 再启动，就另开一个加密的地址（--https-port 可换端口）。"];
        }

        var http = app.Urls.FirstOrDefault(u => u.StartsWith("http:", StringComparison.Ordinal)) ?? app.Urls.First();
        var trust = Greeting.ForTablets([http]) + "/trust";
        return
        [
            $"https 已开启，端口 {options.HttpsPort}。每台平板先打开 {trust} 按说明信任现场证书，断网也能刷新页面。",
            "现场证书指纹（SHA-256），与平板上显示的核对：",
            "  " + certificate.Authority.Fingerprint,
        ];
    }

    /// <summary>The same machine over https, as this request named it.</summary>
    public static string? HttpsAddress(this HttpContext http, ScoringOptions options, VenueAddress venue) =>
        options.HttpsPort is { } port ? $"https://{new Uri(venue.For(http)).Host}:{port}" : null;
}
