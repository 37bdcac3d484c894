using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Display.Ceremony;
using Scoring.Display.Tests.Screens;

namespace Scoring.Display.Tests.Ceremony;

/// <summary>逐名揭晓 step by step, every byte of the wire: no final mark before its row is opened, no name before it is revealed.</summary>
public sealed partial class ResolverLeakTests
{
    private const int Rows = 8;
    private const string NeverPublic = "从未公开·甲", AlsoNever = "从未公开·乙";

    [Fact]
    public async Task At_no_step_is_anything_on_the_wire_that_a_later_step_shows()
    {
        await using var display = await TestDisplay.Start(awards: [Awards()]);
        var ceremonies = display.Get<Ceremonies>();
        var steps = ceremonies.View(TestBoards.Id).Steps;
        using var socket = new ClientWebSocket();
        var heard = new StringBuilder();
        await Join(display, socket);
        await Hear(socket, heard, () => heard.ToString().Contains("\"step\":0", StringComparison.Ordinal));
        var opened = 0;
        for (var step = 0; step < steps; step++)
        {
            if (step > 0)
            {
                ceremonies.Move(TestBoards.Id, step - 1, step);
                await Hear(socket, heard, () => heard.ToString().Contains($"\"step\":{step},", StringComparison.Ordinal));
            }

            var picture = ceremonies.Picture(TestBoards.Id)!; // viewed above
            opened = picture.Resolver?.Opened ?? opened;
            var due = Enumerable.Range(0, Rows).Where(i => i < Rows - opened).Select(Final);
            Assert.All(due, total => Assert.DoesNotContain(total, heard.ToString(), StringComparison.Ordinal));
            var last = step >= steps - 2; // the award is announced, then revealed, then the closing
            Assert.Equal(last, heard.ToString().Contains(NeverPublic, StringComparison.Ordinal));
            Assert.Equal(last, heard.ToString().Contains(AlsoNever, StringComparison.Ordinal));
        }

        Assert.Equal(Rows, opened);
        Assert.All(Enumerable.Range(0, Rows), i => Assert.Contains(Final(i), heard.ToString(), StringComparison.Ordinal));
    }

    // Two winners who had no mark at the freeze stand in no frozen row.
    private static CeremonyTrade Awards() => new(
        new TradeId("dg"), "电工", true,
        [new CeremonyTier("一等奖", [new CeremonyWinner(NeverPublic, "甲单位"), new CeremonyWinner(AlsoNever, "乙单位")])],
        CeremonyReveal.Resolver, new FrozenRanking(TestBoards.At, [.. Enumerable.Range(0, Rows).Select(i => new FrozenRow(
            $"A{i}", $"选手{i}", "单位", 90m - i, EntrantStatus.Normal, decimal.Parse(Final(i), CultureInfo.InvariantCulture), i + 1,
            EntrantStatus.Normal))]));

    /// <summary>Of the row that stands at <paramref name="place"/> at the freeze and at the end: seen nowhere else.</summary>
    private static string Final(int place) => $"{90 - place}.3{place}7";

    private static async Task Join(TestDisplay display, ClientWebSocket socket)
    {
        await socket.ConnectAsync(new UriBuilder(new Uri(display.Address, "/display/hub")) { Scheme = "ws" }.Uri, CancellationToken.None);
        string[] words = ["""{"protocol":"json","version":1}""", """{"type":1,"target":"Watch","invocationId":"1","arguments":[null]}"""];
        foreach (var say in words.Select(w => Encoding.UTF8.GetBytes(w + '\u001e')))
        {
            await socket.SendAsync(say, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
    }

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escaped();

    private static async Task Hear(ClientWebSocket socket, StringBuilder heard, Func<bool> enough)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var buffer = new byte[64 * 1024];
        var bytes = new List<byte>();
        while (!enough())
        {
            var got = await socket.ReceiveAsync(buffer, limit.Token);
            bytes.AddRange(buffer.AsSpan(0, got.Count));
            if (got.EndOfMessage)
            {
                var text = Encoding.UTF8.GetString([.. bytes]);
                heard.Append(Escaped().Replace(text, m => $"{(char)Convert.ToInt32(m.Groups["code"].Value, 16)}"));
                bytes.Clear();
            }
        }
    }
}
