using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>A backup as its name tells it: <c>&lt;id&gt;-&lt;UTC time&gt;-&lt;reason&gt;.db</c>.</summary>
/// <param name="Path">Where the file lies.</param>
public sealed partial record BackupFile(string Path, CompetitionId Competition, DateTimeOffset At, string Reason, long Bytes)
{
    /// <summary>Newest first; files of other names are none of ours. A folder that is not there has none.</summary>
    public static IReadOnlyList<BackupFile> In(string folder)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFiles("*.db").Select(Of).OfType<BackupFile>().OrderByDescending(b => b.At).ThenByDescending(b => b.Path, StringComparer.Ordinal)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static BackupFile? Of(FileInfo file)
    {
        var parts = Name().Match(file.Name);
        return parts.Success && DateTimeOffset.TryParseExact(
                parts.Groups["at"].Value, Backups.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new BackupFile(file.FullName, new CompetitionId(parts.Groups["id"].Value), at, parts.Groups["reason"].Value, file.Length)
            : null;
    }

    [GeneratedRegex(@"^(?<id>.+?)-(?<at>\d{8}T\d{6}Z)-(?<reason>.+)\.db$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
