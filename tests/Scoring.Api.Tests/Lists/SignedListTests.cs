using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Lists;

/// <summary>An advance list from one contest into the next (R-K11): as a signed file to another machine, on the same machine, and its
/// totals into a module.</summary>
public sealed class SignedListTests
{
    private const string Base = "/console/yindubei-2026", Next = "/console/city-final";

    [Fact]
    public async Task A_signed_list_carries_people_ranks_and_totals_to_a_machine_that_first_compares_the_key()
    {
        await using var county = await ConsoleHost.Start();
        var open = await Advancing(county);
        using var sender = await county.SignedIn(Role.Admin);
        var page = WebUtility.HtmlDecode(await sender.Read($"{Base}/outcomes/dg"));
        Assert.Contains("签名文件", page);
        var file = await (await sender.Get($"{Base}/outcomes/dg?handler=signed")).Content.ReadAsByteArrayAsync();
        Assert.Contains("导出晋级名单（签名）", WebUtility.HtmlDecode(await sender.Read("/console/access")));

        await using var city = await ConsoleHost.Start();
        var final = await Final(city, open.Read(s => s.Trade(MarkedContest.Dg)!.Definition));
        using var admin = await Admin(city);

        foreach (var altered in Altered(file))
        {
            Assert.Contains("被改动过", await Uploaded(admin, altered));
        }

        var preview = await Uploaded(admin, file);
        Assert.Contains("这台电脑没有见过", preview);
        var upload = preview[(preview.IndexOf("upload=", StringComparison.Ordinal) + 7)..].Split('&', '"')[0];
        var print = preview[(preview.IndexOf("指纹 ", StringComparison.Ordinal) + 3)..][..16];
        await Commit(admin, upload);
        await Commit(admin, upload, onlyGood: true);
        Assert.Equal(0, final.Read(s => s.Entrants.Count)); // the question is open, for good rows too
        await admin.Does($"{Next}/import", "Answer", new() { ["upload"] = upload, ["question"] = $"signer:{print}",
            ["answer"] = "compared" }, "已经核对");
        await admin.Does($"{Next}/import", "Answer", new() { ["upload"] = upload, ["question"] = "going:reserve", ["answer"] = "leave" },
            "不导入");
        await Commit(admin, upload);

        var going = open.Read(s => s.Trade(MarkedContest.Dg)!.Advance()!.Entrants.Select(e => s.Entrant(e)!).Select(e =>
            (e.Entrant.Name, e.Result.Total)).ToList());
        var came = final.Read(s => s.Entrants.Values.Select(e => (e.Entrant.Name, e.Entrant.From!.Total)).ToList());
        Assert.Equal(going, came);
        Assert.All(final.Read(s => s.Entrants.Values.Select(e => e.Entrant.From!.Contest).ToList()), c => Assert.Contains("殷都杯", c));
        Assert.Equal([1, 2], final.Read(s => s.Entrants.Values.Select(e => e.Entrant.From!.Rank!.Value).ToList()));
    }

    [Fact]
    public async Task On_the_same_machine_the_list_is_chosen_and_its_totals_count_in_a_module()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Advancing(host);
        var final = await Final(host, open.Read(s => s.Trade(MarkedContest.Dg)!.Definition));
        using var admin = await Admin(host);
        Assert.Contains("1 个工种有晋级名单", WebUtility.HtmlDecode(await admin.Read($"{Next}/import")));

        var at = (await admin.Post($"{Next}/import", new() { ["from"] = "yindubei-2026" },
            $"{Next}/import?handler=Stage")).Headers.Location!.ToString();
        var preview = WebUtility.HtmlDecode(await admin.Read(at));
        Assert.Contains("一字未改", preview);
        var lost = await (await admin.Get($"{Base}/outcomes/dg?handler=signed")).Content.ReadAsByteArrayAsync();
        var upload = at[(at.IndexOf("upload=", StringComparison.Ordinal) + 7)..].Split('&')[0];
        await admin.Does($"{Next}/import", "Answer", new() { ["upload"] = upload, ["question"] = "going:reserve", ["answer"] = "leave" },
            "不导入");
        await Commit(admin, upload);
        Assert.Equal(2, final.Read(s => s.Entrants.Count));

