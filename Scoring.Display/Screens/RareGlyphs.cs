using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Screens;

/// <summary>
/// Characters that the fonts of the screens leave out (names have them: 㛃, 䶮, 𬭸), cut from the certificates' fonts 256 at a time when a screen asks.
/// </summary>
/// <param name="fonts">Opened when the first block is asked for.</param>
public sealed class RareGlyphs(Func<FontBook> fonts)
{
    public const int BlockSize = 256, LastBlock = 0x323;
    private const int FirstBlock = 0x2E, Grid = 1000;
    private static readonly string[] Families = ["Noto Serif SC"];
    private readonly Lazy<FontBook> fonts = new(fonts);
    private readonly ConcurrentDictionary<int, byte[]?> blocks = new();

    /// <returns>A TrueType font of the block's characters; null: no font has any, or there is no such block.</returns>
    public byte[]? Block(int block) => block is < FirstBlock or > LastBlock ? null : blocks.GetOrAdd(block, Cut);

    private byte[]? Cut(int block)
    {
        var face = fonts.Value.Chain(Families, bold: true).For('永');
        var found = face is null ? [] : Enumerable.Range(block * BlockSize, BlockSize).Where(c => face.Glyph(c) != 0).ToList();
        return found.Count == 0 ? null : FontSubset.ForBrowser(face!, found, Grid); // found in it
    }
}

internal static class RareGlyphsEndpoint
{
    public static IEndpointConventionBuilder MapRareGlyphs(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/display/fonts/{block}.ttf", Results<FileContentHttpResult, NotFound> (string block, HttpContext http, RareGlyphs glyphs) =>
        {
            if (!int.TryParse(block, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || glyphs.Block(number) is not { } font)
            {
                return TypedResults.NotFound();
            }

            http.Response.Headers.CacheControl = "public, max-age=31536000";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Bytes(font, "font/ttf");
        });
}
