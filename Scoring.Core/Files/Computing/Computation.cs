using Scoring.Core.Awards;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;
using Scoring.Core.Teams;

namespace Scoring.Core.Files.Computing;

/// <summary>From a competition file to explained results, without server or database.</summary>
public static class Computation
{
    /// <param name="file">As read, without errors.</param>
    public static ComputedCompetition Of(CompetitionFile file)
    {
        var state = Fold(file);
        return new(
            file.Competition.Id, file.Competition.Name, [.. state.TradesInOrder.Select(t => Of(state, t))], [.. state.Organizations.Values], TeamRankings.Of(state));
    }

    /// <summary>The state a fresh ledger would have after an import.</summary>
    public static CompetitionState Fold(CompetitionFile file)
    {
        var state = Folding.Begin();
        foreach (var (index, e) in file.ToEvents(personal => personal).Index())
        {
            state.Apply(index + 1, DateTimeOffset.UnixEpoch, Ledger.Actor.System, e);
        }

        return state;
    }

    private static ComputedTrade Of(CompetitionState state, TradeState trade)
    {
        var standings = trade.Standings();
        var awards = trade.Awards();
        var rows = awards.Rows.ToDictionary(r => r.Entrant);
        return new(
            trade.Definition.Id,
            trade.Definition.Name,
            trade.Phase,
            awards.Started,
            standings.Rows.Count(r => r.Rank is not null),
            Open(trade, standings, awards),
            [.. standings.Rows.Select(row => Of(state, trade, row, rows.GetValueOrDefault(row.Result.Entrant), awards.Tiers))],
            awards.Tiers,
            awards.Boundaries,
            trade.Advance(),
            trade.Definition.Honours is null ? null : HonourProposals.Propose(trade.Definition, standings, e => state.Entrant(e)?.Entrant.Grade),
            trade.Definition.Medals is null ? null : UnofficialScale.Of(trade.Definition, standings),
            trade.Definition.Decimals,
            awards.Singles);
    }

    private static ComputedEntrant Of(CompetitionState state, TradeState trade, Standing row, AwardRow? award, IReadOnlyList<TierUse> tiers)
    {
        var entrant = state.Entrants[row.Result.Entrant];
        return new(
            row.Result.Entrant,
            entrant.Code,
            entrant.Entrant.Name,
            state.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name ?? entrant.Entrant.Organization.Value,
            row.Rank,
            row.Reason,
            award?.Tier,
            award?.Words,
            row.Result,
            new ToldLater(() => EntrantWords.Of(state, trade, entrant, row, award, tiers)));
    }

    private static List<Saying> Open(TradeState trade, Standings standings, AwardList awards)
    {
        var open = new List<Saying>();
        foreach (var entrant in trade.Entrants.Where(e => e.Status == People.EntrantStatus.Normal))
        {
            foreach (var module in entrant.Result.Modules())
            {
                open.AddRange(module.Missing.Select(m => (Saying)$"{entrant.Code ?? entrant.Entrant.Name} {trade.Module(module.Module)!.Definition.Name}：{m}"));
                if (module.PanelOpen is { } reduced)
                {
                    open.Add($"{entrant.Code ?? entrant.Entrant.Name}：模块 {module.Module} {reduced}，须由裁判长确认");
                }

                if (module.Provisional is { } provisional)
                {
                    open.Add($"{entrant.Code ?? entrant.Entrant.Name}：模块 {module.Module} {provisional}");
                }

                if (module.SpreadOpen)
                {
                    var limit = trade.Module(module.Module)!.Definition.SpreadLimit ?? 0; // not null: results are of the trade's modules
                    open.Add($"{entrant.Code ?? entrant.Entrant.Name}：模块 {module.Module} 极差 {ModuleWords.Per100(module.Spread ?? 0, limit)}（百分制）超过 {Words.Plain(limit)}，须重评或由裁判长确认");
                }
            }
        }

        open.AddRange(awards.Rows.Where(r => awards.Untagged.Contains(r.Entrant)).Select(r => (Saying)$"{Names(trade, [r.Entrant])} {r.Words}"));
        open.AddRange(standings.OpenTies.Select(tie => (Saying)$"{Names(trade, tie)} 并列未决，须组委会议定"));
        open.AddRange(awards.Boundaries.Where(b => awards.Open && b.Chosen is null).Select(b => (Saying)$"{b.Tier}末位 {Names(trade, b.Tied)} 并列，剩 {b.Places} 个名额，须组委会议定"));
        return open;
    }

    private static Saying Names(TradeState trade, IEnumerable<Definition.EntrantId> entrants) =>
        Saying.Join("、", entrants.Select(e => trade.Competition.Entrant(e)).Select(e => e?.Code ?? e?.Entrant.Name));
}
