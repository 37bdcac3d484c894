using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

/// <summary>What a person sees when the console cannot do what was asked: an ended session, no right to it, a stale form, a fault of the program.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken] // nothing is done
public sealed class AnswerModel(IDataProtectionProvider protection) : PageModel
{
    public const string Path = "/console/answer";

    /// <summary>What was answered.</summary>
    public int Code { get; private set; }

    /// <summary>The form that was sent, for after the sign-in; null: there was none, or the session goes on.</summary>
    public string? Resume { get; private set; }

    public bool HadFiles { get; private set; }

    /// <summary>Where the form stands.</summary>
    public string Back { get; private set; } = "/console";

    public Task OnGet() => Load();

    public Task OnPost() => Load();

    private async Task Load()
    {
        // Of the address alone: the form that was sent may have a field of any name.
        Code = int.TryParse(Request.Query["answered"], out var code) && code is >= 400 and < 600 ? code
            : HttpContext.Features.Get<IExceptionHandlerPathFeature>() is null ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError;
        Response.StatusCode = Code;
        var (path, query) = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } asked ? (asked.OriginalPath, asked.OriginalQueryString ?? "")
            : (HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "/console", "");
        Back = path;
        if (Code == StatusCodes.Status401Unauthorized && HttpMethods.IsPost(Request.Method) && SignedIn.From(User) is null
            && await Resumed.Of(Request, path + query) is { } resumed)
        {
            (Resume, HadFiles) = (resumed.Seal(protection), resumed.HadFiles);
        }
    }
}
