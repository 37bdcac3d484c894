// A form sent after the session had ended: sealed by this server, it goes through the sign-in and is sent again by the person's own hand.
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Scoring.Api.Console.Gate;

/// <param name="To">Path and query it was sent to.</param>
public sealed record Resumed(string To, IReadOnlyList<string[]> Fields, bool HadFiles)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>Null: there is no form, or it may come from another site: the form cookie is never sent from there.</summary>
    public static async Task<Resumed?> Of(HttpRequest request, string to)
    {
        if (!request.HasFormContentType || !request.Cookies.ContainsKey(Security.SecurityServices.FormCookie) || Foreign(request))
        {
            return null;
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return new Resumed(to, KeptForm.Of(form, entry: true).Fields, form.Files.Count > 0);
    }

    public string Seal(IDataProtectionProvider protection) => Sealer(protection).Protect(JsonSerializer.Serialize(this), Lasts);

    public static Resumed? Open(IDataProtectionProvider protection, string? seal)
    {
        try
        {
            return string.IsNullOrEmpty(seal) ? null : JsonSerializer.Deserialize<Resumed>(Sealer(protection).Unprotect(seal));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // too old, or not ours
        }
    }

    private static ITimeLimitedDataProtector Sealer(IDataProtectionProvider protection) => protection.CreateProtector("resumed-form").ToTimeLimitedDataProtector();

    private static bool Foreign(HttpRequest request) =>
        request.Headers.Origin.FirstOrDefault() is { Length: > 0 } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != request.Host.Value);
}
