using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>R-K17: a word of an entrant mended after 评分 is a correction by two people; exactly one certificate for a prize is valid at any time.</summary>
public sealed class MendTests
{
    private const string Page = "/console/yindubei-2026/mend/dg";

    [Fact]
    public async Task A_misspelt_name_found_on_the_certificate_is_mended_by_two_people_and_the_certificate_replaced_in_the_same_entry()
    {
        await using var host = await ConsoleHost.Start();
        var (open, issued) = await host.LoadIssued();
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var entrant = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.First(e => e.Entrant.Name == issued[0].Name).Entrant);
        Dictionary<string, string> form = Form(entrant, "张三");
        var sequence = open.Sequence;
        var effect = await admin.Weighs(Page, "Apply", form);
        Assert.Contains($"{issued[0].Number} 作废", effect);
        Assert.Contains("张三", effect);
        Assert.Equal(sequence, open.Sequence);

        form["seen"] = Offices.Seen(effect);
        (form["secondLogin"], form["secondPassword"]) = ("Admin", ConsoleHost.Password);
        Assert.Contains("须由另一人签名", await admin.Weighs(Page, "Apply", form));
        (form["secondLogin"], form["secondPassword"]) = ("cpz", "wrong");
        Assert.Contains("第二人的账号或密码不对", await admin.Weighs(Page, "Apply", form));
        Assert.Equal(sequence, open.Sequence);

