using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;
using Scoring.Api.Hubs;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;

namespace Scoring.Api.Branches;

/// <summary>What the main venue answers a branch.</summary>
/// <param name="Sequence">Of the newest entry of the branch's chain that is here.</param>
/// <param name="Hash">Its hash, lower-case hex.</param>
/// <param name="Problem">Why nothing was taken, in Chinese; null: all is well.</param>
public sealed record BranchHeard(long Sequence, string Hash, string? Problem);

/// <summary>Where branches send their parts. Nobody signs in: a part counts by the branch's signature alone, and the answer tells how far
/// its chain has come.</summary>
public static class BranchRoutes
{
    private const long Largest = 256 * 1024 * 1024;

    public static string Path(CompetitionId competition, int branch) => $"branch/{competition.Value}/{branch}";

    public static void AddBranches(this IServiceCollection services, string data)
    {
        services.AddSingleton(provider => new BranchKeys(
            Directory.CreateDirectory(System.IO.Path.Combine(data, "keys")).FullName,
                provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<BranchPackages>().AddSingleton<BranchParts>();
        services.AddSingleton<BranchSender>().AddHostedService(provider => provider.GetRequiredService<BranchSender>());
    }

    public static void MapBranches(this IEndpointRouteBuilder app)
    {
        app.MapGet("/branch/{competition}/{branch:int}", Heard).AllowAnonymous().RequireRateLimiting(RateLimits.Branches);
        app.MapPost("/branch/{competition}/{branch:int}",
            Take).AllowAnonymous().RequireRateLimiting(RateLimits.Branches).DisableAntiforgery()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(Largest));
    }

    private static Ok<BranchHeard> Heard(string competition, int branch, Competitions competitions) =>
        TypedResults.Ok(Answer(competitions.Find(new(competition)), branch, null));

    private static async Task<Ok<BranchHeard>> Take(string competition, int branch, HttpRequest request, Competitions competitions)
    {
        if (competitions.Find(new(competition)) is not { } open)
        {
            return TypedResults.Ok(Answer(null, branch, null));
        }

        var file = new MemoryStream();
        await request.Body.CopyToAsync(file, request.HttpContext.RequestAborted);
        var (_, fault) = await BranchParts.Take(open, file.ToArray(), request.HttpContext.RequestAborted);
        return TypedResults.Ok(Answer(open, branch, fault));
    }

    private static BranchHeard Answer(OpenCompetition? open, int number, string? fault) =>
        open?.Read(state => state.Branches.Here is null ? state.Branches.Find(number) : null) is { } branch
            ? new(branch.Last.Sequence, branch.Last.Hash, fault)
            : new(0, "", "那台电脑上没有这场比赛的这个分会场。请核对主会场的地址。");
}
