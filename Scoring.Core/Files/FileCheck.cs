using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>Whether the parts of a file fit together: ids that exist, people once, quotas within entrants.</summary>
internal static class FileCheck
{
    public static void Check(CompetitionFile file, Findings findings)
    {
        findings.TradeWord = TradeWord.Of(file.Competition);
        var ids = new FileIds(file);
        Competition(file, ids, findings);
        Organizations(file.Organizations ?? [], findings);
        Trades(file.Trades ?? [], ids, findings);
        EntrantCheck.Check(file, ids, findings);
        JudgeCheck.Check(file, ids, findings);
        MarksCheck.Check(file, ids, findings);
        ProgressCheck.Check(file, ids, findings);
    }

    private static void Competition(CompetitionFile file, FileIds ids, Findings findings)
    {
        var (competition, path) = (file.Competition, "$.competition");
        findings.CompetitionId($"{path}.id", competition.Id.Value);
        CompetitionCheck.Check(competition, path, findings);
        findings.Unique(competition.TeamRankings, t => t.Name, i => $"{path}.teamRankings[{i}].name", $"团体排名名称");
        foreach (var (index, ranking) in (competition.TeamRankings ?? []).Index())
        {
            TeamCheck.Check(ranking, file, ids, $"{path}.teamRankings[{index}]", findings);
        }
    }

    private static void Organizations(IReadOnlyList<Organization> organizations, Findings findings)
    {
        findings.Unique(organizations, o => o.Id.Value, i => $"$.organizations[{i}].id", $"单位编号");
        findings.Unique(organizations, o => o.Name, i => $"$.organizations[{i}].name", $"单位名称");
        foreach (var (index, organization) in organizations.Index())
        {
            findings.Id($"$.organizations[{index}].id", organization.Id.Value);
            findings.Name($"$.organizations[{index}].name", organization.Name);
            findings.NameIfAny($"$.organizations[{index}].shortName", organization.ShortName);
            findings.Tags($"$.organizations[{index}].tags", organization.Tags);
        }
    }

    private static void Trades(IReadOnlyList<Trade> trades, FileIds ids, Findings findings)
    {
        findings.Unique(trades, t => t.Id.Value, i => $"$.trades[{i}].id", $"{findings.TradeWord}编号");
        findings.Unique(trades, t => t.Name, i => $"$.trades[{i}].name", $"{findings.TradeWord}名称");
        findings.Unique(trades, t => t.Code.ToUpperInvariant(), i => $"$.trades[{i}].code", $"{findings.TradeWord}代码");
        foreach (var (index, trade) in trades.Index())
        {
            DefinitionCheck.Check(trade, $"$.trades[{index}]", ids.EntrantsIn(trade.Id), findings);
        }
    }
}