        form["secondPassword"] = ConsoleHost.Password;
        await admin.Does(Page, "Apply", form, "已更正");
        Assert.Equal(sequence + 1, open.Sequence);
        var own = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Where(c => c.Certificate.Entrant == entrant.Id).ToList());
        Assert.Equal("证件上是这个名字", own[0].RevokedBecause);
        var valid = Assert.Single(own, c => c.RevokedBecause is null).Certificate;
        Assert.Equal((issued[0].Number, "张三", issued[0].Award, issued[0].Date), (valid.Replaces, valid.Facts.Name, valid.Facts.Award, valid.Facts.Date));
        Assert.DoesNotContain(issued, f => f.Number == valid.Facts.Number);
        Assert.StartsWith("HTTP://192.168.1.10:5080/V/", valid.Qr);
        Assert.Contains("没有待签发", await admin.Does("/console/yindubei-2026/certificates/dg", "Issue", new() { ["date"] = "2026-04-23", ["address"] = "http://192.168.1.10:5080" }, "没有待签发"));
        Assert.Contains(issued[0].Number, await admin.Read("/console/yindubei-2026/collect"));
        using var phone = host.NewBrowser();
        var checkedOld = System.Net.WebUtility.HtmlDecode(await phone.Read($"/portal/verify?number={issued[0].Number}"));
        Assert.Contains("已换发", checkedOld);
        Assert.Contains(valid.Facts.Number, checkedOld);
    }

    [Fact]
    public async Task A_member_of_a_pair_and_someone_without_a_document_number_are_mended_too()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var pair = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => s.Entrant(r.Result.Entrant)!.Entrant).First()) with { Name = "王五赵六", Members = ["王五", "赵柳"], Sealed = null };
        await ConsoleHost.Do(open, "admin:a", new EntrantsRegistered([pair]));
        await Publish(host, open);
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var form = Form(pair, "王五赵六");
        (form["members[0]"], form["members[1]"]) = ("王五", "赵六");
        form["seen"] = Offices.Seen(await admin.Weighs(Page, "Apply", form));
        await admin.Does(Page, "Apply", Signed(form), "已更正");
        var valid = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Where(c => c.Certificate.Entrant == pair.Id && c.RevokedBecause is null).Select(c => c.Certificate.Facts.Name).ToList());
        Assert.Equal(["王五", "赵六"], valid.Order(StringComparer.Ordinal));
        Assert.Null(open.Read(s => s.Entrant(pair.Id)!.Entrant.Sealed));
    }

    [Fact]
    public async Task Another_organization_shows_what_it_does_to_teams_and_replaces_their_certificates()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var trades = open.Read(s => s.TradesInOrder.Select(t => t.Definition.Id).ToList());
        var contest = open.Read(s => s.Competition!) with { TeamRankings = [new TeamRanking("团体总分", TeamMethod.BestTotals, Trades: [MarkedContest.Dg])] };
        await ConsoleHost.Do(open, "admin:a", new CompetitionDefined(contest));
        await Publish(host, open);
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        await admin.Does("/console/yindubei-2026/team-certificates", "Issue", new() { ["date"] = "2026-04-23", ["address"] = "http://192.168.1.10:5080" }, "证书已签发");
        var first = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => s.Entrant(r.Result.Entrant)!.Entrant).First());
        var other = open.Read(s => s.Organizations.Keys.First(o => o != first.Organization));
        var form = Form(first, first.Name);
        form["organization"] = other.Value;
        var effect = await admin.Weighs(Page, "Apply", form);
        Assert.Contains("团体变动", effect);
        form["seen"] = Offices.Seen(effect);
        await admin.Does(Page, "Apply", Signed(form), "已更正");
        var papers = open.Read(s => s.TeamCertificates.ToList());
        foreach (var prize in papers.Where(c => c.RevokedBecause is null).GroupBy(c => c.Certificate.Facts.Award))
        {
            Assert.True(prize.Count() == 1 || open.Read(s => Core.Teams.TeamRankings.Of(s)[0].Rows.GroupBy(r => r.Rank).Any(g => g.Count() > 1)), prize.Key);
        }

        Assert.Contains(papers, c => c.RevokedBecause is not null);
        Assert.Equal(papers.Count(c => c.RevokedBecause is null), open.Read(s => Core.Teams.TeamRankings.Of(s)[0].Rows.Count(r => r.Rank <= 3)));
        Assert.Contains(open.Read(s => s.Organizations[other].Name), open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Last().Certificate.Facts.Organization));
        Assert.NotEmpty(trades);
    }

    [Fact]
    public async Task Before_the_end_of_scoring_it_is_no_correction_and_without_a_reason_nothing_is()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var one = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        await admin.Does(Page, "Apply", Form(one, "张三"), "评分还没有结束");
        await open.InPhase(Phase.Review);
        var form = Form(one, "张三");
        form["reason"] = " ";
        await admin.Does(Page, "Apply", form, "请写明理由");
        await admin.Does(Page, "Apply", Form(one, one.Name), "没有改动");
    }

    [Fact]
    public async Task A_list_changes_nobodys_words_once_scoring_is_over()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        using var admin = await host.SignedIn(Role.Admin);
        var one = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        var seal = host.App.Services.GetRequiredService<PersonalSeal>();
        await ConsoleHost.Do(open, "admin:a", new EntrantsRegistered([one with { Sealed = seal.Seal(open.Id, new PersonalData("居民身份证", "110101199001010015").ToJson()) }]));
        var other = open.Read(s => s.Organizations.Values.First(o => o.Id != one.Organization).Name);
        var list = System.Text.Encoding.UTF8.GetBytes($"姓名,单位,工种,证件号码\n{one.Name},{other},电工,110101199001010015\n");
        var before = open.Sequence;
        var answer = await admin.PostFile("/console/yindubei-2026/import", "/console/yindubei-2026/import?handler=Upload", "名单.csv", list);
        for (; answer.StatusCode == System.Net.HttpStatusCode.Redirect; answer = await admin.Get(answer.Headers.Location!.ToString()))
        {
        }

        Assert.Contains("更正姓名单位", System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Split("id=\"content\"")[1]);
        Assert.Equal((before, one.Organization), (open.Sequence, open.Read(s => s.Entrant(one.Id)!.Entrant.Organization)));
    }

    private static Dictionary<string, string> Form(Entrant entrant, string name) => new(StringComparer.Ordinal)
    {
        ["at"] = entrant.Id.Value, ["name"] = name, ["organization"] = entrant.Organization.Value, ["reason"] = "证件上是这个名字", ["Entry"] = Guid.NewGuid().ToString(),
    };

    private static Dictionary<string, string> Signed(Dictionary<string, string> form)
    {
        (form["secondLogin"], form["secondPassword"]) = ("cpz", ConsoleHost.Password);
        return form;
    }

    private static async Task Publish(ConsoleHost host, OpenCompetition open)
    {
        foreach (var e in (Core.Ledger.LedgerEvent[])[new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"), new PhaseChanged(MarkedContest.Dg, Phase.Publicity), new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        await open.Execute(Guid.NewGuid(), "admin:a", s => Core.Issuing.IssueCertificates.Decide(s, new(Role.Admin, "a", new(null, [])), MarkedContest.Dg, new DateOnly(2026, 4, 23), f => $"HTTP://192.168.1.10:5080/V/{f.Number}"));
        Assert.NotEmpty(open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates));
    }
}
