using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Feed;
using Scoring.Api.Files;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Core.Files;

namespace Scoring.Api.Tests.Commands;

/// <summary>Contests as unions really hold them (examples/contests) on one shelf: each is imported, and what an office would count over
/// them is there.</summary>
public sealed class ContestFilesTests
{
    [Fact]
    public async Task Every_contest_of_the_examples_is_imported_and_its_ledger_holds()
    {
        await using var host = await ConsoleHost.Start();
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        foreach (var path in Directory.EnumerateFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
        {
            var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(path)).File!;
            var open = await import.Run(file);
            Assert.Equal(file.Entrants!.Count, open.Read(s => s.Entrants.Count));
        }
    }

    [Theory]
    [InlineData("c13-chinalco", "全国技术能手 129、行业技术能手 257", 372, 69, 250, 53)] // +48.8 %, +30.2 %
    [InlineData("c17-guangxi", "广西工匠 275", 40, 8, 40, 8)]
    public async Task A_series_over_its_editions_adds_up_to_what_the_papers_say(
        string folder, string titles, int people, int firms, int peopleBefore, int firmsBefore)
    {
        await using var host = await ConsoleHost.Start();
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Folder(), folder)).Order(StringComparer.Ordinal))
        {
            await import.Run(CompetitionFileReader.Read(await File.ReadAllBytesAsync(path)).File!);
        }

        var editions = host.App.Services.GetRequiredService<History>().Editions(_ => true);

        Assert.Equal(Directory.GetFiles(Path.Combine(Folder(), folder)).Length, editions.Count);
        var won = editions.SelectMany(e => e.Results).SelectMany(r => r.Honours.Count > 0 ? r.Honours : [r.Award ?? ""]);
        var counted = won.CountBy(w => w).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        Assert.Equal(titles, string.Join('、', titles.Split('、').Select(t => t.Split(' ')[0]).Select(t => $"{t} {counted[t]}")));
        Assert.Equal(titles.Contains("129", StringComparison.Ordinal) ? (48.8m, 30.2m) : (0m, 0m), (Growth(people, peopleBefore),
            Growth(firms, firmsBefore)));
        Assert.Equal((people, firms, peopleBefore, firmsBefore),
            (editions[0].Entrants, editions[0].Organizations, editions[1].Entrants, editions[1].Organizations));
    }

    [Fact]
    public async Task A_county_that_leads_three_team_rankings_has_three_firsts_in_history()
    {
        await using var host = await ConsoleHost.Start();
        var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(Path.Combine(Folder(), "c33-lvliang.json"))).File!;
        var open = await host.App.Services.GetRequiredService<CompetitionImport>().Run(file);
        foreach (var trade in file.Trades!)
        {
            await ConsoleHost.Do(open, "system", new Core.Ledger.Events.PhaseChanged(trade.Id, Core.Ledger.Events.Phase.Final));
        }

        var teams = host.App.Services.GetRequiredService<History>().Editions(_ => true).Single().Teams;
        Assert.Equal(["中阳县总工会", "中阳县总工会", "中阳县总工会"], teams.Where(t => t.Rank == 1).Select(t => t.Organization));
    }

    [Fact]
    public async Task A_register_of_awards_won_before_is_read_person_by_person()
    {
        var name = "c34-zhonggang-register.csv";
        var book = SpreadsheetReader.Read(await File.ReadAllBytesAsync(Path.Combine(Folder(), name)), name);
        var import = AwardImport.Preview(book, name, new Dictionary<string, string>(), [], new DateOnly(2026, 11, 30));
        Assert.Equal(
            ["技术能手 75", "五一劳动奖章 55", "技术标兵 69"],
            import.Awards.GroupBy(a => a.Title).Select(g => $"{g.Key} {g.Count()}"));
        Assert.Equal(199, import.Awards.Count());
    }

    // In percent, to a decimal.
    private static decimal Growth(int now, int before) => Math.Round((now - before) * 100m / before, 1);

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../examples/contests")); // a source file has a folder
}
