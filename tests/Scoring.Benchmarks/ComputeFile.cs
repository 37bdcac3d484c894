// compute of large files in a process of its own: seconds and the most memory it held.
using System.Diagnostics;
using System.Globalization;

namespace Scoring.Benchmarks;

internal sealed class ComputeFile(string folder, int entrants, int firms)
{
    private const int Aspects = 500, Judges = 5, Sheets = 200;

    public async Task<IReadOnlyList<Row>> Run()
    {
        var sheets = await Of("sheets", $"{Aspects} aspects, {Judges} judges, {Sheets} entrants", SheetsFile, 2, 250);
        var teams = await Of("teams", $"{entrants} entrants in {firms} teams", TeamsFile, 2, 250);
        return [.. sheets, .. teams];
    }

    private async Task<IReadOnlyList<Row>> Of(string name, string what, Action<TextWriter> write, double seconds, double megabytes)
    {
        var path = Path.Combine(folder, name + ".json");
        await using (var file = new StreamWriter(path))
        {
            write(file);
        }

        var (took, most) = await Compute(path);
        return
        [
            new($"compute {what}", took, "s", seconds, "<= 1", $"{new FileInfo(path).Length / 1_000_000} MB of file"),
            new($"memory of compute {what}", most, "MB", megabytes, "<= 1"),
        ];
    }

    private static async Task<(double Seconds, double Megabytes)> Compute(string path)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll"), "compute", path])
        {
            RedirectStandardOutput = true, UseShellExecute = false,
        }) ?? throw new InvalidOperationException("compute did not start");
        var most = 0L;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        while (!output.IsCompleted)
        {
            process.Refresh();
            most = Math.Max(most, process.HasExited ? 0 : process.PeakWorkingSet64);
            await Task.WhenAny(output, Task.Delay(10));
        }

        await process.WaitForExitAsync();
        return (watch.Elapsed.TotalSeconds, process.ExitCode == 0 ? most / 1e6 : double.NaN);
    }

    private static void SheetsFile(TextWriter file)
    {
        file.Write("""
            {"format":1,"competition":{"id":"big","name":"大赛"},"organizations":[{"id":"o","name":"甲厂"}],
            "trades":[{"id":"t","name":"工种","code":"T","components":[{"id":"p","name":"实操","kind":"practical","weight":100,"modules":[
              {"id":"M","name":"模块","fullMark":100,"marking":"panel","spreadLimit":null,"sheet":[{"id":"c","name":"项","aspects":[
            """);
        file.Write(string.Join(',', Range(Aspects).Select(a =>
            $$"""{"kind":"points","id":"a{{a}}","text":"评分点{{a}}","fullMark":0.2,"step":0.01}""")));
        file.Write("]}]}]}],\"awards\":{\"tiers\":[{\"name\":\"一等奖\",\"percent\":10}],\"gate\":{\"passMark\":0}}}],\"judges\":[");
        file.Write(string.Join(',', Range(Judges).Select(j =>
            $$"""{"id":"j{{j}}","name":"裁判{{j}}","seats":[{"role":"judge","trade":"t","module":"M","number":{{j}}}]}""")));
        file.Write("],\"entrants\":[");
        file.Write(string.Join(',', Range(Sheets).Select(e => $$"""{"id":"e{{e}}","name":"选手{{e}}","organization":"o","trade":"t"}""")));
        file.Write("],\"marks\":[");
        foreach (var e in Range(Sheets))
        {
            file.Write($$"""{{(e == 1 ? "" : ",")}}{"entrant":"e{{e}}","modules":[{"module":"M","sheets":[""");
            file.Write(string.Join(',', Range(Judges).Select(
                j => $$"""{"judge":"j{{j}}","marks":{""" + string.Join(',', Range(Aspects).Select(a =>
                string.Create(CultureInfo.InvariantCulture, $"\"a{a}\":{(((e * 7) + (j * 3) + a) % 21) / 100m}"))) + "}}")));
            file.Write("]}]}");
        }

        file.Write("]}");
    }

    private void TeamsFile(TextWriter file)
    {
        file.Write("""
            {"format":1,"competition":{"id":"wide","name":"大赛","teamRankings":[
              {"name":"团体","method":"bestTotals","bestOf":3,"tie":"totalTime"}]},
            """);
        file.Write("\"organizations\":[" + string.Join(',', Range(firms).Select(o => $$"""{"id":"o{{o}}","name":"单位{{o}}"}""")) + "],");
        file.Write("""
            "trades":[{"id":"t","name":"工种","code":"T","components":[{"id":"p","name":"实操","kind":"practical","weight":100,"modules":[
              {"id":"M","name":"模块","fullMark":100,"marking":"clerk","sheet":[],"time":{}}]}],
              "awards":{"tiers":[{"name":"一等奖","percent":10},{"name":"二等奖","percent":20}],"gate":{"passMark":0}}}],"entrants":[
            """);
        file.Write(string.Join(',', Range(entrants).Select(e =>
            $$"""{"id":"e{{e}}","name":"选手{{e}}","organization":"o{{(e % firms) + 1}}","trade":"t"}""")) + "],\"marks\":[");
        file.Write(string.Join(',', Range(entrants).Select(e =>
            $$"""{"entrant":"e{{e}}","modules":[{"module":"M","figures":[{"clerk":"L","mark":{{e * 37 % 101}}}],"""
            + $$$""" "time":{"usedSeconds":{{{e % 3600}}}}}]}""")));
        file.Write("]}");
    }

    private static IEnumerable<int> Range(int count) => Enumerable.Range(1, count);
}
