using System.Text.Json.Serialization;
using Scoring.Core.Definition;

namespace Scoring.Api.Certificates;

/// <summary>A batch being printed into a file: what, how far, and what became of it. Kept beside the file, so that it outlives the page and the server.</summary>
/// <param name="Says">What it holds, in words, e.g. 电工，32 张，按奖项.</param>
/// <param name="Download">Name the file is saved under.</param>
/// <param name="Message">Why it stopped; null unless it did.</param>
public sealed record PrintRun(
    Guid Id, CompetitionId Competition, string Says, string Download, PrintFormat Format, int Total, int Done, PrintRunState State, DateTimeOffset At, string By, long Bytes = 0, string? Message = null)
{
    [JsonIgnore]
    public int Percent => Total == 0 ? 0 : Done * 100 / Total;
}

public enum PrintRunState { Running, Done, Cancelled, Failed }
