// Who may call which method of the hub: the owner of the tablet must hold the office in the competition (R-A4). In which trade, each call asks again.
using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Hubs;

/// <summary>Policies of hub methods and endpoints for tablets paired with officials.</summary>
public static class TabletRoles
{
    public const string HeadJudge = "TabletHeadJudge", Floor = "TabletFloor", Clerk = "TabletClerk", Pictures = "TabletPictures";

    /// <summary>Offices that pass each policy; the first one held in a trade is the one that acts.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Role>> Table { get; } = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal)
    {
        [HeadJudge] = [Role.HeadJudge],
        [Floor] = [Role.FloorJudge, Role.HeadJudge],
        [Clerk] = [Role.Clerk],
        [Pictures] = [Role.Clerk, Role.HeadJudge],
    };

    /// <summary>Offices a tablet can be paired for, besides marking. The second of two people signs in at the console.</summary>
    public static IReadOnlyList<Role> Offices { get; } = [Role.HeadJudge, Role.FloorJudge, Role.Clerk];

    /// <summary>The office this person holds in that trade under a policy; null: none.</summary>
    public static Role? Held(string policy, Judge judge, TradeId trade)
    {
        foreach (var role in Table[policy])
        {
            if (judge.Seats.Any(s => s.Role == role && s.Trade == trade))
            {
                return role;
            }
        }

        return null;
    }

    public static IEnumerable<(Role Role, TradeState Trade)> OfficesOf(CompetitionState state, Judge judge) =>
        from seat in judge.Seats
        where Offices.Contains(seat.Role)
        group seat by (seat.Role, seat.Trade) into office
        let trade = state.Trade(office.Key.Trade)
        where trade is not null
        select (office.Key.Role, trade);

    public static AuthorizationBuilder AddTabletRoles(this AuthorizationBuilder authorization)
    {
        foreach (var (name, roles) in Table)
        {
            authorization.AddPolicy(name, p => p
                .AddAuthenticationSchemes(TabletCookie.Scheme).RequireAuthenticatedUser().RequireClaim(TabletCookie.DeviceClaim).AddRequirements(new HoldsOffice(roles)));
        }

        authorization.Services.AddSingleton<IAuthorizationHandler, OfficeOfTablet>();
        return authorization;
    }
}

public sealed record HoldsOffice(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;

/// <summary>Asks the list of devices and the competition at every call: neither office nor pairing is kept in the cookie.</summary>
public sealed class OfficeOfTablet(PairedTablets devices, Competitions competitions) : AuthorizationHandler<HoldsOffice>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsOffice requirement)
    {
        if (devices.Active(context.User.DeviceId()) is { } device
            && competitions.Find(device.Competition)?.Read(state =>
                state.Judges.GetValueOrDefault(device.Judge)?.Seats.Any(s => requirement.Roles.Contains(s.Role)) ?? false) == true)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
