// How a tablet becomes a judge's: POST a code, get a cookie. Answers are ProblemDetails in the judge's words.
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

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
        PairRequest request, PairedTablets devices, PairingGuard guard, Competitions competitions, HttpContext http)
    {
        if (!guard.Allows())
        {
            return TypedResults.Problem(
                type: "pairing-paused", title: "配对暂停", statusCode: StatusCodes.Status429TooManyRequests, detail: "有人在大量试配对码，配对已暂停。请到控制台重新要一个配对码，要到以后马上配对。");
        }

        if (devices.Pair(request.Code) is not { } device)
        {
            guard.Wrong(http.Connection.RemoteIpAddress?.ToString() ?? "");
            return TypedResults.Problem(
                type: "pairing-code", title: "配对码不对", statusCode: StatusCodes.Status400BadRequest,
                detail: "请核对配对码；用过或过期的码不能再用，请向控制台要一个新的。");
        }

        if (As(device, competitions) is not { } paired)
        {
            return TypedResults.Problem(
                type: "pairing-gone", title: "比赛已不在", statusCode: StatusCodes.Status410Gone, detail: "这场比赛已不在服务器上，请向控制台要一个新的配对码。");
        }

        var before = devices.All.Where(d => d.Competition == device.Competition && d.Judge == device.Judge && d.Id != device.Id).Select(d => d.Name).ToList();
        var entry = new TabletPaired(device.Judge, device.Name, before.Count == 0 ? null : before);
        var judge = new Actor(Role.Judge, device.Judge.Value).ToString();
        if (await competitions.Find(device.Competition)!.Execute(Guid.NewGuid(), judge, _ => Decision.Of(entry), http.RequestAborted, via: device.Via) is not Outcome.Accepted) // not null: As found it
        {
            devices.Revoke(device.Id); // no tablet marks without the ledger knowing where it came from
            return TypedResults.Problem(
                type: "pairing-unwritten", title: "没有配对", statusCode: StatusCodes.Status503ServiceUnavailable, detail: "服务器现在不能写入，请稍后向控制台要一个新的配对码再试。");
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
