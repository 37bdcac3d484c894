// What thirty people signing in at once take from the judges: a receipt beside them, against the same server with nobody at its door.
using System.Net;
using System.Text.RegularExpressions;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed partial class SignIns(int seconds)
{
    private const int PerSecond = 200, Connections = 16, AtOnce = 30;

    public async Task<IReadOnlyList<Row>> Run()
    {
        var venue = new Venue(Entrants: PerSecond * (2 * seconds + 4) / 8 + Connections, Judges: 8, Modules: 1, Aspects: 30);
        await using var tablets = await Tablets.Start(venue, Connections);
        await ReceiptTime.Offer(PerSecond, PerSecond * 2, Connections, tablets.HandIn); // warm
        var quiet = await ReceiptTime.Offer(PerSecond, PerSecond * seconds, Connections, tablets.HandIn);
        using var over = new CancellationTokenSource();
        var signing = Sign(tablets.Server.Url, over.Token);
        var busy = await ReceiptTime.Offer(PerSecond, PerSecond * seconds, Connections, tablets.HandIn);
        await over.CancelAsync();
        var tried = await signing;
        return
        [
            new($"receipt beside {AtOnce} log-ins at once, p50", busy.At(0.5), "ms", quiet.At(0.5), "", $"{tried} tried"),
            new($"receipt beside {AtOnce} log-ins at once, p99", busy.At(0.99), "ms", quiet.At(0.99), "<= 2"),
        ];
    }

    // Again and again thirty at once, each thirty from an address of its own: an unknown account costs what a known one does.
    private static async Task<int> Sign(string url, CancellationToken over)
    {
        var tried = 0;
        for (var round = 1; !over.IsCancellationRequested; round++)
        {
            var from = IPAddress.Parse($"127.0.{1 + (round / 250)}.{1 + (round % 250)}");
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => One(url, from, $"nobody{round}-{n}")));
            tried += AtOnce;
        }

        return tried;
    }

    private static async Task One(string url, IPAddress from, string login)
    {
        using var http = Caller.From(new Uri(url), from);
        var token = Token().Match(await http.GetStringAsync("/console/login")).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("login", login), new("password", "a wrong one 12")]);
        using var answer = await http.PostAsync("/console/login", form);
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
