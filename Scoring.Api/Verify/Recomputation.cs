using Scoring.Core.Fold.Public;
using System.Text.Json;
using Scoring.Core.Branches;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Scoring;

namespace Scoring.Api.Verify;

/// <summary>Computes everything anew from the entries and holds it against what was made public on the way.</summary>
internal sealed class Recomputation
{
    private readonly CompetitionState state = Folding.Begin();
    private readonly Dictionary<TradeId, Published> published = [];
    private readonly List<Finding> findings = [];
    private readonly List<string> clock = [];
    private readonly BranchChains branches = new();
    private DateTimeOffset? latest;

    public IReadOnlyList<Finding> Findings => findings;

    public void Next(LedgerEntry entry)
    {
        if (latest is { } before && before - entry.At > ClockTolerance)
        {
            clock.Add($"第 {entry.Sequence} 条的时间（{entry.At:yyyy-MM-dd HH:mm} 世界时）比前面的早 {Words(before - entry.At)}：电脑的时钟被拨回过。先后以序号为准");
            latest = null;
        }

        latest = latest is { } last && last > entry.At ? last : entry.At;
        try
        {
            var e = EventTypes.Read(entry);
            if (!branches.Holds(entry, e))
            {
                findings.Add(new($"第 {entry.Sequence} 条", "分会场的记录接不上分会场自己的校验码"));
            }

            if (DecidedAgain.Why(state, entry.Actor, e) is { } why)
            {
                findings.Add(new($"第 {entry.Sequence} 条", why));
            }

            state.Apply(entry.Sequence, entry.At, entry.Actor, e, entry.Hash);
            Compare(entry.Sequence, e);
        }
        catch (JsonException)
        {
            findings.Add(new($"第 {entry.Sequence} 条", $"内容读不懂（{entry.Type}），可能由更新版本的程序写成"));
        }
        catch (Exception) // whatever a changed entry makes of the rules is damage, not a reason to stop looking
        {
            findings.Add(new($"第 {entry.Sequence} 条", $"无法重新计算（{entry.Type}）"));
        }
    }

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>A line per trade.</summary>
    public IReadOnlyList<string> Summary() =>
        [.. state.TradesInOrder.Select(t => $"{t.Definition.Name}：选手 {t.Entrants.Count} 名，有总分 {t.Ranked} 名")];

    /// <summary>When each trade was published, and what has changed since.</summary>
    public IReadOnlyList<string> Notes() => [.. published.Values.Select(Note), .. clock];

    private void Compare(long sequence, LedgerEvent e)
    {
        switch (e)
        {
            case PhaseChanged { To: Phase.Final } final when state.Trade(final.Trade) is { } trade:
                published[final.Trade] = new(trade.Definition.Name, final.Trade, sequence, Figures(trade));
                break;
            case CertificatesIssued issued when state.Trade(issued.Trade) is { } trade:
                findings.AddRange(issued.Certificates.Select(c => Wrong(trade, c)).OfType<string>().Select(wrong => new Finding($"第 {sequence} 条", wrong)));
                break;
            case TeamCertificatesIssued issued:
                var wrong = IssueTeamCertificates.Wrong(state);
                findings.AddRange(issued.Certificates.Where(c => wrong.Contains(c.Facts.Number)).Select(c => new Finding($"第 {sequence} 条", $"证书 {c.Facts.Number} 写的是{c.Facts.Award}，重新计算不是")));
                break;
        }
    }

    private static string? Wrong(TradeState trade, IssuedCertificate issued)
    {
        var awards = trade.Awards();
        if (issued.Facts.Kind == CertificateKind.Award && awards.Singles?.Any(s => s.Name == issued.Facts.Award) == true)
        {
            return awards.Prizes().Contains((issued.Entrant, issued.Facts.Award)) ? null : $"证书 {issued.Facts.Number} 写的是{issued.Facts.Award}，重新计算没有这个奖";
        }

        var tiers = trade.Definition.Awards.Tiers.Select(t => t.Name);
        if (issued.Facts.Kind != CertificateKind.Award || !tiers.Contains(issued.Facts.Award, StringComparer.Ordinal))
        {
            return null;
        }

        var tier = awards.Rows.FirstOrDefault(r => r.Entrant == issued.Entrant)?.Tier;
        return tier == issued.Facts.Award ? null : $"证书 {issued.Facts.Number} 写的是{issued.Facts.Award}，重新计算是{tier ?? "没有奖项"}";
    }

    private static string Words(TimeSpan span) => span.TotalDays >= 1 ? $"{span.TotalDays:0} 天" : span.TotalHours >= 1 ? $"{span.TotalHours:0} 小时" : $"{span.TotalMinutes:0} 分钟";

    private string Note(Published then)
    {
        var now = state.Trade(then.Trade) is { } trade ? Figures(trade) : [];
        var changed = then.Figures.Keys.Union(now.Keys).Count(id => then.Figures.GetValueOrDefault(id) != now.GetValueOrDefault(id));
        return $"{then.Name}：第 {then.Sequence} 条公布，{(changed == 0 ? "与重新计算一致" : $"公布后有 {changed} 名选手的名次、总分或奖项变了")}";
    }

    private static Dictionary<EntrantId, Figure> Figures(TradeState trade)
    {
        var tiers = trade.Awards().Rows.ToDictionary(r => r.Entrant, r => r.Tier);
        return trade.Standings().Rows.ToDictionary(r => r.Result.Entrant, r => new Figure(r.Rank, r.Result.Total, tiers.GetValueOrDefault(r.Result.Entrant)));
    }

    private sealed record Published(string Name, TradeId Trade, long Sequence, IReadOnlyDictionary<EntrantId, Figure> Figures);

    private sealed record Figure(int? Rank, decimal? Total, string? Tier);
}
