using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Scoring.Core.Ledger;

namespace Scoring.Core.Tests.Ledger;

public sealed class ChainTests
{
    private static readonly DateTimeOffset At = new(2026, 4, 23, 9, 5, 7, 42, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("judge:J07", "SheetSubmitted", "{}")]
    [InlineData("clerk:张·伟", "StatusChanged", """{"reason":"迟到𠮷"}""")]
    [InlineData("s", "T", "")]
    public void The_hash_is_that_of_the_lines_it_is_described_by(string actor, string type, string payload)
    {
        var id = Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E");
        var previous = SHA256.HashData("before"u8);
        var lines = $"12\n2026-04-23T01:05:07.042Z\n0f8fad5b-d9cb-469f-a165-70867728950e\n{actor}\n{type}\n{Convert.ToHexStringLower(previous)}\n{payload}";
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(lines)), Chain.Hash(12, At, id, actor, type, Encoding.UTF8.GetBytes(payload), previous));
    }

    [Fact]
    public void A_payload_longer_than_its_head_is_hashed_whole()
    {
        var payload = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7)).ToArray();
        var head = $"1\n2026-04-23T01:05:07.042Z\n{Guid.Empty}\ns\nT\n{new string('0', 64)}\n";

        Assert.Equal(
            SHA256.HashData([.. Encoding.UTF8.GetBytes(head), .. payload]), Chain.Hash(1, At, Guid.Empty, "s", "T", payload, Chain.Genesis.Span));
    }

    [Theory]
    [InlineData("2026-04-23T01:05:07.042Z")]
    [InlineData("2024-02-29T23:59:59.999Z")]
    [InlineData("0001-01-01T00:00:00.000Z")]
    [InlineData("9999-12-31T00:00:00.000Z")]
    public void A_time_is_read_as_it_was_written(string text)
    {
        Assert.True(Chain.TryReadTime(text, out var at));
        Assert.Equal(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), at);
        Assert.Equal(text, Chain.Time(at));
    }

    [Theory]
    [InlineData("2026-04-23T01:05:07.042")]
    [InlineData("2026-04-23 01:05:07.042Z")]
    [InlineData("2026-04-23T01:05:07,042Z")]
    [InlineData("2026/04-23T01:05:07.042Z")]
    [InlineData("2026-04/23T01:05:07.042Z")]
    [InlineData("2026-04-23T01.05:07.042Z")]
    [InlineData("2026-04-23T01:05.07.042Z")]
    [InlineData("2026-04-23T01:05:07.042z")]
    [InlineData("2026-04-23T01:05:07.0420Z")]
    [InlineData("0000-04-23T01:05:07.042Z")]
    [InlineData("2026-00-23T01:05:07.042Z")]
    [InlineData("2026-13-23T01:05:07.042Z")]
    [InlineData("2026-04-00T01:05:07.042Z")]
    [InlineData("2026-04-31T01:05:07.042Z")]
    [InlineData("2025-02-29T01:05:07.042Z")]
    [InlineData("2026-04-23T24:05:07.042Z")]
    [InlineData("2026-04-23T01:60:07.042Z")]
    [InlineData("2026-04-23T01:05:60.042Z")]
    [InlineData("2026-04-23T01:05:07.04xZ")]
    [InlineData("２026-04-23T01:05:07.042Z")]
    [InlineData("")]
    public void Anything_else_is_damage(string text) => Assert.False(Chain.TryReadTime(text, out _));
}
