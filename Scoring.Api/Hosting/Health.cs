using Scoring.Api.Ledger;
using Scoring.Api.Storage;

namespace Scoring.Api.Hosting;

/// <summary><c>GET /health</c>: is it up, which version, which competitions are open. How far a ledger is would tell strangers of hidden entries (R-A3).</summary>
public static class Health
{
    public sealed record Answer(string Status, string Version, IReadOnlyList<CompetitionHealth> Competitions);

    public sealed record CompetitionHealth(string Id);

    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapGet("/health", (Competitions competitions) =>
            TypedResults.Ok(new Answer("ok", ProductVersion.Current, [.. competitions.All.Select(c => new CompetitionHealth(c.Id.Value))])))
            .AllowAnonymous();
}
