using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What the head judge's tablet says of judges who do not agree, while they hand in.</summary>
public sealed class DisagreementTests
{
    private static readonly Judge _head = new(new("Z1"), "郭怀民", [new JudgeSeat(Role.HeadJudge, Venue.Trade)]);

    [Fact]
    public async Task Opposite_differences_that_cancel_are_named_and_equal_totals_all_show()
    {
        await using var day = await Day.Begin(new Venue(300, 3, 1, 4) { Officials = [_head] });
        var page = day.Page;
        await page.GotoAsync("/judge/#/panel/dg/M1");
        await page.Locator(".ptab").WaitForAsync();
        await day.Hand(0, (id, _) => id == "a1" ? 25 : id == "a2" ? 0 : 20);
        await day.Hand(1, (id, _) => id == "a1" ? 0 : id == "a2" ? 25 : 20);
        await day.Hand(2, (id, _) => id is "a1" or "a2" ? 12.5m : 20);
        await page.GetByText("2 项相差过半").WaitForAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "找代号或工位" }).FillAsync("a 001");
        await Assertions.Expect(page.Locator(".ptab tbody tr")).ToHaveCountAsync(1);
        await Reach.Check(page, ".ptab");
        await Chromium.Picture(page, "tablet-panel-300");
        await page.GetByRole(AriaRole.Link, new() { Name = "对照 A001 的评分表" }).ClickAsync();
        await page.GetByText("裁判之间相差超过配分的一半").WaitForAsync();
        await page.GetByText("极差 0.00，未超过限值").WaitForAsync();
        await Assertions.Expect(page.Locator(".rule .at")).ToHaveTextAsync(["1 2 3"]);
        await Reach.Check(page, ".jt");
        await Chromium.Picture(page, "tablet-apart");
    }

    [Fact]
    public async Task Judgements_too_far_apart_are_all_taken_and_wait_for_agreement_before_the_head_judges_eyes()
    {
        var venue = new Venue(2, 3, 1, 0)
        {
            Criteria = [new("A", "评判", [new JudgementAspect(new("A1"), "外观", 100, ["差", "合格", "良好", "优秀"])])], Officials = [_head],
        };
        await using var day = await Day.Begin(venue);
        var page = day.Page;
        await page.GotoAsync("/judge/#/sheets/dg/M1/A001");
        foreach (var (judge, score) in new[] { (0, 0m), (1, 3m), (2, 3m) })
        {
            await day.Hand(judge, (_, _) => score);
        }

        await page.GetByText("待合议：A1 外观").WaitForAsync();
        await page.GotoAsync("/judge/#/panel/dg/M1");
        await page.GetByText("A1 待合议").WaitForAsync();
        await Chromium.Picture(page, "tablet-agree");
    }

    private sealed class Day(ServerProcess server, Chromium chromium, IPage page, IReadOnlyList<TabletClient> judges) : IAsyncDisposable
    {
        public IPage Page => page;

        public static async Task<Day> Begin(Venue venue)
        {
            IReadOnlyList<string> codes = [];
            var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
            var judges = new List<TabletClient>();
            foreach (var code in codes.Take(venue.Judges))
            {
                judges.Add(await TabletClient.Pair(server.Url, code));
            }

            var chromium = await Chromium.Start();
            var page = await chromium.Person(server.Url, 1280, 800, touch: true);
            await page.PairWith(codes[^1], ".desk");
            return new(server, chromium, page, judges);
        }

        /// <summary>The sheet of A001.</summary>
        public async Task Hand(int judge, Func<string, Aspect, decimal> mark)
        {
            var module = (await judges[judge].Open()).Modules[0];
            var sheet = TabletClient.Sheet(module, module.Cards.Single(c => c.Code == "A001"), a => Entry.Of(mark(a.Id.Value, a)));
            Assert.Equal(SubmissionOutcome.Accepted, (await judges[judge].Submit(sheet)).Outcome);
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var judge in judges)
            {
                await judge.DisposeAsync();
            }

            await chromium.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
