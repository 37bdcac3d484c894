using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Every rule of real contests at the console: its form fits, speaks Chinese, and its example follows what is typed.</summary>
public sealed partial class RuleFormsTests
{
    /// <summary>R-K1 to R-K9, R-K14, R-K16, R-K18.</summary>
    private static readonly HashSet<string> Rules = new(
        [
            "rule-precision", "rule-review", "rule-entrantSigns", "rule-scaled", "rule-componentFloor", "rule-groups", "rule-bonus",
            "rule-overtime", "rule-attempts", "rule-members",
        ],
        StringComparer.Ordinal);

    private static readonly Module _rooms = new(
        new("M1"), "岗位讲解", 100, MarkingMethod.Panel, [new("A", "内容", [new PointsAspect(new("A1"), "讲清工艺要点", 100)])],
        new PanelRule(Groups: [new("A", "一考场"), new("B", "二考场")], Levelling: new(LeaveOut: 1)), Bonus: 5);

    private static readonly Module _runs = new(
        new("M2"), "机器人", 100, MarkingMethod.Judge, [new("A", "任务", [new PointsAspect(new("B1"), "任务完成", 100)])],
        Time: new(600, PerStep: new(60, 0.5m, AtMost: 5), Out: new(1800)), Attempts: new(3, AttemptCount.SumOfBest, 2));

    private static readonly Module _members = new(new("M3"), "理论", 100, MarkingMethod.Clerk, [], PerMember: new());

    private static readonly Venue _venue = new(3, 3, 3, 1)
    {
        Also = trade => trade with
        {
            Decimals = 3, Rounding = RoundingMode.Truncate, EntrantSigns = true, Review = new(First: 10),
            Components = [trade.Components[0] with { Modules = [_rooms, _runs, _members], Scaled = true, BelowZero = true }],
        },
    };

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(800, 1280)]
    public async Task Each_form_fits_and_its_example_follows_what_is_typed(int width, int height)
    {
        await using var server = await ServerProcess.Start(demo: false, data => _venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var page = (await Preparation.FirstAdmin(server, chromium)).Page;
        await page.SetViewportSizeAsync(width, height);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in new[] { "", "?at=c%3Apractical", "?at=m%3AM1", "?at=m%3AM2", "?at=m%3AM3" })
        {
            await page.GotoAsync($"/console/cup/definition/dg{at}");
            foreach (var rule in await page.Locator("details.rule").AllAsync())
            {
                var id = await rule.GetAttributeAsync("id") ?? "";
                var known = !seen.Add(id);
                // One that is set stands open, and every figure of it counts.
                var set = await rule.GetAttributeAsync("open") is not null;
                if (known && !set)
                {
                    continue;
                }

                await rule.EvaluateAsync("d => { d.open = true; d.scrollIntoView(); }");
                Assert.False(await rule.EvaluateAsync<bool>("d => d.scrollWidth > d.clientWidth + 1"), $"{id} is wider than its card");
                Assert.DoesNotMatch(Words(), (await rule.InnerTextAsync()).Replace("Excel", "", StringComparison.Ordinal));
                if (set && Rules.Contains(id) && await rule.Locator("input[inputmode=decimal]").CountAsync() > 0)
                {
                    await Follows(rule);
                }

                await rule.ScrollIntoViewIfNeededAsync();
                await Chromium.Picture(page, $"{id}-{width}");
            }
        }

        Assert.Superset(Rules, seen);
    }

    // What is no figure is said to be none, and a figure brings the example back.
    private static async Task Follows(ILocator rule)
    {
        var (figure, example) = (rule.Locator("input[inputmode=decimal]").First, rule.Locator(".example"));
        var before = await example.InnerTextAsync();
        await figure.FillAsync("x");
        await Assertions.Expect(example).Not.ToHaveTextAsync(before, new() { Timeout = 60_000 });
        var wrong = await example.InnerTextAsync();
        await figure.FillAsync("3");
        await Assertions.Expect(example).Not.ToHaveTextAsync(wrong, new() { Timeout = 60_000 });
    }

    // A word of Latin letters; M1 and the like are ids of the contest.
    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
