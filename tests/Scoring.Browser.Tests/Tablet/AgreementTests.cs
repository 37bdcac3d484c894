using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>待合议 (R-L6) on three judges' tablets and the head judge's: taken as it comes, told at once, marked anew.</summary>
public sealed class AgreementTests
{
    private static readonly Venue _venue = new(2, 3, 1, 0)
    {
        Criteria =
        [
            new("A", "外观",
            [
                new PointsAspect(new("A1"), "平整", 91), new JudgementAspect(new("A2"), "线缆整理", 9, ["散乱", "有交叉", "整齐", "便于检修"]),
            ]),
        ],
        Officials = [new(new("Z1"), "郭怀民", [new JudgeSeat(Role.HeadJudge, Venue.Trade)])],
    };

    [Fact]
    public async Task Three_judges_who_differ_are_all_told_at_once_and_mark_that_aspect_anew()
    {
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await _venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var judges = new List<IPage>();
        foreach (var code in codes.Take(3))
        {
            var judge = await chromium.Person(server.Url, 1180, 820, touch: true);
            await judge.PairWith(code, ".ent");
            judges.Add(judge);
        }

        var head = await chromium.Person(server.Url, 1280, 800, touch: true);
        await head.PairWith(codes[3], ".desk");
        await head.GotoAsync("/judge/#/sheets/dg/M1/A001");
        foreach (var (judge, score) in judges.Zip(["0", "3", "3"]))
        {
            await Mark(judge, score);
            await judge.GotoAsync(score == "0" ? "/judge/#/sheet/dg/M1/A002" : "/judge/#/receipt/dg/M1/A001");
        }

        await head.GetByText("待合议：A2 线缆整理").WaitForAsync();
        await judges[1].GetByRole(AriaRole.Link, new() { Name = "重评这几项" }).WaitForAsync();
        await judges[2].GetByRole(AriaRole.Link, new() { Name = "重评这几项" }).WaitForAsync();
        await Reach.Check(judges[1], ".rc");
        await Chromium.Picture(judges[1], "tablet-agree-receipt");
        await judges[0].GetByText("A001 的 A2 待合议，请重评").First.WaitForAsync();
        await judges[0].GotoAsync("/judge/#/list/dg/M1");
        await judges[0].Tile("A001", "待合议");
        await Reach.Check(judges[0], ".ent");
        await Chromium.Picture(judges[0], "tablet-agree-list");
        await Anew(judges[0], "1", "0");
        await judges[0].GetByText("您已重评，等其他裁判").WaitForAsync();
        await Anew(judges[1], "2", "3");
        await Anew(judges[2], "2", "3");
        await Assertions.Expect(judges[2].GetByRole(AriaRole.Link, new() { Name = "重评这几项" })).ToHaveCountAsync(0);
        await judges[0].GetByText("您已重评").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await head.GetByText("待合议：").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await Assertions.Expect(head.Locator(".jt .first")).ToHaveTextAsync(["初评 0", "初评 3", "初评 3"]);
        await Reach.Check(head, ".jt");
        await Chromium.Picture(head, "tablet-agree-head");
        Ledger(server);
    }

    private static async Task Mark(IPage judge, string score)
    {
        await judge.GotoAsync("/judge/#/sheet/dg/M1/A001");
        await judge.Locator("[data-aspect=A1].on").WaitForAsync();
        await judge.Keyboard.TypeAsync("80");
        await judge.GetByRole(AriaRole.Radio, new() { Name = score, Exact = true }).First.TapAsync();
        await HandIn(judge);
    }

    private static async Task Anew(IPage judge, string score, string first)
    {
        await judge.GotoAsync("/judge/#/receipt/dg/M1/A001");
        await judge.GetByRole(AriaRole.Link, new() { Name = "重评这几项" }).TapAsync();
        await judge.GetByText("这几项裁判之间相差超过 1").WaitForAsync();
        await Assertions.Expect(judge.Locator("main")).ToContainTextAsync($"原 {first}");
        await Reach.Check(judge, ".jmid");
        await Chromium.Picture(judge, $"tablet-agree-anew-{first}");
        await judge.Locator(".opts .o", new() { HasText = score }).TapAsync();
        await HandIn(judge);
    }

    private static async Task HandIn(IPage judge)
    {
        await judge.GotoAsync("/judge/#/handin/dg/M1/A001");
        await judge.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).TapAsync();
        await judge.GetByRole(AriaRole.Button, new() { Name = "交卷 A001" }).TapAsync();
        await judge.GetByText("A001 已交，服务器已收妥").WaitForAsync();
    }

    private static void Ledger(ServerProcess server)
    {
        server.Kill();
        var events = Hall.Read(server);
        Assert.Equal(["0", "3", "3"], events.OfType<SheetSubmitted>().Select(s => s.Marks[new("A2")].ToString()));
        Assert.Equal(["J01 1", "J02 2", "J03 2"], events.OfType<JudgementRemarked>().Select(r => $"{r.Judge} {r.Marks[new("A2")]}"));
        // 80, and 9 × (1 + 2 + 2) ÷ 9.
        Assert.Equal(85.00m, Hall.Fold(server).Entrant(new("E1"))!.Result.Module(new("M1"))!.Figure);
    }
}
