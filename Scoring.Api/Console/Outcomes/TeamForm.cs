using System.Globalization;
using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Outcomes;

/// <summary>Between the form of a team ranking and the ranking. Points are a line of figures, award points a line each.</summary>
public sealed record TeamForm(
    string? Name, TeamMethod Method, TeamUnit Unit, string? BestOf, bool PerTrade, string? Points, string? FinisherPoints, string? AwardPoints, TeamTie Tie,
    TiedPoints TiedIndividuals, string[]? Trades, string? PrizeName, OrganizationPrizeBasis PrizeBy, string? PrizeCount, string? RankFrom,
    string? RankTo, string[]? Nominees, bool EveryPart = false, string? BestOfIn = null, ComponentKind TieComponent = ComponentKind.Practical,
    string? Tag = null, string? PrizeReached = null)
{
    /// <param name="trades">Ids and names, as the lines of <see cref="BestOfIn"/> say them.</param>
    public static TeamForm Of(TeamRanking? r, IReadOnlyList<TradeChoice> trades) => r is null
        ? new("团体总分", TeamMethod.BestTotals, TeamUnit.Organization, "3", false, "10 9 8 7 6 5 4 4 4 4", "1", "一等奖=8\n二等奖=4\n三等奖=2", TeamTie.Firsts, TiedPoints.Full, [], "优秀组织奖", OrganizationPrizeBasis.Points, "3", "", "", [])
        : new(
            r.Name, r.Method, r.Unit, Plain(r.BestOf), r.PerTrade, string.Join(' ', (r.Points ?? []).Select(p => Plain(p))), Plain(r.FinisherPoints),
            string.Join('\n', (r.AwardPoints ?? new Dictionary<string, decimal>()).Select(p => $"{p.Key}={Plain(p.Value)}")), r.Tie, r.TiedIndividuals,
            [.. (r.Trades ?? []).Select(t => t.Value)], r.Prize?.Name, r.Prize?.By ?? OrganizationPrizeBasis.Points, Plain(r.Prize?.Count), Plain(r.Prize?.RankFrom), Plain(r.Prize?.RankTo),
            [.. (r.Prize?.Nominees ?? []).Select(o => o.Value)], r.EveryPart,
            string.Join('\n', (r.BestOfIn ?? new Dictionary<TradeId, int>()).Select(b => $"{NameOf(b.Key, trades)}={b.Value}")),
            r.TieComponent ?? ComponentKind.Practical, r.Tag, Plain(r.Prize?.From));

    /// <param name="old">What is changed: what the form does not show of it stays. Null: a new one.</param>
    public (TeamRanking? Ranking, string? Fault) Read(TeamRanking? old, IReadOnlyList<TradeChoice> trades)
    {
        var differ = Lines(BestOfIn).Select(l => l.Split(['=', '＝'], 2, StringSplitOptions.TrimEntries) is [var name, var most]
            && trades.FirstOrDefault(t => t.Name == name || t.Id.Value == name) is { } trade && Whole(most) is > 0 and var n
            ? (trade.Id, n) : ((TradeId Id, int Most)?)null).ToList();
        if (differ.Contains(null) || differ.DistinctBy(d => d?.Id).Count() != differ.Count)
        {
            return (null, "各处取几名不同时请每行写“名称=几名”，例如 电工=3，一处只写一行");
        }

        if (!string.IsNullOrWhiteSpace(PrizeReached) && Number(PrizeReached) is null)
        {
            return (null, "组织奖的门槛请填数字，或空着按名额");
        }

        var points = (Points ?? "").Normalize(NormalizationForm.FormKC).Split([' ', ',', '、', '-', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        var awards = (AwardPoints ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(['=', '＝'], 2) is [var tier, var p] && Number(p) is { } value ? (Tier: tier.Trim(), Value: value) : ((string Tier, decimal Value)?)null).ToList();
        if (Method == TeamMethod.RankPoints && points.Contains(null))
        {
            return (null, "各名次的分请用空格隔开，例如 10 9 8 7 6 5");
        }

        if (Method == TeamMethod.AwardPoints && (awards.Contains(null) || awards.DistinctBy(a => a?.Tier).Count() != awards.Count))
        {
            return (null, "各奖项的分请每行写“奖项=分”，例如 一等奖=8");
        }

        return ((old ?? new TeamRanking("", Method)) with
        {
            Name = (Name ?? "").Trim(), Method = Method, BestOf = Whole(BestOf), PerTrade = PerTrade,
            Points = Method == TeamMethod.RankPoints ? [.. points.OfType<decimal>()] : null,
            FinisherPoints = Method == TeamMethod.BestTotals ? 0m : Number(FinisherPoints) ?? 0m,
            AwardPoints = Method == TeamMethod.AwardPoints
                ? awards.OfType<(string Tier, decimal Value)>().ToDictionary(a => a.Tier, a => a.Value, StringComparer.Ordinal) : null,
            Tie = Tie, TieComponent = Tie == TeamTie.Component ? TieComponent : null, EveryPart = EveryPart,
            BestOfIn = differ.Count == 0 ? null : differ.OfType<(TradeId Id, int Most)>().ToDictionary(d => d.Id, d => d.Most),
            Tag = string.IsNullOrWhiteSpace(Tag) ? null : Tag.Trim(),
            TiedIndividuals = TiedIndividuals, Trades = Trades is { Length: > 0 } some ? [.. some.Select(t => new TradeId(t))] : null,
            Prize = PrizeOf(), Unit = Unit,
        }, null);
    }

    private OrganizationPrize? PrizeOf() => string.IsNullOrWhiteSpace(PrizeName) ? null : new(
        PrizeName.Trim(), PrizeBy, Whole(PrizeCount) ?? 0, Whole(RankFrom), Whole(RankTo),
        Nominees is { Length: > 0 } named ? [.. named.Select(o => new OrganizationId(o))] : null, Number(PrizeReached));

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(TradeId id, IReadOnlyList<TradeChoice> trades) => trades.FirstOrDefault(t => t.Id == id)?.Name ?? id.Value;

    public static string NameOf(TeamMethod method) => method switch
    {
        TeamMethod.BestTotals => "总分之和（取最好的几名）",
        TeamMethod.RankPoints => "名次分（10-9-8…）",
        _ => "奖项分（一等奖 8…）",
    };

    /// <summary>How a ranking counts, with its own points.</summary>
    public static string NameOf(TeamRanking ranking) => ranking is { Method: TeamMethod.RankPoints, Points: { Count: > 0 } points }
        ? $"名次分（{string.Join('-', points.Take(5).Select(p => Plain(p)))}{(points.Count > 5 ? "…" : "")}）"
        : NameOf(ranking.Method);

    private static string Plain(decimal? value) => value?.Plain() ?? "";

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static int? Whole(string? text) => Number(text) is { } value && value == decimal.Truncate(value) && value < 100_000 ? (int)value : null;
}
