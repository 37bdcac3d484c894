using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text;
using Scoring.Api.Counters;
using Scoring.Api.Ledger;
using Scoring.Api.Shelf;
using Scoring.Api.Storage;
using Scoring.Core.Json;

namespace Scoring.Api.Doctor;

/// <summary>What somebody who helps from afar needs: findings, figures, sizes. No name, number, password or path: nothing that anybody
/// typed.</summary>
public sealed class SupportBundle(Competitions competitions, ContestCards cards, DayCounters counters, DataFolder folder, TimeProvider time)
{
    /// <returns>A zip.</returns>
    public byte[] Make(IReadOnlyList<Finding> findings)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "findings.json", findings);
            Add(zip, "machine.json", new
            {
                Version = ProductVersion.Current, At = time.GetUtcNow(), System = RuntimeInformation.OSDescription,
                    Architecture = $"{RuntimeInformation.OSArchitecture}",
                Runtime = RuntimeInformation.FrameworkDescription, Processors = Environment.ProcessorCount,
                Memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, Culture = CultureInfo.CurrentCulture.Name,
            });
            Add(zip, "contests.json", competitions.All.Select((c, n) => (Open: c, Number: n + 1, Card: cards.Of(c))).Select(c => new
            {
                Contest = c.Number, Version = c.Open.Sequence, Trades = c.Card?.Trades.Count, c.Card?.Entrants,
                    Judges = c.Card?.Judges.Count,
                Phases = c.Card?.Trades.Select(t => $"{t.Phase}"), Damaged = c.Open.Problem is not null,
            }));
            Add(zip, "files.json", Sizes());
            Add(zip, "hour.json", counters.Hour);
        }

        return bytes.ToArray();
    }

    // Names of files can be people's: counted by folder and kind.
    private IEnumerable<object> Sizes() => Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
        .Select(f => (Top: Path.GetRelativePath(folder.Root, f).Split(Path.DirectorySeparatorChar) is [var top, _, ..] ? top : "",
            Kind: Path.GetExtension(f), File: new FileInfo(f)))
        .Where(f => f.File.Exists)
        .GroupBy(f => (Known(f.Top), f.Kind.Length <= 5 && f.Kind.All(char.IsAscii) ? f.Kind : "?"))
        .Select(g => new { Folder = g.Key.Item1, Kind = g.Key.Item2, Files = g.Count(), Bytes = g.Sum(f => f.File.Length) });

    private static readonly string[] Folders =
        ["competitions", "backups", "keys", "https", "fonts", "screens", "templates", "portal", "cache", "archives", "updates", ""];

    private static string Known(string top) => Folders.Contains(top, StringComparer.Ordinal) ? top : "?";

    private static void Add(ZipArchive zip, string name, object content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content, Plain)));
    }

    private static readonly JsonSerializerOptions Plain = new(ScoringJson.Options) { WriteIndented = true };
}
