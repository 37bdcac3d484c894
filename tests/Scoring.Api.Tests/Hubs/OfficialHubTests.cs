using System.Net;
using System.Security.Cryptography;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Hubs;

public sealed class OfficialHubTests
{
    [Fact]
    public async Task A_head_judge_sees_what_is_missing_returns_a_sheet_and_the_judge_is_told_why()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var head = await host.Tablet(open, Hall.HeadJudge);
        await using var judge = await host.Tablet(open, Hall.Judge);
        foreach (var n in (string[])["J04", "J05", "J06", "J07"])
        {
            await open.Handed(n, "A01", n == "J04" ? 0 : null);
        }

        var table = await head.Ask<PanelTable>(nameof(IHeadJudgeHub.OpenPanel), "dg", "A");
        var row = table.Rows.Single(r => r.Code == "A01");
        Assert.Equal([PanelCellState.Handed, PanelCellState.Handed, PanelCellState.Handed, PanelCellState.Handed, PanelCellState.Missing], row.Cells.Select(c => c.State));
        Assert.Contains("5 号裁判未交", row.Missing);
        Assert.Equal(4m, row.Spread);

        var command = new ReturnCommand(Guid.NewGuid(), Hall.Dg, Hall.A, "A01", new("J04"), "A1.1 请复核");
        var answer = await head.Ask<CommandAnswer>(nameof(IHeadJudgeHub.ReturnSheet), command);
        Assert.Equal(CommandOutcome.Accepted, answer.Outcome);
        Assert.Equal(answer.Receipt, (await head.Ask<CommandAnswer>(nameof(IHeadJudgeHub.ReturnSheet), command)).Receipt);
        var card = (await judge.Open()).Modules.Single(m => m.Module == Hall.A).Cards.Single(c => c.Code == "A01");
        Assert.Equal((CardState.Returned, "A1.1 请复核"), (card.State, card.ReturnReason));
        Assert.Equal(CommandOutcome.Refused, (await head.Ask<CommandAnswer>(nameof(IHeadJudgeHub.ReturnSheet), command with { Id = Guid.NewGuid() })).Outcome);
    }

    [Fact]
    public async Task Officials_are_told_of_every_change_of_their_trade_and_of_no_other()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var head = await host.Tablet(open, Hall.HeadJudge);
        var heard = new List<(TradeId Trade, long Version)>();
        using var listening = head.OnTradeChanged((trade, version) => { lock (heard) { heard.Add((trade, version)); } });
        await head.Open();
        await ConsoleHost.Do(open, "floorJudge:X1", new StatusChanged(open.Read(s => s.Trade(new("hg"))!.Entrants[0].Entrant.Id), EntrantStatus.Absent, "点名未到"));
        var receipt = await open.Handed("J04", "A01");
        await Wait.Until(() => { lock (heard) { return heard.Count > 0; } });
        lock (heard)
        {
            Assert.Equal([(Hall.Dg, receipt.Sequence)], heard);
        }
    }

    [Fact]
    public async Task A_floor_judges_taps_count_from_when_they_were_made_and_never_from_the_future()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var floor = await host.Tablet(open, Hall.Floor);
        var began = TimeProvider.System.GetUtcNow().AddMinutes(-30);
        await floor.Ask<CommandAnswer>(nameof(IFloorHub.RecordArrival), new ArrivalCommand(Guid.NewGuid(), Hall.Dg, "A01", true, began));
        await floor.Ask<CommandAnswer>(nameof(IFloorHub.StartClock), new ClockCommand(Guid.NewGuid(), Hall.Dg, Hall.A, "A01", began));
        var stop = new ClockCommand(Guid.NewGuid(), Hall.Dg, Hall.A, "A01", began.AddMinutes(20));
        var first = await floor.Ask<CommandAnswer>(nameof(IFloorHub.StopClock), stop);
        Assert.Equal(first.Receipt, (await floor.Ask<CommandAnswer>(nameof(IFloorHub.StopClock), stop)).Receipt);
        var row = (await floor.Ask<FloorTable>(nameof(IFloorHub.OpenFloor), "dg")).Rows.Single(r => r.Code == "A01");
        Assert.Equal(1200, row.Clocks[Hall.A.Value].UsedSeconds);
        Assert.NotNull(row.ArrivedAt);

        await floor.Ask<CommandAnswer>(nameof(IFloorHub.StartClock), new ClockCommand(Guid.NewGuid(), Hall.Dg, Hall.A, "A02", TimeProvider.System.GetUtcNow().AddDays(1)));
        var started = (await floor.Ask<FloorTable>(nameof(IFloorHub.OpenFloor), "dg")).Rows.Single(r => r.Code == "A02").Clocks[Hall.A.Value].StartedAt;
        Assert.True(started <= TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task In_double_entry_a_clerk_is_told_the_others_figure_only_after_the_own()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var definition = open.Read(state => state.Trade(Hall.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition with
        {
            Components = [.. definition.Components.Select(c => c with { Modules = [.. c.Modules.Select(m => m.Marking == MarkingMethod.Clerk ? m with { Marking = MarkingMethod.DoubleEntry } : m)] })],
        }));
        await using var first = await host.Tablet(open, Hall.Clerk);
        await using var second = await host.Tablet(open, Hall.SecondClerk);
        var entrant = (await Row(first)).Entrant;
        await Enter(first, entrant, 87.5m);

        var hidden = await Row(second);
        Assert.Equal((true, (decimal?)null), (hidden.OtherIn, hidden.Other));
        await Enter(second, entrant, 78.5m);
        Assert.Equal(87.5m, (await Row(second)).Other);
        Assert.Equal(78.5m, (await Row(first)).Other);
        Assert.Equal(1, (await first.Ask<ClerkDesk>(nameof(IClerkHub.OpenClerkDesk), "dg")).Modules.Single(m => m.Module == new ModuleId("LL")).Differences);

        static async Task<MarkRow> Row(TabletClient tablet) => (await tablet.Ask<MarkTable>(nameof(IClerkHub.OpenMarks), "dg", "LL")).Rows[0];
        static async Task Enter(TabletClient tablet, EntrantId entrant, decimal mark) => Assert.Equal(
            CommandOutcome.Accepted,
            (await tablet.Ask<CommandAnswer>(nameof(IClerkHub.EnterMark), new MarkCommand(Guid.NewGuid(), Hall.Dg, new("LL"), entrant, mark, 0))).Outcome);
    }

    [Fact]
    public async Task A_paper_sheet_goes_in_with_its_picture_and_the_hash_of_what_was_uploaded()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var clerk = await host.Tablet(open, Hall.Clerk);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("Cookie", clerk.Cookie);
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture));
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/judge/api/papers", new ByteArrayContent([1, 2, 3]))).StatusCode);
        Assert.Contains(hash, await (await http.PostAsync("/judge/api/papers", new ByteArrayContent(picture))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(picture, await http.GetByteArrayAsync($"/judge/api/papers/{hash}"));

        var desk = await clerk.Ask<PaperDesk>(nameof(IClerkHub.OpenPaper), "dg", "A");
        var marks = desk.Sheet.SelectMany(c => c.AllAspects()).ToDictionary(a => a.Id, MarkedContest.Best);
        var command = new PaperCommand(Guid.NewGuid(), Hall.Dg, Hall.A, "A03", desk.Seats[1].Judge, marks, new string('0', 64), 0);
        Assert.Equal("请先附上纸质评分表的照片或扫描件", (await clerk.Ask<CommandAnswer>(nameof(IClerkHub.EnterPaperSheet), command)).Message);
        var answer = await clerk.Ask<CommandAnswer>(nameof(IClerkHub.EnterPaperSheet), command with { Picture = hash });
        Assert.Equal(CommandOutcome.Accepted, answer.Outcome);
        Assert.Contains(hash, System.Text.Encoding.UTF8.GetString(open.EntryAt(answer.Receipt!.Sequence)!.Payload.Span), StringComparison.Ordinal);
        var cell = (await clerk.Ask<PaperDesk>(nameof(IClerkHub.OpenPaper), "dg", "A")).Rows.Single(r => r.Code == "A03").Sheets[1];
        Assert.Equal((PanelCellState.Handed, true), (cell.State, cell.Paper));

        await using var judge = await host.Tablet(open, Hall.Judge);
        using var stranger = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = host.Address };
        stranger.DefaultRequestHeaders.Add("Cookie", judge.Cookie);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync($"/judge/api/papers/{hash}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostAsync("/judge/api/papers", new ByteArrayContent(picture))).StatusCode);
    }

    [Fact]
    public async Task A_sheet_for_a_closed_module_is_asked_to_wait_and_goes_in_when_it_is_open_again()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var tablet = await host.Tablet(open, Hall.Judge);
        var session = await tablet.Open();
        var module = session.Modules.Single(m => m.Module == Hall.A);
        var sheet = TabletClient.Sheet(module, module.Cards[0], MarkedContest.Best);
        await ConsoleHost.Do(open, "headJudge:Z2", new ModuleSigned(Hall.Dg, Hall.A, Role.HeadJudge, "Z2"));
        var closed = await tablet.Submit(sheet);
        Assert.Equal(SubmissionOutcome.Retry, closed.Outcome);
        Assert.Contains("存在本机", closed.Message, StringComparison.Ordinal);
        await ConsoleHost.Do(open, "headJudge:Z2", new ModuleReopened(Hall.Dg, Hall.A, "Z2", "S1", "补交"));
        Assert.Equal(SubmissionOutcome.Accepted, (await tablet.Submit(sheet)).Outcome);
    }
}
