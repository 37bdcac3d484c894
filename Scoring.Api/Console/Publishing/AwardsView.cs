using Scoring.Api.Lists;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using AwardRow = Scoring.Core.Awards.AwardRow;

namespace Scoring.Api.Console.Publishing;

/// <summary>The award preview of one trade. Names appear only once it is decoded (R-A2).</summary>
public sealed record AwardsView(
    string TradeName, Phase Phase, bool Decoded, bool Confirmed, bool Open, IReadOnlyList<Component> Components, bool Timed, BoundaryPolicy Policy,
    IReadOnlyList<AwardLine> Ranked, IReadOnlyList<AwardLine> Unranked, IReadOnlyList<TierUse> Tiers, IReadOnlyList<BoundaryTieView> Boundaries,
    IReadOnlyList<IReadOnlyList<string>> OpenTies, bool Weighted, int Decimals)
{
    /// <summary>Shown before “显示全部”: everyone down to the last award, and a few after.</summary>
    public int ShortLength => Math.Min(Ranked.Count, Math.Max(12, 3 + Ranked.Select((line, i) => line.Tier is null ? -1 : i).DefaultIfEmpty(0).Max()));

    /// <summary>Whose rank is within the places and who gets none because of the gate (R-E4), by rank; those far behind it are not looked for here.</summary>
    public IReadOnlyList<AwardLine> Missed => [.. Ranked.Where(l => l.FailsGate && l.Rank <= Tiers.Sum(t => t.Quota)).OrderBy(l => l.Rank).ThenBy(l => l.Code, ReadingOrder.Names)];

    /// <summary>单项奖 (R-K12), each with its winners.</summary>
    public IReadOnlyList<SinglePrizeView> Singles { get; private init; } = [];

    /// <summary>What the prizes pay as they stand (R-K12), a kind a line; empty: nothing pays, or nobody has won it.</summary>
    public IReadOnlyList<PaidKind> Paid { get; private init; } = [];

    /// <summary>Tags of its people, once their names show (R-A2).</summary>
    public IReadOnlyList<TagFilter> Tags { get; private init; } = [];

    /// <param name="tag">Whose lines alone are shown; quotas, ties and sums stay those of all.</param>
    public static AwardsView Of(TradeState trade, TagFilter? tag = null)
    {
        var awards = trade.Awards();
        var tied = awards.Boundaries.SelectMany(b => b.Tied).ToHashSet();
        var byEntrant = awards.Rows.ToDictionary(r => r.Entrant);
        var lines = trade.Standings().Rows.Select(row => AwardLine.Of(trade, row, byEntrant.GetValueOrDefault(row.Result.Entrant), tied, awards)).ToList();
        var ranked = lines.Where(l => l.Rank is not null).ToList();
        for (var i = 0; i < ranked.Count; i++)
        {
            // A line is drawn under the last of each tier.
            var next = ranked.Skip(i + 1).FirstOrDefault(l => l.Tier is not null);
            ranked[i] = ranked[i] with { EndsTier = ranked[i].Tier is not null && next?.Tier != ranked[i].Tier };
        }

        if (tag is not null && trade.IsDecoded)
        {
            var held = trade.Entrants.Where(e => tag.Holds(trade.Competition, e)).Select(e => e.Code ?? "—").ToHashSet(StringComparer.Ordinal);
            ranked = [.. ranked.Where(l => held.Contains(l.Code))];
            lines = [.. lines.Where(l => held.Contains(l.Code))];
        }

        string Who(EntrantId e) => trade.IsDecoded ? $"{Code(e)} {trade.Competition.Entrant(e)?.Entrant.Name}" : Code(e);
        string Code(EntrantId e) => trade.Competition.Entrant(e)?.Code ?? "";
        return new AwardsView(
            trade.Definition.Name, trade.Phase, trade.IsDecoded, trade.AwardsAreConfirmed, awards.Open, trade.Definition.Components,
            trade.Modules.Any(m => m.Definition.Time is not null), trade.Definition.Awards.Boundary,
            ranked, [.. lines.Where(l => l.Rank is null)], awards.Tiers,
            [.. awards.Boundaries.Select(b => new BoundaryTieView(b.Tier, [.. b.Tied.Select(Code)], b.Places, b.Outcomes, b.Chosen is null ? null : [.. b.Chosen.Select(Code)]))],
            [.. trade.Standings().OpenTies.Select(g => (IReadOnlyList<string>)[.. g.Select(Code)])],
            trade.Definition.Scoring == ScoringMode.Weighted, trade.Definition.Decimals)
        {
            Tags = trade.IsDecoded ? TagFilter.Of(trade.Competition, trade.Definition.Id) : [],
            Paid =
            [
                .. trade.Payments().GroupBy(p => (p.For, p.Amount)).Select(g => new PaidKind(g.Key.For, g.Count(), g.Key.Amount)),
            ],
            Singles =
            [
                .. (awards.Singles ?? []).Select(s =>
                    new SinglePrizeView(s.Name, s.Count, [.. s.Winners.Select(w => $"{Who(w.Entrant)}：{w.Words}")])),
            ],
        };
    }
}

