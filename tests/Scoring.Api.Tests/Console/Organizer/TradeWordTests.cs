using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Console.Cards;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Ceremony;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>A contest says 工种, 赛项 or another word, and says it everywhere: pages, papers, workbooks, portal, screens, ceremony,
/// certificates.</summary>
public sealed class TradeWordTests
{
    private const string Base = "/console/yindubei-2026";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string[]> Words => new()
    {
        { "赛项", ["工种"] },
        { "工种", ["赛项"] },
        { "科目", ["工种", "赛项"] },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Every_page_and_every_paper_says_the_contests_word(string word, string[] others)
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        await Say(open, word);
        using var admin = await host.SignedIn(Role.Admin);
        List<string> said = [];
        foreach (var page in SentFormTests.Pages.Concat(Papers)
            .Concat(["/portal", "/portal/appeal", "/portal/verify", "/portal/yindubei-2026/dg"]))
        {
            said.Add(await Read(admin, page, others));
        }

        Assert.True(said.Count(page => page.Contains($"{word}设置", StringComparison.Ordinal)) > 20);
        foreach (var kind in ListBook.All)
        {
            var file = await (await admin.Get($"{Base}/lists?handler=excel&list={kind.Key}")).Content.ReadAsByteArrayAsync();
            Of($"{kind.Name}.xlsx", Cells(file), others);
        }
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task A_contest_that_has_just_begun_says_it_too(string word, string[] others)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await Say(open, word);
        using var admin = await host.SignedIn(Role.Admin);
        foreach (var page in SentFormTests.Pages)
        {
            await Read(admin, page, others);
        }

        foreach (var (page, head) in ((string, string)[])[("import", word), ("import-judges", word)])
        {
            var file = await (await admin.Get($"{Base}/{page}?handler=template")).Content.ReadAsByteArrayAsync();
            Of(page, Cells(file), others);
            Assert.Contains(head, Cells(file));
        }

        var unknown = await admin.PostFile($"{Base}/import", $"{Base}/import?handler=Upload", "名单.csv",
            System.Text.Encoding.UTF8.GetBytes("姓名,单位,工种\n张三,安阳钢铁,雕刻工\n王五,安阳钢铁,陶艺工\n李四,安阳钢铁,\n"));
        Assert.Equal(HttpStatusCode.Redirect, unknown.StatusCode);
        var findings = await Read(admin, unknown.Headers.Location!.ToString(), [.. others.Where(o => o != "工种")]);
        Assert.Contains($"有 2 个{word}本次比赛没有", findings);
        Assert.Contains($"没有写{word}", findings);
    }

    [Fact]
    public async Task It_is_set_on_the_contests_page_and_a_word_that_cannot_be_said_is_refused()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Dictionary<string, string> Form(string word) => new() { ["Name"] = open.Read(s => s.Competition!.Name), ["TradeWord"] = word };
        await admin.Post($"{Base}/contest", Form("赛项"), $"{Base}/contest?handler=Save");
        Assert.Equal("赛项", open.Read(s => s.TradeWord));
        foreach (var wrong in (string[])["trade", "非常非常长的词", "工种 2", "比赛"])
        {
            var answer = await admin.Post($"{Base}/contest", Form(wrong), $"{Base}/contest?handler=Save");
            Assert.Contains("请写一至6个汉字", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            Assert.Equal("赛项", open.Read(s => s.TradeWord));
        }

        await admin.Post($"{Base}/contest", new() { ["Name"] = "改了名" }, $"{Base}/contest?handler=Save"); // a form that does not show it
        Assert.Equal("赛项", open.Read(s => s.TradeWord));
        await admin.Post($"{Base}/contest", Form("工种"), $"{Base}/contest?handler=Save");
        Assert.Null(open.Read(s => s.Competition!.TradeWord));
    }

    [Fact]
    public async Task Screens_ceremony_and_certificates_say_it()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await Say(open, "赛项");
        var trade = MarkedContest.Dg;
        foreach (var e in (LedgerEvent[])
            [new PhaseChanged(trade, Phase.Review), new Decoded(trade, 1, "a", "b"), new PhaseChanged(trade, Phase.Publicity),
             new PhaseChanged(trade, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        await ConsoleHost.Do(open, "admin:a", new AwardsConfirmed(trade, "admin:a"));
        Assert.Equal("赛项", host.App.Services.GetRequiredService<IResultsFeed>().State(open.Id)!.Competition.TradeWord);
        var ceremonies = host.App.Services.GetRequiredService<Ceremonies>();
        Assert.Equal("赛项", ceremonies.Move(open.Id, 0, 1).Now.TradeWord);
        Assert.DoesNotContain(ceremonies.View(open.Id).Programme, part => part.Name.Contains("工种", StringComparison.Ordinal));
        var facts = open.Read(s => IssueCertificates.Plan(s.Trade(trade)!, new DateOnly(2026, 4, 23)))[0].Facts;
        Assert.Equal("赛项", facts.TradeWord);
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("赛项中，成绩优异", WebUtility.HtmlDecode(await admin.Read($"{Base}/contest")));
        Assert.Null(new CertificateFacts("n", "t", "n", null, "电工", "一等奖", "比赛", ["总工会"], new DateOnly(2026, 4, 23)).TradeWord);
    }

    private static IEnumerable<string> Papers =>
        ListBook.All.Select(k => $"{Base}/lists?handler=print&list={k.Key}")
            .Concat(CardKind.All.Select(k => $"{Base}/cards?handler=print&kind={k.Key}"));

    private static async Task Say(OpenCompetition open, string word) =>
        await ConsoleHost.Do(
            open, "system",
            new CompetitionDefined(open.Read(s => s.Competition!) with { TradeWord = word == TradeWord.Usual ? null : word }));

    // What is offered to choose from says every word there is.
    private static async Task<string> Read(Browser browser, string page, string[] others)
    {
        var html = WebUtility.HtmlDecode(await (await browser.Get(page)).Content.ReadAsStringAsync());
        var read = Regex.Replace(html, "<(?:style|script|datalist)[^>]*>.*?</(?:style|script|datalist)>",
                " ", RegexOptions.Singleline, Long)
            .Replace("职业工种", "", StringComparison.Ordinal);
        Of(page, read, others);
        return read;
    }

    private static void Of(string page, string read, string[] others)
    {
        foreach (var other in others)
        {
            Assert.False(read.Contains(other, StringComparison.Ordinal),
                $"{page} says {other}: {Regex.Match(read, $".{{0,60}}{other}.{{0,60}}", RegexOptions.None, Long)}");
        }
    }

    private static string Cells(byte[] file) => file.Length == 0 ? "" : string.Join('\n', SpreadsheetReader.Read(file, "a.xlsx").Sheets
        .SelectMany(s => s.Rows.SelectMany(row => row.Select(cell => cell.Text))));
}
