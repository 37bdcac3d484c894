using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>Carries every change of what is public from the feed to whoever watches.</summary>
public sealed partial class BoardRelay(IResultsFeed feed, Watchers watchers, TimeProvider time, ILogger<BoardRelay> log) : BackgroundService
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var cards = new Dictionary<CompetitionId, CompetitionCard>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var coalescer = new Coalescer(time, watchers.Publish, () => Coalescer.WindowFor(watchers.Connected));
                await foreach (var board in feed.Changes(stoppingToken))
                {
                    TellOfChangedCard(board.Competition, cards);
                    coalescer.Offer(board);
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
