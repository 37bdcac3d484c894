using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Display.Screens;

/// <summary>Carries what changed in public from the feed to whoever watches: a change at once, and what follows within a window as one.</summary>
/// <remarks>The feed makes boards when it is asked: within a window none is made only to be thrown away.</remarks>
public sealed partial class BoardRelay(IResultsFeed feed, Watchers watchers, TimeProvider time, ILogger<BoardRelay> log) : BackgroundService
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Unwatched = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// A few screens see marks that come close together one by one; thousands of phones never take more than half of two cores, since a board costs each
    /// some 50 µs (docs/performance.md).
    /// </summary>
    public static TimeSpan WindowFor(int watchers) =>
        watchers == 0 ? Unwatched : TimeSpan.FromMilliseconds(4) + (watchers * TimeSpan.FromMicroseconds(50));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cards = new Dictionary<CompetitionId, CompetitionCard>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var sent = new Dictionary<(CompetitionId, TradeId), long>();
                await foreach (var boards in feed.Changes(stoppingToken))
                {
                    foreach (var competition in boards.Select(b => b.Competition).Distinct())
                    {
                        TellOfChangedCard(competition, cards);
                    }

                    foreach (var board in boards.Where(b => b.Version > sent.GetValueOrDefault((b.Competition, b.Trade), long.MinValue)))
                    {
                        sent[(board.Competition, board.Trade)] = board.Version;
                        watchers.Publish(board);
                    }

                    await Task.Delay(WindowFor(watchers.Connected), time, stoppingToken);
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogBroken(problem);
            }

            await Task.Delay(BeforeTryingAgain, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void TellOfChangedCard(CompetitionId id, Dictionary<CompetitionId, CompetitionCard> cards)
    {
        if (feed.Competitions.FirstOrDefault(c => c.Id == id) is not { } card || cards.TryGetValue(id, out var known) && Same(card, known))
        {
            return;
        }

        cards[id] = card;
        watchers.Publish(card);
    }

    private static bool Same(CompetitionCard a, CompetitionCard b) => ReferenceEquals(a, b) ||
        JsonSerializer.Serialize(a, ScoringJson.Options) == JsonSerializer.Serialize(b, ScoringJson.Options);

    [LoggerMessage(EventId = 6001, Level = LogLevel.Error, Message = "The stream of board changes broke; reading it again")]
    private partial void LogBroken(Exception problem);
}
