using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Scoring.Testing;

namespace Scoring.Package.Tests;

/// <summary>The packaged program at work, on a free port.</summary>
public sealed partial class PackagedServer(Func<string, ProcessStartInfo> start) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4); // wine on a busy machine

    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    public string Url { get; } = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");

    public string Output => string.Join('\n', output);

    public async Task Run()
    {
        output.Clear();
        process = Package.Start(start(Url), output.Enqueue);
        using var http = new HttpClient();
        await Wait.Until(async () =>
        {
            Assert.False(process.HasExited, Output);
            return await Health.Answers(http, Url) && Output.Contains("Ctrl-C", StringComparison.Ordinal);
        }, Patience);
    }

    /// <summary>Power cut.</summary>
    public void Kill()
    {
        process!.Kill(entireProcessTree: true); // not null: started
        process.WaitForExit();
    }

    /// <summary>Login and password of a demonstration's account, as its window says.</summary>
    public string PasswordOf(string login) => AccountLine().Matches(Output).First(m => m.Groups["login"].Value == login)
        .Groups["password"].Value;

    /// <summary>The first pairing code of a scoring judge that its window says.</summary>
    public string PairingCode() => CodeLine().Match(Output).Groups["code"].Value;

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            Kill();
        }

        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^\s*(?<login>[\w-]+)\s{2,}(?<password>\S+)\s{2,}\S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AccountLine();

    [GeneratedRegex(@"^\s*(?<code>\S+)\s+\S+ 1 号裁判", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeLine();
}
