using Scoring.Api.Tests.Hubs;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

public sealed class ReceiptLookupTests
{
    [Fact]
    public async Task A_receipt_is_found_by_its_number_and_by_its_short_hash_as_the_tablet_shows_them()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var receipt = await open.Handed("J04", "A01");
        await open.Handed("J04", "A02");
        using var console = await host.SignedIn(Role.HeadJudge);
        var hash = receipt.ShortHash.ToUpperInvariant();
        foreach (var typed in (string[])[$"{receipt.Sequence:000000}", receipt.ShortHash, $"{hash[..4]} {hash[4..]}"])
        {
            var html = System.Net.WebUtility.HtmlDecode(await console.Read($"/console/yindubei-2026/ledger?find={Uri.EscapeDataString(typed)}"));
            Assert.Contains($"<b>{receipt.Sequence}</b>", html, StringComparison.Ordinal);
            Assert.Contains("A01", html, StringComparison.Ordinal);
            Assert.DoesNotContain($"<b>{receipt.Sequence + 1}</b>", html, StringComparison.Ordinal);
        }

        Assert.Contains("没有符合的记录", System.Net.WebUtility.HtmlDecode(await console.Read("/console/yindubei-2026/ledger?find=00000000")), StringComparison.Ordinal);
    }
}
