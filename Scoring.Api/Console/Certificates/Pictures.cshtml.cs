using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Fold.State;
using Scoring.Display.Certificates;

namespace Scoring.Api.Console.Certificates;

/// <summary>证书图片: the valid certificates of a trade as pictures, one or all, for phones and chats that take no PDF.</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class PicturesModel(Desk desk, TemplateShelf shelf, SvgPainter painter) : TradePage(desk)
{
    protected override string PageName => "pictures";

    public string TradeName { get; private set; } = "";

    public IReadOnlyList<CertificateIssue> Valid { get; private set; } = [];

    public IActionResult OnGet() => Show(Load);

    /// <summary>The drawing; the browser makes a PNG of it.</summary>
    public IActionResult OnGetDrawing(string? number)
    {
        var issued = Open.Read(state => state.Trade(Trade)?.Publication.Certificates
            .FirstOrDefault(c => c.RevokedBecause is null && c.Certificate.Facts.Number == number))?.Certificate;
        Response.Headers.CacheControl = "no-store";
        return issued is null ? NotFound()
            : Content(painter.Paint(shelf.For(Open.Id, issued.Facts.Kind), issued.Facts, issued.Qr, SvgPainter.PictureWidth),
                "image/svg+xml; charset=utf-8");
    }

    private void Load(TradeState trade) =>
        (TradeName, Valid) = (trade.Definition.Name, [.. trade.Publication.Certificates.Where(c => c.RevokedBecause is null)]);
}
