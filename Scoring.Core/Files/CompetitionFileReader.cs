using Scoring.Core.Checking;
using System.Text.Json;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>What reading gave: the file if it can be used, and everything found wrong or odd.</summary>
/// <param name="File">Null if there is any error.</param>
public sealed record FileReading(CompetitionFile? File, IReadOnlyList<Problem> Problems)
{
    public IEnumerable<Problem> Errors => Problems.Where(p => !p.Warning);
    public IEnumerable<Problem> Warnings => Problems.Where(p => p.Warning);
}

/// <summary>Reads a competition file: every error at once, each with path, value and what is allowed; never an exception, whatever the bytes.</summary>
public static class CompetitionFileReader
{
    /// <summary>In bytes; anything larger is refused unread.</summary>
    public const int LargestFile = JsonText.LargestFile;

    public static FileReading Read(ReadOnlyMemory<byte> bytes)
    {
        var findings = new Findings();
        using var document = JsonText.Parse(bytes, findings);
        if (document is null)
        {
            return new(null, findings.All());
        }

        if (OtherFormat(document.RootElement) is { } format)
        {
            findings.Error("$.format", format, $"本程序读得懂的格式是 {CompetitionFile.CurrentFormat}；更新的文件请用更新的程序打开");
            return new(null, findings.All());
        }

        var file = new RecordReader(findings).Read<CompetitionFile>(document.RootElement);
        if (!findings.Full)
        {
            FileCheck.Check(file, findings);
        }

        return new(findings.Failed ? null : file, findings.All());
    }

    // Errors of another format's shape would only mislead.
    private static Saying? OtherFormat(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var format)
        && format.ValueKind == JsonValueKind.Number && !(format.TryGetInt32(out var number) && number == CompetitionFile.CurrentFormat)
            ? RecordReader.Show(format)
            : null;
}
