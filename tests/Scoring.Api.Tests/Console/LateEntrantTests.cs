using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>Somebody comes once 评分 has begun: a way with two people, its effect shown first, nobody else's code moved.</summary>
public sealed class LateEntrantTests
{
    private const string Page = "/console/yindubei-2026/changes/dg";

    [Fact]
    public async Task A_late_entrant_is_admitted_by_the_admin_and_the_coding_officer_and_reaches_the_judges_tablets()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        using var officer = await host.Office("jm", Role.CodingOfficer, open);
        var codes = Codes(open);
        Assert.Contains("补报选手…", System.Net.WebUtility.HtmlDecode(await officer.Read(Page)));

        var form = Form();
        var sequence = open.Sequence;
        var effect = await admin.Weighs(Page, "Admit", form);
        Assert.Contains($"{codes.Count + 1} 人", effect);
        Assert.Contains("其他人的代号不变", effect);
        Assert.DoesNotContain(codes[0]!, effect);
        Assert.DoesNotContain("名次变动", effect);
        form["seen"] = Offices.Seen(effect);
        (form["secondLogin"], form["secondPassword"]) = ("jm", "wrong");
        Assert.Contains("第二人的账号或密码不对", await admin.Weighs(Page, "Admit", form));
        Assert.Equal(sequence, open.Sequence);

        form["secondPassword"] = ConsoleHost.Password;
        await admin.Does(Page, "Admit", form, "已补报");
        await admin.Does(Page, "Admit", form, "note"); // the same form once more
        Assert.Equal(sequence + 1, open.Sequence);
        var late = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[^1]);
        Assert.Equal(("晚到一", "新来的厂"), (late.Entrant.Name, open.Read(s => s.Organizations[late.Entrant.Organization].Name)));
        Assert.NotNull(late.Code);
        Assert.Equal(codes, Codes(open)[..^1]);
        Assert.NotNull(late.Entrant.Sealed);
        Assert.DoesNotContain("110101199001010015", System.Text.Encoding.UTF8.GetString(open.EntryAt(open.Sequence)!.Payload.Span));
        Assert.Contains(late.Code, await officer.Read("/console/yindubei-2026/draw/dg?handler=slips"));
    }

    [Fact]
    public async Task Strangers_sign_nothing_and_before_scoring_the_list_is_the_way()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        host.Accounts.Create(new NewAccount("other", "别场", Role.CodingOfficer, new("other-2026")), ConsoleHost.Password);
        host.Accounts.Create(new NewAccount("trade", "别的工种", Role.CodingOfficer, open.Id, null, [new("qg")]), ConsoleHost.Password);
        host.Accounts.Create(new NewAccount("cpz", "裁判长", Role.HeadJudge, open.Id, null, [MarkedContest.Dg]), ConsoleHost.Password);
        var sequence = open.Sequence;
        foreach (var stranger in (string[])["other", "trade", "cpz", "Admin"])
        {
            var form = Form();
            form["seen"] = Offices.Seen(await admin.Weighs(Page, "Admit", form));
            (form["secondLogin"], form["secondPassword"]) = (stranger, ConsoleHost.Password);
            var said = await admin.Weighs(Page, "Admit", form);
            Assert.True(said.Contains("不能为这场比赛", StringComparison.Ordinal) || said.Contains("同一个人", StringComparison.Ordinal), stranger);
        }

        Assert.Equal(sequence, open.Sequence);
        await open.InPhase(Phase.Drawn);
        Assert.DoesNotContain("补报选手…", System.Net.WebUtility.HtmlDecode(await admin.Read(Page)));
        await admin.Does(Page, "Admit", Form(), "还没有开始评分，请在名单导入里加人");
    }

    [Fact]
    public async Task The_list_that_is_refused_leads_there()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var list = System.Text.Encoding.UTF8.GetBytes("姓名,单位,工种\n晚到一,新来的厂,电工\n");
        var answer = await admin.PostFile("/console/yindubei-2026/import", "/console/yindubei-2026/import?handler=Upload", "名单.csv", list);
        for (; answer.StatusCode == System.Net.HttpStatusCode.Redirect; answer = await admin.Get(answer.Headers.Location!.ToString()))
        {
        }

        Assert.Contains("补报", System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Count), Codes(open).Count);
    }

    private static Dictionary<string, string> Form() => new(StringComparer.Ordinal)
    {
        ["Name"] = "晚到一", ["Organization"] = "新来的厂", ["IdNumber"] = "110101199001010015", ["reason"] = "路上堵车", ["Entry"] = Guid.NewGuid()
            .ToString(),
    };

    private static List<string?> Codes(OpenCompetition open) =>
        open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Code).ToList());
}
