// An office's shelf of contests: start, memory, pages and one more import, beside those of a shelf with one contest.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Scoring.Api.Feed;
using Scoring.Api.Files;
using Scoring.Api.Hosting;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Files;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class LongShelf(string folder, int contests)
{
    private const string Password = "benchmark-password";

    private static readonly (string What, string Path)[] Pages =
    [
        ("list of contests", "/console/competitions"), ("its last page", "/console/competitions?p=9999"),
            ("search by pinyin", "/console/competitions?find=ydb"),
        ("by year", "/console/competitions?year=2011"), ("history", "/console/history"),
            ("history of a name", "/console/history?find=%E5%BC%A0"), ("figures by year", "/console/figures?by=Year"),
        ("accounts", "/console/accounts"), ("road of a contest", "/console/c-00001/road"), ("portal", "/portal"),
            ("certificate nobody has", "/portal/verify?number=YDB1999-DG-001"),
    ];

    public async Task<IReadOnlyList<Row>> Run()
    {
        var one = await Measured(1);
        var many = await Measured(contests);
        return
        [
            .. many.Zip(one).Select(m => new Row(
                m.First.What, m.First.Figure, m.First.Unit, m.Second.Figure,
                    m.First.What is "start" or "memory after the start" or "import of one more" ? "<= 1.2" : "",
                $"{contests} contests beside one")),
        ];
    }

    private async Task<IReadOnlyList<(string What, double Figure, string Unit)>> Measured(int count)
    {
        var data = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"shelf-{count}"));
        await Fill(data, count);
        var figures = new List<(string What, double Figure, string Unit)>();
        var started = Stopwatch.GetTimestamp();
        await using var server = await ServerProcess.Start(demo: false, at: data);
        figures.Add(("start", Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms"));
        figures.Add(("memory after the start", Usage.Megabytes(server.Process), "MB"));
        using var admin = new ConsoleClient(new Uri(server.Url));
        await admin.SignIn("admin", Password);
        foreach (var (what, path) in Pages)
        {
            figures.Add((what + ", first time", await Timed(() => admin.Read(path)), "ms"));
            var again = new List<double>();
            for (var n = 0; n < 5; n++)
            {
                again.Add(await Timed(() => admin.Read(path)));
            }

            figures.Add((what, again.Order().ElementAt(2), "ms"));
        }

        figures.Add(("memory after all pages", Usage.Megabytes(server.Process), "MB"));
        server.Process.Kill();
        await server.Process.WaitForExitAsync();
        var file = Path.Combine(folder, "one-more.json");
        await File.WriteAllTextAsync(file, Text(99_999, 99_999));
        figures.Add(("import of one more", await Timed(() => Import(file, data)), "ms"));
        return figures;
    }

    private static async Task Fill(string data, int count)
    {
        await using var app = ScoringApp.Build(new ScoringOptions(data, "http://127.0.0.1:0"), b => b.Logging.ClearProviders());
        app.Services.GetRequiredService<RestKeeper>();
        app.Services.GetRequiredService<Accounts>().Create(new NewAccount("admin", "管理员", Role.Admin), Password);
        var (competitions, import) = (app.Services.GetRequiredService<Competitions>(),
            app.Services.GetRequiredService<CompetitionImport>());
        competitions.OpenAll();
        for (var n = 1; n <= count; n++)
        {
            await import.Run(CompetitionFileReader.Read(Encoding.UTF8.GetBytes(Text(n, count))).File ?? throw new InvalidOperationException(
                "the example is broken"));
            competitions.Rest(TimeSpan.Zero);
        }
    }

    private static readonly string Marked = File.ReadAllText(Example());

    // The marked example, as one of many, spread over twenty years.
    private static string Text(int n, int count) => Marked
        .Replace("\"yindubei-2026\"", string.Create(CultureInfo.InvariantCulture, $"\"c-{n:00000}\""), StringComparison.Ordinal)
        .Replace("2026-", string.Create(CultureInfo.InvariantCulture, $"{2007 + (n * 20L / (count + 1))}-"), StringComparison.Ordinal)
        .Replace("YDB2026", string.Create(CultureInfo.InvariantCulture, $"C{n:00000}"), StringComparison.Ordinal);

    private static string Example()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "examples", "yindubei-marked.json");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("examples/yindubei-marked.json");
    }

    private static async Task<int> Import(string file, string data)
    {
        using var import = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll"), "import", file, "--data", data])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        })!; // dotnet is there: this runs on it
        await import.StandardOutput.ReadToEndAsync();
        await import.WaitForExitAsync();
        return import.ExitCode == 0 ? 0 : throw new InvalidOperationException("the import failed");
    }

    private static async Task<double> Timed<T>(Func<Task<T>> what)
    {
        var started = Stopwatch.GetTimestamp();
        await what();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
