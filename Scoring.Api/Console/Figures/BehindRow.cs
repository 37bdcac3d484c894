using System.Globalization;
using Scoring.Api.Feed.Figures;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Figures;

/// <summary>One of what stands behind a figure, as its line says it.</summary>
/// <param name="Trade">Of a team's place its ranking.</param>
/// <param name="Won">奖项、称号; several of one with their number.</param>
/// <param name="Figure">Its part of a sum, else how many took part.</param>
public sealed record BehindRow(string Name, string Organization, string Contest, string Trade, string Won, string Figure)
{
    /// <param name="tradeWord">What trades are called.</param>
    public static IReadOnlyList<string> Heads(string tradeWord, bool amounts) =>
        ["名称", "单位", "比赛", tradeWord, "奖项、称号", amounts ? "数额" : "人次"];

    public IReadOnlyList<string> Cells => [Name, Organization, Contest, Trade, Won, Figure];

    public static BehindRow Of(Counted one) => one.From switch
    {
        [{ Award: { } award }] => new(
            one.Name, award.Organization, string.Join('，', new[] { award.Awarded, award.Giver, award.Contest }.OfType<string>()), "",
            award.Title, ""),
        [{ Team: { } team }] => new(
            one.Name, team.Organization, team.CompetitionName, team.Ranking,
            string.Join('、', new[] { team.Rank is { } rank ? $"第 {rank} 名" : null, team.Prize }.OfType<string>()), ""),
        _ => OfEntries(one),
    };

    private static BehindRow OfEntries(Counted one)
    {
        var entries = one.From.Select(f => f.Entry).OfType<PastEntry>().ToList();
        var won = entries.SelectMany(e => (string?[])[e.Award, .. e.Singles ?? [], .. e.Titles ?? []]).OfType<string>().CountBy(w => w)
            .Select(w => w.Value == 1 ? w.Key : $"{w.Key} {w.Value}");
        return new(
            one.Name, OneOrSo(entries.Select(e => e.Organization).Where(o => o.Length > 0), "家"),
            OneOrSo(one.From.DistinctBy(f => f.Edition.Competition).Select(f => f.Edition.Name), "场"),
            OneOrSo(entries.Select(e => e.Trade), "个"), string.Join('、', won),
            one.Amount?.Plain() ?? entries.Sum(e => e.People.Count).ToString(CultureInfo.InvariantCulture));
    }

    private static string OneOrSo(IEnumerable<string> names, string unit)
    {
        var different = names.Distinct(StringComparer.Ordinal).ToList();
        return different.Count switch { 0 => "", 1 => different[0], var n => $"{n} {unit}" };
    }
}
