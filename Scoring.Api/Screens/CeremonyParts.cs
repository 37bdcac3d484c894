using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;

namespace Scoring.Api.Screens;

/// <summary>
/// Everything a ceremony can honour, from the ledger: each trade, all trades together, teams, honours. A part is confirmed when the awards it is made of are
/// confirmed and decoded (R-A2); until then it carries no name.
/// </summary>
internal sealed class CeremonyParts(CompetitionState state, EntrantPhotos photos)
{
    // Beside the tiers, and revealed before them.
    private const int LastMetal = 2;

    public const string Overall = "*overall", Honours = "*honours", Teams = "*teams:";

    /// <summary>In the order of the competition; trades first. Overall is there if there is more than one trade.</summary>
    public IEnumerable<CeremonyTrade> All()
    {
        foreach (var trade in state.TradesInOrder)
        {
            yield return Of(trade);
        }

        if (state.TradesInOrder.Count > 1)
        {
            yield return OfAll();
        }

        foreach (var ranking in state.Competition?.TeamRankings ?? [])
        {
            yield return OfTeams(ranking);
        }

        if (state.TradesInOrder.Any(t => t.Definition.Honours is { Count: > 0 }))
        {
            yield return OfHonours();
        }
    }

    private static bool Confirmed(TradeState trade) => trade.IsDecoded && trade.AwardsAreConfirmed && !trade.Awards().Open;

    private CeremonyTrade Of(TradeState trade) => Confirmed(trade)
        ? new CeremonyTrade(trade.Definition.Id, trade.Definition.Name, true, Tiers(trade, _ => null), Frozen: Frozen(trade), TradeWord: state.TradeWord)
        : new CeremonyTrade(trade.Definition.Id, trade.Definition.Name, false, [], TradeWord: state.TradeWord);

    private List<CeremonyTier> Tiers(TradeState trade, Func<TradeState, string?> before)
    {
        var awards = trade.Awards();
        var tiers = awards.Tiers.Index().SelectMany(tier => awards.Rows.Where(r => r.Tier == tier.Item.Name).GroupBy(r => r.Group).Select(group =>
            new CeremonyTier(group.Key + tier.Item.Name, [.. group.Select(r => Winner(r.Entrant, before(trade)))], tier.Index)));
        var singles = (awards.Singles ?? []).Select(single =>
            new CeremonyTier(single.Name, [.. single.Winners.Select(w => Winner(w.Entrant, before(trade)))], LastMetal));
        return [.. tiers.Concat(singles).Where(tier => tier.Winners.Count > 0)];
    }

    private CeremonyTrade OfAll()
    {
        var id = new TradeId(Overall);
        var trades = state.TradesInOrder;
        if (!trades.All(Confirmed))
        {
            return new CeremonyTrade(id, $"各{state.TradeWord}", false, []);
        }

        var tiers = trades.SelectMany(t => Tiers(t, of => of.Definition.Name)).ToList();
        return new CeremonyTrade(id, $"各{state.TradeWord}", true,
            [.. tiers.Select(t => t.Name).Distinct(StringComparer.Ordinal).Select(name => new CeremonyTier(
                name, [.. tiers.Where(t => t.Name == name).SelectMany(t => t.Winners)], tiers.First(t => t.Name == name).Metal))]);
    }

    private CeremonyTrade OfTeams(TeamRanking ranking)
    {
        var id = new TradeId(Teams + ranking.Name);
        var counting = state.TradesInOrder.Where(t => ranking.Trades?.Contains(t.Definition.Id) != false).ToList();
        if (counting.Count == 0 || !counting.All(Confirmed))
        {
            return new CeremonyTrade(id, ranking.Name, false, []);
        }

        var table = PublicTeams.Rank(state, ranking);
        var places = table.Rows.Where(r => r.Rank is >= 1 and <= 3).GroupBy(r => r.Rank)
            .Select(g => new CeremonyTier($"第{"一二三"[g.Key!.Value - 1]}名", [.. g.Select(r => new CeremonyWinner(
                NameOf(r.Organization, r.Team), $"团体总分 {Words.Mark(r.Total, table.Decimals)}", Kind: WinnerKind.Organization,
                ShortName: Short(r.Organization, r.Team)))])); // ranks of this filter are set
        var prize = table.Prize.Count == 0 || ranking.Prize is null ? [] : (CeremonyTier[])
            [new CeremonyTier(ranking.Prize.Name, [.. table.Prize.Select(p => new CeremonyWinner(NameOf(p.Organization, null), "", Kind: WinnerKind.Organization, ShortName: Short(p.Organization, null)))])];
        return new CeremonyTrade(id, ranking.Name, true, [.. places, .. prize]);
    }

    private CeremonyTrade OfHonours()
    {
        var id = new TradeId(Honours);
        var approved = state.TradesInOrder.Where(t => Confirmed(t) && t.Publication.HonoursBy is not null).SelectMany(t => t.Publication.Honours.Select(h => (Trade: t, Honour: h))).ToList();
        return new CeremonyTrade(id, "荣誉称号", approved.Count > 0,
            [.. approved.GroupBy(h => h.Honour.Title).Select(g => new CeremonyTier(g.Key, [.. g.Select(h => Winner(h.Honour.Entrant, h.Trade.Definition.Name))]))]);
    }

    // While the public still sees the freeze, its rows are what the resolver opens; by name, as the trade is decoded.
    private FrozenRanking? Frozen(TradeState trade)
    {
        if (trade.Public.Shown != Visibility.Frozen || trade.Public.Board() is not { Rows.Count: > 0 } board)
        {
            return null;
        }

        var ends = trade.Standings().Rows.ToDictionary(s => s.Result.Entrant);
        var rows = new List<FrozenRow>(board.Rows.Count);
        foreach (var row in board.Rows)
        {
            if (trade.ByCode(row.Code) is { } entrant && ends.TryGetValue(entrant.Entrant.Id, out var end))
            {
                rows.Add(new FrozenRow(
                    row.Key, entrant.Entrant.Name, NameOf(entrant.Entrant.Organization, null), row.Total, row.Status, end.Result.Total, end.Rank, end.Result.Status,
                    Short(entrant.Entrant.Organization, null), entrant.Entrant.Members));
            }
        }

        return new FrozenRanking(board.AsOf, rows, board.Decimals);
    }

    private CeremonyWinner Winner(EntrantId id, string? before)
    {
        var entrant = state.Entrant(id)!.Entrant; // awards are of entrants of this competition
        return new CeremonyWinner(
            entrant.Name, NameOf(entrant.Organization, null), Photo: photos.Of(entrant), ShortName: Short(entrant.Organization, null), Members: entrant.Members, Before: before);
    }

    private string NameOf(OrganizationId? id, string? team) => PublicTeams.NameOf(state, id, team);

    private string? Short(OrganizationId? id, string? team) => PublicTeams.ShortNameOf(state, id, team);
}
