using Microsoft.AspNetCore.Authentication.Cookies;

namespace Scoring.Api.Security;

/// <summary>A cookie over https has a name of its own: browsers refuse to let http replace one that is marked secure, and cookies do not tell ports apart.</summary>
internal sealed class CookiePerScheme : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => inner.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? key + ".https" : key;
}
