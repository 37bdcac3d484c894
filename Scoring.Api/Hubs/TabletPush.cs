using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Hubs;

/// <summary>Tells tablets what the ledger changed on their lists. A lost message heals itself: the session is opened anew on every reconnect.</summary>
public sealed class TabletPush(IHubContext<ScoringHub, IScoringClient> hub, Competitions competitions, ILogger<TabletPush> log) : BackgroundService
{
    private readonly Channel<(OpenCompetition Competition, IReadOnlyList<CommittedEntry> Entries)> _committed = Channel.CreateUnbounded<(OpenCompetition, IReadOnlyList<CommittedEntry>)>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The ledger's writer only leaves word: what is sent to tablets keeps nobody's receipt and no screen waiting.
        competitions.CurrentChanged += Turned;
        using var turning = stoppingToken.Register(() => competitions.CurrentChanged -= Turned);
        using var commits = Commits.Listen(competitions, (competition, entries) => _committed.Writer.TryWrite((competition, entries)));
        await foreach (var (competition, entries) in _committed.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                foreach (var send in entries.Count == 0 ? [Session(competition)]
                    : entries.SelectMany(entry => Sends(competition, entry.Event)).Concat(Officials(competition, entries)))
                {
                    await send();
                }
            }
            catch (Exception e)
            {
                PushLog.Failed(log, e);
            }
        }
    }

    // Another contest came into use: every tablet says whether it is of that one.
    private void Turned(OpenCompetition? used)
    {
        foreach (var competition in competitions.All)
        {
            _committed.Writer.TryWrite((competition, []));
        }
    }

    private Func<Task> Session(OpenCompetition competition) => () => hub.Clients.Group(ScoringHub.GroupOf(competition.Id)).SessionChanged();

    // One word a trade and commit: officials open their page again, whole.
    private IEnumerable<Func<Task>> Officials(OpenCompetition competition, IReadOnlyList<CommittedEntry> entries)
    {
        var version = entries[^1].Entry.Sequence;
        foreach (var trade in competition.Read(state => entries.SelectMany(e => ConcernedTrades.Of(state, e.Event)).Distinct().ToList()))
        {
            yield return () => hub.Clients.Group(ScoringHub.OfficialsOf(competition.Id, trade)).TradeChanged(trade, version);
        }
    }

    private IEnumerable<Func<Task>> Sends(OpenCompetition competition, LedgerEvent e) => e switch
    {
        SheetSubmitted s => Card(competition, s.Entrant, s.Module, s.Judge),
        SheetReturned s => Card(competition, s.Entrant, s.Module, s.Judge),
        SheetCorrected s => Card(competition, s.Entrant, s.Module, s.Judge),
        PaperSheetEntered s => Card(competition, s.Entrant, s.Module, s.Judge),
        StatusChanged s => Cards(competition, s.Entrant),
        TradeDefined or TradeRemoved or EntrantsRegistered or LateEntrantAdmitted or EntrantSubstituted or EntrantRemoved or ImportUndone
            or JudgesAppointed or JudgeDismissed or CodesDrawn or PhaseChanged or ModuleSigned or DaySigned or ModuleReopened =>
            [Session(competition)],
        _ => [],
    };

    private IEnumerable<Func<Task>> Card(OpenCompetition competition, EntrantId entrant, ModuleId module, JudgeId judge)
    {
        var card = competition.Read(state => CardOf(state, entrant, module, judge));
        return card is null ? [] : [() => hub.Clients.Group(ScoringHub.GroupOf(competition.Id, judge)).CardChanged(card)];
    }

    private List<Func<Task>> Cards(OpenCompetition competition, EntrantId entrant) => competition.Read(state =>
    {
        var sends = new List<Func<Task>>();
        foreach (var judge in state.Judges.Values)
        {
            foreach (var seat in judge.Seats.Where(s => s.Role == Role.Judge && s.Module is not null))
            {
                if (CardOf(state, entrant, seat.Module!.Value, judge.Id) is { } card && card.Trade == seat.Trade)
                {
                    sends.Add(() => hub.Clients.Group(ScoringHub.GroupOf(competition.Id, judge.Id)).CardChanged(card));
                }
            }
        }

        return sends;
    });

    private static EntrantCard? CardOf(CompetitionState state, EntrantId entrant, ModuleId module, JudgeId judge) =>
        state.Entrant(entrant) is { } found && state.Trades.TryGetValue(found.Entrant.Trade, out var trade) && state.Judges.TryGetValue(judge, out var person)
            ? TabletSessions.Card(trade, module, person, found)
            : null;
}

internal static partial class PushLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A push to tablets failed; they heal on reconnect.")]
    public static partial void Failed(ILogger log, Exception e);
}
