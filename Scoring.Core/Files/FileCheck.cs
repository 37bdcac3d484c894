using Scoring.Core.Checking;
using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>Whether the parts of a file fit together: ids that exist, people once, quotas within entrants.</summary>
internal static partial class FileCheck
{
    public static void Check(CompetitionFile file, Findings findings)
    {
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
        findings.Name($"{path}.name", competition.Name);
        findings.Names($"{path}.nameLines", competition.NameLines);
        findings.NameIfAny($"{path}.series", competition.Series);
        if (competition.Edition is { } edition)
        {
            findings.Must(edition >= 1, $"{path}.edition", edition, "届次从 1 起");
        }

        findings.NameIfAny($"{path}.venue", competition.Venue);
        findings.Names($"{path}.hosts", competition.Hosts);
        findings.Names($"{path}.organizers", competition.Organizers);
        findings.Names($"{path}.issuers", competition.Issuers);
        if (competition.CertificatePrefix is { } prefix)
        {
            findings.Must(
                Prefix().IsMatch(prefix), $"{path}.certificatePrefix", Findings.Quote(prefix), "应为 1 至 20 个英文字母、数字或 -，以字母或数字开头，如 YDB2026");
        }

        Calendar(competition, path, findings);
        findings.Unique(competition.TeamRankings, t => t.Name, i => $"{path}.teamRankings[{i}].name", "团体排名名称");
        foreach (var (index, ranking) in (competition.TeamRankings ?? []).Index())
        {
            TeamCheck.Check(ranking, file, ids, $"{path}.teamRankings[{index}]", findings);
        }
    }

    private static void Calendar(Competition competition, string path, Findings findings)
    {
        static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        foreach (var (index, day) in (competition.Holidays ?? []).Index())
        {
            findings.Must(!Weekend(day), $"{path}.holidays[{index}]", day.ToString("O", CultureInfo.InvariantCulture), "是周末，本来就不是工作日；只写放假的周一至周五");
        }

        foreach (var (index, day) in (competition.ExtraWorkdays ?? []).Index())
        {
            findings.Must(Weekend(day), $"{path}.extraWorkdays[{index}]", day.ToString("O", CultureInfo.InvariantCulture), "不是周末，本来就是工作日；只写调休上班的周六、周日");
        }
    }

    private static void Organizations(IReadOnlyList<Organization> organizations, Findings findings)
    {
        findings.Unique(organizations, o => o.Id.Value, i => $"$.organizations[{i}].id", "单位编号");
        findings.Unique(organizations, o => o.Name, i => $"$.organizations[{i}].name", "单位名称");
        foreach (var (index, organization) in organizations.Index())
        {
            findings.Id($"$.organizations[{index}].id", organization.Id.Value);
            findings.Name($"$.organizations[{index}].name", organization.Name);
            findings.NameIfAny($"$.organizations[{index}].shortName", organization.ShortName);
        }
    }

    private static void Trades(IReadOnlyList<Trade> trades, FileIds ids, Findings findings)
    {
        findings.Unique(trades, t => t.Id.Value, i => $"$.trades[{i}].id", "赛项编号");
        findings.Unique(trades, t => t.Name, i => $"$.trades[{i}].name", "赛项名称");
        findings.Unique(trades, t => t.Code.ToUpperInvariant(), i => $"$.trades[{i}].code", "赛项代码");
        foreach (var (index, trade) in trades.Index())
        {
            DefinitionCheck.Check(trade, $"$.trades[{index}]", ids.EntrantsIn(trade.Id), findings);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,19}$", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
