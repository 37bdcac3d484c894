using Scoring.Core.Checking;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Phases and decisions: of known trades, entrants, modules and tiers, by two people where two are needed (R-A2, R-D1, R-D5).</summary>
internal static class ProgressCheck
{
    public static void Check(CompetitionFile file, FileIds ids, Findings findings)
    {
        var progress = file.Progress ?? [];
        findings.Unique(progress, p => p.Trade.Value, i => $"$.progress[{i}].trade", $"{findings.TradeWord}的进度");
        var appeals = progress.Index().SelectMany(p => (p.Item.Appeals ?? []).Index().Select(a => (a.Item.Number, Path: $"$.progress[{p.Index}].appeals[{a.Index}].number"))).ToList();
        findings.Unique(appeals, a => a.Number.ToString(), i => appeals[i].Path, $"申诉编号");
        var numbers = progress.Index().SelectMany(p => (p.Item.Certificates ?? []).Index().Select(c => (c.Item.Facts.Number, Path: $"$.progress[{p.Index}].certificates[{c.Index}].facts.number")))
            .Concat((file.TeamCertificates ?? []).Index().Select(c => (c.Item.Facts.Number, Path: $"$.teamCertificates[{c.Index}].facts.number"))).ToList();
        findings.Unique(numbers, n => n.Number, i => numbers[i].Path, $"证书编号");
        foreach (var (index, trade) in progress.Index())
        {
            if (findings.Known($"$.progress[{index}].trade", trade.Trade.Value, ids.Trades.Keys, $"{findings.TradeWord}"))
            {
                Check(trade, ids.Trades[trade.Trade.Value], ids, $"$.progress[{index}]", findings);
            }
        }

        var teams = (file.TeamCertificates ?? []).Select(c => c.Facts.Number).ToHashSet();
        foreach (var (index, revoked) in (file.TeamRevoked ?? []).Index())
        {
            findings.Known($"$.teamRevoked[{index}].number", revoked.Number, teams, $"证书");
            findings.Reason($"$.teamRevoked[{index}].reason", revoked.Reason);
        }

        WithoutScoring(file, progress, ids, findings);
    }

    private static void Check(TradeProgress progress, Trade trade, FileIds ids, string path, Findings findings)
    {
        var entrants = new TradeEntrants(trade, ids, findings);
        var draws = progress.DrawSeeds?.Count ?? 0;
        findings.Must(draws <= trade.CodeLayers, $"{path}.drawSeeds", $"{draws} 个", trade.CodeLayers == 0 ? (Saying)$"这个{findings.TradeWord}不抽代号"
            : $"这个{findings.TradeWord}只抽 {trade.CodeLayers} 层代号");
        foreach (var (index, signature) in (progress.Signatures ?? []).Index())
        {
            findings.Known($"{path}.signatures[{index}].module", signature.Module.Value, ids.Modules[trade.Id.Value].Keys, $"模块");
            findings.Name($"{path}.signatures[{index}].by", signature.By);
        }

        Review(progress.Review, $"{path}.review", entrants, findings);
        foreach (var (index, decode) in (progress.Decoded ?? []).Index())
        {
            findings.Must(decode.Layer >= 1 && decode.Layer <= trade.CodeLayers, $"{path}.decoded[{index}].layer", decode.Layer,
                trade.CodeLayers == 0 ? (Saying)$"这个{findings.TradeWord}不抽代号" : $"应为 1 至 {trade.CodeLayers}");
            TwoPeople(decode.HeadJudge, decode.Supervisor, $"{path}.decoded[{index}]", findings);
        }

        foreach (var (index, declined) in (progress.Declined ?? []).Index())
        {
            entrants.Known($"{path}.declined[{index}].entrant", declined.Entrant);
            findings.Reason($"{path}.declined[{index}].reason", declined.Reason);
        }

        foreach (var (index, tie) in (progress.Ties ?? []).Index())
        {
            entrants.Each($"{path}.ties[{index}].order", tie.Order);
            findings.Must(tie.Order.Count >= 2, $"{path}.ties[{index}].order", $"{tie.Order.Count} 人", $"裁定并列至少涉及两人");
            findings.Reason($"{path}.ties[{index}].reason", tie.Reason);
        }

        Decisions(progress, trade, path, entrants, findings);
    }

