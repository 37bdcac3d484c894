using System.Diagnostics;
using System.Net;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Lists;

/// <summary>Every list as the console hands it out, read back by the import's own reader and, where it is installed, by LibreOffice.</summary>
public sealed class PaperTests(ITestOutputHelper output)
{
    private const string Lists = "/console/yindubei-2026/lists";

    public static TheoryData<string> Keys => [.. ListBook.All.Select(k => k.Key)];

    [Fact]
    public async Task A_roster_exported_and_imported_again_changes_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var file = await Excel(admin, ListBook.Roster);
        var before = open.Sequence;

        var upload = await Upload(admin, "选手名册.xlsx", file);
        var preview = await admin.Read(upload);
        var tabs = preview[preview.IndexOf("class=\"tabs\"", StringComparison.Ordinal)..preview.IndexOf("class=\"scroll", StringComparison.Ordinal)];
        Assert.Contains("未变 108", tabs);
        Assert.Contains("有错 0", tabs);
        var answer = await admin.Post(upload, new() { ["upload"] = upload.Split('=')[^1], ["onlyGood"] = "false" }, to: "/console/yindubei-2026/import?handler=Commit");
        Assert.Contains("名单和现在一样", await admin.Read(answer.Headers.Location!.ToString()));
        Assert.Equal(before, open.Sequence);
    }

    [Fact]
    public async Task An_export_with_full_numbers_is_written_down_and_a_print_is_masked()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await Excel(admin, ListBook.Roster);
        var entry = Assert.Single(host.Access.Read(new CompetitionId("yindubei-2026"), null, null, 10));
        Assert.Equal(("Admin", "导出选手名册", "108 人，含完整证件号码"), (entry.Login, entry.What, entry.Detail));

        var print = await admin.Read($"{Lists}?handler=print&list=roster");
        Assert.Contains("**********", print);
        Assert.DoesNotMatch("[1-9][0-9]{16}[0-9X]", print);
        using var head = await host.SignedIn(Role.HeadJudge);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.Get($"{Lists}?handler=excel&list=roster")).StatusCode);
    }

    [Fact]
    public async Task Until_decoded_a_summary_has_codes_and_no_names_and_afterwards_both()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var head = await host.SignedIn(Role.HeadJudge);
        var name = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Name);
        var before = Text(await Excel(head, ListBook.Summary, "dg"));
        Assert.DoesNotContain(name, before);
        Assert.Contains("链值 " + open.HeadHash[..16], await head.Read($"{Lists}?handler=print&list=summary&trade=dg"));

        await Publish(open);
        var sheet = SpreadsheetReader.Read(await Excel(head, ListBook.Summary, "dg"), "a.xlsx").Sheets[0];
        var row = Enumerable.Range(0, sheet.Rows.Count).First(r => sheet.At(r, 0).Text == "1");
        var best = open.Read(s => (s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Total, s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Entrant.Name));
        Assert.Contains(sheet.Rows[row], c => c.Text == best.Name);
        Assert.Contains(sheet.Rows[row], c => c.Kind == CellKind.Number && decimal.Parse(c.Text, System.Globalization.CultureInfo.InvariantCulture) == best.Total);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_list_has_title_head_figures_and_no_id_number_but_the_roster(string key)
    {
        await using var host = await ConsoleHost.Start();
        await Publish(await host.LoadMarked());
        using var admin = await host.SignedIn(Role.Admin);
        var bytes = await Excel(admin, key);
        var sheets = SpreadsheetReader.Read(bytes, "a.xlsx").Sheets;
        Assert.All(sheets, sheet => Assert.NotEmpty(sheet.At(0, 0).Text));
        Assert.All(sheets, sheet => Assert.NotEmpty(sheet.Merges));
        if (key != ListBook.Roster)
        {
            Assert.DoesNotMatch("[1-9][0-9]{16}[0-9X]", Text(bytes));
        }

        var print = await admin.Read($"{Lists}?handler=print&list={key}");
        Assert.Contains("<tfoot>", print);
        Assert.Contains("台账第", print);
    }

    [Fact]
    public async Task LibreOffice_opens_every_list_on_A4_with_the_ledgers_head_in_the_foot()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCORING_TEST_ALL") is "1", "deploy/test --all installs LibreOffice");
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await Publish(open);
        using var admin = await host.SignedIn(Role.Admin);
        var folder = Environment.GetEnvironmentVariable("SCORING_PICTURES") ?? Directory.CreateTempSubdirectory("scoring-paper-").FullName;
        foreach (var key in ListBook.All.Select(k => k.Key))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, key + ".xlsx"), await Excel(admin, key));
        }

        Run("soffice", ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, .. ListBook.All.Select(k => Path.Combine(folder, k.Key + ".xlsx"))]);
        foreach (var key in ListBook.All.Select(k => k.Key))
        {
            var pdf = Path.Combine(folder, key + ".pdf");
            Assert.Matches("Page size: +(595.* x 84[12]|84[12].* x 595)", Run("pdfinfo", [pdf]));
            var text = Run("pdftotext", ["-layout", pdf, "-"]).Replace(" ", "", StringComparison.Ordinal);
            Assert.Contains(open.HeadHash[..16], text);
            Assert.Contains("第1页", text);
        }
    }

    internal static async Task<byte[]> Excel(Browser browser, string key, string? trade = null)
    {
        using var answer = await browser.Get($"{Lists}?handler=excel&list={key}&trade={trade}");
        Assert.Equal(XlsxWriter.ContentType, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    internal static async Task<string> Upload(Browser browser, string name, byte[] file, string page = "/console/yindubei-2026/import")
    {
        var answer = await browser.PostFile(page, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=Upload", name, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static string Text(byte[] file) => string.Join('\n', SpreadsheetReader.Read(file, "a.xlsx").Sheets.SelectMany(s => s.Rows).Select(r => string.Join('\t', r.Select(c => c.Text))));

    // 名单 may be imported until scoring starts.
    private static async Task<OpenCompetition> InSetup(ConsoleHost host)
    {
        var open = await host.LoadExample();
        foreach (var trade in open.Read(s => s.TradesInOrder.Select(t => t.Definition.Id).ToList()))
        {
            await ConsoleHost.Do(open, "system", new PhaseChanged(trade, Phase.Setup));
        }

        return open;
    }

    private static async Task Publish(OpenCompetition open)
    {
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "headJudge:a", "supervisor:b"));
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Final));
    }

    private string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.WriteLine(text);
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
