using Scoring.Web;

namespace Scoring.Tablet;

/// <summary>The tablet app as files under <c>/judge/</c>; everything it says goes over the hub.</summary>
public static class JudgeApp
{
    public static IEndpointConventionBuilder MapJudge(this IEndpointRouteBuilder app) => app.MapWebApp("judge");
}
