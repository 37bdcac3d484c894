using System.Globalization;
using System.Text;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Screens;

/// <summary>An address as a QR code, for a message on a screen.</summary>
public static class QrEndpoint
{
    public const int Longest = 200;

    /// <summary>Whether a text is an address that phones open.</summary>
    public static bool Takes(string text) =>
        text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    internal static RouteHandlerBuilder MapQr(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/display/qr", (string? text) => text is not null && Takes(text) ? Results.Text(Draw(new(text)), "image/svg+xml")
            : Results.BadRequest());

    private static string Draw(QrModules code)
    {
        var dark = code.Runs().Aggregate(new StringBuilder(), (path, run) =>
            path.Append(CultureInfo.InvariantCulture, $"M{run.Column} {run.Row}h{run.Length}v1h-{run.Length}z"));
        const string Head = "<svg xmlns=\"http://www.w3.org/2000/svg\" shape-rendering=\"crispEdges\"";
        return $"""{Head} viewBox="0 0 {code.Side} {code.Side}"><path d="{dark}"/></svg>""";
    }
}
