using Microsoft.AspNetCore.Http.HttpResults;

namespace Scoring.Display.Screens;

/// <summary>Where a display that runs on its own looks for a file it does not have yet.</summary>
public sealed class FileSource(Func<string, CancellationToken, Task<string?>> fetch)
{
    /// <returns>Path of the file; null: there is none.</returns>
    public Task<string?> Fetch(string name, CancellationToken cancel) => fetch(name, cancel);
}

internal static class FileEndpoint
{
    /// <summary>Serves the organizer's files to anyone who knows their name, which says nothing about them.</summary>
    public static IEndpointConventionBuilder MapScreenFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/display/files/{name}", async Task<Results<PhysicalFileHttpResult, NotFound>> (string name, HttpContext http, FileSource files, CancellationToken cancel) =>
        {
            if (!ScreenFiles.IsName(name) || await files.Fetch(name, cancel) is not { } path)
            {
                return TypedResults.NotFound();
            }

            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return TypedResults.PhysicalFile(path, ScreenFiles.TypeOf(name), enableRangeProcessing: true);
        });
}
