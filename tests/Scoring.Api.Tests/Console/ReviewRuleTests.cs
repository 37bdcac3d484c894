using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>The review page says whose sheets are looked at as the trade has set it (R-D1, R-K16).</summary>
public sealed class ReviewRuleTests
{
    [Theory]
    [InlineData(null, 30, 15, "复核前 30%的全部评分表，其余随机抽 15%")]
    [InlineData(10, 30, 20, "复核前 10 名的全部评分表，其余随机抽 20%")]
    [InlineData(null, 12.5, 0, "复核前 12.5%的全部评分表，其余随机抽 0%")]
    public async Task The_page_says_the_trades_own_rule(int? first, double top, double sample, string says)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var trade = open.Read(s => s.Trade(new TradeId("dg"))!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(trade with { Review = new ReviewRule(first, (decimal)top, (decimal)sample) }));
        await ConsoleHost.Do(open, "system", new PhaseChanged(trade.Id, Phase.Review));
        using var head = await host.SignedIn(Role.HeadJudge);
        Assert.Contains(says, await head.Read("/console/yindubei-2026/review/dg"), StringComparison.Ordinal);
    }
}
