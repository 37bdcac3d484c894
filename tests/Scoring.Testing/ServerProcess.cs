using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Scoring.Testing;

/// <summary>The real program in its own process, as an organizer starts it, on a free port and a folder of its own.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly bool _demo;
    private readonly int? _httpsPort;
    private readonly int? _handles;
    private readonly ConcurrentQueue<string> _output = new();
    private Process? _process;

    private ServerProcess(string data, string url, bool demo, int? httpsPort, int? handles) => (Data, Url, _demo, _httpsPort, _handles) = (data, url, demo, httpsPort, handles);

    public string Data { get; }
    public string Url { get; }

    /// <exception cref="InvalidOperationException">Not started yet.</exception>
    public Process Process => _process ?? throw new InvalidOperationException("not started");

    /// <summary>The same program over https, by a name its certificate holds.</summary>
    public string HttpsUrl => _httpsPort is { } port ? $"https://localhost:{port}" : throw new InvalidOperationException("started without https");

    /// <summary>Folder of the program; another one at the next <see cref="Run"/> is an update of the venue's laptop.</summary>
    public string Program { get; set; } = AppContext.BaseDirectory;

    /// <summary>Everything it has printed so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <param name="prepare">Puts something into the data folder before the first start.</param>
    /// <param name="handles">How many files and sockets it may have open; null: as many as the tests. Linux only.</param>
    /// <param name="at">The data folder; null: one of its own.</param>
    public static async Task<ServerProcess> Start(bool demo = true, Func<string, Task>? prepare = null, bool https = false, int? handles = null,
        string? at = null)
    {
        var server = new ServerProcess(at is null ? Directory.CreateTempSubdirectory("scoring-").FullName : Directory.CreateDirectory(at).FullName, $"http://127.0.0.1:{FreePort()}", demo, https ? FreePort() : null, handles);
        if (prepare is not null)
        {
            await prepare(server.Data);
        }

        await server.Run();
        return server;
    }

    /// <summary>Login and password of a demo account as printed at the start.</summary>
    public (string Login, string Password) Account(string login)
    {
        var match = AccountLine().Matches(Output).FirstOrDefault(m => m.Groups["login"].Value == login)
            ?? throw new InvalidOperationException($"no demo account {login} in:\n{Output}");
        return (login, match.Groups["password"].Value);
    }

    public async Task Run()
    {
        var start = new ProcessStartInfo(_handles is null ? "dotnet" : "bash") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] limited = _handles is null ? [] : ["-c", $"ulimit -n {_handles}; exec dotnet \"$@\"", "dotnet"];
        foreach (var argument in limited.Concat([ Path.Combine(Program, "Scoring.Api.dll"), "serve", "--data", Data, "--url", Url]).Concat(_demo ? ["--demo"] : []).Concat(_httpsPort is { } port ? ["--https", "--https-port", $"{port}"] : []))
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient();
        await Wait.Until(async () =>
        {
            Assert.False(_process.HasExited, Output);
            return await Health.Answers(http, Url) && Output.Contains("Ctrl-C", StringComparison.Ordinal);
        }, TimeSpan.FromSeconds(90));
    }

    /// <summary>kill -9: no goodbye.</summary>
    public void Kill()
    {
        _process!.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Below the range the system takes for outgoing connections: nobody gets the port while the server is down between a kill and a restart.
    private static int FreePort()
    {
        for (;;)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(15_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // taken: another
            }
        }
    }

    [GeneratedRegex(@"^\s*(?<login>[\w-]+)\s{2,}(?<password>\S+)\s{2,}\S", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AccountLine();
}
