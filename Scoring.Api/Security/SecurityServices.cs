using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Storage;
using System.Threading.RateLimiting;

namespace Scoring.Api.Security;

public static class SecurityServices
{
    /// <summary>Rate of sign-ins per address, of browsers nobody signed in with before.</summary>
    public const string LoginRate = "login";

    /// <summary>Cookie of the forms' tokens; never sent from another site.</summary>
    public const string FormCookie = "scoring.form";

    /// <summary>Accounts, roles, cookie, antiforgery, keys in <c>data/keys</c>. Other schemes (tablets) add themselves.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services, string dataFolder)
    {
        var keys = Directory.CreateDirectory(Path.Combine(dataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("scoring").PersistKeysToFileSystem(keys);
        // The keys lie unencrypted beside the data they protect from leaving with a copy; saying so at every start helps nobody.
        services.AddLogging(l => l.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddSingleton<Accounts>().AddSingleton<SessionRows>().AddSingleton<ConsoleSessions>().AddSingleton<AccessLog>().AddSingleton<SetupLink>().AddSingleton<AccountLinks>().AddSingleton<LoginGuard>();
        services.AddSingleton<SecondFactor>().AddSingleton<PasswordGate>().AddSingleton<PasswordDoor>().AddSingleton<KnownBrowsers>();
        services.AddAuthentication(ConsoleCookie.Scheme).AddCookie(ConsoleCookie.Scheme, ConsoleCookie.Configure);
        services.AddAuthorization(Policies.AddTo);
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = FormCookie;
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.HeaderName = "X-Form-Token";
        });
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(LoginRate, context => HttpMethods.IsPost(context.Request.Method) && !context.RequestServices.GetRequiredService<KnownBrowsers>().Any(context)
                ? RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
        });
        return services;
    }
}
