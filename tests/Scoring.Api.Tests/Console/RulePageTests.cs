using System.Net;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>The rules of real contests on their pages: the example follows what is typed, saving keeps everything else.</summary>
public sealed class RulePageTests
{
    private const string Page = "/console/yindubei-2026/definition/dg", Draw = "/console/yindubei-2026/draw/dg";

    [Fact]
    public async Task An_example_follows_what_is_typed_and_keeps_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var before = open.Sequence;

        async Task<string> Of(string query) => WebUtility.HtmlDecode(await admin.Read($"{Page}?handler=example&{query}"));
        Assert.Contains("99.99999 记作 99.9999", await Of("rule=precision&Decimals=4&Mode=Truncate"));
        Assert.Contains("小数位", await Of("rule=precision&Decimals=x&Mode=HalfUp"));
        Assert.Contains("超时 0:00:31：扣 1.00", await Of("rule=overtime&at=m:A&Every=30&Off=0.5&Counted=begun"));
        Assert.Contains("填 3：3 处，每处扣 2 分，得 4.00", await Of(
            "at=a:A:A1.1&Kind=faults&Text=接线&FullMark=10&faults.First=2&faults.Unit=处"));
        Assert.Contains("请填写评分点的名称", await Of("at=a:A:A1.1&Kind=faults&FullMark=10"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"{Page}?handler=example&rule=overtime&at=m:ZZ")).StatusCode);
        Assert.Equal(before, open.Sequence);
    }

    [Fact]
    public async Task Rules_are_set_one_by_one_and_stand_in_the_tree()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var before = Dg(open);

        await Save(admin, "precision", null, new() { ["Decimals"] = "3", ["Mode"] = "Truncate" });
        await Save(admin, "entrantSigns", null, new() { ["Asked"] = "yes" });
        await Save(admin, "groups", "m:B", new() { ["Groups"] = "一考场\n二考场", ["Level"] = "MeanOfMeans", ["LeaveOut"] = "0" });
        var component = before.Components.First(c => c.Kind == ComponentKind.Practical).Id;
        await Save(admin, "scaled", $"c:{component}", new() { ["Scaled"] = "yes" });

        var now = Dg(open);
        Assert.Equal((3, RoundingMode.Truncate, true), (now.Decimals, now.Rounding, now.EntrantSigns));
        var module = now.Modules().First(m => m.Id.Value == "B");
        Assert.Equal(["一考场", "二考场"], module.Panel!.Groups!.Select(g => g.Name));
        Assert.Equal(before.Modules().First(m => m.Id.Value == "B").Time, module.Time);
        var page = WebUtility.HtmlDecode(await admin.Read(Page));
        Assert.Contains("2 组，拉平", page);
        Assert.Contains("折算成 100", page);
        Assert.Contains("3 位，去尾", page);
        await Save(admin, "precision", null, new() { ["Decimals"] = "2", ["Mode"] = "HalfUp" });
        Assert.Equal(before.Rounding, Dg(open).Rounding);
    }

    [Fact]
    public async Task Entrants_are_dealt_out_to_groups_or_moved_by_hand()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Does(Draw, "Groups", new() { ["module"] = "" }, "还没有设组");
        await Save(admin, "groups", "m:B", new() { ["Groups"] = "一考场\n二考场", ["Level"] = "none", ["LeaveOut"] = "0" });

        var page = await admin.Does(Draw, "Groups", new() { ["module"] = "" }, "已抽好分组");

        var people = open.Read(s => DrawCodes.Drawing(s.Trade(MarkedContest.Dg)!).Select(e =>
            (e.Entrant.Id, Group: e.GroupOf(new("B")))).ToList());
        Assert.InRange(Math.Abs(people.Count(p => p.Group == "1") - people.Count(p => p.Group == "2")), 0, 1);
        Assert.All(people, p => Assert.NotNull(p.Group));
        Assert.Contains($"一考场 {people.Count(p => p.Group == "1")} 人", page);
        var moved = people.First(p => p.Group == "1").Id;
        await admin.Does(Draw, "GroupsByHand", new() { ["module"] = "", ["entrant"] = moved.Value, ["group"] = "2" }, "分组已保存");
        Assert.Equal("2", open.Read(s => s.Entrant(moved)!.GroupOf(new("B"))));
        await admin.Does(Draw, "GroupsByHand", new() { ["module"] = "", ["entrant"] = moved.Value, ["group"] = "2" }, "分组没有改动");
        await admin.Does(Draw, "GroupsByHand", new() { ["module"] = "", ["entrant"] = moved.Value, ["group"] = "9" }, "没有“9”这个组");

        // What was printed of the groups is not made false by one more click.
        var sequence = open.Sequence;
        var asked = await admin.Does(Draw, "Groups", new() { ["module"] = "" }, $"已经有 {people.Count} 人分了组");
        Assert.Equal(sequence, open.Sequence);
        Assert.Contains("输入“重新分组”以确认", asked);
        await admin.Does(Draw, "Groups", new() { ["module"] = "", ["reason"] = "少来了一位裁判" }, "已抽好分组");
        Assert.Contains("重新分组：少来了一位裁判", System.Net.WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/ledger")));
    }

    [Fact]
    public async Task A_violation_takes_a_percentage_of_the_total_and_a_time_has_hundredths()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var floor = await host.Office("zb", Role.FloorJudge, open);
        var code = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Code!);
        Dictionary<string, string> form = new() { ["code"] = code, ["what"] = "提前操作", ["outcome"] = "Deduction", ["percent"] = "１０" };
        const string floorPage = "/console/yindubei-2026/floor/dg";
        await floor.Does(floorPage, "Violation", form, "违规已记录");
        Assert.Equal((10m, null), open.Read(s =>
            (s.Trade(MarkedContest.Dg)!.Entrants[0].Violations[0].Percent, s.Trade(MarkedContest.Dg)!.Entrants[0].Violations[0].Module)));
        form["percent"] = "一成";
        await floor.Does(floorPage, "Violation", form, "请填数字");

        await floor.Does(floorPage, "Time", new() { ["code"] = code, ["module"] = "A", ["used"] = "0:01:01.25" }, "0:01:01.25");
        Assert.Equal(61.25m, open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entries(new("A"))!.Time!.UsedSeconds));
        await floor.Does(floorPage, "Time", new() { ["code"] = code, ["module"] = "A", ["used"] = "0:01:01.255" }, "时间请写成");
    }

    [Fact]
    public async Task A_new_trade_begins_like_a_template()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Equal(6, Scoring.Api.Console.TradeTemplates.All.Count);
        foreach (var (like, n) in Scoring.Api.Console.TradeTemplates.All.Select((t, i) => (t, i)))
        {
            await admin.Does("/console/yindubei-2026/settings/dg", "New", new()
            {
                ["name"] = $"新{n}", ["key"] = $"new-{n}", ["code"] = $"N{n}", ["template"] = like.Id.Value,
            }, "已新增");
            var made = open.Read(s => s.Trade(new TradeId($"new-{n}"))!.Definition);
            Assert.Equal(($"新{n}", $"N{n}", like.Decimals), (made.Name, made.Code, made.Decimals));
            Assert.Equal(like.Modules().Select(m => m.Id), made.Modules().Select(m => m.Id));
        }
    }

    private static Task Save(Browser admin, string rule, string? at, Dictionary<string, string> fields)
    {
        fields["rule"] = rule;
        fields["at"] = at ?? "";
        return admin.Does(at is null ? Page : $"{Page}?at={at}", "Rule", fields, "已保存");
    }

    private static async Task<OpenCompetition> InSetup(ConsoleHost host)
    {
        var open = await host.LoadExample();
        await ConsoleHost.Do(open, "system", new PhaseChanged(new TradeId("dg"), Phase.Setup));
        return open;
    }

    private static Trade Dg(OpenCompetition open) => open.Read(s => s.Trade(new TradeId("dg"))!.Definition);
}
