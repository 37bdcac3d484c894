using System.Runtime.CompilerServices;
using System.Text.Json;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>Contests as unions really hold them, one file each in examples/contests: every figure that is told of them comes out.
/// Knock-out rounds (擂台赛, 乒乓球) are not for us: nothing here pairs entrants.</summary>
public sealed class ContestFilesTests
{
    /// <summary>File → people, organizations and trades; prizes given; who goes on, titles, single prizes, who leads the teams.</summary>
    private static readonly Dictionary<string, string> Told =
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(Folder(), "../../tests/cases/contests.json")))!; // a file of ours

    public static TheoryData<string> Names => [.. Told.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_contest_comes_out_as_it_is_told(string name)
    {
        var read = CompetitionFileReader.Read(File.ReadAllBytes(Path.Combine(Folder(), $"{name}.json")));
        Assert.Empty(read.Errors);
        var computed = Computation.Of(read.File!); // no errors: it is there
        Assert.All(computed.Trades, trade => Assert.Empty(trade.Open));
        Assert.Equal(Told[name], Summary(read.File!, computed));
    }

    [Fact]
    public void Every_file_of_the_folder_is_told_of() => Assert.Equal(
        Directory.EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder(), path)[..^".json".Length].Replace('\\', '/')).Order(StringComparer.Ordinal),
        Told.Keys.Order(StringComparer.Ordinal));

    private static string Summary(CompetitionFile file, ComputedCompetition computed)
    {
        var names = computed.Trades.SelectMany(t => t.Entrants).ToDictionary(e => e.Entrant, e => e.Name);
        int people = file.Entrants!.Count;
        IEnumerable<string> Parts()
        {
            var firms = file.Entrants.Select(e => e.Organization).Distinct().Count();
            yield return $"{people} 人 {firms} 单位 {computed.Trades.Count} 工种";
            yield return string.Join('、', computed.Trades.SelectMany(t => t.Tiers).GroupBy(t => t.Name)
                .Select(tier => $"{tier.Key} {tier.Sum(t => t.Given)}"));
            if (computed.Trades.Sum(t => t.Advance?.Entrants.Count ?? 0) is > 0 and var on)
            {
                yield return $"晋级 {on}，递补 {computed.Trades.Sum(t => t.Advance?.Reserves.Count ?? 0)}";
            }

            foreach (var title in computed.Trades.SelectMany(t => t.Honours?.Proposals ?? []).GroupBy(p => p.Title))
            {
                yield return $"{title.Key} {title.Count()}";
            }

            foreach (var single in computed.Trades.SelectMany(t => t.Singles ?? []))
            {
                yield return $"{single.Name} {string.Join('、', single.Winners.Select(w => $"{names[w.Entrant]} {w.Words}"))}";
            }

            foreach (var ranking in computed.Teams)
            {
                var first = ranking.Rows.First(r => r.Rank == 1);
                var organization = computed.Organizations.FirstOrDefault(o => o.Id == first.Organization)?.Name;
                yield return $"{ranking.Name} {organization}{first.Team} {first.Total:0.##}"
                    + (ranking.Prize.Count == 0 ? "" : $"，组织奖 {ranking.Prize.Count}");
            }
        }

        return string.Join('；', Parts());
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../examples/contests")); // a source file has a folder
}
