using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Polly;
using Polly.Retry;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Display.Screens;

namespace Scoring.Display.Upstream;

/// <summary>Holds the connection to the distant Api for as long as the program runs; Polly decides when to try again.</summary>
/// <param name="upstream">Address of the Api.</param>
/// <param name="key">Read-only, made in its console.</param>
public sealed partial class UpstreamLink(Uri upstream, string key, RemoteResults results, Screens.Screens screens, Watchers watchers, ILogger<UpstreamLink> log)
    : BackgroundService
{
    private static readonly TimeSpan SilenceMeansCut = TimeSpan.FromSeconds(15), ReportsEvery = TimeSpan.FromSeconds(2), LongestAttempt = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pipeline = new ResiliencePipelineBuilder<HubConnection>()
            .AddRetry(new RetryStrategyOptions<HubConnection>
            {
                ShouldHandle = new PredicateBuilder<HubConnection>().Handle<Exception>(e => e is not OperationCanceledException || !stoppingToken.IsCancellationRequested),
                MaxRetryAttempts = int.MaxValue, BackoffType = DelayBackoffType.Exponential, UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(300), MaxDelay = TimeSpan.FromSeconds(5),
                OnRetry = retry =>
                {
                    if (retry.AttemptNumber == 0 || retry.AttemptNumber % 20 == 19)
                    {
                        LogAway(upstream, retry.Outcome.Exception is WebSocketException { Message: var words } && words.Contains("401", StringComparison.Ordinal) ? "钥匙不对或已吊销" : "连不上");
                    }

                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        while (!stoppingToken.IsCancellationRequested)
        {
            var over = new TaskCompletionSource();
            await using var hub = await pipeline.ExecuteAsync(async cancel => await Connect(over, cancel), stoppingToken);
            LogConnected(upstream);
            try
            {
                await ReportUntil(over.Task, hub, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                // The program ends.
            }

            results.Link(null);
        }
    }

    private async Task<HubConnection> Connect(TaskCompletionSource over, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestAttempt);
        var hub = HubConnections.To(new Uri(upstream, "/hub/results"), options => options.AccessTokenProvider = () => Task.FromResult<string?>(key));
        try
        {
            hub.ServerTimeout = SilenceMeansCut;
            hub.KeepAliveInterval = SilenceMeansCut / 3;
            var inbox = new Inbox();
            hub.On<Board>(nameof(IDisplayClient.Board), b => inbox.Put(() => results.Take(b)));
            hub.On<CompetitionCard>(nameof(IDisplayClient.Competition), c => inbox.Put(() => results.Take(c)));
            hub.On<ScreenState>(nameof(IDisplayClient.Screen), s => inbox.Put(() => results.Take(s)));
            hub.On<CeremonyPicture>(nameof(IDisplayClient.Ceremony), p => inbox.Put(() => results.Take(p)));
            hub.Closed += _ =>
            {
                over.TrySetResult();
                return Task.CompletedTask;
            };
            await hub.StartAsync(limit.Token);
            results.Take(await hub.InvokeAsync<UpstreamState>(nameof(IResultsHub.Open), limit.Token));
            inbox.Open();
            results.Link(hub);
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>What is pushed before the whole state was taken waits for it: it may be newer, and must not be overwritten.</summary>
    private sealed class Inbox
    {
        private readonly Lock gate = new();
        private List<Action>? waiting = [];

        public void Put(Action take)
        {
            lock (gate)
            {
                if (waiting is not null)
                {
                    waiting.Add(take);
                    return;
                }
            }

            take();
        }

        public void Open()
        {
            lock (gate)
            {
                foreach (var take in waiting ?? [])
                {
                    take();
                }

                waiting = null;
            }
        }
    }

    private async Task ReportUntil(Task over, HubConnection hub, CancellationToken cancel)
    {
        string? last = null;
        while (!over.IsCompleted)
        {
            IReadOnlyList<ScreenCount> now = [.. watchers.Screens().OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new ScreenCount(s.Key, s.Value))];
            var said = string.Join('\n', now);
            if (said != last && hub.State == HubConnectionState.Connected)
            {
                last = said;
                await hub.SendAsync(nameof(IResultsHub.Report), now, cancel);
            }

            using var came = new CancellationTokenSource();
            void Wake() => came.Cancel();
            screens.Arrived += Wake;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, came.Token);
            await Task.WhenAny(over, Task.Delay(ReportsEvery, either.Token));
            screens.Arrived -= Wake;
            cancel.ThrowIfCancellationRequested();
        }
    }

    [LoggerMessage(EventId = 6203, Level = LogLevel.Warning, Message = "{Upstream}：{Why}，稍后再试；先显示最后的公开数据")]
    private partial void LogAway(Uri upstream, string why);

    [LoggerMessage(EventId = 6204, Level = LogLevel.Warning, Message = "{Upstream} 已连接")]
    private partial void LogConnected(Uri upstream);
}
