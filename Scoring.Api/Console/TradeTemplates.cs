using Scoring.Api.Console.Defining.Rules;
using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Api.Console;

/// <summary>Trades by the rules of real contests that come with the program (R-K1 to R-K18), to begin a trade from: those that tablets can
/// mark to the end.</summary>
public static class TradeTemplates
{
    private static readonly Lazy<IReadOnlyList<Trade>> Read = new(() => [.. Shipped().Where(t => !RuleForms.OnlyByFile(t).Any())]);

    public static IReadOnlyList<Trade> All => Read.Value;

    /// <summary>A new trade like this template; null: there is none of that id.</summary>
    public static Trade? Of(string? template, TradeId id, string name, string code) =>
        All.FirstOrDefault(t => t.Id.Value == template) is { } found ? found with { Id = id, Name = name, Code = code } : null;

    private static IReadOnlyList<Trade> Shipped()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "examples", "templates", "real-rules.json");
        return File.Exists(path) ? CompetitionFileReader.Read(File.ReadAllBytes(path)).File?.Trades ?? [] : [];
    }
}
