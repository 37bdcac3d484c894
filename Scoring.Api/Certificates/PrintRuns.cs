using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Layout;
using Scoring.Display.Work;

namespace Scoring.Api.Certificates;

/// <summary>What is to be printed: each certificate with the template it is painted with.</summary>
/// <param name="Seal">The organization's own key: each single file is signed with it (R-H4). Held in memory until the run ends, never stored.</param>
public sealed record PrintOrderSheet(
    CompetitionId Competition, IReadOnlyList<(CertificateTemplate Template, CertificateToPrint Certificate)> Certificates, PrintFormat Format, PrintOffset Offset, string Says, string FileName, string By, X509Certificate2? Seal = null);

/// <summary>Prints batches of certificates into files of <c>prints/</c>, in the background, one after the other; the page may be closed and opened again meanwhile.</summary>
public sealed class PrintRuns(string folder, CertificatePainter painter, CertificateFiles files, CertificatePreflight preflight, TimeProvider time, ILogger<PrintRuns> log) : IAsyncDisposable
{
    private const int Kept = 12; // of a competition; older ones go
    private static readonly int Ahead = 16 * Environment.ProcessorCount; // so many are painted before they are written; half a megabyte a core
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, PrintRun> runs = Load(folder);
    private readonly ConcurrentDictionary<Guid, (Task Work, CancellationTokenSource Stop)> working = new();
    private readonly SemaphoreSlim press = new(1);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PrintRun> Of(CompetitionId competition) => [.. runs.Values.Where(run => run.Competition == competition).OrderByDescending(run => run.At)];

    public PrintRun? Find(Guid id) => runs.GetValueOrDefault(id);

    public string PathOf(PrintRun run) => Path.Combine(folder, $"{run.Id:N}{(run.Format == PrintFormat.Single ? ".zip" : ".pdf")}");

    /// <summary>Looks every glyph, blank field and number through before the first page (R-H2, R-H5); only then begins.</summary>
    /// <returns>What stands against it; empty: it is being printed.</returns>
    public IReadOnlyList<CertificateProblem> Start(PrintOrderSheet sheet)
    {
        var twice = sheet.Certificates.GroupBy(c => c.Certificate.Facts.Number, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => new CertificateProblem(same.Key, same.First().Certificate.Facts.Name, CertificateFault.DuplicateNumber, "证书编号", null, $"编号 {same.Key} 重复，没有打印"));
        var problems = sheet.Certificates.GroupBy(c => c.Template)
            .SelectMany(group => preflight.Check(group.Key, [.. group.Select(c => c.Certificate.Facts)])).Where(p => p.Fault != CertificateFault.DuplicateNumber).Concat(twice).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        var run = new PrintRun(Guid.NewGuid(), sheet.Competition, sheet.Says, sheet.FileName, sheet.Format, sheet.Certificates.Count, 0, PrintRunState.Running, time.GetUtcNow(), sheet.By);
        Save(run);
        DropOld(sheet.Competition);
        var stop = new CancellationTokenSource();
        working[run.Id] = (Task.Run(() => Print(run, sheet, stop.Token), CancellationToken.None), stop);
        return [];
    }

    public void Cancel(Guid id)
    {
        if (working.TryGetValue(id, out var at))
        {
            at.Stop.Cancel();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, stop) in working.Values)
        {
            await stop.CancelAsync();
        }

