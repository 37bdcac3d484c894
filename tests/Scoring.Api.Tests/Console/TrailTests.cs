using System.Net;
using Scoring.Api.Console.Trail;
using Scoring.Api.Tests.Fixtures;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>台账: every kind of entry has its sentence and is found by its trade.</summary>
public sealed class TrailTests
{
    [Fact]
    public void Every_kind_of_event_has_one_sentence()
    {
        Assert.Equal(EventTypes.Names.Order(StringComparer.Ordinal), EventSentences.Kinds.Select(k => k.Type).Order(StringComparer.Ordinal));
        Assert.Equal(EventSentences.Kinds.Count(), EventSentences.Kinds.Select(k => k.Word).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory, MemberData(nameof(EarlierVersionTests.Versions), MemberType = typeof(EarlierVersionTests))]
    public async Task Every_entry_of_an_earlier_version_is_told_and_none_ties_a_name_to_a_code(string version)
    {
        var kept = EarlierVersion.Read(version);
        await using var host = await kept.Start();
        var open = host.Competitions.Find(new(kept.Competition))!;
        for (var sequence = 1L; sequence <= open.Sequence; sequence++)
        {
            var e = EventTypes.Read(open.EntryAt(sequence)!);
            var said = open.Read(state => EventSentences.Detail(state, e));
            Assert.NotEmpty(EventSentences.Word(e));
            Assert.DoesNotContain("：：", said);
            Assert.False(
                open.Read(state => state.Entrants.Values.Any(x => x.Code is { } code && said.Contains(x.Entrant.Name, StringComparison.Ordinal) && said.Contains(code, StringComparison.Ordinal))),
                said);
        }
    }

    [Fact]
    public async Task Honours_and_changed_entrants_are_found_by_their_trade_and_reach_its_officials()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var tablet = await host.Tablet(open, Hall.HeadJudge);
        var heard = new System.Collections.Concurrent.ConcurrentQueue<(TradeId Trade, long Version)>();
        using var listening = tablet.OnTradeChanged((trade, version) => heard.Enqueue((trade, version)));
        var (first, second) = open.Read(s => (s.Trade(Hall.Dg)!.Entrants[0].Entrant, s.Trade(Hall.Dg)!.Entrants[1].Entrant));
        foreach (var e in (LedgerEvent[])
        [
            new HonoursApproved(Hall.Dg, [new(first.Id, "技术能手")], "admin"),
            new EntrantSubstituted(first.Id, first with { Id = new("dg-replaced"), Name = "替补人" }, "伤病"),
            new EntrantRemoved(second.Id, "退出比赛"),
        ])
        {
            var receipt = await ConsoleHost.Do(open, "admin:a", e);
            await Wait.Until(() => heard.Contains((Hall.Dg, receipt.Sequence)), TimeSpan.FromSeconds(60));
        }

        using var admin = await host.SignedIn(Role.Admin);
        var own = await Page(admin, "dg");
        foreach (var words in (string[])["批准荣誉", "电工，1 项", "电工，换成 替补人：伤病", $"电工，{second.Name}：退出比赛"])
        {
            Assert.Contains(words, own);
        }

        Assert.DoesNotContain("退出比赛", await Page(admin, "qg"));
    }

    private static async Task<string> Page(Browser admin, string trade) => WebUtility.HtmlDecode(await admin.Read($"/console/yindubei-2026/ledger?trade={trade}"));
}
