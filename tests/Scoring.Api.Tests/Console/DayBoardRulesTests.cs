using System.Net;
using System.Text.RegularExpressions;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>The day board where others' marks matter (R-K3, R-K8) and a module has runs (R-K7): why ranks are 暂定, who owes what.</summary>
public sealed partial class DayBoardRulesTests
{
    private const string Base = "/console/yindubei-2026";
    private static readonly ModuleId _a = new("A");

    [Fact]
    public async Task Ranks_that_may_move_with_others_marks_say_so_with_the_reason_until_everybody_is_in()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition.WithModule(_a, m => m with
        {
            Marking = MarkingMethod.Judge, Time = null,
            Sheet = [new("F", "用时", [new FieldAspect(new("t"), "完成用时", m.FullMark, "秒", FieldRule.Ratio, MetricDirection.Lower)])],
        })));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var (entrants, judge) = open.Read(s => (
            s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant.Id).ToList(),
                s.Trade(MarkedContest.Dg)!.Module(_a)!.Seats[0].Judge.Id));
        const string why = "暂定：还有选手没有成绩，按全场计分的得分还会变";
        Assert.DoesNotContain(why, await Day(head));

        foreach (var entrant in entrants.SkipLast(1))
        {
            await Mark(entrant);
        }

        Assert.Contains(why, await Day(head));
        Assert.Contains($"A {why}", await Day(head, "?by=entrant"));
        var sheets = await head.Read($"{Base}/sheets/dg?module=A");
        Assert.Contains(why, WebUtility.HtmlDecode(sheets));
        Assert.Equal(entrants.Count - 1, Provisional().Count(sheets));
        await using var tablet = await host.Tablet(open, Hall.HeadJudge);
        Assert.Equal(
            entrants.Count - 1,
            (await tablet.Ask<PanelTable>(nameof(IHeadJudgeHub.OpenPanel), "dg", "A")).Rows.Count(
                r => r.MayMove == why && r.Figure is not null));
        await Mark(entrants[^1]);
        Assert.Equal(0, Provisional().Count(await head.Read($"{Base}/sheets/dg?module=A")));
        Assert.All((await tablet.Ask<PanelTable>(nameof(IHeadJudgeHub.OpenPanel), "dg", "A")).Rows, r => Assert.Null(r.MayMove));
        Assert.DoesNotContain(why, await Day(head));
        Assert.DoesNotContain(why, await Day(head, "?by=entrant"));

        Task Mark(EntrantId entrant) => ConsoleHost.Do(open, $"judge:{judge}", new SheetSubmitted(
            entrant, _a, judge, new Dictionary<AspectId, Entry> { [new("t")] = Entry.Of(300) }, 0));
    }

    [Fact]
    public async Task A_judge_owes_the_runs_of_the_own_room_only()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition.WithModule(_a, m => m with
        {
            Attempts = new(2), Panel = new PanelRule(Groups: [new("A", "一考场"), new("B", "二考场")]),
        })));
        var (judges, entrants) = open.Read(s => (
            s.Trade(MarkedContest.Dg)!.Module(_a)!.Seats.Select(x => x.Judge).ToList(),
            s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant.Id).ToList()));
        await ConsoleHost.Do(open, "system", new JudgesAppointed([.. judges.Select((j, i) => j with
        {
            Seats = [.. j.Seats.Select(seat => seat.Module == _a ? seat with { Group = i == 0 ? "A" : "B" } : seat)],
        })]));
        await ConsoleHost.Do(open, "system", new GroupsAssigned(
            MarkedContest.Dg, _a, null, [.. entrants.Select((e, i) => new GroupedEntrant(e, i < 2 ? "A" : "B"))]));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var others = judges[0].Seats.Count(s => s.Module != _a && s.Role == Role.Judge) * entrants.Count;

        Assert.Contains($"0 / {(2 * 2) + others}", Row(await Day(head, "?by=judge"), judges[0].Name)); // two entrants, two runs each
        await ConsoleHost.Do(open, $"judge:{judges[0].Id}", new SheetSubmitted(
            entrants[0], _a, judges[0].Id, definition.Modules().Single(m => m.Id == _a).Aspects()
                .ToDictionary(a => a.Id, MarkedContest.Best), 0,
            Attempt: 2));
        Assert.Contains($"1 / {(2 * 2) + others}", Row(await Day(head, "?by=judge"), judges[0].Name));
    }

    private static async Task<string> Day(Browser browser, string query = "") =>
        Markup().Replace(WebUtility.HtmlDecode(await browser.Read($"{Base}/day{query}")), "");

    private static string Row(string day, string name) => day[day.IndexOf(name, StringComparison.Ordinal)..];

    [GeneratedRegex("> ?暂定</span>|> ?&#x6682;&#x5B9A;</span>", RegexOptions.NonBacktracking)]
    private static partial Regex Provisional();

    [GeneratedRegex("<[^>]+>", RegexOptions.NonBacktracking)]
    private static partial Regex Markup();
}
