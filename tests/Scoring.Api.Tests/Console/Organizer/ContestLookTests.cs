using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Certificates;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>A contest's words on its certificates, its sign, and one signature for all its trades.</summary>
public sealed class ContestLookTests
{
    private const string Page = "/console/yindubei-2026/contest";

    [Fact]
    public async Task The_words_of_the_certificates_are_the_contests_own_and_shown_as_they_will_stand()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var shelf = host.App.Services.GetRequiredService<TemplateShelf>();
        var usual = shelf.For(open.Id, CertificateKind.Award).Wordings[CertificateKind.Award];
        var page = await admin.Does(Page, "Words", new() { ["body"] = "在〔比赛〕〔工种〕决赛中表现优异，获得", ["closing"] = "" }, "证书用语已保存");
        Assert.Contains("决赛中表现优异，获得一等奖。", page);
        Assert.DoesNotContain("{trade}", page.Split("id=\"content\"")[1]);
        var said = shelf.For(open.Id, CertificateKind.Award).Wordings[CertificateKind.Award];
        Assert.Equal(("在{competition}{trade}决赛中表现优异，获得", usual.Closing), (said.Body, said.Closing));
        Assert.Equal(usual.Body, shelf.For(new("another"), CertificateKind.Award).Wordings[CertificateKind.Award].Body);
        Assert.Same(shelf.For(open.Id, CertificateKind.Award), shelf.For(open.Id, CertificateKind.Award)); // painted papers are kept by it

        await admin.Does(Page, "Words", new() { ["body"] = new string('长', 121) }, "最多 120 字");
        Assert.Equal(said.Body, shelf.For(open.Id, CertificateKind.Award).Wordings[CertificateKind.Award].Body);
        await admin.Does(Page, "Words", [], "证书用语已保存");
        Assert.Equal(usual.Body, shelf.For(open.Id, CertificateKind.Award).Wordings[CertificateKind.Award].Body);
    }

    [Fact]
    public async Task The_sign_is_on_screens_and_cards()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var screens = host.App.Services.GetRequiredService<Display.Screens.Screens>();
        screens.Show(["主屏"], screens.Of("主屏").Scene);
        await admin.PostFile(Page, $"{Page}?handler=Logo", "x.txt", "no picture"u8.ToArray());
        Assert.DoesNotContain("logopic", await admin.Read(Page));
        await admin.PostFile(Page, $"{Page}?handler=Logo", "我们的.png", HallPapersTests.Picture);
        Assert.Contains("logopic", await admin.Read(Page));
        var address = screens.Of("主屏").Dress?.Logo;
        Assert.NotNull(address);
        Assert.Equal(HttpStatusCode.OK, (await admin.Get(address)).StatusCode);
        Assert.Contains(address, await admin.Read("/console/yindubei-2026/cards?handler=print&kind=entrants"));
    }

    [Fact]
    public async Task Whoever_signs_for_several_trades_signs_for_all_at_once()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        TradeId[] two = [new("dg"), new("qg")];
        using var head = await host.Office("cpz", Role.HeadJudge, open, two);
        using var supervisor = await host.Office("jd", Role.Supervisor, open, two);
        await head.Does("/console/yindubei-2026/publish/dg", "DecodeAll", [], "没有工种等您签名解密");
        foreach (var trade in two)
        {
            foreach (var e in (LedgerEvent[])
            [
                new PhaseChanged(trade, Phase.Review), new ReviewDrawn(trade, "1", [], []), new ReviewSigned(trade, "cpz", "jd"),
                    new CodedResultsSubmitted(trade, "cpz"),
            ])
            {
                await ConsoleHost.Do(open, "system", e);
            }
        }

        Assert.Contains("给 2 个工种一起签名解密", WebUtility.HtmlDecode(await head.Read("/console/yindubei-2026/publish/dg")));
        await head.Does("/console/yindubei-2026/publish/dg", "DecodeAll", [], "解密签名已记录");
        Assert.All(two, t => Assert.False(open.Read(s => s.Trade(t)!.IsDecoded)));
        await supervisor.Does("/console/yindubei-2026/publish/qg", "DecodeAll", [], "解密签名已记录");
        Assert.All(two, t => Assert.True(open.Read(s => s.Trade(t)!.IsDecoded)));
    }
}
