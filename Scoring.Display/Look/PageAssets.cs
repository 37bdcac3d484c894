// Style sheet and scripts of console and portal, served from beside the program.
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Scoring.Display.Look;

public static class PageAssets
{
    private sealed record Asset(byte[] Bytes, string Type, EntityTagHeaderValue Tag);

    private static readonly Lazy<IReadOnlyDictionary<string, Asset>> Files = new(Load);

    /// <summary>All Razor pages of the process with what they load. Once a host.</summary>
    public static void MapFeaturePages(this IEndpointRouteBuilder app)
    {
        app.MapPageAssets();
        app.MapRazorPages();
    }

    /// <summary>Serves <c>web/console/</c> at <c>/assets</c> to anyone: the login page needs it.</summary>
    private static void MapPageAssets(this IEndpointRouteBuilder app) =>
        app.MapGet("/assets/{file}", Results<FileContentHttpResult, NotFound> (string file, HttpContext http) =>
        {
            if (!Files.Value.TryGetValue(file, out var asset))
            {
                return TypedResults.NotFound();
            }

            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.File(asset.Bytes, asset.Type, entityTag: asset.Tag);
        }).AllowAnonymous();

    private static Dictionary<string, Asset> Load() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "web", "console")).ToDictionary(
            file => Path.GetFileName(file),
            file =>
            {
                var bytes = File.ReadAllBytes(file);
                var type = Path.GetExtension(file) == ".css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
                return new Asset(bytes, type, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\""));
            },
            StringComparer.Ordinal);
}