/// <param name="Each">Of one winner.</param>
public sealed record PaidKind(string For, int Count, decimal Each);

/// <param name="Count">Places; equals at the last one all have it.</param>
/// <param name="Winners">Who and why, best first.</param>
public sealed record SinglePrizeView(string Name, int Count, IReadOnlyList<string> Winners);

public sealed record BoundaryTieView(
    string Tier, IReadOnlyList<string> Codes, int Places, IReadOnlyDictionary<BoundaryPolicy, Saying> Outcomes, IReadOnlyList<string>? Chosen)
{
    public string Leads(BoundaryPolicy policy) => Outcomes.GetValueOrDefault(policy)?.ToString() ?? (policy == BoundaryPolicy.Decide ? "定人并写理由；议定前不能公布" : "");
}

/// <param name="Name">Null until decoded.</param>
/// <param name="TierIndex">From 0; null: none.</param>
/// <param name="Guest">不计名次 with everything marked: listed by total (R-K10).</param>
public sealed record AwardLine(
    int? Rank, string Code, string? Name, string? Organization, IReadOnlyList<decimal?> Figures, decimal? Seconds, decimal? Total, EntrantStatus Status,
    string? Tier, int? TierIndex, bool FailsGate, bool Tied, string Words, bool EndsTier = false, bool Guest = false)
{
    public static AwardLine Of(TradeState trade, Core.Ranking.Standing row, AwardRow? award, HashSet<EntrantId> tied, AwardList awards)
    {
        var entrant = trade.Competition.Entrant(row.Result.Entrant)!; // ranked from the same state
        var tier = award?.Tier is null ? null : awards.Tiers.Select((t, i) => (t.Name, Index: (int?)i)).FirstOrDefault(t => t.Name == award.Tier).Index;
        return new AwardLine(
            row.Rank, entrant.Code ?? "—", trade.IsDecoded ? entrant.Entrant.Name : null,
            trade.IsDecoded ? trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name : null,
            [.. row.Result.Components.Select(c => c.Figure)], row.Result.SecondsUsed, row.Result.Total, row.Result.Status,
            award?.Tier, tier, award?.FailsGate ?? false, tied.Contains(row.Result.Entrant),
            trade.CodedWords(row.Result.Entrant, Because(row, award, entrant)), Guest: row.Result is { Guest: true, Total: not null });
    }

    private static string Because(Core.Ranking.Standing row, AwardRow? award, EntrantState entrant) =>
        row.Result is { Guest: true, Total: not null } ? "不计名次"
        : row.Rank is null
            ? row.Result.Status == EntrantStatus.Normal ? Missing(entrant, row.Result) : $"{entrant.StatusReason ?? (row.Result.Status == EntrantStatus.Disqualified ? "违规" : "未参赛")}，不计名次"
            : (award?.Words ?? row.Reason?.Words)?.ToString() ?? "";

    private static string Missing(EntrantState entrant, EntrantResult result) =>
        result.Modules().FirstOrDefault(m => m.Missing.Count > 0) is { } module ? $"未完成：{entrant.Trade!.Module(module.Module)!.Definition.Name}：{module.Missing[0]}" : "未完成";
}