        await Task.WhenAll(working.Values.Select(at => at.Work));
        press.Dispose();
    }

    private async Task Print(PrintRun run, PrintOrderSheet sheet, CancellationToken stop)
    {
        var path = PathOf(run);
        var progress = run;
        var saved = time.GetTimestamp();
        try
        {
            await press.WaitAsync(stop);
            try
            {
                await using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
                {
                    await (sheet.Format == PrintFormat.Single ? Archive(file, sheet, Advance) : Merge(file, sheet, Advance, stop));
                }

                Save(progress with { State = PrintRunState.Done, Done = run.Total, Bytes = new FileInfo(path).Length });
            }
            finally
            {
                press.Release();
            }
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
            Save(progress with { State = PrintRunState.Cancelled, Message = "已取消，没有留下文件。" });
        }
        catch (Exception failed) when (failed is IOException or InvalidOperationException or UnauthorizedAccessException or CryptographicException)
        {
            PrintLog.Failed(log, run.Id, failed);
            File.Delete(path);
            Save(progress with { State = PrintRunState.Failed, Message = "没有打印完：写不了文件或签不了名。请检查磁盘空间和签名证书后重打。" });
        }
        finally
        {
            working.TryRemove(run.Id, out _);
            sheet.Seal?.Dispose();
        }

        void Advance(int done)
        {
            stop.ThrowIfCancellationRequested();
            runs[run.Id] = progress = progress with { Done = done };
            if (time.GetElapsedTime(saved) > SaveEvery)
            {
                Save(progress);
                saved = time.GetTimestamp();
            }
        }
    }

    private Task Merge(Stream file, PrintOrderSheet sheet, Action<int> advance, CancellationToken stop) => SideThreads.Painting.Run(
        () => painter.PaintAll(
            sheet.Certificates.Select((c, i) =>
            {
                advance(i);
                return c with { Template = c.Template.ForPaper() };
            }),
            file, Path.GetFileNameWithoutExtension(sheet.FileName), sheet.Offset),
        stop);

    /// <summary>编号_姓名.pdf each; the portal hands out the same files. Painted ahead on every core, written in order.</summary>
    private async Task Archive(Stream file, PrintOrderSheet sheet, Action<int> advance)
    {
        await using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        var ahead = new Queue<Task<byte[]>>();
        try
        {
            foreach (var (i, (template, certificate)) in sheet.Certificates.Index())
            {
                advance(i);
                foreach (var next in sheet.Seal is null ? sheet.Certificates.Skip(i + ahead.Count).Take(Ahead - ahead.Count) : [])
                {
                    ahead.Enqueue(Painted(next.Template.ForPaper(), next.Certificate, sheet.Offset));
                }

                Put(archive, certificate.Facts, await (sheet.Seal is { } seal ? SideThreads.Painting.Run(() => painter.PaintSigned(template, certificate.Facts, certificate.QrText, seal), CancellationToken.None) : ahead.Dequeue()));
            }
        }
        finally
        {
            await Task.WhenAll(ahead.Cast<Task>()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nothing is painted after the run has ended
        }
    }

    private async Task<byte[]> Painted(CertificateTemplate template, CertificateToPrint certificate, PrintOffset offset) =>
        await File.ReadAllBytesAsync((await files.Of(template, certificate, offset)).Path);

    private static void Put(ZipArchive archive, CertificateFacts facts, byte[] pdf)
    {
        using var into = archive.CreateEntry($"{Plain(facts.Number)}_{Plain(facts.Name)}.pdf", CompressionLevel.NoCompression).Open();
        into.Write(pdf);
    }

    /// <summary>Without what a file's name cannot hold on any system.</summary>
    private static string Plain(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || System.Text.Rune.IsControl(rune) ? "-" : rune.ToString()));

    private void Save(PrintRun run)
    {
        runs[run.Id] = run;
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{run.Id:N}.json");
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(run, ScoringJson.Options));
        File.Move(path + ".new", path, overwrite: true);
    }

    private void DropOld(CompetitionId competition)
    {
        foreach (var run in Of(competition).Where(run => run.State != PrintRunState.Running).Skip(Kept))
        {
            runs.TryRemove(run.Id, out _);
            File.Delete(PathOf(run));
            File.Delete(Path.Combine(folder, $"{run.Id:N}.json"));
        }
    }

    private static ConcurrentDictionary<Guid, PrintRun> Load(string folder)
    {
        var found = new ConcurrentDictionary<Guid, PrintRun>();
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
        {
            if (JsonSerializer.Deserialize<PrintRun>(File.ReadAllText(file), ScoringJson.Options) is { } run)
            {
                found[run.Id] = run.State == PrintRunState.Running ? run with { State = PrintRunState.Failed, Message = "服务器中途停止，没有打印完。请重打。" } : run;
            }
        }

        return found;
    }
}

internal static partial class PrintLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "print run {Run} failed")]
    public static partial void Failed(ILogger log, Guid run, Exception exception);
}
