// The console with a city's games: import of the list, and every page as its server answers it. Prints a table; asserts nothing.
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Api.Files;
using Scoring.Api.Hosting;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class ConsolePages(string folder, Games games)
{
    private const string Password = "benchmark-password";
    private const double ImportLimit = 10_000, PageLimit = 300;

    private static readonly string[] AdminPages =
    [
        "/console/competitions", "/console/accounts", "/console/history", "/console/access", "{c}/day", "{c}/devices", "{c}/definition/t001", "{c}/import", "{c}/import-judges", "{c}/entrants",
        "{c}/entrants?find=zzg", "{c}/entrants?find=%E5%B7%A5%E7%A8%8B&p=20", "{c}/people", "{c}/draw/t001", "{c}/sheets/t001", "{c}/review/t001", "{c}/awards/t001", "{c}/publish/t001",
        "{c}/appeals", "{c}/certificates/t001", "{c}/lists", "{c}/lists?handler=excel&list=roster", "{c}/lists?handler=print&list=summary", "{c}/archive", "{c}/ledger",
    ];

    public async Task<IReadOnlyList<Row>> Run()
    {
        await using var app = ScoringApp.Build(new ScoringOptions(Path.Combine(folder, "games"), "http://127.0.0.1:0"), b => b.Logging.ClearProviders());
        await app.StartAsync();
        var accounts = app.Services.GetRequiredService<Accounts>();
        accounts.Create(new NewAccount("admin", "管理员", Role.Admin), Password);
        accounts.Create(new NewAccount("clerk", "录入员", Role.Clerk), Password);
        accounts.Create(new NewAccount("floor", "现场裁判", Role.FloorJudge), Password);
        var open = await app.Services.GetRequiredService<CompetitionImport>().Run(games.File());
        var address = new Uri(app.Urls.First());
        using var admin = new ConsoleClient(address);
        await admin.SignIn("admin", Password);

        var rows = new List<Row>();
        var (upload, preview) = await Timed(() => admin.PostFile("/console/games/import?handler=Upload", "报名表.xlsx", games.List()));
        rows.Add(new($"upload and check {games.Entrants} rows", preview, "ms", ImportLimit, "<= 1"));
        var (_, shown) = await Timed(() => admin.Read(upload));
        rows.Add(new("show the check", shown, "ms", ImportLimit, "<= 1"));
        var (_, commit) = await Timed(() => admin.Post("/console/games/import?handler=Commit", new() { ["upload"] = upload.Split('=')[^1], ["onlyGood"] = "false" }));
        rows.Add(new($"import {games.Entrants} rows", commit, "ms", ImportLimit, "<= 1"));
        if (open.Read(s => s.Entrants.Count) != games.Entrants)
        {
            throw new InvalidOperationException("the list was not imported");
        }

        await Score(open);
        foreach (var page in AdminPages)
        {
            rows.Add(await Measured(admin, page));
        }

        using var clerk = new ConsoleClient(address);
        await clerk.SignIn("clerk", Password);
        rows.Add(await Measured(clerk, "{c}/marks/t001"));
        rows.Add(await Measured(clerk, "{c}/import-marks"));
        using var floor = new ConsoleClient(address);
        await floor.SignIn("floor", Password);
        rows.Add(await Measured(floor, "{c}/floor/t001"));
        await app.StopAsync();
        return rows;
    }

    // Every trade drawn and half marked, as in the middle of the day.
    private async Task Score(OpenCompetition open)
    {
        foreach (var n in Enumerable.Range(1, games.Trades))
        {
            var trade = Games.Trade(n);
            var people = open.Read(s => s.Trade(trade)!.Entrants.Select(e => e.Entrant.Id).ToList());
            await Do(open, new CodesDrawn(trade, 1, "seed", [.. people.Select((p, i) => new DrawnCode(p, $"{(char)('A' + (n % 26))}{i + 1:00}"))]));
            await Do(open, new PhaseChanged(trade, Phase.Drawn));
            await Do(open, new PhaseChanged(trade, Phase.Scoring));
            await Do(open, new ModuleMarksImported(new ModuleId("LL"), "clerk", [.. people.Select((p, i) => new ImportedMark(p, 60 + (i % 40)))]));
            await Task.WhenAll(people.Take(people.Count / 2).SelectMany((p, i) => Enumerable.Range(1, games.Judges).Select(j => Do(open, new SheetSubmitted(
                p, new ModuleId("A"), new JudgeId($"J{n:000}-{j}"), Enumerable.Range(1, 20).ToDictionary(a => new AspectId($"A1.{a}"), a => Entry.Of((i + a) % 10 * 0.5m)), 0)))));
        }
    }

    private static Task Do(OpenCompetition open, LedgerEvent e) => open.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(e));

    private static async Task<Row> Measured(ConsoleClient who, string page)
    {
        var path = page.Replace("{c}", "/console/games", StringComparison.Ordinal);
        var (text, first) = await Timed(() => who.Read(path));
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            times.Add((await Timed(() => who.Read(path))).Milliseconds);
        }

        times.Sort();
        return new(page, times[2], "ms", PageLimit, "<= 1", $"first {first:0} ms, {text.Length / 1024} KB");
    }

    private static async Task<(string Text, double Milliseconds)> Timed(Func<Task<string>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var text = await work();
        return (text, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
