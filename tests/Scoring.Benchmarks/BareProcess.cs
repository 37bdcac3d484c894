using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Scoring.Testing;

namespace Scoring.Benchmarks;

/// <summary>The bare hub in a process of its own.</summary>
internal sealed class BareProcess : IDisposable
{
    private BareProcess(Process process, Uri url) => (Process, Url) = (process, url);

    public Process Process { get; }

    public Uri Url { get; }

    public Uri Hub => new(Url, "/hub");

    public static async Task<BareProcess> Start(string folder)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false };
        foreach (var argument in new[] { typeof(BareProcess).Assembly.Location, BareServer.Argument, url.ToString(), Path.Combine(folder, $"{Guid.NewGuid():N}.db") })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        using var http = new HttpClient();
        await Wait.Until(async () =>
        {
            try
            {
                return (await http.GetAsync(new Uri(url, "/health"))).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, TimeSpan.FromSeconds(60));
        return new(process, url);
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }
}

/// <summary>What a process used between two moments.</summary>
internal sealed class Usage(Process process)
{
    private readonly TimeSpan before = Now(process);

    public TimeSpan Processor => Now(process) - before;

    public static double Megabytes(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }

    private static TimeSpan Now(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}

/// <summary>Times, sorted.</summary>
internal sealed class Times(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
