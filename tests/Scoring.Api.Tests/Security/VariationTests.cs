using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security;

/// <summary>What was once broken, tried in another way of the same kind; docs/security.md names the test of its own steps.</summary>
public sealed class VariationTests
{
    [Fact]
    public async Task An_unpaired_tablets_open_line_is_cut_and_its_cookie_opens_no_other()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        var module = (await tablet.Open()).Modules.First(m => m.Open);
        var sheet = TabletClient.Sheet(module, module.Cards.First(c => c.State == CardState.Open), MarkedContest.Best);
        var device = host.App.Services.GetRequiredService<PairedTablets>().All.Single(d => d.Judge.Value == Hall.Judge).Id;
        await admin.Does("/console/yindubei-2026/devices", "Revoke", new() { ["device"] = device }, "已解除配对");
        var before = open.Sequence;
        await Assert.ThrowsAnyAsync<Exception>(() => tablet.Submit(sheet));
        await Assert.ThrowsAnyAsync<Exception>(tablet.Again);
        Assert.Equal(before, open.Sequence);
    }

    [Theory]
    [InlineData("Show")]
    [InlineData("Dress")]
    [InlineData("Forget")]
    public async Task Nothing_of_the_screens_page_moves_a_screen_of_the_contest_in_use(string handler)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        host.Competitions.MakeCurrent(host.Competitions.Create(new("other-2026")));
        var screens = host.App.Services.GetRequiredService<Display.Screens.Screens>();
        screens.Show(["主屏"], new Scene(SceneKind.Message, Line: "请入场"));
        var before = screens.All.Single(s => s.State.Name == "主屏");
        using var head = await host.SignedIn(Role.HeadJudge);
        await head.Does($"/console/{open.Id}/screens", handler, new()
        {
            ["picked"] = "主屏", ["everyScreen"] = "true", ["screen"] = "主屏",
            ["Kind"] = "Message", ["kind"] = "Message", ["Text"] = "请离场", ["text"] = "请离场",
        }, "大屏现在属于另一场比赛");
        Assert.Equal(before.State, screens.All.Single(s => s.State.Name == "主屏").State);
    }

    [Fact]
    public async Task An_answered_appeals_id_takes_no_second_one()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var entrant = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[0].Entrant)!.Entrant);
        var four = host.App.Services.GetRequiredService<Personal.PersonalSeal>().Open(open.Id, entrant.Sealed)!.IdNumber![^4..];
        using var phone = host.NewBrowser();
        var form = new Dictionary<string, string>
        {
            ["id"] = Guid.NewGuid().ToString(), ["trade"] = "dg", ["name"] = entrant.Name, ["lastFour"] = four, ["leader"] = "赵领队",
            ["text"] = "漏记分",
        };
        Assert.Contains("第 1 号", await Sent(form), StringComparison.Ordinal);
        await ConsoleHost.Do(open, Actor.System, new AppealAnswered(1, MarkedContest.Dg, "仲裁组", Upheld: false, "已复核"));
        var before = open.Sequence;
        Assert.DoesNotContain("已登记", await Sent(new(form) { ["text"] = "还有一件事" }), StringComparison.Ordinal);
        Assert.Equal(before, open.Sequence);

        async Task<string> Sent(Dictionary<string, string> fields) =>
            WebUtility.HtmlDecode(await (await phone.PostBare("/portal/appeal", fields)).Content.ReadAsStringAsync());
    }
}
