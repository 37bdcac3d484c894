using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Scoring.Api.Security;

/// <summary>A browser that signed in once is known by a sealed cookie: what strangers do elsewhere, with whatever logins, does not slow it down. It opens nothing by itself.</summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private const string Name = "scoring.known";
    private const int MostLogins = 12;

    private readonly IDataProtector protector = protection.CreateProtector("scoring.known-browser");
    private readonly CookiePerScheme cookies = new();

    /// <summary>Whether anybody signed in with it before.</summary>
    public bool Any(HttpContext http) => Read(http) is not null;

    /// <summary>The browser's own name, if this login was used in it before.</summary>
    public string? Of(HttpContext http, string login) =>
        Read(http) is [var id, .. var logins] && logins.Contains(login, StringComparer.OrdinalIgnoreCase) ? id : null;

    public void Remember(HttpContext http, string login)
    {
        var (id, logins) = Read(http) is [var known, .. var before] ? (known, before) : (RandomNumberGenerator.GetHexString(16, lowercase: true), []);
        var kept = logins.Where(l => !string.Equals(l, login, StringComparison.OrdinalIgnoreCase)).Append(login).TakeLast(MostLogins);
        cookies.AppendResponseCookie(http, Name, protector.Protect(string.Join('\n', kept.Prepend(id))), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(30), Path = "/console", IsEssential = true,
        });
    }

    private string[]? Read(HttpContext http)
    {
        try
        {
            return cookies.GetRequestCookie(http, Name) is { Length: > 0 } cookie ? protector.Unprotect(cookie).Split('\n') : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
