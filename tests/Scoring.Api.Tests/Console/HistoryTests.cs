using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Commands;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>People and organizations over the editions, and who looked at them.</summary>
public sealed class HistoryTests
{
    [Fact]
    public async Task A_person_and_an_organization_show_every_edition_and_growth_has_a_line_for_each()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        var marked = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei-marked.json"))).File!;
        for (var edition = 1; edition <= 18; edition++)
        {
            var open = await import.Run(marked with { Competition = marked.Competition with { Id = new($"ydb-{edition}"), Name = $"第{edition}届“殷都杯”", Series = "殷都杯", Edition = edition, Date = new DateOnly(2008 + edition, 4, 23) } });
            await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Final));
        }

        using var admin = await host.SignedIn(Role.Admin);
        var page = await admin.Read("/console/history");
        Assert.Contains("第18届“殷都杯”", page);
        Assert.Contains("殷都杯 第 1 届", page);
        var winner = host.Competitions.Find(new CompetitionId("ydb-18"))!.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Entrant);
        var found = await admin.Read("/console/history?find=" + Pinyin.Initials(winner.Name));
        Assert.Contains(winner.Name, found);
        var link = System.Text.RegularExpressions.Regex.Match(found, $"/console/history/person/[0-9a-f]+(?=\">{winner.Name})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var person = await admin.Read(link);
        Assert.Contains("参赛 18 次", person);
        Assert.DoesNotMatch("[1-9][0-9]{16}[0-9X]", person);
        var organization = host.Competitions.Find(new CompetitionId("ydb-18"))!.Read(s => s.Organizations[winner.Organization].Name);
        Assert.Contains("18 届", await admin.Read("/console/history/organization/" + Uri.EscapeDataString(organization)));
    }

    [Fact]
    public async Task What_is_not_final_is_in_no_history()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var name = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Name);
        Assert.DoesNotContain(name, await admin.Read("/console/history?find=" + Uri.EscapeDataString(name)).ContinueWith(t => t.Result.Replace($"value=\"{name}\"", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Entrants_are_found_by_name_initials_code_and_organization_and_a_full_number_is_written_down()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        const string Page = "/console/yindubei-2026/entrants";
        var (person, organization, code) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant, s.Organizations[s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Organization].Name, s.Trade(MarkedContest.Dg)!.Entrants[0].Code!));
        Assert.Contains(person.Name, await admin.Read($"{Page}?find={Pinyin.Initials(person.Name)}"));
        Assert.Contains(person.Name, await admin.Read($"{Page}?find={Uri.EscapeDataString(organization)}"));
        // Scoring has begun: whose code it is stays closed (R-A1), before and after that it is open.
        Assert.Contains("没有符合的选手", await admin.Read($"{Page}?find={code}"));
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Drawn));
        Assert.Contains(person.Name, await admin.Read($"{Page}?find={code}"));
        Assert.Contains("共 2 页", await admin.Read(Page));

        var number = await (await admin.Post(Page, new() { ["entrant"] = person.Id.Value }, to: Page + "?handler=Number")).Content.ReadAsStringAsync();
        Assert.Matches("^[1-9][0-9]{16}[0-9X]$", number);
        Assert.DoesNotContain(number, await admin.Read(Page));
        var log = await admin.Read("/console/access");
        Assert.Contains("查看完整证件号码", log);
        Assert.Contains("查看选手名单", log);
        Assert.DoesNotContain(number, log);
        Assert.DoesNotContain("查看选手名单", await admin.Read("/console/access?find=" + Uri.EscapeDataString("查看完整")));
        var sheet = SpreadsheetReader.Read(await (await admin.Get("/console/access?handler=excel")).Content.ReadAsByteArrayAsync(), "a.xlsx").Sheets[0];
        Assert.Contains(sheet.Rows, r => r.Any(c => c.Text == "查看完整证件号码"));
    }
}
