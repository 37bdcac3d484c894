using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Scoring.Api.Security;

public static class ConsoleCookie
{
    public const string Scheme = "console";

    /// <summary>A cookie nobody uses is worth nothing after this time.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    internal static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "scoring.console";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // a venue without https still has to work
        options.CookieManager = new CookiePerScheme();
        options.LoginPath = "/console/login";
        options.AccessDeniedPath = "/console/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = Life;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = Revalidate;
        options.Events.OnRedirectToLogin = context => Turn(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Turn(context, StatusCodes.Status403Forbidden);
    }

    // A disabled account, a new password, other rights or signing out end the session with the next request.
    private static async Task Revalidate(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<ConsoleSessions>().Of(context.Principal) is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    // A page turns to the login; a partial update, a hub or an API gets the plain status (htmx reloads on 401).
    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var page = HttpMethods.IsGet(context.Request.Method)
            && !context.Request.Headers.ContainsKey("HX-Request")
            && context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase);
        if (page && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
