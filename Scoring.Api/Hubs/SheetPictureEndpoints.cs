using Microsoft.AspNetCore.Http.HttpResults;
using Scoring.Api.Storage;
using Scoring.Api.Tablets;
using Scoring.Core.Contracts;

namespace Scoring.Api.Hubs;

/// <summary>Upload by a clerk's tablet, view by the tablets of clerks and head judges.</summary>
public static class SheetPictureEndpoints
{
    public static void MapPaperPictures(this IEndpointRouteBuilder app)
    {
        app.MapPost("/judge/api/papers", Upload).RequireAuthorization(TabletRoles.Clerk).DisableAntiforgery()
            .RequireRateLimiting(RateLimits.Pictures).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(SheetPictures.Largest));
        app.MapGet("/judge/api/papers/{hash}", View).RequireAuthorization(TabletRoles.Pictures);
    }

    private static async Task<Results<Ok<StoredPicture>, ProblemHttpResult, UnauthorizedHttpResult>> Upload(HttpContext http, PairedTablets devices, SheetPictures pictures)
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

        if (pictures.Full(device.Competition, body.Length) is { } full)
        {
            return TypedResults.Problem(type: "no-room", title: "照片放不下", statusCode: StatusCodes.Status507InsufficientStorage, detail: full);
        }

        return pictures.Store(device.Competition, body.ToArray()) is { } hash
            ? TypedResults.Ok(new StoredPicture(hash))
            : TypedResults.Problem(type: "not-a-picture", title: "不是照片", statusCode: StatusCodes.Status400BadRequest, detail: "只收 JPG、PNG、WebP 照片或 PDF 扫描件，请重新选择。");
    }

    private static Results<FileStreamHttpResult, NotFound> View(string hash, HttpContext http, PairedTablets devices, SheetPictures pictures) =>
        devices.Active(http.User.DeviceId()) is { } device && pictures.Find(device.Competition, hash) is ({ } path, { } type)
            ? TypedResults.File(File.OpenRead(path), type)
            : TypedResults.NotFound();
}
