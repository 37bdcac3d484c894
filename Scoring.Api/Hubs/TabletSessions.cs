// What one judge's tablet may see, built from the fold: own seats, codes, own marks (R-A1, R-A4). Nothing else leaves here.
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

public static class TabletSessions
{
    /// <summary>Null if the judge is not (any more) in this competition.</summary>
    public static TabletSession? Open(CompetitionState state, Device device, DateTimeOffset now)
    {
        if (state.Competition is not { } competition || !state.Judges.TryGetValue(device.Judge, out var judge))
        {
            return null;
        }

        var modules = new List<TabletModule>();
        foreach (var seat in judge.Seats.Where(s => s.Role == Role.Judge && s.Module is not null))
        {
            if (state.Trades.TryGetValue(seat.Trade, out var trade) && trade.Definition.Modules().FirstOrDefault(m => m.Id == seat.Module) is { } module)
            {
                modules.Add(Module(trade, module, judge));
            }
        }

        return new TabletSession(
            competition.Id, competition.Name, competition.Demo, judge.Id, SeatOf(judge), device.Name, modules, state.Version, now,
            [.. TabletRoles.OfficesOf(state, judge).Select(o => new TabletOffice(o.Role, o.Trade.Definition.Id, o.Trade.Definition.Name, o.Trade.Phase))]);
    }

    /// <summary>See <see cref="IScoringHub.Heartbeat"/>.</summary>
    public static string? Digest(CompetitionState state, Device device)
    {
        if (!state.Judges.TryGetValue(device.Judge, out var judge))
        {
            return null;
        }

        var (open, cards, versions, returned, away, agree) = (0, 0, 0L, 0, 0, 0);
        foreach (var seat in judge.Seats.Where(s => s.Role == Role.Judge && s.Module is not null))
        {
            if (!state.Trades.TryGetValue(seat.Trade, out var trade) || trade.Definition.Modules().FirstOrDefault(m => m.Id == seat.Module) is not { } module)
            {
                continue;
            }

            open += Closed.Said(trade, module.Id) is null ? 1 : 0;
            foreach (var card in trade.Entrants.SelectMany(e => TabletCardsOf.Entrant(trade, module.Id, judge, e)))
            {
                cards++;
                versions += card.Version;
                returned += card.State == CardState.Returned ? 1 : 0;
                away += card.Status == EntrantStatus.Normal && card.Waived is null ? 0 : 1;
                agree += card.Agree is null ? 0 : 1;
            }
        }

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{open} {cards} {versions} {returned} {away} {agree}");
    }

    /// <summary>e.g. 4 号裁判; a judge with several seats is called by the first.</summary>
    public static string SeatOf(Judge judge) =>
        judge.Seats.FirstOrDefault(s => s.Role == Role.Judge) is { } seat
            ? seat.Number > 0 ? $"{seat.Number} 号裁判" : "裁判"
            : judge.Seats.Count > 0 ? judge.Seats[0].Role.Chinese() : "裁判";

    private static TabletModule Module(TradeState trade, Module module, Judge judge)
    {
        var closed = Closed.Said(trade, module.Id);
        var cards = trade.Entrants
            .SelectMany(entrant => TabletCardsOf.Entrant(trade, module.Id, judge, entrant))
            .OrderBy(card => card.Code, StringComparer.Ordinal);
        return new TabletModule(
            trade.Definition.Id, trade.Definition.Name, module.Id, module.Name, module.FullMarkOfOne, [.. module.Sheet.Select(WithoutKeys)],
            closed is null, closed, [.. cards], EntrantRun.KindOf(module),
            trade.Definition.Decimals, module.Bonus, module.BelowZero, trade.Definition.EntrantSigns,
            module.Panel?.Groups?.FirstOrDefault(g => g.Id == trade.Module(module.Id)?.Seat(judge.Id)?.Group)?.Name);
    }

    internal static Criterion WithoutKeys(Criterion criterion) => criterion with
    {
        Aspects = criterion.Aspects?.Select(a => a is AnswerKeyAspect key ? key with { Fields = [.. key.Fields.Select(f => f with { Accepted = [] })] } : a).ToList(),
        Parts = criterion.Parts?.Select(WithoutKeys).ToList(),
    };
}
