using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Outcomes;

/// <summary>Who has a title already is said where it is proposed (R-E5); team places and 优秀组织奖 stand in history (R-F1, R-F3).</summary>
public sealed class EarlierTitleTests
{
    private const string Title = "全国技术能手";

    [Fact]
    public async Task A_title_somebody_has_by_the_register_or_by_an_earlier_contest_is_said_beside_the_proposal()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with { Honours = [new HonourRule(Title, 1, 4)] }, "补"));
        var ranked = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Take(4).Select(r => s.Entrant(r.Result.Entrant)!.Entrant)
            .Select(e => (e.Id, e.Name, Organization: s.Organizations[e.Organization].Name)).ToList());
        host.App.Services.GetRequiredService<AwardsRegister>().Add("老册子", [
            new(ranked[0].Name, ranked[0].Organization, "全国 技术能手", Giver: "人社部", Awarded: "2019", Number: "RS-19"),
            new(ranked[1].Name, "别的厂", Title), new(ranked[2].Name, ranked[2].Organization, "五一劳动奖章")]);
        await Earlier(host, open, ranked[3].Id);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        host.Accounts.Create(new("boss", "管理", Role.Admin), ConsoleHost.Password);
        using var admin = host.NewBrowser();
        await admin.SignIn("boss", ConsoleHost.Password);

        Assert.DoesNotContain("荣誉登记", WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/outcomes/dg"))); // by code
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        var page = WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/outcomes/dg"));

        Assert.Contains("荣誉登记：2019 人社部授“全国 技术能手”，证书 RS-19", page);
        Assert.Contains("别的厂的同名者，请核对", page);
        Assert.Contains($"2025 年上一届已授“{Title}”", page);
        Assert.DoesNotContain("五一劳动奖章", page);
        Assert.DoesNotContain("上一届", WebUtility.HtmlDecode(await head.Read("/console/yindubei-2026/outcomes/dg"))); // not theirs to enter
    }

    [Fact]
    public async Task Team_places_and_prizes_of_organizations_stand_in_history_once_every_trade_is_public()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await ConsoleHost.Do(open, "system", new CompetitionDefined(open.Read(s => s.Competition!) with
        {
            TeamRankings = [new TeamRanking("电工团体", TeamMethod.BestTotals, 1, Trades: [MarkedContest.Dg],
                Prize: new("优秀组织奖", OrganizationPrizeBasis.Entrants, 0, Nominees: [open.Read(s => s.Organizations.Keys.First())]))],
        }));
        using var admin = await host.SignedIn(Role.Admin);
        Assert.DoesNotContain("电工团体", WebUtility.HtmlDecode(await admin.Read("/console/history")));
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        await open.InPhase(Phase.Final);

        var history = WebUtility.HtmlDecode(await admin.Read("/console/history"));
        Assert.Contains("团体第一和组织奖", history);
        Assert.Contains("优秀组织奖", history);
        var first = open.Read(s =>
            s.Organizations[s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Entrant.Organization].Name);
        var page = WebUtility.HtmlDecode(await admin.Read($"/console/history/organization/{Uri.EscapeDataString(first)}"));
        Assert.Contains("团体第一 1 次", page);
        Assert.Contains("电工团体", page);
        Assert.Contains("电工团体", WebUtility.HtmlDecode(await admin.Read($"/console/history?find={Uri.EscapeDataString(first)}")));
    }

    // The same people a year before, where one of them was given the title.
    private static async Task Earlier(ConsoleHost host, OpenCompetition open, EntrantId given)
    {
        var file = open.Read(s => FileExport.Of(s, _ => null));
        var earlier = await host.App.Services.GetRequiredService<CompetitionImport>().Run(file with
        {
            Competition = file.Competition with { Id = new("earlier"), Name = "上一届", Date = new DateOnly(2025, 4, 23),
                CertificatePrefix = "OLD" },
        });
        await ConsoleHost.Do(earlier, "system", new HonoursApproved(MarkedContest.Dg, [new ApprovedHonour(given, Title)], "cpz"));
        await ConsoleHost.Do(earlier, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        await earlier.InPhase(Phase.Final);
    }
}
