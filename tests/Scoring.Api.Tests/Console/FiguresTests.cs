using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Commands;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>统计: editions added up on a page, behind each figure its list, and the same as a workbook.</summary>
public sealed class FiguresTests
{
    [Fact]
    public async Task Editions_add_up_and_each_figure_opens_its_list()
    {
        await using var host = await ConsoleHost.Start();
        await Editions(host, 3);
        using var admin = await host.SignedIn(Role.Admin);
        var page = Plain(await admin.Read("/console/figures"));
        Assert.Contains("2024年", page);
        Assert.Contains("共举办比赛 3 场", page);
        var people = host.Competitions.All[0].Read(s => s.Entrants.Count);
        Assert.Contains($"{people * 3} 人次", page);

        var behind = Plain(await admin.Read("/console/figures?by=Year&line=2025&what=times"));
        Assert.Contains("2025年：人次", behind);
        Assert.Contains($"共 {people} 项", behind);
        var winner = host.Competitions.All[0].Read(s =>
            s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows.First(r => r.Tier is not null).Entrant)!.Entrant.Name);
        Assert.Contains(winner, Plain(await admin.Read("/console/figures?by=Year&what=" + Uri.EscapeDataString("award:一等奖"))));
        Assert.DoesNotMatch("(?<![0-9a-zA-Z])[1-9][0-9]{16}[0-9X](?![0-9a-zA-Z])", page + behind); // no form id either
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get("/console/figures?what=nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get("/console/figures?line=1999&what=people")).StatusCode);
        Assert.Contains("没有符合的比赛", await admin.Read("/console/figures?series=" + Uri.EscapeDataString("别的杯")));
    }

    [Theory]
    [InlineData("Year", 3)]
    [InlineData("Edition", 3)]
    [InlineData("Series", 1)]
    [InlineData("Level", 1)]
    [InlineData("Tag", 2)]
    public async Task Each_way_to_add_up_is_a_page_and_a_workbook(string by, int lines)
    {
        await using var host = await ConsoleHost.Start();
        await Editions(host, 3);
        using var admin = await host.SignedIn(Role.Admin);
        var html = await admin.Read($"/console/figures?by={by}&tag=" + Uri.EscapeDataString("年份"));
        Assert.Equal(lines, Regex.Count(html, "&amp;line=[^&]+&amp;what=people#behind", RegexOptions.None, TimeSpan.FromSeconds(5)));
        var file = await admin.Get($"/console/figures?handler=Excel&by={by}&tag=" + Uri.EscapeDataString("年份"));
        var book = await file.Content.ReadAsByteArrayAsync();
        var rows = SpreadsheetReader.Read(book, "a.xlsx").Sheets[0].Rows;
        Assert.Contains(rows, r => r.Any(c => c.Text == "合计"));
        var total = rows.First(r => r.Any(c => c.Text == "合计"));
        Assert.Equal("3", total[1].Text); // 比赛
    }

    [Fact]
    public async Task Who_belongs_to_one_contest_sees_the_figures_of_that_one()
    {
        await using var host = await ConsoleHost.Start();
        await Editions(host, 3);
        using var judge = await host.SignedIn(Role.Supervisor);
        Assert.Contains("共举办比赛 1 场", Plain(await judge.Read("/console/figures")));
    }

    [Fact]
    public async Task Eighteen_editions_have_the_figures_of_the_report()
    {
        await using var host = await ConsoleHost.Start();
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        foreach (var file in Directory.EnumerateFiles(CommandRun.Example("contests/c13-chinalco"), "*.json").Order(StringComparer.Ordinal))
        {
            await import.Run(CompetitionFileReader.Read(await File.ReadAllBytesAsync(file)).File!);
        }

        using var admin = await host.SignedIn(Role.Admin);
        var page = Plain(await admin.Read("/console/figures?by=Edition&series=" + Uri.EscapeDataString("中国铝业杯")));
        Assert.Contains("“中国铝业杯”共举办比赛 18 场", page);
        Assert.Contains("授予全国技术能手 129 人、行业技术能手 257 人", page);
        Assert.Contains("相比，参赛单位、参赛人数、获奖分别增长 30.2%、48.8%、20.0%。", page);
        Assert.Contains("共 129 项", Plain(await admin.Read("/console/figures?by=Edition&what=" + Uri.EscapeDataString("title:全国技术能手"))));
    }

    private static async Task Editions(ConsoleHost host, int count)
    {
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        var marked = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei-marked.json"))).File!;
        for (var edition = 1; edition <= count; edition++)
        {
            var open = await import.Run(marked with
            {
                Competition = marked.Competition with
                {
                    Id = edition == 1 ? marked.Competition.Id : new($"ydb-{edition}"), Name = $"第{edition}届“殷都杯”", Series = "殷都杯",
                    Edition = edition,
                    Date = new DateOnly(2023 + edition, 4, 23), Level = "市级",
                    Tags = new Dictionary<string, string> { ["年份"] = edition == 1 ? "早" : "晚" },
                },
            });
            await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Final));
        }
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(html);
}
