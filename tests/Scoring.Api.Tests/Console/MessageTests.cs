using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>The scoring day seen from the desk: messages to tablets, whom we wait for, files that would not open.</summary>
public sealed class MessageTests
{
    private const string Base = "/console/yindubei-2026";

    [Fact]
    public async Task A_message_reaches_its_trade_only_comes_again_until_it_is_read_and_the_desk_sees_by_whom()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var devices = host.App.Services.GetRequiredService<PairedTablets>();
        var seats = open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Seats);
        var stranger = open.Read(s => s.Judges.Values.First(j => j.Seats.Any(x => x.Role == Role.Judge) && j.Seats.All(x => x.Trade != MarkedContest.Dg)));
        var url = host.Address.ToString().TrimEnd('/');
        await using var tablet = await TabletClient.Pair(url, devices.CreateCode(open.Id, seats[0].Judge.Id).Code);
        await using var other = await TabletClient.Pair(url, devices.CreateCode(open.Id, stranger.Id).Code);
        using var head = await host.Office("cpz", Role.HeadJudge, open);

        await head.Does($"{Base}/messages", "Send", new() { ["to"] = "t:dg", ["text"] = "11:30 到裁判室复核" }, "已发给电工裁判");
        await Wait.Until(() => !tablet.Messages.IsEmpty);
        Assert.True(tablet.Messages.TryPeek(out var message));
        Assert.Equal("11:30 到裁判室复核", message.Text);
        Assert.Empty(other.Messages);

        await using (var again = await tablet.Again())
        {
            await Wait.Until(() => !again.Messages.IsEmpty);
        }

        await other.Read(message.Id); // not theirs: counts for nothing
        await tablet.Read(message.Id);
        var page = WebUtility.HtmlDecode(await head.Read($"{Base}/messages"));
        Assert.Contains($"1 / {open.Read(s => s.Judges.Values.Count(j => j.Seats.Any(x => x.Role == Role.Judge && x.Trade == MarkedContest.Dg)))}", page);
        await using var third = await tablet.Again();
        await third.Open();
        Assert.Empty(third.Messages);
    }

    [Fact]
    public async Task A_head_judge_writes_to_the_own_trade_only()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        await head.Does($"{Base}/messages", "Send", new() { ["to"] = "all", ["text"] = "全体" }, "没有可发的裁判");
        await head.Does($"{Base}/messages", "Send", new() { ["to"] = "t:qg", ["text"] = "钳工" }, "没有可发的裁判");
        await head.Does($"{Base}/messages", "Send", new() { ["to"] = "t:dg", ["text"] = " " }, "1 至 200 字");
    }

    [Fact]
    public async Task The_board_names_whom_we_wait_for_and_whose_marks_are_not_complete()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var (judge, code) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Seats[0].Judge.Name, s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Code!).Order(StringComparer.Ordinal).First()));
        var byJudge = WebUtility.HtmlDecode(await head.Read($"{Base}/day?by=judge"));
        Assert.Contains(judge, byJudge);
        Assert.Contains(code, byJudge);
        var byEntrant = WebUtility.HtmlDecode(await head.Read($"{Base}/day?by=entrant"));
        Assert.Contains($">{code}<", byEntrant);
        Assert.Contains("0 / ", byEntrant);
        Assert.DoesNotContain(open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Name), byEntrant);
    }
}
