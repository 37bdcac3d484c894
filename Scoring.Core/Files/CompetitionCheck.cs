using System.Text.RegularExpressions;
using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Whether what a contest says of itself can stand on paper: names, days, numbers. Team rankings have a check of their own.</summary>
public static partial class CompetitionCheck
{
    /// <summary>Everything wrong with it; paths start at the competition itself, <c>$</c>.</summary>
    public static IReadOnlyList<Problem> Check(Competition competition)
    {
        var findings = new Findings();
        Check(competition, "$", findings);
        return findings.All();
    }

    internal static void Check(Competition competition, string path, Findings findings)
    {
        findings.Name($"{path}.name", competition.Name);
        findings.Names($"{path}.nameLines", competition.NameLines);
        foreach (var (name, text) in ((string, string?)[])
            [("series", competition.Series), ("level", competition.Level), ("venue", competition.Venue), ("city", competition.City),
             ("contact", competition.Contact)])
        {
            findings.NameIfAny($"{path}.{name}", text);
        }

        if (competition.Edition is { } edition)
        {
            findings.Must(edition >= 1, $"{path}.edition", edition, $"届次从 1 起");
        }

        findings.Names($"{path}.hosts", competition.Hosts);
        findings.Names($"{path}.organizers", competition.Organizers);
        findings.Names($"{path}.coOrganizers", competition.CoOrganizers);
        findings.Names($"{path}.issuers", competition.Issuers);
        if (competition.CertificatePrefix is { } prefix)
        {
            findings.Must(
                Prefix().IsMatch(prefix), $"{path}.certificatePrefix", Findings.Quote(prefix), $"应为 1 至 20 个英文字母、数字或 -，以字母或数字开头，如 YDB2026");
        }

        if (competition.TimeZone is { } zone)
        {
            findings.Must(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), $"{path}.timeZone", Findings.Quote(zone), $"应为时区名称，如 Asia/Shanghai");
        }

        if (TradeWord.Fault(competition.TradeWord) is { } fault)
        {
            findings.Error($"{path}.tradeWord", Findings.Quote(competition.TradeWord ?? ""), fault);
        }

        findings.Tags($"{path}.tags", competition.Tags);
        Calendar(competition, path, findings);
    }

    private static void Calendar(Competition competition, string path, Findings findings)
    {
        static bool Weekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        static Saying Written(DateOnly day) => $"{day:O}";
        if (competition.LastDate is { } last)
        {
            findings.Must(competition.Date <= last, $"{path}.lastDate", Written(last), $"最后一天不能早于第一天；只有一天时不写");
        }

        foreach (var (index, day) in (competition.Holidays ?? []).Index())
        {
            findings.Must(!Weekend(day), $"{path}.holidays[{index}]", Written(day), $"是周末，本来就不是工作日；只写放假的周一至周五");
        }

        foreach (var (index, day) in (competition.ExtraWorkdays ?? []).Index())
        {
            findings.Must(Weekend(day), $"{path}.extraWorkdays[{index}]", Written(day), $"不是周末，本来就是工作日；只写调休上班的周六、周日");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]{0,19}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();
}
