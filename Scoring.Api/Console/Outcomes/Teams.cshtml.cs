using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Screens;
using Scoring.Api.Security;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using Scoring.Core.Teams;

namespace Scoring.Api.Console.Outcomes;

/// <summary>团体总分 and 优秀组织奖 (R-F1 to R-F3). Only decoded trades count: a team's sum would tell whose a code is (R-A2).</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class TeamsModel(Desk desk) : ContestPage(desk)
{
    public sealed record Table(TeamRanking Ranking, IReadOnlyList<Row> Rows, IReadOnlyList<Winner> Winners, int Decimals);

    public sealed record Row(int? Rank, string Name, decimal Total, IReadOnlyList<Share> Shares, string Words);

    public sealed record Share(string Trade, string Entrant, int? Rank, decimal Points, bool Counted);

    public sealed record Winner(string Name, string Words);

    public IReadOnlyList<Table> Tables { get; private set; } = [];

    /// <summary>Trades that are not decoded yet and do not count.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    public IReadOnlyList<TradeChoice> Trades { get; private set; } = [];

    public IReadOnlyList<Organization> Organizations { get; private set; } = [];

    /// <summary>Kinds of tag somebody or something of the contest has (R-K15).</summary>
    public IReadOnlyList<string> TagKinds { get; private set; } = [];

    public bool Begun { get; private set; }

    public bool Edits => Me.May(Policies.Organize);

    public void OnGet() => Open.Read(Load);

    /// <summary>What the fields come to as they stand, of the trades that are decoded; nothing is kept.</summary>
    public IActionResult OnGetTried(int at, TeamForm form)
    {
        if (!Edits)
        {
            return Forbid();
        }

        return Partial("/Console/Outcomes/_Tried.cshtml", Open.Read(state => Tried(state, at, form)));
    }

    private static IReadOnlyList<string> Tried(CompetitionState state, int at, TeamForm form)
    {
        var (ranking, fault) = form.Read(
            state.Competition?.TeamRankings?.ElementAtOrDefault(at), [.. state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name))]);
        if (ranking is null)
        {
            return [fault ?? ""];
        }

        var counting = Counting(state);
        var table = TableOf(state, ranking, TeamTable.Rank(ranking, OutcomesOf(counting), EntrantsOf(state), state.TagOf));
        var ranked = table.Rows.Where(r => r.Rank is not null).ToList();
        return
        [
            ranked.Count == 0 ? $"解密以后才有名次：现在 {counting.Count} 个{state.TradeWord}可以计入" : $"照这样算，{ranked.Count} 队有名次：",
            .. ranked.Take(Shown).Select(r => $"第 {r.Rank} 名 {r.Name} {r.Total.Mark(table.Decimals)}（{r.Words}）"),
            .. ranked.Count > Shown ? [$"…… 其余 {ranked.Count - Shown} 队"] : Array.Empty<string>(),
            .. ranking.Prize is { } prize && table.Winners.Count > 0
                ? [$"{prize.Name} {table.Winners.Count} 个：{string.Join('、', table.Winners.Take(Shown).Select(w => w.Name))}{(table.Winners.Count > Shown ? " 等" : "")}"]
                : Array.Empty<string>(),
        ];
    }

    private const int Shown = 8;

    private static List<TradeState> Counting(CompetitionState state) => [.. state.TradesInOrder.Where(t => t.IsDecoded && t.Phase >= Phase.Review)];

    private static List<TradeOutcome> OutcomesOf(IEnumerable<TradeState> trades) =>
        [.. trades.Select(t => new TradeOutcome(t.Definition, t.Standings(), t.Awards()))];

    private static List<Entrant> EntrantsOf(CompetitionState state) => [.. state.Entrants.Values.Select(e => e.Entrant)];

    /// <param name="at">Which ranking, from 0; as many as there are: a new one.</param>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostSave(int at, TeamForm form, string? reason) => Carry("团体排名的办法已保存", state =>
    {
        var rankings = (state.Competition?.TeamRankings ?? []).ToList();
        var (ranking, fault) = form.Read(
            rankings.ElementAtOrDefault(at), [.. state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name))]);
        if (ranking is null || at < 0 || at > rankings.Count)
        {
            return new Decision.Refuse(Refusal.BadForm, $"{fault ?? "请刷新后重填"}");
        }

        if (at == rankings.Count)
        {
            rankings.Add(ranking);
        }
        else
        {
            rankings[at] = ranking;
        }

        return DefineTeamRankings.Decide(state, Me.Actor, rankings, reason);
    });

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRemove(int at, string? reason) => Carry("团体排名已删除", state =>
        DefineTeamRankings.Decide(state, Me.Actor, [.. (state.Competition?.TeamRankings ?? []).Where((_, i) => i != at)], reason));

    protected override object? Edited(CompetitionState state) => state.Competition?.TeamRankings ?? [];

    protected override bool Rewrites(LedgerEvent e) => e is CompetitionDefined;

    private bool Load(CompetitionState state)
    {
        Begun = state.TradesInOrder.Any(t => t.Phase >= Phase.Scoring);
        Trades = [.. state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name))];
        TagKinds = state.TagKinds();
        Organizations = [.. state.Organizations.Values.Where(o => Competes(state, o.Id))
            .OrderBy(o => o.Name, ReadingOrder.Names)];
        var counting = Counting(state);
        Waiting = [.. state.TradesInOrder.Except(counting).Select(t => t.Definition.Name)];
        var (outcomes, entrants) = (OutcomesOf(counting), EntrantsOf(state));
        Tables = [.. (state.Competition?.TeamRankings ?? []).Select(r => TableOf(state, r, TeamTable.Rank(r, outcomes, entrants, state.TagOf)))];
        return true;
    }

    // The committee nominates who takes part, and may see whom it once nominated; a judge's employer is neither.
    private static bool Competes(CompetitionState state, OrganizationId id) => state.Entrants.Values.Any(e => e.Entrant.Organization == id)
        || (state.Competition?.TeamRankings ?? []).Any(r => r.Prize?.Nominees?.Contains(id) == true);

    private static Table TableOf(CompetitionState state, TeamRanking ranking, TeamStandings standings)
    {
        string Name(OrganizationId id) => state.Organizations.GetValueOrDefault(id)?.Name ?? id.Value;
        return new Table(
            ranking,
            [.. standings.Rows.Select(r => new Row(
                r.Rank, PublicTeams.NameOf(state, r.Organization, r.Team), r.Total,
                [.. r.Shares.Select(s => new Share(state.Trade(s.Trade)?.Definition.Name ?? "", state.Entrant(s.Entrant)?.Entrant.Name ?? "", s.Rank, s.Points, s.Counted))], r.Words.ToString()))],
            [.. standings.Prize.Select(p => new Winner(Name(p.Organization), p.Words.ToString()))], standings.Decimals);
    }
}
