using System.Globalization;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Teams;

namespace Scoring.Api.Lists;

/// <summary>成绩汇总表, 公示名单 and 成绩册: the same order with more or less beside it. Names only once decoded (R-A2); never an ID number (R-D3).</summary>
public static class ResultPapers
{
    /// <summary>For the officials' table: every figure, by code until decoded.</summary>
    public static PaperList Summary(PaperSource source, TradeId? only) => new(
        ListBook.Summary, "成绩汇总表", [source.Heading],
        [.. source.Results(only).Where(t => t.Entrants.Count > 0).Select(t => Table(source, t, named: t.IsDecoded, totals: true, awards: false))],
        ["裁判长", "监督", "统分"], source.Foot);

    /// <summary>公示名单 (R-D3), of trades that are out for publicity or beyond.</summary>
    public static PaperList Publicity(PaperSource source, TradeId? only) => new(
        ListBook.Publicity, "成绩公示名单",
        [source.Heading, "对公示内容有异议的，请在公示期内以书面形式向组委会提出。"],
        [.. source.Results(only).Where(t => t.Phase >= Phase.Publicity).Select(t => Table(source, t, named: true, totals: t.Definition.PublicityTotals, awards: true))],
        ["组委会（盖章）"], source.Foot);

    /// <summary>成绩册: all that is final, teams at the end.</summary>
    public static PaperList Book(PaperSource source, TradeId? only) => new(
        ListBook.Results, "成绩册", [source.Heading, .. Held(source)],
        [.. source.Results(only).Where(t => t.Phase >= Phase.Final).Select(t => Table(source, t, named: true, totals: true, awards: true)), .. only is null && source.Tag is null ? Teams(source) : []],
        ["裁判长", "监督", "组委会（盖章）"], source.Foot);

    internal static IReadOnlyList<string> Held(PaperSource source) => source.State.Competition?.Date is { } date
        ? [string.Join("，", ((string?[])[date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), source.State.Competition.Venue]).OfType<string>())]
        : [];

    private static PaperTable Table(PaperSource source, TradeState trade, bool named, bool totals, bool awards)
    {
        var timed = totals && trade.Modules.Any(m => m.Definition.Time is not null);
        var tiers = awards ? trade.Awards().Prizes().GroupBy(p => p.Entrant).ToDictionary(g => g.Key, g => string.Join('、', g.Select(p => p.Prize))) : [];
        PaperColumn[] columns =
        [
            new("名次", 7, ColumnKind.Centre), new("代号", 9, ColumnKind.Centre),
            .. named ? [new PaperColumn("姓名", 12), new PaperColumn("单位", 30)] : (PaperColumn[])[],
            .. totals ? trade.Definition.Components.Select(c => new PaperColumn(c.Name, 9, ColumnKind.Mark)) : [],
            .. timed ? [new PaperColumn("用时", 9, ColumnKind.Centre)] : (PaperColumn[])[],
            .. totals ? [new PaperColumn("总分", 9, ColumnKind.Mark)] : (PaperColumn[])[],
            .. awards ? [new PaperColumn(trade.Phase >= Phase.Final ? "奖项" : "拟授奖项", 10, ColumnKind.Centre)] : (PaperColumn[])[],
            new("备注", 10, ColumnKind.Centre),
        ];
        var rows = trade.Standings().Rows.Where(row => source.Has(source.State.Entrant(row.Result.Entrant))).Select(row =>
        {
            var entrant = source.State.Entrant(row.Result.Entrant)!; // standings hold entrants of this competition only
            return (IReadOnlyList<string>)
            [
                row.Rank is { } rank ? PaperSource.Count(rank) : "", entrant.Code ?? "",
                .. named ? [entrant.Entrant.Name, source.Organization(entrant)] : (string[])[],
                .. totals ? row.Result.Components.Select(c => PaperSource.Mark(c.Figure, trade.Definition.Decimals)) : [],
                .. timed ? [PaperSource.Clock(row.Result.SecondsUsed)] : (string[])[],
                .. totals ? [PaperSource.Mark(row.Result.Total, trade.Definition.Decimals)] : (string[])[],
                .. awards ? [tiers.GetValueOrDefault(row.Result.Entrant, "")] : (string[])[],
                PaperSource.Status(entrant),
            ];
        }).ToList();
        return new PaperTable(trade.Definition.Name, columns, rows, Note(trade, rows.Count, rows.Count(r => r[0].Length > 0)));
    }

    private static string Note(TradeState trade, int people, int ranked) => string.Create(
        CultureInfo.InvariantCulture, $"{trade.Definition.Name}：{people} 人，计名次 {ranked} 人；{Weights(trade.Definition)}");

    private static string Weights(Trade trade) => trade.Scoring == ScoringMode.RawSum ? "总分为各项之和" : string.Join(
        '＋', trade.Components.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {c.Weight.Plain()}%")));

    private static IEnumerable<PaperTable> Teams(PaperSource source)
    {
        var outcomes = source.State.TradesInOrder.Where(t => t.Phase >= Phase.Final).Select(t => new TradeOutcome(t.Definition, t.Standings(), t.Awards())).ToList();
        var entrants = source.State.Entrants.Values.Select(e => e.Entrant).ToList();
        foreach (var ranking in outcomes.Count == 0 ? [] : source.State.Competition?.TeamRankings ?? [])
        {
            var standings = TeamTable.Rank(ranking, outcomes, entrants, source.State.TagOf);
            var prize = standings.Prize.ToDictionary(p => p.Organization, _ => ranking.Prize?.Name ?? "");
            yield return new PaperTable(
                ranking.Name,
                [new("名次", 7, ColumnKind.Centre), new("单位", 32), new("总分", 10, ColumnKind.Mark), new("奖项", 14, ColumnKind.Centre), new("备注", 30)],
                [
                    .. standings.Rows.Select(r => (IReadOnlyList<string>)
                    [
                        r.Rank is { } rank ? PaperSource.Count(rank) : "", NameOf(source.State, r),
                        PaperSource.Mark(r.Total, standings.Decimals), r.Organization is { } of ? prize.GetValueOrDefault(of, "") : "", r.Words.ToString(),
                    ]),
                ]);
        }
    }

    private static string NameOf(CompetitionState state, TeamResult team) =>
        (team.Organization is { } of ? state.Organizations.GetValueOrDefault(of)?.Name ?? "" : "") + team.Team;
}
