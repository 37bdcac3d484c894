using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Core.Certificates;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Certificates;

namespace Scoring.Api.Tests.Verify;

/// <summary>Papers and certificates in an archive: as they were on the day, and what is lost is named.</summary>
public sealed class ArchiveContentsTests
{
    [Fact]
    public async Task Photos_of_paper_sheets_lie_in_the_archive_under_the_hash_the_ledger_has()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        byte[] photo = [0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes("a paper sheet, photographed")];
        var hash = host.App.Services.GetRequiredService<SheetPictures>().Store(open.Id, photo)!;
        host.App.Services.GetRequiredService<SheetPictures>().Store(open.Id, [0xFF, 0xD8, 0xFF, 1]); // uploaded, never handed in
        await ConsoleHost.Do(open, "clerk:L1", open.Read(state => new PaperSheetEntered(
            state.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id, new("A"), new("J04"),
            state.Trade(MarkedContest.Dg)!.Module(new("A"))!.Definition.Aspects().ToDictionary(a => a.Id, MarkedContest.Best), "L1", hash)));
        using var admin = await host.SignedIn(Role.Admin);
        var file = await SealedArchive.Seal(host, admin);

        using (var zip = ZipFile.OpenRead(file))
        {
            var kept = Assert.Single(zip.Entries, e => e.FullName.StartsWith("papers/", StringComparison.Ordinal));
            Assert.Equal($"papers/{hash}.jpg", kept.FullName);
            using var bytes = new MemoryStream();
            await using var stream = await kept.OpenAsync();
            await stream.CopyToAsync(bytes);
            Assert.Equal(photo, bytes.ToArray());
        }

        Assert.Equal(0, (await CommandRun.Of("verify", file)).Code);
    }

    [Fact]
    public async Task Certificates_lie_in_the_archive_as_they_were_handed_out_and_a_lost_photo_is_named()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var templates = host.App.Services.GetRequiredService<TemplateShelf>();
        Assert.NotEqual(CertificateTemplates.Plain, templates.For(open.Id, CertificateKind.Award));
        templates.Use(open.Id, CertificateKind.Award, CertificateTemplates.Plain.Name);
        var pictures = host.App.Services.GetRequiredService<SheetPictures>();
        var hash = pictures.Store(open.Id, [0xFF, 0xD8, 0xFF, 7])!;
        await ConsoleHost.Do(open, "clerk:L1", open.Read(state => new PaperSheetEntered(
            state.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id, new("A"), new("J04"),
            state.Trade(MarkedContest.Dg)!.Module(new("A"))!.Definition.Aspects().ToDictionary(a => a.Id, MarkedContest.Best), "L1", hash)));
        File.Delete(pictures.Find(open.Id, hash)!.Value.Path);
        using var admin = await host.SignedIn(Role.Admin);
        var file = await SealedArchive.Seal(host, admin);

        using (var zip = ZipFile.OpenRead(file))
        {
            Assert.Equal($"papers/{hash}-缺.txt", Assert.Single(zip.Entries, e => e.FullName.StartsWith("papers/", StringComparison.Ordinal)).FullName);
            using var expected = new MemoryStream();
            host.App.Services.GetRequiredService<CertificatePainter>().PaintAll(
                open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Where(c => c.RevokedBecause is null)
                    .Select(c => (CertificateTemplates.Plain, new CertificateToPrint(c.Certificate.Facts, c.Certificate.Qr))).ToList()),
                expected, "电工 证书");
            using var bytes = new MemoryStream();
            await using var stream = await zip.GetEntry($"certificates/{MarkedContest.Dg}.pdf")!.OpenAsync();
            await stream.CopyToAsync(bytes);
            Assert.Equal(expected.ToArray(), bytes.ToArray());
        }

        Assert.Equal(0, (await CommandRun.Of("verify", file)).Code);
    }
}