        await final.InPhase(Phase.Drawn);
        await final.InPhase(Phase.Scoring);
        host.Accounts.Create(new("lr", "录入", Role.Clerk, final.Id, Trades: [MarkedContest.Dg]), ConsoleHost.Password);
        using var clerk = host.NewBrowser();
        await clerk.SignIn("lr", ConsoleHost.Password);
        var theory = final.Read(s => s.Trade(MarkedContest.Dg)!.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id);
        var page = $"{Next}/import-marks?for=dg:{theory}";
        Assert.Contains("带入 2 人的总分", WebUtility.HtmlDecode(await clerk.Read(page)));
        await clerk.Does(page, "Earlier", [], "上一阶段总分已带入");
        var carried = final.Read(s => s.Entrants.Values.Select(e => (e.Entrant.From!.Total, e.Entries(theory)!.Mark("lr")?.Mark)).ToList());
        Assert.All(carried, c => Assert.Equal(c.Total, c.Mark));
        Assert.DoesNotContain("带入上一阶段的总分", WebUtility.HtmlDecode(await clerk.Read(page)));

        // A key that was declared lost signs nothing any more.
        var keys = host.App.Services.GetRequiredService<Api.Certificates.CertificateKeys>();
        Assert.Contains(SignedList.Print(keys.PublicKeys[keys.CurrentId]), await admin.Read("/console/certificate-keys"));
        Assert.True(keys.DeclareLost(keys.CurrentId));
        Assert.Contains("已经声明作废", await Uploaded(admin, lost));
    }

    [Fact]
    public async Task Payouts_stand_on_a_page_a_workbook_and_paper_once_they_are_public()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var first = definition.Awards.Tiers[0];
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with
        {
            Awards = definition.Awards with { Tiers = [first with { Amount = 3000.5m }, .. definition.Awards.Tiers.Skip(1)] },
        }, "补"));
        using var admin = await host.SignedIn(Role.Admin);
        var winner = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[0].Entrant)!.Entrant.Name);
        var coded = WebUtility.HtmlDecode(await admin.Read($"{Base}/payouts"));
        Assert.Contains("还没有公布：按现在的结果 1 份，共 3000.50 元", coded);
        Assert.DoesNotContain(winner, coded);
        Assert.Contains("3000.50", await admin.Read($"{Base}/awards/dg"));

        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        await open.InPhase(Phase.Final);
        var page = WebUtility.HtmlDecode(await admin.Read($"{Base}/payouts"));
        Assert.Contains(winner, page);
        Assert.Contains("按单位", page);
        Assert.Contains("领取人签字", WebUtility.HtmlDecode(await admin.Read($"{Base}/lists?handler=print&list={ListBook.Payout}")));
        var sheets = SpreadsheetReader.Read(await PaperTests.Excel(admin, ListBook.Payout), "a.xlsx").Sheets;
        Assert.Equal(["发放表", "按单位", "按奖项"], sheets.Select(s => s.Name));
        Assert.Contains(sheets[0].Rows.SelectMany(r => r), c => c is { Kind: CellKind.Number, Text: "3000.5" });
    }

    // A byte of the text, of the signature, of the key, and a whole that ends early.
    private static IEnumerable<byte[]> Altered(byte[] file)
    {
        var text = Encoding.UTF8.GetString(file);
        yield return Encoding.UTF8.GetBytes(text.Replace("晋级情况", "晋级状态", StringComparison.Ordinal));
        var at = text.IndexOf("\"signature\":\"", StringComparison.Ordinal) + 20;
        yield return Encoding.UTF8.GetBytes(text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);
        yield return Encoding.UTF8.GetBytes(text.Replace("\"key\":\"MFkw", "\"key\":\"MFkx", StringComparison.Ordinal));
        yield return file[..^30];
    }

    private static async Task<OpenCompetition> Advancing(ConsoleHost host)
    {
        var open = await host.LoadMarked();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with { Advance = new AdvanceRule("市级决赛", 2, Reserves: 1) }, "补"));
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        await open.InPhase(Phase.Final);
        return open;
    }

    private static async Task<OpenCompetition> Final(ConsoleHost host, Trade trade) =>
        await host.App.Services.GetRequiredService<CompetitionImport>().Run(new CompetitionFile(
            CompetitionFile.CurrentFormat, new Competition(new("city-final"), "安阳市决赛"), [trade with { Advance = null }]));

    private static async Task<Browser> Admin(ConsoleHost host)
    {
        host.Accounts.Create(new("boss", "管理", Role.Admin), ConsoleHost.Password);
        var browser = host.NewBrowser();
        await browser.SignIn("boss", ConsoleHost.Password);
        return browser;
    }

    private static async Task<string> Uploaded(Browser browser, byte[] file) => WebUtility.HtmlDecode(
        await browser.Read(await PaperTests.Upload(browser, "晋级名单.signed.json", file, $"{Next}/import")));

    private static Task<HttpResponseMessage> Commit(Browser browser, string upload, bool onlyGood = false) => browser.Post(
        $"{Next}/import", new() { ["upload"] = upload, ["onlyGood"] = onlyGood ? "true" : "false", ["Entry"] = $"{Guid.NewGuid()}" },
            $"{Next}/import?handler=Commit");
}
