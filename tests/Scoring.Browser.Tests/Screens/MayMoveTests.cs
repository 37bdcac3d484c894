using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Marks against the field (R-K8) while somebody is missing: the hall reads 暂定, and why.</summary>
public sealed class MayMoveTests
{
    private static readonly Venue _venue = new(3, 1, 1, 1)
    {
        Criteria = [new("A", "用时", [new FieldAspect(new("t"), "完成用时", 100m, "秒", FieldRule.Ratio, MetricDirection.Lower)])],
    };

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    public async Task The_hall_is_told_why_marks_may_still_move(int width, int height)
    {
        SheetSubmitted[] sheets = [Timed(1, 300m), Timed(2, 360m)];
        await using var server = await ServerProcess.Start(demo: false, data => _venue.Prepare(data, sheets));
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height);
        await page.GotoAsync("/display/#/trade/dg");
        var why = page.GetByText("暂定：还有选手没有成绩，按全场计分的得分还会变");
        await why.WaitForAsync();
        await Assertions.Expect(page.Locator(".row sup")).ToHaveCountAsync(2);
        await Chromium.Picture(page, $"screen-may-move-{width}");
        var box = await why.BoundingBoxAsync() ?? throw new InvalidOperationException("nothing to be seen");
        Assert.True(box.X >= 0 && box.X + box.Width <= width && box.Y + box.Height <= height);
        var rows = await page.Locator(".board").BoundingBoxAsync() ?? throw new InvalidOperationException("no rows");
        Assert.True(box.X + box.Width <= rows.X || box.Y + box.Height <= rows.Y, "the reason stands on the rows");
    }

    private static SheetSubmitted Timed(int entrant, decimal seconds) => new(
        new($"E{entrant}"), Venue.Module(1), Venue.Judge(1), new Dictionary<AspectId, Entry> { [new("t")] = Entry.Of(seconds) }, 0);
}
