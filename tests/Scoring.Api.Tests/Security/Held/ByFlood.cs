using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Api.Tests.Feed;
using Scoring.Core.Contracts;
using Scoring.Display.Upstream;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>Too much, too slowly, or no HTTP at all.</summary>
internal static class ByFlood
{
    public static readonly Attack[] Rows =
    [
        new("requests that are no HTTP, and bodies of tens of megabytes", "closed or 4xx; the next one is answered", async s =>
        {
            foreach (var raw in new[]
            {
                "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "POST /portal HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
                "GET /" + new string('a', 20_000) + " HTTP/1.1\r\n\r\n",
            })
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(s.Host.Address.Host, s.Host.Address.Port);
                var line = socket.GetStream();
                await line.WriteAsync(Encoding.ASCII.GetBytes(raw));
                socket.Client.Shutdown(SocketShutdown.Send);
                using var answer = new StreamReader(line);
                var said = await answer.ReadToEndAsync();
                Assert.True(said.Length == 0 || said.Split(' ')[1][0] is '4' or '5', said[..Math.Min(60, said.Length)]);
            }

            using var http = new HttpClient { BaseAddress = s.Host.Address };
            using var large = new ByteArrayContent(new byte[40_000_000]);
            try
            {
                Assert.InRange((int)(await http.PostAsync("/portal", large)).StatusCode, 400, 499);
            }
            catch (HttpRequestException)
            {
                // the server closed while the rest was still being sent
            }

            using var again = new HttpClient { BaseAddress = s.Host.Address };
            Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/health")).StatusCode);
        }),
        new("two hundred thousand fields in one form", "4xx, or the page as if nothing was filled in", async s =>
        {
            using var http = new HttpClient { BaseAddress = s.Host.Address };
            using var form = new StringContent(
                string.Join('&', Enumerable.Range(0, 200_000).Select(n => $"k{n}=")), Encoding.UTF8, "application/x-www-form-urlencoded");
            Assert.InRange((int)(await http.PostAsync("/portal", form)).StatusCode, 200, 499);
        }),
        new("two thousand sockets from twenty addresses, half idle, half slow", "a tablet has its receipt, the public its page", async s =>
        {
            var sockets = new List<Socket>();
            try
            {
                for (var n = 0; n < 2000; n++)
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                    sockets.Add(socket);
                    socket.Bind(new IPEndPoint(IPAddress.Parse($"127.0.0.{100 + (n % 20)}"), 0));
                    await socket.ConnectAsync(s.Host.Address.Host, s.Host.Address.Port);
                    if (n % 2 == 0)
                    {
                        await socket.SendAsync("GET /portal HTTP/1.1\r\nHost: x\r\nX-Slow: a"u8.ToArray());
                    }
                }

                foreach (var socket in sockets.Where((_, n) => n % 2 == 0))
                {
                    await socket.SendAsync("a"u8.ToArray());
                }

                Assert.Equal(SubmissionOutcome.Accepted, (await s.Tablet.Submit(await s.Sheet())).Outcome);
                using var http = new HttpClient { BaseAddress = s.Host.Address };
                Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/portal")).StatusCode);
            }
            finally
            {
                sockets.ForEach(socket => socket.Dispose());
            }
        }),
        new("five hundred WebSockets that say nothing", "a tablet has its receipt, a screen its board", async s =>
        {
            var lines = new List<HubConnection>();
            try
            {
                foreach (var _ in Enumerable.Range(0, 500))
                {
                    lines.Add(HubConnections.To(new Uri(s.Host.Address, "/display/hub")));
                    await lines[^1].StartAsync();
                }

                Assert.Equal(SubmissionOutcome.Accepted, (await s.Tablet.Submit(await s.Sheet())).Outcome);
                await using var screen = await RawScreen.Connect(s.Host.Address);
                await screen.Until("\"boards\"");
            }
            finally
            {
                await Task.WhenAll(lines.Select(line => line.DisposeAsync().AsTask()));
            }
        }),
        new("twenty thousand calls of one tablet", "another's sheet is taken meanwhile", async s =>
        {
            await using var other = await s.Tablet.Again();
            var flood = Enumerable.Range(0, 20_000).Select(_ => other.Heartbeat()).ToList();
            Assert.Equal(SubmissionOutcome.Accepted, (await s.Tablet.Submit(await s.Sheet())).Outcome);
            await Task.WhenAll(flood);
        }),
    ];
}
