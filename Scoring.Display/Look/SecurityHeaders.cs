using System.Globalization;

namespace Scoring.Display.Look;

/// <summary>Nothing is loaded from outside the machine, no inline script, no framing.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; connect-src 'self'{0}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = string.Format(CultureInfo.InvariantCulture, Policy, Sockets(http.Request.Host));
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin"; // nothing to others; to ourselves, or a form would say it came from nowhere
        return next();
    });

    // Older tablets do not count a socket to the same address as 'self'.
    private static string Sockets(HostString host) => Uri.CheckHostName(host.Host) == UriHostNameType.Unknown ? "" : $" ws://{host} wss://{host}";
}
