using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Hubs;

/// <summary>Tells tablets what the ledger changed on their lists. A lost message heals itself: the session is opened anew on every reconnect.</summary>
public sealed class TabletPush(IHubContext<ScoringHub, IScoringClient> hub, Competitions competitions, ILogger<TabletPush> log) : BackgroundService
{
    private readonly Channel<(OpenCompetition Competition, IReadOnlyList<CommittedEntry> Entries)> committed = Channel.CreateUnbounded<(OpenCompetition, IReadOnlyList<CommittedEntry>)>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The ledger's writer only leaves word: what is sent to tablets keeps nobody's receipt and no screen waiting.
        competitions.CurrentChanged += Turned;
        using var turning = stoppingToken.Register(() => competitions.CurrentChanged -= Turned);
        using var commits = Commits.Listen(competitions, (competition, entries) => committed.Writer.TryWrite((competition, entries)));
        await foreach (var (competition, entries) in committed.Reader.ReadAllAsync(stoppingToken))
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
            committed.Writer.TryWrite((competition, []));
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
        SheetSubmitted s => Cards(competition, s.Entrant, s.Module, s.Judge),
        SheetReturned s => Cards(competition, s.Entrant, s.Module, s.Judge),
        SheetCorrected s => Cards(competition, s.Entrant, s.Module, s.Judge),
        CountsImported s => s.Counts.SelectMany(c => Cards(competition, c.Entrant, s.Module, s.Judge)),
        PaperSheetEntered s => Cards(competition, s.Entrant, s.Module, s.Judge),
        JudgementRemarked s => Cards(competition, s.Entrant, s.Module, s.Judge),
        AttemptWaived s => Cards(competition, s.Entrant, s.Module),
        AttemptResumed s => Cards(competition, s.Entrant, s.Module),
        StatusChanged s => Cards(competition, s.Entrant),
        ViolationRecorded { Outcome: ViolationOutcome.Disqualified } s => Cards(competition, s.Entrant),
        ViolationWithdrawn s => Cards(competition, s.Entrant),
        TradeDefined or TradeRemoved or EntrantsRegistered or LateEntrantAdmitted or EntrantSubstituted or EntrantRemoved or ImportUndone
            or JudgesAppointed or JudgeDismissed or CodesDrawn or GroupsAssigned or PhaseChanged or ModuleSigned or DaySigned or ModuleReopened =>
            [Session(competition)],
        _ => [],
    };

    // A judge's sheet concerns that judge; where all must agree on an aspect (R-L6), the others of the panel too.
    private List<Func<Task>> Cards(OpenCompetition competition, EntrantId entrant, ModuleId? module = null, JudgeId? judge = null) =>
        competition.Read(state =>
        {
            if (state.Entrant(entrant) is not { Trade: { } trade } found)
            {
                return [];
            }

            var sends = new List<Func<Task>>();
            foreach (var each in trade.Modules.Where(m => module is null || m.Definition.Id == module))
            {
                var own = each.Sheet.Judgements.Count == 0 ? judge : null;
                foreach (var seat in each.Seats.Concat(each.Trainees).Where(s => own is null || s.Judge.Id == own))
                {
                    var cards = TabletCardsOf.Entrant(trade, each.Definition.Id, seat.Judge, found).ToList();
                    var group = ScoringHub.GroupOf(competition.Id, seat.Judge.Id);
                    sends.AddRange(cards.Select(card => (Func<Task>)(() => hub.Clients.Group(group).CardChanged(card))));
                }
            }

            return sends;
        });
}

internal static partial class PushLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A push to tablets failed; they heal on reconnect.")]
    public static partial void Failed(ILogger log, Exception e);
}
