using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Tests.Commands;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>所有比赛 when there are many: looked for by name, series, pinyin, year and stage, fifty a page.</summary>
public sealed class ShelfTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_contest_is_found_among_many()
    {
        await using var host = await ConsoleHost.Start();
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        var empty = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei.json"))).File!;
        for (var n = 1; n <= 60; n++)
        {
            await import.Run(empty with
            {
                Entrants = [], Judges = [], Competition = empty.Competition with
                {
                    Id = new($"c{n:00}"), Name = n == 7 ? "第七届“红旗杯”班组长大赛" : $"第{n}场岗位练兵", Series = n == 7 ? "红旗杯" : null,
                    Date = new DateOnly(n <= 30 ? 2025 : 2026, 4, 1), Demo = false,
                },
            });
        }

        using var admin = await host.SignedIn(Role.Admin);
        const string Page = "/console/competitions";
        var first = await admin.Read(Page);
        Assert.Equal(50, Rows(first));
        Assert.Contains("共 60 场，第 1 / 2 页", Plain(first));
        Assert.Contains("href=\"/console/competitions?p=2\">下一页", first);
        Assert.DoesNotContain("上一页", first);
        Assert.Equal(10, Rows(await admin.Read(Page + "?p=2")));
        Assert.Equal(10, Rows(await admin.Read(Page + "?p=99")));
        foreach (var words in (string[])["红旗杯", "hongqibei", "bzz", "c07", "  班组长 "])
        {
            var found = await admin.Read($"{Page}?find={Uri.EscapeDataString(words)}");
            Assert.Equal(1, Rows(found));
            Assert.Contains("第七届“红旗杯”班组长大赛", Plain(found));
        }

        Assert.Equal(30, Rows(await admin.Read(Page + "?year=2025")));
        Assert.Contains("看全部 60 场", Plain(await admin.Read(Page + "?find=" + Uri.EscapeDataString("没有的"))));
        Assert.Equal(0, Rows(await admin.Read(Page + "?stage=Done")));
        var trade = host.Competitions.Find(new CompetitionId("c07"))!.Read(s => s.TradesInOrder.Select(t => t.Definition.Id).ToList());
        foreach (var id in trade)
        {
            await ConsoleHost.Do(host.Competitions.Find(new CompetitionId("c07"))!, "system", new PhaseChanged(id, Phase.Final));
        }

        var done = Plain(await admin.Read(Page + "?stage=Done"));
        Assert.Contains("红旗杯", done);
        Assert.Contains("公布", done);
        Assert.Equal(1, Rows(await admin.Read(Page + "?stage=Done")));
        // Last year's contest is chosen from all of them, whatever page is shown.
        Assert.Contains("<option value=\"c60\">", await admin.Read(Page + "?p=2"));
    }

    [Fact]
    public async Task A_few_need_no_search()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Assert.DoesNotContain("name=\"find\"", await admin.Read("/console/competitions"));
    }

    private static int Rows(string html) => Regex.Count(html, "class=\"btn xs\" href=\"/console/(?!competitions)", RegexOptions.None, Long);

    private static string Plain(string html) => WebUtility.HtmlDecode(html);
}
