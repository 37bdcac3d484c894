using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Publication;

namespace Scoring.Api.Feed;

/// <summary>Appeals from phones into the register of the console (R-D4).</summary>
public sealed class AppealIntake(Competitions competitions, ParticipantSearch search, PortalSettings settings, TimeProvider clock)
{
    private const string Unproved = "没有登记：参加的比赛、姓名和证件号码后四位对不上，请核对。";

    public IReadOnlyList<AppealWindow> Windows(CompetitionId competition)
    {
        var now = clock.GetUtcNow();
        return competitions.Find(competition) is { } open && settings.Of(competition).TakesAppeals
            ? open.Read(state => state.TradesInOrder
                .Where(trade => trade.Phase is >= Phase.Scoring and <= Phase.Publicity && (Told(trade) is not { } deadline || deadline > now))
                .Select(trade => new AppealWindow(trade.Definition.Id, trade.Definition.Name, Told(trade))).ToList())
            : [];
    }

    // The hours begin with a step the board may not tell of yet (R-A3): as long as it does not, neither does this page. Too late is said to whoever appeals.
    private static DateTimeOffset? Told(TradeState trade) => trade.Public.Board().Phase >= Phase.Review ? FileAppeal.Deadline(trade) : null;

    public async Task<AppealReceipt> Take(OwnAppeal appeal, CancellationToken cancel)
    {
        if (competitions.Find(appeal.Competition) is not { } open || !settings.Of(appeal.Competition).TakesAppeals
            || open.Read(state => state.Trade(appeal.Trade) is { } trade ? search.Proved(open, trade, appeal.Name, appeal.LastFour) : null) is not { } entrant)
        {
            return new(null, Unproved);
        }

        var number = 0;
        var outcome = await open.Execute(appeal.Id, $"participant:{entrant}", state =>
        {
            var decision = FileAppeal.DecideOwn(state, appeal.Trade, entrant, appeal.Leader, appeal.Text, clock.GetUtcNow());
            number = decision is Decision.Append { Event: AppealFiled filed } ? filed.Number : 0;
            return decision;
        }, cancel, Sent.Of("AppealDesk", new { appeal.Trade, appeal.Leader, appeal.Text }), "portal");
        return outcome switch
        {
            Outcome.Accepted => new(number > 0 ? number : Before(open, appeal, entrant), null),
            Outcome.Refused refused => new(null, refused.Why.Message + "。"),
            Outcome.NotStored failed => new(null, failed.Message),
            _ => throw new InvalidOperationException("an outcome without a name"),
        };
    }

    // Handed in a second time under the same id: the number it got the first time.
    private static int? Before(OpenCompetition open, OwnAppeal appeal, EntrantId entrant) =>
        open.Read(state => state.Trade(appeal.Trade)?.Publication.Appeals.LastOrDefault(a => a.Filed.Entrant == entrant)?.Filed.Number);
}
