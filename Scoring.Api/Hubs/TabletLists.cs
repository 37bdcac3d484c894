using System.IO.Compression;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Scoring.Api.Tablets;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Hubs;

/// <summary>A judge's list over a bad line: by module, compressed, and without what the tablet already has.</summary>
public static class TabletLists
{
    /// <summary>The tag of the cards a tablet holds.</summary>
    public const string Has = "Tablet-Has";

    private const int HashLength = 4;

    public static void MapTabletLists(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/judge/api").RequireAuthorization(TabletCookie.Policy);
        group.MapGet("/session", Session);
        group.MapGet("/cards/{trade}/{module}", Cards);
    }

    private static IResult Session(string? tag, HttpContext http, ClaimsPrincipal user, PairedTablets devices, TabletOpening opening)
    {
        if (Opened(user, devices, opening) is not { } session)
        {
            return TypedResults.Unauthorized();
        }

        var heads = session with { Modules = [.. session.Modules.Select(m => m with { Cards = [] })] };
        var fresh = Convert.ToHexString(SHA256.HashData(Json(heads with { ServerTime = default, Version = 0 })).AsSpan(0, 8));
        return tag == fresh ? TypedResults.NoContent() : Packed(http, Json(new TabletHeads(fresh, heads)));
    }

    private static IResult Cards(string trade, string module, HttpContext http, ClaimsPrincipal user, PairedTablets devices, TabletOpening opening)
    {
        if (Opened(user, devices, opening) is not { } session)
        {
            return TypedResults.Unauthorized();
        }

        return session.Modules.FirstOrDefault(m => m.Trade == new TradeId(trade) && m.Module == new ModuleId(module)) is { } found
            ? Packed(http, Json(Since(http.Request.Headers[Has], [.. found.Cards.Select(Short)])))
            : TypedResults.NotFound();
    }

    /// <summary>A list of receipts shows what people compare; a whole hash is with whoever handed in, and 300 of them would be a third of the list.</summary>
    private static EntrantCard Short(EntrantCard card) =>
        card.Receipt is { } receipt ? card with { Receipt = receipt with { Hash = receipt.ShortHash } } : card;

    private static TabletSession? Opened(ClaimsPrincipal user, PairedTablets devices, TabletOpening opening)
    {
        if (devices.Active(user.DeviceId()) is not { } device)
        {
            return null;
        }

        devices.Contact(device.Id);
        return opening.Of(device);
    }

    /// <summary>A tag is a hash of the codes and one of each card, in order: with other codes nothing the tablet has can be told apart.</summary>
    public static TabletCards Since(string? has, IReadOnlyList<EntrantCard> cards)
    {
        byte[] tag = [.. Hash(Json(cards.Select(c => c.Code))), .. cards.SelectMany(c => Hash(Json(c)))];
        var old = Read(has);
        return old is not null && old.Length == tag.Length && Part(old, 0).SequenceEqual(Part(tag, 0))
            ? new(Convert.ToBase64String(tag), false, [.. cards.Where((_, n) => !Part(old, n + 1).SequenceEqual(Part(tag, n + 1)))])
            : new(Convert.ToBase64String(tag), true, cards);
    }

    private static byte[]? Read(string? tag)
    {
        var bytes = new byte[tag?.Length ?? 0];
        return tag is { Length: > 0 } && Convert.TryFromBase64String(tag, bytes, out var length) ? bytes[..length] : null;
    }

    private static ReadOnlySpan<byte> Part(byte[] tag, int n) => tag.AsSpan(n * HashLength, HashLength);

    private static byte[] Hash(byte[] of) => SHA256.HashData(of)[..HashLength];

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, ScoringJson.Options);

    private static IResult Packed(HttpContext http, byte[] json)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        var encoding = accepted.Contains("br") ? "br" : accepted.Contains("gzip") ? "gzip" : null;
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
            using var packed = new MemoryStream();
            using (Stream press = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal) : new GZipStream(packed, CompressionLevel.Optimal))
            {
                press.Write(json);
            }

            json = packed.ToArray();
        }

        return TypedResults.Bytes(json, "application/json; charset=utf-8");
    }
}
