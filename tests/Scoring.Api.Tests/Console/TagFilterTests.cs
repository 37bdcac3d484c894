using System.Net;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>Lists, exports and the award page are narrowed to a tag of entrant, organization or trade (R-K15, R-M13), and by no tag before
/// the decoding (R-A2).</summary>
public sealed class TagFilterTests
{
    private const string Base = "/console/yindubei-2026";

    private static string Of(string tag) => Uri.EscapeDataString(tag);

    // The first of 电工 is a student; organizations of the second and of nobody else in the trade are of 文峰区; the trade is 电气.
    private static async Task<(OpenCompetition Open, Entrant First, Entrant Second, Entrant Third)> Load(ConsoleHost host)
    {
        var open = await host.LoadMarked();
        var people = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => s.Entrant(r.Result.Entrant)!.Entrant).ToList());
        var first = people[0];
        var second = people.First(p => p.Organization != first.Organization);
        var third = people.First(p => p.Organization != first.Organization && p.Organization != second.Organization);
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([first with { Tags = new Dictionary<string,
            string> { ["组别"] = "学生组" } }]));
        await ConsoleHost.Do(open, "system", new OrganizationDefined(open.Read(s => s.Organizations[second.Organization]) with
        {
            Tags = new Dictionary<string, string> { ["区县"] = "文峰区" },
        }));
        await ConsoleHost.Do(open, "system", new TradeDefined(open.Read(s => s.Trade(MarkedContest.Dg)!.Definition) with
        {
            Tags = new Dictionary<string, string> { ["行业"] = "电气" },
        }));
        return (open, first, second, third);
    }

    [Fact]
    public async Task The_list_of_entrants_holds_those_of_the_tag_and_keeps_it_over_pages_and_forms()
    {
        await using var host = await ConsoleHost.Start();
        var (open, first, second, third) = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        var students = WebUtility.HtmlDecode(await admin.Read($"{Base}/entrants?tag={Of("组别=学生组")}"));
        Assert.Contains("1 人", students);
        Assert.Contains($"<b>{first.Name}</b>", students);
        Assert.DoesNotContain($"<b>{second.Name}</b>", students);
        var district = WebUtility.HtmlDecode(await admin.Read($"{Base}/entrants?tag={Of("区县=文峰区")}"));
        Assert.Contains($"<b>{second.Name}</b>", district);
        Assert.DoesNotContain($"<b>{third.Name}</b>", district);
        var trade = WebUtility.HtmlDecode(await admin.Read($"{Base}/entrants?tag={Of("行业=电气")}"));
        Assert.Contains($"{open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Count)} 人", trade);
        var form = FormTests.FormOf(await admin.Read($"{Base}/entrants?tag={Of("组别=学生组")}&at={first.Id}"), "Edit");
        Assert.Equal("组别=学生组", form["tag"]);
        form["Grade"] = "技师";
        Assert.DoesNotContain($"<b>{second.Name}</b>", await admin.Does($"{Base}/entrants", "Edit", form, "已保存"));
    }

    [Fact]
    public async Task Exports_hold_those_of_the_tag_and_results_only_once_they_are_decoded()
    {
        await using var host = await ConsoleHost.Start();
        var (open, first, second, third) = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        async Task<List<string>> Names(string list, string tag)
        {
            var file = await (await admin.Get($"{Base}/lists?handler=excel&list={list}&tag={Of(tag)}")).Content.ReadAsByteArrayAsync();
            return [.. SpreadsheetReader.Read(file, "a.xlsx").Sheets.SelectMany(s => s.Rows).SelectMany(r => r).Select(c => c.Text)];
        }

        var roster = await Names(ListBook.Roster, "区县=文峰区");
        Assert.Contains(second.Name, roster);
        Assert.DoesNotContain(third.Name, roster);
        Assert.Contains(roster, t => t.Contains("区县：文峰区", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await admin.Read($"{Base}/lists?tag={Of("区县=文峰区")}"));
        Assert.DoesNotContain("秩序册", page);

        // Whose of 文峰区 a code is must not be seen by asking for them.
        var code = open.Read(s => s.Entrant(second.Id)!.Code!);
        Assert.DoesNotContain(code, await Names(ListBook.Summary, "区县=文峰区"));
        Assert.Contains(code, await Names(ListBook.Summary, ""));
        foreach (var e in (Core.Ledger.LedgerEvent[])[
            new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"),
                new PhaseChanged(MarkedContest.Dg, Phase.Publicity),
            new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        foreach (var list in (string[])[ListBook.Summary, ListBook.Publicity, ListBook.Results])
        {
            var names = await Names(list, "区县=文峰区");
            Assert.Contains(second.Name, names);
            Assert.DoesNotContain(first.Name, names);
        }

        Assert.Contains(first.Name, await Names(ListBook.Honours, "组别=学生组"));
        Assert.DoesNotContain(second.Name, await Names(ListBook.Honours, "组别=学生组"));
        Assert.Contains(second.Name, await Names(ListBook.Honours, "行业=电气"));
    }

    [Fact]
    public async Task The_award_page_shows_lines_of_the_tag_once_names_show_and_quotas_stay_those_of_all()
    {
        await using var host = await ConsoleHost.Start();
        var (open, first, second, _) = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/awards/dg?tag={Of("组别=学生组")}&all=true";
        var coded = await admin.Read(page);
        Assert.DoesNotContain("name=\"tag\"", coded);
        Assert.Contains($"<b>{open.Read(s => s.Entrant(second.Id)!.Code)}</b>", coded);
        await open.InPhase(Phase.Review);
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "a", "b"));
        var named = WebUtility.HtmlDecode(await admin.Read(page));
        Assert.Contains("name=\"tag\"", named);
        Assert.Contains(first.Name, named);
        Assert.DoesNotContain(second.Name, named);
        Assert.Contains("计名次 1 人", named);
        Assert.Equal(Quotas(WebUtility.HtmlDecode(await admin.Read($"{Base}/awards/dg"))), Quotas(named));
    }

    [Fact]
    public async Task The_public_list_is_narrowed_to_a_group_where_awards_are_counted_by_it()
    {
        await using var host = await ConsoleHost.Start();
        var (open, first, second, _) = await Load(host);
        var students = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant).Where(e => e.Id != first.Id).ToList());
        await ConsoleHost.Do(open, "system", new EntrantsRegistered(
            [.. students.Select(e => e with { Tags = new Dictionary<string, string> { ["组别"] = "职工组" } })]));
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with { Awards = definition.Awards with { CountBy = "组别" } }));
        foreach (var e in (Core.Ledger.LedgerEvent[])[
            new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"),
            new PhaseChanged(MarkedContest.Dg, Phase.Publicity), new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        using var phone = host.NewBrowser();
        var all = WebUtility.HtmlDecode(await phone.Read("/portal/yindubei-2026/dg"));
        Assert.Contains("name=\"group\"", all);
        Assert.Contains(second.Name, all);
        var own = WebUtility.HtmlDecode(await phone.Read($"/portal/yindubei-2026/dg?group={Of("学生组")}"));
        Assert.Contains(first.Name, own);
        Assert.DoesNotContain(second.Name, own);
    }

    private static string Quotas(string page) => page.Split("<h2>名额</h2>")[1].Split("</div></div>")[0];
}
