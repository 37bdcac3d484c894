// A batch of single files as the console prints it, zipped and in order, by a process on one core and by one on all; and its memory.
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Certificates;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class CertificateBatch(int amount, int most)
{
    public const string Argument = "certificate-batch";
    private const int Few = 200; // before the clock counts: a process that has just started still compiles

    public async Task<IReadOnlyList<Row>> Run()
    {
        // In turns and the best of each, so that what else the machine does falls on both alike.
        Result one = new(0, 0), all = new(0, 0);
        for (var turn = 0; turn < 3; turn++)
        {
            one = Better(one, await Print(amount, "taskset", "-c", "0", "dotnet"));
            all = Better(all, await Print(amount, "dotnet"));
        }

        var large = await Print(most, "dotnet");
        return
        [
            new($"batch of {amount} single files, all cores beside one", all.PerSecond, "1/s", one.PerSecond, ">= 1.7", $"{Environment.ProcessorCount} cores, {all.Megabytes:0} MB at most"),
            new($"memory of a batch of {most} beside {amount}", large.Megabytes, "MB", all.Megabytes, "<= 1.1", "most of the process, fonts and all"),
        ];
    }

    /// <summary>In a process of its own: prints, and says how many a second and the most memory the process ever had.</summary>
    public static async Task Child(int count)
    {
        var folder = Directory.CreateTempSubdirectory("scoring-batch-").FullName;
        try
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var fonts = FontBook.Load(FontBook.UsualPlaces(AppContext.BaseDirectory));
            var painter = new CertificatePainter(fonts);
            using var files = new CertificateFiles(painter, fonts, Path.Combine(folder, "files"));
            await using var runs = new PrintRuns(Path.Combine(folder, "prints"), painter, files, new CertificatePreflight(fonts), TimeProvider.System, NullLogger<PrintRuns>.Instance);
            await Print(runs, Sheet(1, Few, key));
            var sheet = Sheet(Few + 1, count, key);
            var started = Stopwatch.GetTimestamp();
            await Print(runs, sheet);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count / Stopwatch.GetElapsedTime(started).TotalSeconds} {Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PrintOrderSheet Sheet(int first, int count, ECDsa key) => new(
        new CompetitionId("cup"), [.. Enumerable.Range(first, count).Select(i => (CertificateTemplates.Festive, CertificatePrinting.Certificate(i, key)))],
        PrintFormat.Single, default, $"{count} 张", "证书.zip", "admin");

    private static async Task Print(PrintRuns runs, PrintOrderSheet sheet)
    {
        if (runs.Start(sheet) is [var problem, ..])
        {
            throw new InvalidOperationException(problem.Message);
        }

        await Wait.Until(() => runs.Of(sheet.Competition)[0].State != PrintRunState.Running, TimeSpan.FromMinutes(5));
        if (runs.Of(sheet.Competition)[0] is not { State: PrintRunState.Done } done || done.Done != sheet.Certificates.Count)
        {
            throw new InvalidOperationException("the batch was not printed");
        }
    }

    private static async Task<Result> Print(int count, params string[] program)
    {
        var start = new ProcessStartInfo(program[0]) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. program[1..], typeof(CertificateBatch).Assembly.Location, Argument, count.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await process.WaitForExitAsync();
        return new(double.Parse(said[0], CultureInfo.InvariantCulture), double.Parse(said[1], CultureInfo.InvariantCulture));
    }

    private static Result Better(Result a, Result b) => b.PerSecond > a.PerSecond ? b : a;

    private sealed record Result(double PerSecond, double Megabytes);
}
