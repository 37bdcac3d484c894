using System.Diagnostics;
using System.Globalization;
using System.Net;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>What a guesser learns from an answer: nothing, neither from its bytes nor from its time (R-A3, R-I2).</summary>
public sealed class PortalEqualityTests(ITestOutputHelper output)
{
    private const string Unknown = "查无此"; // as long as the names of the example
    private static readonly int Each = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1" ? 12 : 3;

    [Fact]
    public async Task Somebody_with_wrong_digits_and_nobody_get_the_same_bytes_and_their_times_are_printed()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var known = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant.Name).Where(name => name.Length == Unknown.Length).Take(Each).ToList());
        var (somebody, nobody) = (new List<double>(), new List<double>());
        await Ask(host, known[0], 250); // warm
        for (var i = 0; i < known.Count * 6; i++)
        {
            var name = known[i % known.Count];
            var (wrong, first) = await Ask(host, name, 1 + (i / 6));
            var (none, second) = await Ask(host, Unknown[..2] + (char)('一' + (i % known.Count)), 101 + (i / 6));
            Assert.Contains("没有找到", wrong, StringComparison.Ordinal);
            Assert.Equal(wrong.Replace(name, "某某某", StringComparison.Ordinal), none.Replace(Unknown[..2] + (char)('一' + (i % known.Count)), "某某某", StringComparison.Ordinal));
            somebody.Add(first);
            nobody.Add(second);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{somebody.Count} of each: somebody {Words(somebody)}; nobody {Words(nobody)}"));
    }

    /// <summary>Status, headers but the date, and body.</summary>
    private static async Task<(string Answer, double Milliseconds)> Ask(ConsoleHost host, string name, int address)
    {
        using var http = Caller.From(host.Address, IPAddress.Parse($"127.0.0.{address}"));
        using var warm = await http.GetAsync("/health"); // its connection
        using var form = new FormUrlEncodedContent([new("name", name), new("lastFour", "0000")]);
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync("/portal", form);
        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        answer.Headers.Date = null;
        return ($"{answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}\n{body}", took);
    }

    private static string Words(List<double> times) => string.Create(
        CultureInfo.InvariantCulture, $"median {times.Order().ElementAt(times.Count / 2):0.0} ms, {times.Min():0.0} to {times.Max():0.0} ms, mean {times.Average():0.0} ms");
}
