namespace Scoring.Api.Hosting;

/// <summary>Where the program keeps its data and listens. From the command line, else <c>SCORING_DATA</c> and <c>SCORING_URL</c>, else the defaults.</summary>
/// <param name="Data">Folder of catalog, competitions, keys, fonts and backups; made if missing.</param>
/// <param name="Url">One or more addresses, separated by semicolons.</param>
/// <param name="Demo">Load the demonstration into an empty folder.</param>
public sealed record ScoringOptions(string Data, string Url, bool Demo = false)
{
    public static ScoringOptions From(string? data, string? url, bool demo) => new(
        Path.GetFullPath(data ?? Environment.GetEnvironmentVariable("SCORING_DATA") ?? "data"),
        url ?? Environment.GetEnvironmentVariable("SCORING_URL") ?? "http://0.0.0.0:5080",
        demo);

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(Data, name)).FullName;
}
