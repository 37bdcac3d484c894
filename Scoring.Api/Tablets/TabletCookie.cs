using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Security;

namespace Scoring.Api.Tablets;

/// <summary>The cookie of a paired tablet. It names the device only; whose it is, and whether still, is asked at every request.</summary>
public static class TabletCookie
{
    public const string Scheme = "tablet";
    public const string DeviceClaim = "device";

    /// <summary>Policy of everything a paired tablet may call, and nobody else.</summary>
    public const string Policy = "Tablet";

    public static string DeviceId(this ClaimsPrincipal user) => user.FindFirstValue(DeviceClaim) ?? "";

    public static AuthenticationBuilder AddTabletCookie(this AuthenticationBuilder authentication) =>
        authentication.AddCookie(Scheme, options =>
        {
            options.Cookie.Name = "scoring.tablet";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.CookieManager = new CookiePerScheme();
            options.ExpireTimeSpan = TimeSpan.FromDays(7);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
            options.Events.OnValidatePrincipal = context =>
            {
                var devices = context.HttpContext.RequestServices.GetRequiredService<PairedTablets>();
                if (devices.Active(context.Principal!.DeviceId()) is null)
                {
                    context.RejectPrincipal();
                }

                return Task.CompletedTask;
            };
        });

    public static AuthorizationBuilder AddTabletPolicy(this AuthorizationBuilder authorization) =>
        authorization.AddPolicy(Policy, p => p.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser().RequireClaim(DeviceClaim));

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
