using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Certificates;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Core.Certificates;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Certificates;

public sealed partial class PrintingTests : IAsyncLifetime
{
    private const string Page = "/console/yindubei-2026/printing";
    private ConsoleHost host = null!; // set before every test
    private OpenCompetition open = null!; // set before every test
    private IReadOnlyList<CertificateFacts> issued = [];

    public async ValueTask InitializeAsync()
    {
        host = await ConsoleHost.Start();
        (open, issued) = await host.LoadIssued();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_trade_prints_into_one_file_in_award_order_and_a_page_opened_again_finds_it()
    {
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post(Page, new() { ["scope"] = "dg", ["order"] = "award", ["format"] = "merged" }, $"{Page}?handler=start");
        var run = await Finished();

        using var again = host.NewBrowser();
        await again.SignIn("Admin", ConsoleHost.Password);
        Assert.Contains($"handler=file&amp;run={run.Id}", await again.Read(Page), StringComparison.Ordinal);
        var pages = await Text(await again.Get($"{Page}?handler=file&run={run.Id}"));
        Assert.Equal(issued.Count, pages.Length);
        Assert.All(issued.Zip(pages), page => Assert.Contains(page.First.Number, page.Second, StringComparison.Ordinal));
        Assert.Equal(PrintRunState.Done, run.State);
    }

    [Fact]
    public async Task An_archive_holds_a_file_for_each_named_by_number_and_name()
    {
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post(Page, new() { ["scope"] = "", ["order"] = "organization", ["format"] = "single" }, $"{Page}?handler=start");
        var run = await Finished();

        using var archive = new ZipArchive(await (await admin.Get($"{Page}?handler=file&run={run.Id}")).Content.ReadAsStreamAsync());
        Assert.Equal(issued.Select(f => $"{f.Number}_{f.Name}.pdf").Order(StringComparer.Ordinal), archive.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
        var organizations = archive.Entries.Select(e => issued.First(f => e.Name.StartsWith(f.Number, StringComparison.Ordinal)).Organization).ToList();
        Assert.Equal(organizations.Distinct().Count(), organizations.Where((o, i) => i == 0 || organizations[i - 1] != o).Count());
    }

    [Fact]
    public async Task A_selection_prints_what_was_chosen_only()
    {
        using var head = await host.SignedIn(Role.HeadJudge);
        await head.Post(Page, new() { ["n"] = issued[1].Number, ["format"] = "merged" }, $"{Page}?handler=start");
        var page = Assert.Single(await Text(await head.Get($"{Page}?handler=file&run={(await Finished()).Id}")));
        Assert.Contains(issued[1].Number, page, StringComparison.Ordinal);
    }

    [Fact] // R-H2
    public async Task A_character_no_font_has_stops_the_batch_before_its_first_page_and_is_named()
    {
        await Again(f => f with { Number = "YDB2026-DG-901", Name = "王\U0002FFFD" });
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await (await admin.Post(Page, new() { ["scope"] = "dg" }, $"{Page}?handler=start")).Content.ReadAsStringAsync();
        Assert.Contains("一张也没有打印", answer, StringComparison.Ordinal);
        Assert.Contains("U+2FFFD", WebUtility.HtmlDecode(answer), StringComparison.Ordinal);
        Assert.Empty(Runs.Of(open.Id));
    }

    [Fact] // R-H5
    public async Task A_number_given_twice_stops_the_batch()
    {
        await Again(f => f with { Name = "另一人" });
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await (await admin.Post(Page, new() { ["scope"] = "" }, $"{Page}?handler=start")).Content.ReadAsStringAsync();
        Assert.Contains($"编号 {issued[0].Number} 重复", WebUtility.HtmlDecode(answer), StringComparison.Ordinal);
        Assert.Empty(Runs.Of(open.Id));
    }

    [Fact]
    public async Task Single_files_painted_on_every_core_stand_in_order_and_are_the_bytes_each_has_alone()
    {
        var sheet = Many(200, PrintFormat.Single);
        Assert.Empty(Runs.Start(sheet));
        using var archive = ZipFile.OpenRead(Runs.PathOf(await Finished()));
        Assert.Equal(sheet.Certificates.Select(c => $"{c.Certificate.Facts.Number}_{c.Certificate.Facts.Name}.pdf"), archive.Entries.Select(e => e.Name));
        var painter = host.App.Services.GetRequiredService<Display.Certificates.CertificatePainter>();
        foreach (var (entry, (template, certificate)) in archive.Entries.Zip(sheet.Certificates))
        {
            using var bytes = new MemoryStream();
            await using var from = await entry.OpenAsync();
            await from.CopyToAsync(bytes);
            Assert.Equal(painter.Paint(template, certificate.Facts, certificate.QrText), bytes.ToArray());
        }
    }

    [Theory]
    [InlineData(PrintFormat.Merged)]
    [InlineData(PrintFormat.Single)]
    public async Task A_run_can_be_cancelled_and_leaves_no_file(PrintFormat format)
    {
        var sheet = Many(5000, format);
        Assert.Empty(Runs.Start(sheet));
        var run = Runs.Of(open.Id)[0];
        await Wait.Until(() => Runs.Find(run.Id)!.Done > 0, TimeSpan.FromSeconds(60));
        Runs.Cancel(run.Id);
        await Wait.Until(() => Runs.Find(run.Id)!.State == PrintRunState.Cancelled, TimeSpan.FromSeconds(60));
        Assert.False(File.Exists(Runs.PathOf(run)));
    }

    [Fact] // R-H4
    public async Task Single_files_are_signed_with_the_organizations_own_key()
    {
        using var key = RSA.Create(2048);
        var seal = new CertificateRequest("CN=安阳市总工会", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        var sheet = new PrintOrderSheet(open.Id, [.. issued.Take(2).Select(f => (Display.Certificates.CertificateTemplates.Festive, new Display.Certificates.CertificateToPrint(f, "HTTP://A/V/1")))],
            PrintFormat.Single, default, "两张", "两张.zip", "a", seal);
        Assert.Empty(Runs.Start(sheet));
        using var archive = ZipFile.OpenRead(Runs.PathOf(await Finished()));
        var path = Path.GetTempFileName();
        archive.Entries[0].ExtractToFile(path, overwrite: true);
        using var process = Process.Start(new ProcessStartInfo("pdfsig", ["-nocert", path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        Assert.Contains("Signature is Valid", await process.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact] // R-H3
    public async Task A_printers_offset_moves_every_element_of_the_test_page_by_so_many_millimetres()
    {
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post(Page, new() { ["name"] = "柜台 HP", ["x"] = "1.5", ["y"] = "−0.8" }, $"{Page}?handler=printer");
        var plain = await Words(await admin.Get($"{Page}?handler=test"));
        var moved = await Words(await admin.Get($"{Page}?handler=test&printer={Uri.EscapeDataString("柜台 HP")}"));
        Assert.Equal(plain.Count, moved.Count);
        Assert.All(plain.Zip(moved), pair =>
        {
            Assert.Equal(pair.First.Text, pair.Second.Text);
            Assert.InRange(pair.Second.X - pair.First.X, 1.5 - 0.05, 1.5 + 0.05);
            Assert.InRange(pair.Second.Y - pair.First.Y, -0.8 - 0.05, -0.8 + 0.05);
        });
    }

    [Fact] // R-H5
    public async Task Revoked_papers_are_listed_to_be_collected()
    {
        await open.Execute(Guid.NewGuid(), "admin:a", s => RevokeCertificate.Decide(s, new(Role.Admin, "a", new(null, [])), MarkedContest.Dg, issued[0].Number, "成绩更正"));
        using var admin = await host.SignedIn(Role.Admin);
        var page = WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/collect"));
        Assert.Contains(issued[0].Number, page, StringComparison.Ordinal);
        Assert.Contains("待换发", page, StringComparison.Ordinal);
        Assert.DoesNotContain(issued[1].Number, page, StringComparison.Ordinal);
    }

    private PrintRuns Runs => host.App.Services.GetRequiredService<PrintRuns>();

    private PrintOrderSheet Many(int count, PrintFormat format) => new(
        open.Id, [.. Enumerable.Range(1, count).Select(i => (Display.Certificates.CertificateTemplates.Festive, new Display.Certificates.CertificateToPrint(issued[0] with { Number = $"X-{i}" }, "HTTP://A/V/1")))],
        format, default, $"{count} 张", $"{count} 张.pdf", "a");

    private Task Again(Func<CertificateFacts, CertificateFacts> change) =>
        ConsoleHost.Do(open, "system", new CertificatesIssued(MarkedContest.Dg, [new(new("E-other"), change(issued[0]), "HTTP://A/V/1")]));

    private async Task<PrintRun> Finished()
    {
        await Wait.Until(() => Runs.Of(open.Id) is [{ State: not PrintRunState.Running }, ..], TimeSpan.FromSeconds(60));
        return Runs.Of(open.Id)[0];
    }

    private static async Task<string[]> Text(HttpResponseMessage pdf) => (await Poppler(pdf, "-layout")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<IReadOnlyList<(string Text, double X, double Y)>> Words(HttpResponseMessage pdf) => [.. Word().Matches(await Poppler(pdf, "-bbox"))
        .Select(m => (m.Groups["text"].Value, Mm(m.Groups["x"].Value), Mm(m.Groups["y"].Value)))];

    private static double Mm(string points) => double.Parse(points, System.Globalization.CultureInfo.InvariantCulture) * 25.4 / 72;

    private static async Task<string> Poppler(HttpResponseMessage pdf, string option)
    {
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, await pdf.Content.ReadAsByteArrayAsync());
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [option, path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(path);
        return text;
    }

    [GeneratedRegex("""<word xMin="(?<x>[\d.]+)" yMin="(?<y>[\d.]+)"[^>]*>(?<text>[^<]*)<""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
