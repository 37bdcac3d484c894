using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Api.Console;

/// <summary>Trades by the rules of real contests that come with the program (R-K1 to R-K18), to begin a trade from.</summary>
public static class TradeTemplates
{
    /// <summary>Its file among the templates.</summary>
    public const string Key = "real-rules";

    private static readonly Lazy<IReadOnlyList<Trade>> Read = new(() =>
        Path.Combine(AppContext.BaseDirectory, "examples", "templates", Key + ".json") is var path && File.Exists(path)
            ? CompetitionFileReader.Read(File.ReadAllBytes(path)).File?.Trades ?? [] : []);

    public static IReadOnlyList<Trade> All => Read.Value;

    /// <summary>A new trade like this template; null: there is none of that id.</summary>
    public static Trade? Of(string? template, TradeId id, string name, string code) =>
        All.FirstOrDefault(t => t.Id.Value == template) is { } found ? found with { Id = id, Name = name, Code = code } : null;
}
