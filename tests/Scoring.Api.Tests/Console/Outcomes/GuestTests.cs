using System.Net;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Outcomes;

/// <summary>A guest is listed after the ranked with the total, and is not said to be unfinished (R-K10).</summary>
public sealed class GuestTests
{
    [Fact]
    public async Task On_the_awards_page_a_guest_has_a_total_and_no_rank()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var first = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Entrant);
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([first with { Counts = Counting.Guest }]));
        await open.InPhase(Phase.Review);
        using var head = await host.Office("cpz", Role.HeadJudge, open);

        var page = WebUtility.HtmlDecode(await head.Read("/console/yindubei-2026/awards/dg"));

        Assert.Contains("<span class=\"muted\">不计名次</span>", page);
        Assert.DoesNotContain("未完成", page);
        var total = open.Read(s => s.Entrant(first.Id)!.Result.Total!.Value);
        Assert.Contains($"<td class=\"num muted\">{total:0.00}</td>", page);
        Assert.Contains("不计名次", WebUtility.HtmlDecode(await head.Read("/console/yindubei-2026/lists?handler=print&list=summary&trade=dg")));
    }
}
