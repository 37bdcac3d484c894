using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Files;

/// <summary>Phases and decisions: of known trades, entrants, modules and tiers, by two people where two are needed (R-A2, R-D1, R-D5).</summary>
internal static class ProgressCheck
{
    public static void Check(CompetitionFile file, FileIds ids, Findings findings)
    {
        var progress = file.Progress ?? [];
        findings.Unique(progress, p => p.Trade.Value, i => $"$.progress[{i}].trade", "赛项的进度");
        var appeals = progress.Index().SelectMany(p => (p.Item.Appeals ?? []).Index().Select(a => (a.Item.Number, Path: $"$.progress[{p.Index}].appeals[{a.Index}].number"))).ToList();
        findings.Unique(appeals, a => a.Number.ToString(), i => appeals[i].Path, "申诉编号");
        var numbers = progress.Index().SelectMany(p => (p.Item.Certificates ?? []).Index().Select(c => (c.Item.Facts.Number, Path: $"$.progress[{p.Index}].certificates[{c.Index}].facts.number")))
            .Concat((file.TeamCertificates ?? []).Index().Select(c => (c.Item.Facts.Number, Path: $"$.teamCertificates[{c.Index}].facts.number"))).ToList();
        findings.Unique(numbers, n => n.Number, i => numbers[i].Path, "证书编号");
        foreach (var (index, trade) in progress.Index())
        {
            if (findings.Known($"$.progress[{index}].trade", trade.Trade.Value, ids.Trades.Keys, "赛项"))
            {
                Check(trade, ids.Trades[trade.Trade.Value], ids, $"$.progress[{index}]", findings);
            }
        }

        var teams = (file.TeamCertificates ?? []).Select(c => c.Facts.Number).ToHashSet();
        foreach (var (index, revoked) in (file.TeamRevoked ?? []).Index())
        {
            findings.Known($"$.teamRevoked[{index}].number", revoked.Number, teams, "证书");
        }

        WithoutScoring(file, progress, ids, findings);
    }

    private static void Check(TradeProgress progress, Trade trade, FileIds ids, string path, Findings findings)
    {
        HashSet<string> entrants = [.. ids.EntrantIdsIn(trade.Id)];
        void Entrants(string at, IReadOnlyList<EntrantId>? list)
        {
            findings.Unique(list, e => e.Value, i => $"{at}[{i}]", "选手");
            foreach (var (index, entrant) in (list ?? []).Index())
            {
                findings.Known($"{at}[{index}]", entrant.Value, entrants, "本赛项选手");
            }
        }

        findings.Must((progress.DrawSeeds?.Count ?? 0) <= trade.CodeLayers, $"{path}.drawSeeds", progress.DrawSeeds?.Count ?? 0, $"这个赛项只抽 {trade.CodeLayers} 层代号");
        foreach (var (index, signature) in (progress.Signatures ?? []).Index())
        {
            findings.Known($"{path}.signatures[{index}].module", signature.Module.Value, ids.Modules[trade.Id.Value].Keys, "模块");
            findings.Name($"{path}.signatures[{index}].by", signature.By);
        }

        Review(progress.Review, $"{path}.review", Entrants, findings);
        foreach (var (index, decode) in (progress.Decoded ?? []).Index())
        {
            findings.Must(decode.Layer >= 1 && decode.Layer <= trade.CodeLayers, $"{path}.decoded[{index}].layer", decode.Layer, $"应为 1 至 {trade.CodeLayers}");
            TwoPeople(decode.HeadJudge, decode.Supervisor, $"{path}.decoded[{index}]", findings);
        }

        foreach (var (index, tie) in (progress.Ties ?? []).Index())
        {
            Entrants($"{path}.ties[{index}].order", tie.Order);
            findings.Must(tie.Order.Count >= 2, $"{path}.ties[{index}].order", $"{tie.Order.Count} 人", "裁定并列至少涉及两人");
            findings.Name($"{path}.ties[{index}].reason", tie.Reason);
        }

        Decisions(progress, trade, path, Entrants, findings);
    }

