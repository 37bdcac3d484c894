using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Core.Json;

namespace Scoring.Display.Upstream;

/// <summary>The last public state on this machine's disk, so that a display that starts without its Api has something to show.</summary>
public sealed partial class LastPublicState(string folder, RemoteResults results, ILogger<LastPublicState> log) : BackgroundService
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim news = new(0, 1);

    private string File => Path.Combine(folder, "last-public-state.json");

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (Read() is { } kept)
        {
            results.Take(kept);
        }

        results.Changed += Note;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Write();
    }

    public override void Dispose()
    {
        results.Changed -= Note;
        news.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await news.WaitAsync(stoppingToken);
            Write();
            await Task.Delay(BetweenWrites, stoppingToken);
        }
    }

    private void Note()
    {
        lock (news)
        {
            if (news.CurrentCount == 0)
            {
                news.Release();
            }
        }
    }

    private UpstreamState? Read()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonSerializer.Deserialize<UpstreamState>(System.IO.File.ReadAllBytes(File), ScoringJson.Options) : null;
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            LogUnreadable(e); // the Api says everything anew
            return null;
        }
    }

    // Beside it first, then in its place: a power cut leaves one of the two whole.
    private void Write()
    {
        try
        {
            var fresh = File + ".new";
            using (var to = System.IO.File.Create(fresh))
            {
                JsonSerializer.Serialize(to, results.Known(), ScoringJson.Options);
                to.Flush(flushToDisk: true);
            }

            System.IO.File.Move(fresh, File, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(e);
        }
    }

    [LoggerMessage(EventId = 6201, Level = LogLevel.Warning, Message = "The kept public state cannot be read; starting without it")]
    private partial void LogUnreadable(Exception problem);

    [LoggerMessage(EventId = 6202, Level = LogLevel.Error, Message = "The public state could not be kept")]
    private partial void LogNotWritten(Exception problem);
}