    private static void Decisions(TradeProgress progress, Trade trade, string path, TradeEntrants entrants, Findings findings)
    {
        var tiers = trade.Awards.Tiers.Concat((trade.Awards.Few ?? []).SelectMany(f => f.Tiers)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, boundary) in (progress.Boundaries ?? []).Index())
        {
            findings.Known($"{path}.boundaries[{index}].tier", boundary.Tier, tiers, $"奖项");
            entrants.Each($"{path}.boundaries[{index}].chosen", boundary.Chosen);
            entrants.Each($"{path}.boundaries[{index}].tied", boundary.Tied ?? []);
            findings.Reason($"{path}.boundaries[{index}].reason", boundary.Reason);
        }

        foreach (var (index, appeal) in (progress.Appeals ?? []).Index())
        {
            var at = $"{path}.appeals[{index}]";
            findings.Must(appeal.Number >= 1, $"{at}.number", appeal.Number, $"申诉编号从 1 起");
            entrants.Known($"{at}.entrant", appeal.Entrant);
            findings.Must(appeal.AnsweredBy is null || appeal.Answer is not null, $"{at}.answer", $"缺少", $"写了答复人 answeredBy，也要写答复 answer");
            findings.Must(appeal.Answer is null || appeal.AnsweredBy is not null, $"{at}.answeredBy", $"缺少", $"写了答复 answer，也要写答复人 answeredBy");
            findings.Must(!appeal.Upheld || appeal.Answer is not null, $"{at}.upheld", $"true", $"答复之后才写申诉成立");
            findings.Name($"{at}.byLeader", appeal.ByLeader);
            findings.Reason($"{at}.text", appeal.Text);
        }

        foreach (var (index, honour) in (progress.Honours?.Approved ?? []).Index())
        {
            entrants.Known($"{path}.honours.approved[{index}].entrant", honour.Entrant);
        }

        foreach (var (index, certificate) in (progress.Certificates ?? []).Index().Where(c => c.Item.Facts.Kind != CertificateKind.Thanks)) // thanks name a judge
        {
            entrants.Known($"{path}.certificates[{index}].entrant", certificate.Entrant);
        }

        HashSet<string> numbers = [.. (progress.Certificates ?? []).Select(c => c.Facts.Number)];
        foreach (var (index, revoked) in (progress.Revoked ?? []).Index())
        {
            findings.Known($"{path}.revoked[{index}].number", revoked.Number, numbers, $"证书");
            findings.Reason($"{path}.revoked[{index}].reason", revoked.Reason);
        }
    }

    private static void Review(FileReview? review, string path, TradeEntrants entrants, Findings findings)
    {
        if (review is null)
        {
            return;
        }

        entrants.Each($"{path}.top", review.Top);
        entrants.Each($"{path}.sample", review.Sample);
        foreach (var (index, tick) in (review.Ticks ?? []).Index())
        {
            entrants.Known($"{path}.ticks[{index}].entrant", tick.Entrant);
        }

        if (review.SignedBy is { } signed)
        {
            TwoPeople(signed.HeadJudge, signed.Supervisor, $"{path}.signedBy", findings);
        }
    }

    private static void TwoPeople(string headJudge, string supervisor, string path, Findings findings)
    {
        findings.Name($"{path}.headJudge", headJudge);
        findings.Name($"{path}.supervisor", supervisor);
        findings.Must(headJudge != supervisor, $"{path}.supervisor", Findings.Quote(supervisor), $"裁判长和监督应是两个人");
    }

    private static void WithoutScoring(CompetitionFile file, IReadOnlyList<TradeProgress> progress, FileIds ids, Findings findings)
    {
        var marked = (file.Marks ?? []).Where(m => ids.Entrants.ContainsKey(m.Entrant.Value) && m.Modules is { Count: > 0 }).Select(m => ids.Entrants[m.Entrant.Value].Trade).ToHashSet();
        foreach (var (index, trade) in progress.Index().Where(p => p.Item.Phase is Phase.Setup or Phase.Drawn && marked.Contains(p.Item.Trade)))
        {
            findings.Error($"$.progress[{index}].phase", $"{trade.Phase.ToString()!.ToLowerInvariant()}", $"已经有成绩，应为 scoring 或以后的阶段");
        }
    }
}
