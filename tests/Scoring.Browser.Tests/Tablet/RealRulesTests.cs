using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>
/// Rules of real contests by hand: runs (R-K7), bonus, factor and base value (R-K8, R-K9), members (R-K14), below zero (R-K9),
/// the entrant's signature (R-K18).
/// </summary>
public sealed class RealRulesTests
{
    private static readonly (int Width, int Height)[] _glasses = [(800, 1280), (1280, 800), (844, 390), (360, 640)];

    private static readonly Module _robot = new(
        new("M1"), "机器人综合任务", 100, MarkingMethod.Judge,
        [
            new("A", "任务完成",
            [
                new PointsAspect(new("A1"), "沿规定路线把三件货物送到指定货位，货物不倒、不压线，返回出发区停稳", 90, 0.05m),
                new MetricAspect(new("A2"), "比上一轮多送的件数", 10, "件", [new(0, 0), new(50, 10)], Base: new(MetricTake.Difference)),
                new BonusAspect(new("A3"), "创新", 8),
                new FactorAspect(new("A4"), "自主程度", [new(0.8m, "遥控"), new(1m, "半自主"), new(1.1m, "全自主")]),
            ]),
        ],
        Time: new(600), Bonus: 10, Attempts: new(2));

    private static readonly Module _dishes = new(
        new("M2"), "三人各做一道菜", 100, MarkingMethod.Judge, [new("A", "菜品", [new PointsAspect(new("B1"), "色香味形", 100)])],
        PerMember: new(Absent: AbsentMember.LeaveOut));

    private static readonly Module _quiz = new(
        new("M3"), "抢答", 100, MarkingMethod.Judge, [new("A", "抢答", [new PointsAspect(new("C1"), "抢答得分", 100, 10)])], BelowZero: true);

    private static readonly Venue _venue = new(2, 1, 3, 1)
    {
        Also = trade => trade with
        {
            EntrantSigns = true,
            Components = [trade.Components[0] with { Modules = [_robot, _dishes, _quiz], Scaled = true, BelowZero = true }],
        },
        Entered = Hall.TeamOfThree,
        Officials =
        [
            new(new("Z1"), "郭怀民", [new JudgeSeat(Role.HeadJudge, Venue.Trade)]),
            new(new("F1"), "李现场", [new JudgeSeat(Role.FloorJudge, Venue.Trade)]),
        ],
    };

