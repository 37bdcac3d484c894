using System.Net;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>From the last mark to the certificate in a phone, through the pages as people use them.</summary>
public sealed class PublicationTests
{
    private const string Publish = "/console/yindubei-2026/publish/dg";
    private const string Review = "/console/yindubei-2026/review/dg";
    private const string Awards = "/console/yindubei-2026/awards/dg";
    private const string Certificates = "/console/yindubei-2026/certificates/dg";

    [Fact]
    public async Task A_trade_goes_from_marks_to_a_certificate_that_its_holder_finds_and_anyone_verifies()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var head = await Office(host, "cpz", Role.HeadJudge, open);
        using var supervisor = await Office(host, "jd", Role.Supervisor, open);

        await Does(head, Publish, "Forward", new() { ["to"] = "Review" }, "已进入“复核”");
        await Does(head, Review, "Draw", [], "复核样本已抽取");
        var chosen = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Review!.Chosen.Select(e => s.Entrant(e)!.Code!).ToList());
        foreach (var code in chosen)
        {
            await Does(supervisor, Review, "Tick", new() { ["code"] = code, ["right"] = "true" }, "已核对");
        }

        await Does(head, Review, "Sign", new() { ["secondLogin"] = "jd", ["secondPassword"] = ConsoleHost.Password }, "复核已由裁判长和监督签字");
        await Does(head, Publish, "Coded", [], "编码成绩已提交");
        await Does(head, Publish, "Decode", new() { ["layer"] = "1" }, "解密签名已记录");
        Assert.False(open.Read(s => s.Trade(MarkedContest.Dg)!.IsDecoded));
        var winner = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[0].Entrant)!.Entrant);
        Assert.DoesNotContain(winner.Name, await head.Read(Awards));
        await Does(supervisor, Publish, "Decode", new() { ["layer"] = "1" }, "解密签名已记录");
        Assert.Contains(winner.Name, await head.Read(Awards));
        await Does(head, Awards, "Confirm", [], "奖项方案已核对");
        await Does(head, Publish, "Forward", new() { ["to"] = "Publicity", ["word"] = "钳工" }, "输入的工种名称不对");
        await Does(head, Publish, "Forward", new() { ["to"] = "Publicity", ["word"] = "电工" }, "已进入“公示”");
        await Does(head, Publish, "Forward", new() { ["to"] = "Final", ["word"] = "电工" }, "已进入“公布”");
        await Does(head, Certificates, "Issue", new() { ["date"] = "2026-04-23", ["address"] = "http://192.168.1.10:5080" }, "证书已签发");

        var issued = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Select(c => c.Certificate).ToList());
        Assert.Equal(7, issued.Count);
        Assert.Equal("YDB2026-DG-001", issued[0].Facts.Number);
        Assert.Equal(winner.Name, issued[0].Facts.Name);
        Assert.Equal("一等奖", issued[0].Facts.Award);

        using var phone = host.NewBrowser();
        var scanned = await phone.Read(new Uri(issued[0].Qr).AbsolutePath);
        Assert.Contains("证书有效", scanned);
        Assert.Contains("签名核对通过", scanned);
        Assert.Contains(winner.Name, scanned); // who holds the paper reads whose it is, so that no namesake passes

        await Does(head, Certificates, "Revoke", new() { ["number"] = issued[0].Facts.Number, ["reason"] = "姓名写错" }, "已撤销");
        Assert.Contains("证书已撤销", await phone.Read(new Uri(issued[0].Qr).AbsolutePath));
        await Does(head, Certificates, "Issue", new() { ["date"] = "2026-04-24", ["address"] = "http://192.168.1.10:5080" }, "证书已签发");
        var again = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[^1].Certificate);
        Assert.Equal("YDB2026-DG-008", again.Facts.Number);
        Assert.Equal("YDB2026-DG-001", again.Replaces);
        Assert.Contains("已换发", await phone.Read(new Uri(issued[0].Qr).AbsolutePath));
    }

    [Fact]
    public async Task A_step_back_wants_a_reason_and_another_person()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var head = await Office(host, "cpz", Role.HeadJudge, open);
        using var supervisor = await Office(host, "jd", Role.Supervisor, open);
        await Does(head, Publish, "Forward", new() { ["to"] = "Review" }, "已进入“复核”");
        Assert.Contains("平板重新可以交卷；编码成绩的提交、", await head.Read(Publish)); // the effect, before anybody signs for it
        await Does(head, Publish, "Back", new() { ["to"] = "Scoring", ["reason"] = "漏交", ["secondLogin"] = "cpz", ["secondPassword"] = ConsoleHost.Password }, "同一个人");
        await Does(head, Publish, "Back", new() { ["to"] = "Scoring", ["reason"] = "漏交", ["secondLogin"] = "jd", ["secondPassword"] = "wrong" }, "账号或密码不对");
        Assert.Equal(Phase.Review, open.Read(s => s.Trade(MarkedContest.Dg)!.Phase));
        await Does(head, Publish, "Back", new() { ["to"] = "Scoring", ["reason"] = "漏交", ["secondLogin"] = "jd", ["secondPassword"] = ConsoleHost.Password }, "已退回“评分”");
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_entry()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var head = await Office(host, "cpz", Role.HeadJudge, open);
        var entry = Guid.NewGuid().ToString();
        await Does(head, Publish, "Forward", new() { ["to"] = "Review", ["Entry"] = entry }, "已进入“复核”");
        var after = open.Sequence;
        await Does(head, Publish, "Forward", new() { ["to"] = "Review", ["Entry"] = entry }, "已进入“复核”");
        Assert.Equal(after, open.Sequence);
    }

    [Fact]
    public async Task The_head_judge_of_another_trade_is_refused()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        host.Accounts.Create(new NewAccount("other", "别的裁判长", Role.HeadJudge, open.Id, null, [new TradeId("qg")]), ConsoleHost.Password);
        using var other = host.NewBrowser();
        await other.SignIn("other", ConsoleHost.Password);
        var answer = await other.Post("/console/password", new() { ["to"] = "Review" }, to: Publish + "?handler=Forward");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task<Browser> Office(ConsoleHost host, string login, Role role, OpenCompetition open)
    {
        host.Accounts.Create(new NewAccount(login, login, role, open.Id, null, [MarkedContest.Dg]), ConsoleHost.Password);
        var browser = host.NewBrowser();
        await browser.SignIn(login, ConsoleHost.Password);
        return browser;
    }

    // Posts and reads what the page says afterwards.
    private static async Task Does(Browser browser, string page, string handler, Dictionary<string, string> fields, string says)
    {
        var answer = await browser.Post(page, fields, to: $"{page}?handler={handler}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(says, await browser.Read(answer.Headers.Location!.ToString()));
    }
}
