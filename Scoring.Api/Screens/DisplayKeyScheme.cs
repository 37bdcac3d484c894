using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Scoring.Api.Screens;

/// <summary><c>Authorization: Bearer KEY</c> of a display that runs on its own.</summary>
public sealed class DisplayKeyScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DisplayKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "display-key";

    /// <summary>Policy of everything a display may call, and nobody else.</summary>
    public const string Policy = "DisplayKey";

    public const string KeyClaim = "key";
    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(keys.Find(header[Bearer.Length..].Trim()) is { } key
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new Claim(KeyClaim, key.Id)], Name)), Name))
            : AuthenticateResult.Fail("no such key"));
    }
}