    [Fact]
    public async Task Runs_are_marked_with_bonus_factor_and_base_signed_by_the_entrant_and_reach_the_ledger_from_a_cut_line()
    {
        await using var hall = await Hall.Open(_venue);
        var (judge, server) = (hall.Judge, hall.Server);
        await judge.GotoAsync("/judge/#/list/dg/M1");
        await Shots(judge, "runs-list", ".ent");
        await judge.Locator(".ent", new() { HasText = "A001" }).First.TapAsync();
        await judge.GetByRole(AriaRole.Button, new() { Name = "一致，评 A001 第 1 次" }).TapAsync();
        await Robot(judge, "85.5", "120", "100", "2.5", "×1.1");
        await Shots(judge, "real-sheet", ".asp.on");
        await Assertions.Expect(judge.Locator(".foot .sum b")).ToHaveTextAsync("101.20"); // (85.5 + 4 + 2.5) × 1.1
        await judge.Context.SetOfflineAsync(true);
        await judge.GotoAsync("/judge/#/handin/dg/M1/A001@1");
        await judge.Locator(".entrantsign canvas").WaitForAsync();
        await Draw(judge, ".entrantsign canvas");
        await Shots(judge, "real-handin", ".entrantsign", check: false);
        await judge.SetViewportSizeAsync(820, 1180);
        await judge.GetByRole(AriaRole.Img, new() { Name = "手写签名" }).First.WaitForAsync();
        await judge.SetViewportSizeAsync(1180, 820);
        await Sign(judge, "A001 第 1 次");
        await judge.GetByText("A001 第 1 次 已存本机").WaitForAsync();
        await judge.Context.SetOfflineAsync(false);
        await judge.GetByText("A001 第 1 次 已交，服务器已收妥").WaitForAsync();
        await judge.GetByText("选手已签名").WaitForAsync();
        await Shots(judge, "real-receipt", ".rc");

        await judge.GotoAsync("/judge/#/sheet/dg/M1/A001@2");
        await Robot(judge, "70", "90", "100", "0", "×0.8");
        await judge.GotoAsync("/judge/#/handin/dg/M1/A001@2");
        await judge.GetByRole(AriaRole.Button, new() { Name = "选手不签字" }).TapAsync();
        await judge.GetByRole(AriaRole.Button, new() { Name = "对扣分有异议" }).TapAsync();
        await Reach.Check(judge, ".entrantsign");
        await Sign(judge, "A001 第 2 次");
        await judge.GetByText("选手未签字：对扣分有异议").WaitForAsync();
        await judge.GotoAsync("/judge/#/list/dg/M1");
        await judge.Locator(".ent", new() { HasText = "第 1 次" }).Locator(".told", new() { HasText = "计入成绩" }).WaitForAsync();
        await Shots(judge, "runs-done", ".told");

        await hall.Head.GotoAsync("/judge/#/sheets/dg/M1/A001@1");
        await hall.Head.GetByText("计入第 1 次").WaitForAsync();
        await Shots(hall.Head, "real-head", ".runs");
        server.Kill();
        Assert.Equal(
            ["1 A1=85.5 A2=120 / 100 A3=2.5 A4=1.1 signed", "2 A1=70 A2=90 / 100 A3=0 A4=0.8 对扣分有异议"],
            hall.Events().OfType<SheetSubmitted>().Select(s => $"{s.Attempt ?? 1} "
                + $"{string.Join(' ', s.Marks.OrderBy(m => m.Key.Value, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value}"))} "
                + (s.EntrantSignature is null ? s.EntrantRefused : "signed")));
        var module = Hall.Fold(server).Entrant(new("E1"))!.Result.Module(new("M1"))!; // (85.5 + 4 + 2.5) × 1.1; (70 + 0 + 0) × 0.8
        Assert.Equal(101.20m, module.Figure);
        Assert.Equal<decimal?>([101.20m, 56.00m], module.Attempts!.Select(a => (decimal?)a.Figure));
    }

    [Fact]
    public async Task The_floor_times_each_run_and_notes_one_that_does_not_take_place_also_without_a_line()
    {
        await using var hall = await Hall.Open(_venue);
        var floor = hall.Floor;
        await floor.GotoAsync("/judge/#/floor/dg/M1.2");
        await floor.Locator(".ft").First.WaitForAsync();
        await Shots(floor, "runs-floor", ".ft");
        await floor.Context.SetOfflineAsync(true);
        await floor.GetByRole(AriaRole.Button, new() { Name = "A001 更多" }).TapAsync();
        await floor.GetByRole(AriaRole.Button, new() { Name = "登记弃试" }).TapAsync();
        await floor.GetByRole(AriaRole.Button, new() { Name = "选手放弃本次" }).TapAsync();
        await Reach.Check(floor, "dialog[open]");
        await floor.Locator("dialog button.primary").TapAsync();
        await floor.Locator(".ft", new() { HasText = "弃试" }).WaitForAsync();
        await floor.Context.SetOfflineAsync(false);
        await floor.GotoAsync("/judge/#/floor/dg/M1.1");
        var tile = floor.Locator(".ft", new() { HasText = "A001" });
        await tile.GetByRole(AriaRole.Button, new() { Name = "开始" }).TapAsync();
        await tile.GetByRole(AriaRole.Button, new() { Name = "停表" }).TapAsync();
        await floor.Locator("dialog button.primary").TapAsync();
        await tile.GetByText("已停").WaitForAsync();
        await hall.Judge.GotoAsync("/judge/#/list/dg/M1");
        await hall.Judge.Locator(".ent", new() { HasText = "第 2 次" }).Locator(".st", new() { HasText = "弃试" }).First.WaitForAsync();
        await Wait.Until(() => Task.FromResult(hall.Events().OfType<TimeRecorded>().Any()));
        hall.Server.Kill();
        Assert.Equal("2 选手放弃本次", hall.Events().OfType<AttemptWaived>().Select(w => $"{w.Attempt} {w.Reason}").Single());
        Assert.Null(Assert.Single(hall.Events().OfType<TimeRecorded>()).Attempt);
    }

    [Fact]
    public async Task Members_are_marked_one_by_one_without_their_names_and_a_quiz_goes_below_zero()
    {
        await using var hall = await Hall.Open(_venue);
        var judge = hall.Judge;
        await judge.GotoAsync("/judge/#/list/dg/M2");
        await Assertions.Expect(judge.Locator(".ent")).ToHaveCountAsync(4);
        await judge.GotoAsync("/judge/#/sheet/dg/M2/A001@2");
        await judge.Locator("[data-aspect=B1].on").WaitForAsync();
        await judge.Keyboard.TypeAsync("88");
        await judge.GotoAsync("/judge/#/handin/dg/M2/A001@2");
        await Sign(judge, "A001 第 2 人");
        await hall.Head.GotoAsync("/judge/#/panel/dg/M2");
        await hall.Head.GetByText("第 3 人").First.WaitForAsync();
        await Shots(hall.Head, "members-panel", ".ptab");
        Assert.DoesNotContain("石小川", await hall.Head.ContentAsync(), StringComparison.Ordinal);

        await judge.GotoAsync("/judge/#/sheet/dg/M3/A001");
        await judge.Locator("[data-aspect=C1].on").WaitForAsync();
        foreach (var key in new[] { "2", "0" })
        {
            await judge.Locator(".keys button").GetByText(key, new() { Exact = true }).TapAsync();
        }

        await judge.GetByRole(AriaRole.Button, new() { Name = "正负号" }).TapAsync();
        await Assertions.Expect(judge.Locator(".foot .sum b")).ToHaveTextAsync("-20.00");
        await Shots(judge, "below-zero", ".asp.on");
        await judge.GotoAsync("/judge/#/handin/dg/M3/A001");
        await Sign(judge, "A001");
        await judge.GetByText("A001 已交，服务器已收妥").WaitForAsync();
        hall.Server.Kill();
        Assert.Equal(["M2 2 B1=88", "M3 1 C1=-20"], hall.Events().OfType<SheetSubmitted>()
            .Select(s => $"{s.Module} {s.Attempt ?? 1} {string.Join(' ', s.Marks.Select(m => $"{m.Key}={m.Value}"))}"));
        var result = Hall.Fold(hall.Server).Entrant(new("E1"))!.Result;
        Assert.Equal(-20.00m, result.Module(new("M3"))!.Figure);
        Assert.Equal([null, 88.00m, null], result.Module(new("M2"))!.Attempts!.Select(a => a.Figure));
    }

    private static async Task Robot(IPage judge, string points, string result, string from, string bonus, string factor)
    {
        await judge.Locator("[data-aspect=A1].on").WaitForAsync();
        foreach (var figure in new[] { points, result, from, bonus })
        {
            await judge.Keyboard.TypeAsync(figure);
            await judge.Keyboard.PressAsync("Enter");
        }

        await judge.GetByRole(AriaRole.Radio, new() { Name = factor }).TapAsync();
    }

    private static async Task Sign(IPage judge, string name)
    {
        await judge.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).TapAsync();
        await judge.GetByRole(AriaRole.Button, new() { Name = $"交卷 {name}", Exact = true }).TapAsync();
        await judge.Locator(".rc").WaitForAsync();
    }

    private static async Task Draw(IPage judge, string pad)
    {
        await judge.Locator(pad).ScrollIntoViewIfNeededAsync();
        var box = await judge.Locator(pad).BoundingBoxAsync() ?? throw new InvalidOperationException("no signature pad");
        await judge.Mouse.MoveAsync(box.X + 40, box.Y + (box.Height / 2));
        await judge.Mouse.DownAsync();
        for (var i = 1; i <= 12; i++)
        {
            await judge.Mouse.MoveAsync(box.X + 40 + (12 * i), box.Y + (box.Height / 2) + (i % 2 == 0 ? 30 : -30));
        }

        await judge.Mouse.UpAsync();
        await judge.Locator(".entrantsign").GetByRole(AriaRole.Img, new() { Name = "手写签名" }).WaitForAsync();
    }

    /// <summary>The page on every shape of glass, where axe, fingers and eyes are content.</summary>
    private static async Task Shots(IPage page, string name, string ready, bool check = true)
    {
        var size = page.ViewportSize ?? throw new InvalidOperationException("no glass");
        foreach (var (width, height) in _glasses)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.Locator(ready).First.WaitForAsync();
            if (check)
            {
                await Reach.Check(page, ready);
            }

            await Chromium.Picture(page, $"{name}-{width}x{height}");
        }

        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
