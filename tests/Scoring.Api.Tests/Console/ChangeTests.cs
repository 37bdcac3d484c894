using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>换人, 退赛, statuses, violations, double entry and reopened modules: each with a reason, each traceable.</summary>
public sealed class ChangeTests
{
    private const string Base = "/console/yindubei-2026";

    [Fact]
    public async Task A_substitute_takes_the_place_and_the_code_and_the_trail_says_who_and_why()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var officer = await host.Office("jm", Role.CodingOfficer, open);
        var (id, name, code) = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Where(e => e.Entries(new ModuleId("A")) is null).Select(e => (e.Entrant.Id, e.Entrant.Name, e.Code)).First());
        var fields = new Dictionary<string, string> { ["entrant"] = id.Value, ["name"] = "阿依努尔．买买提", ["reason"] = "原选手骨折" };
        var page = await officer.Does($"{Base}/changes/dg", "Substitute", fields, "已换为 阿依努尔·买买提");
        Assert.Contains($"{name} 换为 阿依努尔·买买提", page);
        Assert.Contains("原选手骨折", page);
        Assert.Equal(("阿依努尔·买买提", code), open.Read(s => (s.Entrant(id)!.Entrant.Name, s.Entrant(id)!.Code)));
        await officer.Does($"{Base}/changes/dg", "Substitute", new() { ["entrant"] = id.Value, ["name"] = "王?", ["reason"] = "x" }, "有字没有存下来");
    }

    [Fact]
    public async Task Who_has_marks_cannot_be_substituted_and_the_refusal_names_no_code()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var officer = await host.Office("jm", Role.CodingOfficer, open);
        var (id, name, code) = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => (e.Entrant.Id, e.Entrant.Name, e.Code!)).First());
        var page = await officer.Does($"{Base}/changes/dg", "Substitute", new() { ["entrant"] = id.Value, ["name"] = "李四", ["reason"] = "病" }, $"{name} 已有成绩记录");
        Assert.DoesNotContain($">{code}<", page);
    }

    [Fact]
    public async Task A_withdrawal_before_scoring_comes_back_and_both_stay_on_the_trail()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Drawn);
        using var admin = await host.SignedIn(Role.Admin);
        var id = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id);
        await admin.Does($"{Base}/changes/dg", "Withdraw", new() { ["entrant"] = id.Value, ["back"] = "false", ["reason"] = "单位来函" }, "已登记退赛");
        Assert.Equal(EntrantStatus.Withdrawn, open.Read(s => s.Entrant(id)!.Status));
        var page = await admin.Does($"{Base}/changes/dg", "Withdraw", new() { ["entrant"] = id.Value, ["back"] = "true", ["reason"] = "单位撤回来函" }, "已恢复参赛");
        Assert.Contains("正常 → 弃赛", page);
        Assert.Contains("弃赛 → 正常", page);
    }

    [Fact]
    public async Task A_disqualification_shows_who_moves_up_and_its_withdrawal_gives_the_place_back()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var (code, id) = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => (s.Entrant(r.Result.Entrant)!.Code!, r.Result.Entrant)).First());
        Dictionary<string, string> fields = new() { ["code"] = code, ["what"] = "使用手机", ["outcome"] = "Disqualified", ["Entry"] = Guid.NewGuid().ToString() };
        var effect = await head.Weighs($"{Base}/floor/dg", "Violation", fields);
        Assert.Contains("第 2 名 → 第 1 名", effect);
        fields["seen"] = Offices.Seen(effect);
        await head.Does($"{Base}/floor/dg", "Violation", fields, "违规已记录");
        Assert.Equal(EntrantStatus.Disqualified, open.Read(s => s.Entrant(id)!.Status));

        Dictionary<string, string> back = new() { ["code"] = code, ["number"] = "1", ["reason"] = "监控证实不是手机" };
        effect = await head.Weighs($"{Base}/floor/dg", "Withdraw", back);
        back["seen"] = Offices.Seen(effect);
        Assert.Contains("监控证实不是手机", await head.Does($"{Base}/floor/dg", "Withdraw", back, "违规已撤销"));
        Assert.Equal(1, open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.First(r => r.Result.Entrant == id).Rank));
    }

    [Fact]
    public async Task A_third_person_decides_where_two_clerks_differ_and_neither_of_them_can()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var theory = await Doubled(open);
        var id = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id);
        await ConsoleHost.Do(open, "clerk:lr1", new ModuleMarkEntered(id, theory, "lr1", 87.5m));
        await ConsoleHost.Do(open, "clerk:lr2", new ModuleMarkEntered(id, theory, "lr2", 78.5m));
        using var clerk = await host.Office("lr1", Role.Clerk, open);
        Assert.Contains("您录过其中一次", await clerk.Read($"{Base}/doubles/dg"));
        Dictionary<string, string> fields = new() { ["entrant"] = id.Value, ["module"] = theory.Value, ["mark"] = "87.5", ["reason"] = "原卷为 87.5" };
        await clerk.Does($"{Base}/doubles/dg", "Settle", fields, "不能是两位录入员之一");

        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        var page = System.Net.WebUtility.HtmlDecode(await supervisor.Read($"{Base}/doubles/dg"));
        Assert.Contains("87.50", page);
        Assert.Contains("78.50", page);
        Assert.DoesNotContain(open.Read(s => s.Entrant(id)!.Entrant.Name), page);
        fields["entrant"] = open.Read(s => s.Entrant(id)!.Code!);
        await supervisor.Does($"{Base}/doubles/dg", "Settle", fields, "已核定");
        Assert.Equal(87.5m, open.Read(s => s.Entrant(id)!.Result.Module(theory)!.Figure));
    }

    [Fact]
    public async Task A_signed_module_opens_again_with_a_reason_and_two_people()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        const string page = $"{Base}/sheets/dg?module=A";
        await head.Does(page, "Sign", new() { ["module"] = "A" }, "模块锁定");
        await head.Does(page, "Reopen", new() { ["module"] = "A", ["reason"] = "3 号工位评分表贴错", ["secondLogin"] = "jd", ["secondPassword"] = "no" }, "密码不对");
        await head.Does(page, "Reopen", new() { ["module"] = "A", ["reason"] = "", ["secondLogin"] = "jd", ["secondPassword"] = ConsoleHost.Password }, "请写明理由");
        await head.Does(page, "Reopen", new() { ["module"] = "A", ["reason"] = "3 号工位评分表贴错", ["secondLogin"] = "jd", ["secondPassword"] = ConsoleHost.Password }, "模块已解锁");
        Assert.False(open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Locked));
    }

    private static async Task<ModuleId> Doubled(Scoring.Api.Ledger.OpenCompetition open)
    {
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var theory = open.Read(s => s.Trade(MarkedContest.Dg)!.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition.WithModule(theory, m => m with { Marking = MarkingMethod.DoubleEntry }), "双录"));
        return theory;
    }
}
