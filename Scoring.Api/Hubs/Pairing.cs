// How a tablet becomes a judge's: POST a code, get a cookie. Answers are ProblemDetails in the judge's words.
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Scoring.Api.Devices;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;

namespace Scoring.Api.Hubs;

public static class Pairing
{
    public sealed record PairRequest(string Code);

    public static void MapPairing(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/judge/api");
        group.MapPost("/pair", Pair).AllowAnonymous().RequireRateLimiting(RateLimits.Pairing).DisableAntiforgery();
        group.MapGet("/me", Me).RequireAuthorization(TabletCookie.Policy);
        group.MapPost("/unpair", Unpair).RequireAuthorization(TabletCookie.Policy).DisableAntiforgery();
    }

    private static async Task<Results<Ok<PairedAs>, ProblemHttpResult>> Pair(
        PairRequest request, PairedTablets devices, Competitions competitions, HttpContext http)
    {
        if (devices.Pair(request.Code) is not { } device)
        {
            return TypedResults.Problem(
                type: "pairing-code", title: "配对码不对", statusCode: StatusCodes.Status400BadRequest,
                detail: "请核对配对码；用过或过期的码不能再用，请向控制台要一个新的。");
        }

        if (As(device, competitions) is not { } paired)
        {
            return TypedResults.Problem(
                type: "pairing-gone", title: "比赛已不在", statusCode: StatusCodes.Status410Gone, detail: "这场比赛已不在服务器上，请向控制台要一个新的配对码。");
        }

        var identity = new ClaimsIdentity([new Claim(TabletCookie.DeviceClaim, device.Id)], TabletCookie.Scheme);
        await http.SignInAsync(TabletCookie.Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return TypedResults.Ok(paired);
    }

    private static Results<Ok<PairedAs>, UnauthorizedHttpResult> Me(ClaimsPrincipal user, PairedTablets devices, Competitions competitions) =>
        devices.Active(user.DeviceId()) is { } device && As(device, competitions) is { } paired ? TypedResults.Ok(paired) : TypedResults.Unauthorized();

    private static async Task<NoContent> Unpair(ClaimsPrincipal user, PairedTablets devices, HttpContext http)
    {
        devices.Revoke(user.DeviceId());
        await http.SignOutAsync(TabletCookie.Scheme);
        return TypedResults.NoContent();
    }

    private static PairedAs? As(Device device, Competitions competitions) =>
        competitions.Find(device.Competition)?.Read(state => state.Judges.TryGetValue(device.Judge, out var judge)
            ? new PairedAs(true, TabletSessions.SeatOf(judge), device.Name, state.Competition!.Name, state.Competition.Demo)
            : null);
}
