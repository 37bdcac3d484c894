// The demonstration: 殷都杯 as shipped, into an empty folder only.
using Scoring.Api.Tablets;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Files;
using Scoring.Core.People;

namespace Scoring.Api.Demo;

/// <summary>Loads the demonstration and says how to get in.</summary>
public sealed class DemoLoader(Competitions competitions, CompetitionImport import, PairedTablets devices, Accounts accounts)
{
    // A floor judge or clerk of several trades is named with the first.
    private static readonly Role[] PairedRoles = [Role.Judge, Role.HeadJudge, Role.FloorJudge, Role.Clerk];

    private static string ExamplePath => Path.Combine(AppContext.BaseDirectory, "examples", "yindubei.json");

    /// <returns>Lines for the terminal; a folder that holds something is left alone and the line says so.</returns>
    public async Task<IReadOnlyList<string>> Load(CancellationToken cancel)
    {
        if (competitions.All.Count > 0 || accounts.HasAdmin())
        {
            return ["数据文件夹不是空的，没有载入演示。要看演示，请换一个空文件夹（SCORING_DATA）。"];
        }

        var reading = CompetitionFileReader.Read(await File.ReadAllBytesAsync(ExamplePath, cancel));
        var file = reading.File ?? throw new InvalidDataException($"the shipped demonstration has errors: {reading.Problems[0]}");
        var competition = await import.Run(file with { Competition = file.Competition with { Demo = true } }, cancel);
        return ["演示比赛：" + file.Competition.Name, .. AccountLines(competition), .. PairingCodes(competition)];
    }

    private IEnumerable<string> AccountLines(OpenCompetition competition)
    {
        var made = competition.Read(state => DemoAccounts.Create(accounts, state, competition.Id));
        var width = made.Max(a => a.Login.Length);
        return ["演示账号（账号、密码、身份）：", .. made.Select(a => $"  {a.Login.PadRight(width)}  {a.Password}  {a.Role} {a.Name}")];
    }

    private IEnumerable<string> PairingCodes(OpenCompetition competition)
    {
        yield return "演示平板配对码（其他裁判的码在控制台“设备”页）：";
        var seats = competition.Read(state => state.TradesInOrder
            .SelectMany(trade => PairedRoles.SelectMany(role => state.Judges.Values
                .SelectMany(judge => judge.Seats.Select(seat => (judge, seat)))
                .Where(j => j.seat.Trade == trade.Definition.Id && j.seat.Role == role)
                .OrderBy(j => j.seat.Number)
                .Select(j => (Trade: trade.Definition.Name, j.judge.Id, Seat: role == Role.Judge ? $"{j.seat.Number} 号裁判" : role.Chinese()))
                .Take(1)))
            .DistinctBy(j => j.Id)
            .ToList());
        foreach (var (trade, judge, seat) in seats)
        {
            yield return $"  {devices.CreateCode(competition.Id, judge).Code}  {trade} {seat}";
        }
    }
}
