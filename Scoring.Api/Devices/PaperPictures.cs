// Photos and scans of paper sheets: files beside the ledger, named by their SHA-256, which the entry carries.
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Scoring.Api.Hubs;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Api.Devices;

/// <summary><c>competitions/ID.papers/HASH.jpg</c>. Written once, never changed: a file that does not match its name is not what was entered.</summary>
public sealed class PaperPictures(DataFolder folder)
{
    public const int Largest = 12 * 1024 * 1024;

    private static readonly (string Type, string Extension, byte[] Begins)[] Kinds =
    [
        ("image/jpeg", ".jpg", [0xFF, 0xD8, 0xFF]), ("image/png", ".png", [0x89, 0x50, 0x4E, 0x47]), ("image/webp", ".webp", [0x52, 0x49, 0x46, 0x46]),
        ("application/pdf", ".pdf", [0x25, 0x50, 0x44, 0x46]),
    ];

    /// <returns>The hash in hex; null: neither a picture nor a PDF.</returns>
    public string? Store(CompetitionId competition, byte[] picture)
    {
        if (Array.Find(Kinds, k => picture.AsSpan().StartsWith(k.Begins)) is not { Extension: { } extension })
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        var path = Path.Combine(Directory.CreateDirectory(Of(competition)).FullName, hash + extension);
        if (!File.Exists(path))
        {
            var unfinished = $"{path}.{Guid.NewGuid():N}.part";
            using (var file = File.Create(unfinished))
            {
                file.Write(picture);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }

        return hash;
    }

    public bool Has(CompetitionId competition, string? hash) => Find(competition, hash) is not null;

    /// <summary>Path and media type; null: there is none of that name.</summary>
    public (string Path, string Type)? Find(CompetitionId competition, string? hash)
    {
        if (hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        foreach (var kind in Kinds)
        {
            var path = Path.Combine(Of(competition), hash + kind.Extension);
            if (File.Exists(path))
            {
                return (path, kind.Type);
            }
        }

        return null;
    }

    private string Of(CompetitionId competition) => Path.ChangeExtension(folder.FileOf(competition), ".papers");
}

/// <summary>Upload by a clerk's tablet, view by the tablets of clerks and head judges.</summary>
public static class PaperPictureEndpoints
{
    public static void MapPaperPictures(this IEndpointRouteBuilder app)
    {
        app.MapPost("/judge/api/papers", Upload).RequireAuthorization(TabletRoles.Clerk).DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(PaperPictures.Largest));
        app.MapGet("/judge/api/papers/{hash}", View).RequireAuthorization(TabletRoles.Pictures);
    }

    private static async Task<Results<Ok<StoredPicture>, ProblemHttpResult, UnauthorizedHttpResult>> Upload(HttpContext http, Devices devices, PaperPictures pictures)
    {
        if (devices.Active(http.User.DeviceId()) is not { } device)
        {
            return TypedResults.Unauthorized();
        }

        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return TypedResults.Problem(type: "picture-too-large", title: "照片太大", statusCode: StatusCodes.Status413PayloadTooLarge, detail: "照片超过 12 MB，请缩小后再选。");
        }

        return pictures.Store(device.Competition, body.ToArray()) is { } hash
            ? TypedResults.Ok(new StoredPicture(hash))
            : TypedResults.Problem(type: "not-a-picture", title: "不是照片", statusCode: StatusCodes.Status400BadRequest, detail: "只收 JPG、PNG、WebP 照片或 PDF 扫描件，请重新选择。");
    }

    private static Results<FileStreamHttpResult, NotFound> View(string hash, HttpContext http, Devices devices, PaperPictures pictures) =>
        devices.Active(http.User.DeviceId()) is { } device && pictures.Find(device.Competition, hash) is ({ } path, { } type)
            ? TypedResults.File(File.OpenRead(path), type)
            : TypedResults.NotFound();
}