    private static void Decisions(TradeProgress progress, Trade trade, string path, Action<string, IReadOnlyList<EntrantId>?> entrants, Findings findings)
    {
        var tiers = trade.Awards.Tiers.Concat((trade.Awards.Few ?? []).SelectMany(f => f.Tiers)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, boundary) in (progress.Boundaries ?? []).Index())
        {
            findings.Known($"{path}.boundaries[{index}].tier", boundary.Tier, tiers, "奖项");
            entrants($"{path}.boundaries[{index}].chosen", boundary.Chosen);
            entrants($"{path}.boundaries[{index}].tied", boundary.Tied);
            findings.Name($"{path}.boundaries[{index}].reason", boundary.Reason);
        }

        foreach (var (index, appeal) in (progress.Appeals ?? []).Index())
        {
            var at = $"{path}.appeals[{index}]";
            findings.Must(appeal.Number >= 1, $"{at}.number", appeal.Number, "申诉编号从 1 起");
            findings.Must(appeal.AnsweredBy is null == appeal.Answer is null, $"{at}.answer", appeal.Answer is null ? "缺少" : "有", "答复人 answeredBy 与答复 answer 要么都写，要么都不写");
            findings.Name($"{at}.byLeader", appeal.ByLeader);
        }

        entrants($"{path}.appeals.entrant", [.. (progress.Appeals ?? []).Select(a => a.Entrant).Distinct()]);
        entrants($"{path}.honours.approved", [.. (progress.Honours?.Approved ?? []).Select(h => h.Entrant).Distinct()]);
        entrants($"{path}.certificates", [.. (progress.Certificates ?? []).Where(c => c.Facts.Kind != CertificateKind.Thanks).Select(c => c.Entrant).Distinct()]); // thanks name a judge
        HashSet<string> numbers = [.. (progress.Certificates ?? []).Select(c => c.Facts.Number)];
        foreach (var (index, revoked) in (progress.Revoked ?? []).Index())
        {
            findings.Known($"{path}.revoked[{index}].number", revoked.Number, numbers, "证书");
        }
    }

    private static void Review(FileReview? review, string path, Action<string, IReadOnlyList<EntrantId>?> entrants, Findings findings)
    {
        if (review is null)
        {
            return;
        }

        entrants($"{path}.top", review.Top);
        entrants($"{path}.sample", review.Sample);
        entrants($"{path}.ticks", [.. (review.Ticks ?? []).Select(t => t.Entrant).Distinct()]);
        if (review.SignedBy is { } signed)
        {
            TwoPeople(signed.HeadJudge, signed.Supervisor, $"{path}.signedBy", findings);
        }
    }

    private static void TwoPeople(string headJudge, string supervisor, string path, Findings findings)
    {
        findings.Name($"{path}.headJudge", headJudge);
        findings.Name($"{path}.supervisor", supervisor);
        findings.Must(headJudge != supervisor, $"{path}.supervisor", Findings.Quote(supervisor), "裁判长和监督应是两个人");
    }

    private static void WithoutScoring(CompetitionFile file, IReadOnlyList<TradeProgress> progress, FileIds ids, Findings findings)
    {
        var marked = (file.Marks ?? []).Where(m => ids.Entrants.ContainsKey(m.Entrant.Value) && m.Modules is { Count: > 0 }).Select(m => ids.Entrants[m.Entrant.Value].Trade).ToHashSet();
        foreach (var (index, trade) in progress.Index().Where(p => p.Item.Phase is Phase.Setup or Phase.Drawn && marked.Contains(p.Item.Trade)))
        {
            findings.Error($"$.progress[{index}].phase", trade.Phase.ToString()!.ToLowerInvariant(), "已经有成绩，应为 scoring 或以后的阶段");
        }
    }
}
