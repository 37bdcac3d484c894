using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Theory of a team, member by member (R-K14), as a clerk types it: one exam number, a mark each.</summary>
public sealed class ClerkRunsTests
{
    private static readonly Module _theory = new(
        new("LL"), "理论", 100, MarkingMethod.Clerk, [], PerMember: new(Absent: AbsentMember.LeaveOut));

    private static readonly Venue _venue = new(2, 1, 1, 1)
    {
        Also = trade => trade with
        {
            Components = [new(new("theory"), "理论", ComponentKind.Theory, 30, [_theory]), trade.Components[0] with { Weight = 70 }],
        },
        Entered = Hall.TeamOfThree,
        Officials =
        [
            new(new("L1"), "张录入", [new JudgeSeat(Role.Clerk, Venue.Trade)]),
            new(new("F1"), "李现场", [new JudgeSeat(Role.FloorJudge, Venue.Trade)]),
        ],
    };

    [Fact]
    public async Task A_clerk_enters_a_mark_for_each_member_under_one_number_and_the_mean_counts()
    {
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await _venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var clerk = await chromium.Person(server.Url, 1180, 820, touch: true);
        await clerk.PairWith(codes[1], ".module");
        await clerk.GotoAsync("/judge/#/marks/dg/LL");
        await clerk.Locator(".kform .tin:focus").WaitForAsync();
        await Assertions.Expect(clerk.Locator(".ktab tbody tr")).ToHaveCountAsync(4);

        // The number, then a mark and Enter a member: the number stands there for the next.
        await clerk.Keyboard.TypeAsync("001\n80\n");
        foreach (var (mark, before) in new[] { ("91", "第 2 人"), ("70.5", "第 3 人") })
        {
            await Assertions.Expect(clerk.Locator(".kform .tin:focus")).ToHaveValueAsync("001");
            await clerk.Keyboard.PressAsync("Enter");
            await clerk.Locator(".who2", new() { HasText = before }).WaitForAsync();
            await clerk.Keyboard.TypeAsync($"{mark}\n");
        }

        await clerk.GetByText("001 第 3 人 已录 70.5").WaitForAsync();
        await clerk.Locator(".ktab tr", new() { HasText = "买买提·吐尔逊" }).GetByText("91").WaitForAsync();
        await Assertions.Expect(clerk.Locator(".kform .tin:focus")).ToHaveValueAsync("002");
        await Reach.Check(clerk, ".ktab");
        foreach (var (width, height) in new[] { (800, 1280), (1280, 800), (844, 390), (360, 640) })
        {
            await clerk.SetViewportSizeAsync(width, height);
            await Chromium.Picture(clerk, $"clerk-members-{width}x{height}");
        }

        server.Kill();
        var state = Hall.Fold(server);
        Assert.Equal([80m, 91m, 70.5m], Hall.Read(server).OfType<ModuleMarkEntered>().OrderBy(m => m.Attempt ?? 1).Select(m => m.Mark));
        Assert.Equal(80.50m, state.Entrant(new("E1"))!.Result.Module(new("LL"))!.Figure);
    }
}
