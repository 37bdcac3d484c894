using Scoring.Core.Checking;
using System.Text;
using Scoring.Core.Awards;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Files.Computing;

/// <summary>Computed results as a page of Chinese text that a head judge can read out.</summary>
public static class ComputedPage
{
    public static string Of(ComputedCompetition computed) => string.Concat(Pieces(computed));

    /// <summary>The same in order, entrant by entrant.</summary>
    public static IEnumerable<string> Pieces(ComputedCompetition computed)
    {
        yield return $"{computed.Name}\n";
        foreach (var trade in computed.Trades)
        {
            yield return Heading(trade);
            foreach (var entrant in trade.Entrants)
            {
                yield return $"\n〔{Who(entrant)}〕\n{string.Join('\n', entrant.Explanation.Select(s => Printable.Line(s.ToString())))}\n";
            }
        }

        yield return Teams(computed);
    }

    private static string Teams(ComputedCompetition computed)
    {
        var page = new StringBuilder();
        var names = computed.Organizations.ToDictionary(o => o.Id, o => o.Name);
        foreach (var teams in computed.Teams)
        {
            page.Append($"\n━━ {teams.Name} ━━\n");
            Section("团体名次", teams.Rows.Select(t =>
                $"{(t.Rank is { } rank ? $"第 {rank} 名" : "未排名")}　{(t.Organization is { } of ? names[of] : "")}{t.Team}　{Words.Mark(t.Total, teams.Decimals)} 分　（{t.Words}）"), page);
            Section("组织奖", teams.Prize.Select(p => $"{names[p.Organization]}（{p.Words}）"), page);
        }

        return page.ToString();
    }

    private static string Heading(ComputedTrade trade)
    {
        var page = new StringBuilder();
        var unranked = trade.Entrants.Where(e => e.Rank is null).ToList();
        page.Append($"\n━━ {trade.Name} ━━\n参赛 {trade.Started} 人，排名 {trade.Ranked} 人。\n");
        Section("尚未定论", trade.Open.Select(o => o.ToString()), page);
        Section("名次", trade.Entrants.Where(e => e.Rank is not null).Select(e => Line(e, trade.Decimals)), page);
        Section("未排名", unranked.Select(e => $"{Who(e)}：{WhyUnranked(e, trade.Decimals)}"), page);
        Section("获奖", trade.Tiers.Select(t => $"{t.Name}（名额 {t.Quota}，授 {t.Given}）：{Winners(trade, t.Name)}"), page);
        Section("等次末位并列", trade.Boundaries.Select(b => $"{b.Tier} {b.Tied.Count} 人并列，剩 {b.Places} 个名额"), page);
        Section("单项奖", (trade.Singles ?? []).Select(s => $"{s.Name}：{string.Join("、", s.Winners.Select(w => $"{trade.NameOf(w.Entrant)}（{w.Words}）"))}"), page);
        Section("晋级", trade.Advance is { } advance ? Advance(trade, advance) : [], page);
        Section("拟授荣誉", (trade.Honours?.Proposals ?? []).Select(h => $"{Names(trade, [h.Entrant])}：{h.Title}（{h.Words}）"), page);
        Section($"700 制（{UnofficialScale.Label}，不作为名次和奖牌的依据）", (trade.Unofficial ?? []).Select(u => $"{Names(trade, [u.Entrant])}：{Words.Mark(u.Value)}"), page);
        return page.ToString();
    }

    private static void Section(string title, IEnumerable<string> lines, StringBuilder page)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            page.Append($"\n{title}\n").AppendJoin('\n', all.Select(l => "　" + Printable.Line(l))).Append('\n');
        }
    }

    private static string Line(ComputedEntrant e, int decimals) =>
        $"第 {e.Rank} 名　{Who(e)}　{Words.Mark(e.Result.Total ?? 0, decimals)} 分{(e.Award is { } award ? $"　{award}" : "")}　（{e.RankReason?.Words.ToString() ?? "总分最高"}）";

    private static string WhyUnranked(ComputedEntrant e, int decimals) => e.Result switch
    {
        { Ranked: true } => "",
        { Guest: true, Total: { } total } => $"{Words.Mark(total, decimals)} 分，不计名次",
        { Status: People.EntrantStatus.Normal } => "成绩不全",
        { Status: var status } => StatusWords.Of(status),
    };

    private static IEnumerable<string> Advance(ComputedTrade trade, AdvanceList list) =>
    [
        $"{list.Words}：{Names(trade, list.Entrants)}",
        .. list.Reserves.Count == 0 ? [] : new[] { $"递补：{Names(trade, list.Reserves)}" },
        .. list.PassedOver.Select(o => $"第 {o.Rank} 名 {trade.NameOf(o.Entrant)} {o.Words}"),
    ];

    private static string Who(ComputedEntrant e) => $"{(e.Code is { } code ? $"{code} " : "")}{e.Name}，{e.Organization}";

    private static string Winners(ComputedTrade trade, string tier)
    {
        var winners = trade.Entrants.Where(e => e.Award == tier).ToList();
        return winners.Count == 0 ? "无" : string.Join("、", winners.Select(e => e.Name));
    }

    private static string Names(ComputedTrade trade, IEnumerable<Definition.EntrantId> ids) =>
        string.Join("、", ids.Select(id => trade.NameOf(id)));
}
