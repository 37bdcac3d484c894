using System.Net;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

public sealed class DefinitionTests
{
    private const string Page = "/console/yindubei-2026/definition/dg";

    [Fact]
    public async Task An_aspect_changes_kind_and_bands_and_can_be_tried()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        await Post(admin, "Aspect", "a:A:A1.1", new()
        {
            ["Kind"] = "tolerance", ["Text"] = "热继电器整定电流", ["FullMark"] = "4", ["tolerance.First"] = "8.0", ["tolerance.Unit"] = "A", ["tolerance.Decimals"] = "1", ["tolerance.Lines"] = "0.2=4\n0.5=2",
        });
        var aspect = Assert.IsType<ToleranceAspect>(Dg(open).Modules().First(m => m.Id.Value == "A").Aspects().First());
        Assert.Equal(8.0m, aspect.Nominal);
        Assert.Equal([new ToleranceBand(0.2m, 4), new ToleranceBand(0.5m, 2)], aspect.Bands);
        Assert.Contains("得 2.00", await admin.Read($"{Page}?at=a:A:A1.1&try=8.3"));
    }

    [Fact]
    public async Task What_does_not_add_up_is_said_beside_the_sum()
    {
        await using var host = await ConsoleHost.Start();
        await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        await Post(admin, "Module", "m:B", new() { ["name"] = "故障排除", ["fullMark"] = "38", ["marking"] = "Panel", ["spread"] = "10", ["limit"] = "40" });
        var page = await admin.Read(Page);
        Assert.Contains("还差 2", page);
        Assert.Contains("不能锁定", page);
    }

    [Fact]
    public async Task Rows_are_added_moved_and_removed_with_ids_of_their_own()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var before = Ids(open);
        await Post(admin, "Add", "k:A:A1", new() { ["what"] = "aspect" });
        var added = Assert.Single(Ids(open).Except(before));
        await Post(admin, "Move&step=-1", $"a:A:{added}", []);
        await Post(admin, "Remove", $"a:A:{added}", []);
        Assert.Equal(before, Ids(open));
    }

    [Fact]
    public async Task Once_scoring_has_begun_a_change_needs_a_reason()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Dictionary<string, string> Change() => new() { ["name"] = "电气故障排除", ["fullMark"] = "40", ["marking"] = "Panel", ["spread"] = "10", ["limit"] = "40" };
        await Post(admin, "Module", "m:B", Change());
        Assert.DoesNotContain(Dg(open).Modules(), m => m.Name == "电气故障排除");
        var with = Change();
        with["reason"] = "名称更正";
        await Post(admin, "Module", "m:B", with);
        Assert.Contains(Dg(open).Modules(), m => m.Name == "电气故障排除");
    }

    [Fact]
    public async Task A_new_competition_from_a_template_opens_at_its_definition()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.Post(
            "/console/competitions", new() { ["template"] = "union", ["name"] = "第二届“殷都杯”", ["key"] = "yindubei-2027" }, to: "/console/competitions?handler=Template");
        Assert.Equal("/console/yindubei-2027/road", answer.Headers.Location?.OriginalString);
        Assert.Equal("第二届“殷都杯”", host.Competitions.Find(new CompetitionId("yindubei-2027"))!.Read(s => s.Competition!.Name));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Get("/console/yindubei-2027/definition")).StatusCode); // to its first trade
    }

    private static async Task<OpenCompetition> InSetup(ConsoleHost host)
    {
        var open = await host.LoadExample();
        await ConsoleHost.Do(open, "system", new PhaseChanged(new TradeId("dg"), Phase.Setup));
        return open;
    }

    private static async Task Post(Browser admin, string handler, string at, Dictionary<string, string> fields)
    {
        fields["at"] = at;
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Post("/console/password", fields, to: $"{Page}?handler={handler}")).StatusCode);
    }

    private static Trade Dg(OpenCompetition open) => open.Read(s => s.Trade(new TradeId("dg"))!.Definition);

    private static List<string> Ids(OpenCompetition open) => [.. Dg(open).Modules().First(m => m.Id.Value == "A").Aspects().Select(a => a.Id.Value)];
}
