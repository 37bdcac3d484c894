using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Console.Contests;
using Scoring.Api.Feed;
using Scoring.Api.Shelf;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Contests;

/// <summary>所有比赛: looked through by what a clerk remembers, and a year put away.</summary>
public sealed class ContestShelfTests
{
    private static readonly IReadOnlyList<ShelfRow> Rows =
    [
        Row("ydb-1", "2024年第一届“殷都杯”职工技能大赛", 2024, Phase.Final, "市级一类", ["安阳市总工会"], ("区县", "文峰区")),
        Row("ydb-2", "2025年第二届“殷都杯”职工技能大赛", 2025, Phase.Scoring, "市级一类", ["安阳市总工会", "安阳市人社局"], ("区县", "殷都区")),
        Row("cha", "2025年评茶员技能竞赛", 2025, Phase.Final, "市级二类", ["茶叶学会"]),
        Row("kwh", "节能金点子", null, Phase.Setup, null, []),
        Row("old", "2019年全市焊工比武", 2019, Phase.Final, "市级二类", ["安阳市总工会"], archived: true),
    ];

    [Theory]
    [InlineData("", "cha ydb-2 ydb-1 kwh")]
    [InlineData("find=殷都杯", "ydb-2 ydb-1")]
    [InlineData("find=pingcha", "cha")]
    [InlineData("find=ydb", "ydb-2 ydb-1")] // of the pinyin, and of the keys
    [InlineData("find=hanggong", "")] // put away
    [InlineData("find=hangong,stage=Archived", "old")]
    [InlineData("year=2025", "cha ydb-2")]
    [InlineData("year=2025,stage=Running", "ydb-2")]
    [InlineData("year=2019", "")]
    [InlineData("year=2019,stage=Archived", "old")]
    [InlineData("level=市级二类", "cha")]
    [InlineData("host=安阳市总工会", "ydb-2 ydb-1")]
    [InlineData("host=安阳市人社局", "ydb-2")]
    [InlineData("tag=区县=文峰区", "ydb-1")]
    [InlineData("stage=Ahead", "kwh")]
    [InlineData("find=没有", "")]
    public void Contests_are_found_by_name_pinyin_key_year_state_level_host_and_tag(string asked, string found)
    {
        var by = asked.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a[1]);
        var query = new ShelfQuery(
            by.GetValueOrDefault("find"), by.TryGetValue("year", out var year) ? int.Parse(year) : null,
            by.TryGetValue("stage", out var stage) ? Enum.Parse<ShelfStage>(stage) : null, 1, by.GetValueOrDefault("level"),
                by.GetValueOrDefault("host"), by.GetValueOrDefault("tag"));
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            ContestShelf.Of(Rows, query).Rows.Select(r => r.Id.Value).Order());
    }

    [Fact]
    public void The_one_in_use_comes_first_then_the_newest_fifty_a_page()
    {
        var many = Enumerable.Range(1, 120).Select(n => Row($"c{n}", $"第{n}场", 2000 + (n % 20), Phase.Final, null, [], current: n == 7))
            .ToList();
        var first = ContestShelf.Of(many, new(null, null, null));
        Assert.Equal((120, 3, 50, "c7"), (first.Found, first.Pages, first.Rows.Count, first.Rows[0].Id.Value));
        Assert.Equal(first.Rows.Skip(1).Select(r => r.Date).OrderDescending(), first.Rows.Skip(1).Select(r => r.Date));
        Assert.Equal((3, 20), (ContestShelf.Of(many, new(null, null, null, 99)).Page,
            ContestShelf.Of(many, new(null, null, null, 99)).Rows.Count));
    }

    [Fact]
    public async Task A_year_is_put_away_and_back_and_history_figures_and_certificates_have_it_all_the_while()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        foreach (var trade in open.Read(state => state.TradesInOrder.Select(t => t.Definition.Id).ToList()))
        {
            await ConsoleHost.Do(open, "system", new PhaseChanged(trade, Phase.Final));
        }

        host.Competitions.MakeCurrent(host.Competitions.Create(new("in-use")));
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("年有 1 场已公布", await admin.Read("/console/competitions?year=2026"), StringComparison.Ordinal);
        await Archive(admin, back: false);
        await host.Restart();
        Assert.DoesNotContain("/console/yindubei-2026/", Table(await admin.Read("/console/competitions")), StringComparison.Ordinal);
        Assert.Contains("/console/yindubei-2026/", Table(await admin.Read("/console/competitions?stage=Archived")),
            StringComparison.Ordinal);
        Assert.Contains(host.App.Services.GetRequiredService<History>().Editions(_ => true), e => e.Competition == open.Id);
        Assert.Contains(host.App.Services.GetRequiredService<IResultsFeed>().Competitions, c => c.Id == open.Id);
        await Archive(admin, back: true);
        Assert.Contains("/console/yindubei-2026/", Table(await admin.Read("/console/competitions")), StringComparison.Ordinal);
    }

    private static async Task Archive(Browser admin, bool back)
    {
        var answer = await admin.Post("/console/competitions", new() { ["year"] = "2026", ["back"] = back ? "true" : "false" },
            to: "/console/competitions?handler=Archive");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static string Table(string page) =>
        page.Contains("<tbody>", StringComparison.Ordinal) ? page[page.IndexOf("<tbody>", StringComparison.Ordinal)..page.IndexOf(
            "</tbody>", StringComparison.Ordinal)] : "";

    private static ShelfRow Row(
        string id, string name, int? year, Phase phase, string? level, IReadOnlyList<string> hosts, (string, string)? tag = null,
            bool archived = false, bool current = false) =>
        ShelfRow.Of(
            new ShelfCard(
                new(id), 5, "", null, null,
                new CompetitionCard(new(id), name, [name], year is { } y ? new DateOnly(y, 5, 1) : null, hosts, [],
                    false), null, null, level, null,
                tag is { } t ? new Dictionary<string, string> { [t.Item1] = t.Item2 } : new Dictionary<string, string>(), false, [], 8, 3,
                    0,
                [new ShelfTrade(new("dg"), "电工", phase, false)], []),
            current, hidden: false, archived);
}
