using Scoring.Api.Machine;

namespace Scoring.Api.Hosting;

/// <summary>Where the program keeps its data and listens. From the command line, else <c>SCORING_DATA</c> and <c>SCORING_URL</c>, else the defaults.</summary>
/// <param name="Data">Folder of catalog, competitions, keys, fonts and backups; made if missing.</param>
/// <param name="Url">One or more addresses, separated by semicolons.</param>
/// <param name="Demo">Load the demonstration into an empty folder.</param>
/// <param name="Open">Somebody sits before it: open the browser, and go to the one that runs already if there is one.</param>
/// <param name="HttpsPort">Serve https on this port too, with a certificate of the venue's own; null: http only.</param>
public sealed record ScoringOptions(string Data, string Url, bool Demo = false, int? HttpsPort = null, bool Open = false)
{
    public const int UsualHttpsPort = 5443;

    public static ScoringOptions From(string? data, string? url, bool demo, int? httpsPort = null, bool open = false) => new(
        Path.GetFullPath(data ?? Environment.GetEnvironmentVariable("SCORING_DATA") ?? ProgramPlace.Data),
        url ?? Environment.GetEnvironmentVariable("SCORING_URL") ?? "http://0.0.0.0:5080",
        demo,
        httpsPort,
        open);

    /// <summary>Everything to listen on: the addresses, then the same hosts over https.</summary>
    public IReadOnlyList<string> Urls
    {
        get
        {
            var http = Url.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return HttpsPort is { } port
                ? [.. http, .. http.Select(u => BindingAddress.Parse(u).Host).Distinct(StringComparer.OrdinalIgnoreCase).Select(host => $"https://{host}:{port}")]
                : http;
        }
    }

    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(Data, name)).FullName;
}
