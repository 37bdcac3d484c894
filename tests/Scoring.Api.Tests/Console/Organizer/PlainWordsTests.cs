using System.Net;
using System.Text.RegularExpressions;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>What people read has no paths, JSON or words of the program.</summary>
public sealed class PlainWordsTests
{
    private const string Base = "/console/yindubei-2026";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_wrong_file_is_refused_in_words_without_a_path_and_a_definition_names_its_places()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        using var zip = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(zip, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("readme.txt");
        }

        foreach (var (name, bytes) in ((string, byte[])[])[("x.zip", zip.ToArray()), ("x.db", "no ledger"u8.ToArray())])
        {
            var restored = await admin.PostFile("/console/competitions", "/console/competitions?handler=Restore", name, bytes,
                new() { ["key"] = "restored" });
            Plain(WebUtility.HtmlDecode(await restored.Content.ReadAsStringAsync()), "note bad");
        }

        var file = await admin.PostFile("/console/competitions", "/console/competitions?handler=File", "x.json",
            "{\"competition\":{\"id\":\"a\"},\"trades\":[{\"id\":5}]}"u8.ToArray());
        Plain(WebUtility.HtmlDecode(await file.Content.ReadAsStringAsync()), "处错误");
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, Actor.System,
            new TradeDefined(trade with { Components = [.. trade.Components.Select(c =>
            c with { Modules = [.. c.Modules.Select(m => m with { Sheet = [] })] })] }));
        Plain(WebUtility.HtmlDecode(await admin.Read($"{Base}/definition/dg")), "模块 A");
    }

    [Fact]
    public async Task Every_page_speaks_plainly()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadIssued();
        using var admin = await host.SignedIn(Role.Admin);
        foreach (var page in SentFormTests.Pages)
        {
            var html = WebUtility.HtmlDecode(await (await admin.Get(page)).Content.ReadAsStringAsync());
            var read = Regex.Replace(html, "<(?:style|script|textarea|template)[^>]*>.*?</|<[^>]*>", " ", RegexOptions.Singleline, Long);
            foreach (var word in (string[])["JSON", "哈希", "manifest", "aspects", "{title}", "{等级}", "$.", " UTC "])
            {
                Assert.False(read.Contains(word, StringComparison.Ordinal),
                    $"{page} says {word}: {Regex.Match(read, $".{{0,60}}{Regex.Escape(word)}.{{0,60}}", RegexOptions.None, Long)}");
            }
        }
    }

    private static void Plain(string page, string says)
    {
        Assert.Contains(says, page);
        var shown = page.Split("id=\"content\"")[1];
        foreach (var technical in (string[])["$.", "manifest", "aspects", "parts", Path.GetTempPath()])
        {
            Assert.False(shown.Contains(technical, StringComparison.Ordinal),
                $"{technical} in {Regex.Match(shown, $".{{0,80}}{Regex.Escape(technical)}.{{0,80}}", RegexOptions.None, Long)}");
        }
    }
}
