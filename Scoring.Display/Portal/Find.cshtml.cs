using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger.Events;

namespace Scoring.Display.Portal;

/// <summary>A participant finds the own result by name and last four of the ID number. No cookie, no token: every answer depends on what is public alone (R-A3).</summary>
[AllowAnonymous]
[RequestSizeLimit(16 * 1024)]
[IgnoreAntiforgeryToken] // nothing is changed and nobody is signed in
public sealed class FindModel(IResultsFeed feed, PortalGuard guard, TimeProvider time) : PageModel
{
    private const int MostListed = 30;

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "lastFour")]
    public string? LastFour { get; set; }

    public CompetitionCard? Competition { get; private set; }

    /// <summary>The public contests beside the one shown, as far as they match <see cref="Search"/>.</summary>
    public IReadOnlyList<CompetitionCard> Others { get; private set; } = [];

    /// <summary>There is more than the one shown.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Words of a contest's name, to find it among the others.</summary>
    [BindProperty(SupportsGet = true, Name = "search")]
    public string? Search { get; set; }

    /// <summary>A contest asked for by name; null: the one in use.</summary>
    [BindProperty(SupportsGet = true, Name = "competition")]
    public string? Key { get; set; }

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public IReadOnlyList<Board> Boards { get; private set; } = [];

    public IReadOnlyList<AppealWindow> Windows { get; private set; } = [];

    public IReadOnlyList<ParticipantResult> Results { get; private set; } = [];

    public string? Message { get; private set; }

    public bool Busy { get; private set; }

    public void OnGet() => Load();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        var name = (Name ?? "").Normalize(NormalizationForm.FormKC).Trim();
        var four = (LastFour ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (name.Length is 0 or > 50 || four.Length != 4)
        {
            Message = "请填写姓名（或证书编号）和证件号码的后四位。";
            return Shown();
        }

        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var person = PortalGuard.PersonOf(name, (await feed.Certificate(name, cancel))?.MaskedName);
        if (guard.Ask(address, person) is { Ticks: > 0 } wait)
        {
            Busy = true;
            Message = PortalGuard.Words(wait);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return guard.Floods(address) ? new ContentResult { Content = Message, ContentType = "text/plain; charset=utf-8", StatusCode = Response.StatusCode } : Shown();
        }

        var floor = Task.Delay(PortalGuard.AnswerTime, time, cancel);
        Results = await feed.Find(name, four, cancel);
        await floor;
        if (Results.Count > 0)
        {
            guard.Right(address, person);
        }
        else
        {
            Message = "没有找到。请核对姓名（或证书编号）和证件号码后四位；成绩在公布以后才能查到。";
        }

        return Shown();
    }

    public static string Says(Phase phase) => phase switch
    {
        Phase.Final or Phase.Archived => "成绩和名次已公布",
        Phase.Publicity => "公示期间可提出异议",
        _ => "公布后可查",
    };

    private PageResult Shown()
    {
        Load();
        return Page();
    }

    private void Load()
    {
        var all = feed.Competitions;
        Competition = all.FirstOrDefault(c => c.Id.Value == Key) ?? (all.Count > 0 ? all[0] : null);
        HasOthers = all.Count > 1;
        var words = (Search ?? "").Split((char[])[' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        Others = [.. all.Where(c => c.Id != Competition?.Id && words.All(w => c.Name.Contains(w, StringComparison.OrdinalIgnoreCase))).Take(MostListed)];
        Lines = Competition?.NameLines ?? ["查成绩"];
        Windows = Competition is null ? [] : feed.AppealWindows(Competition.Id);
        Boards = Competition is null ? [] : feed.State(Competition.Id)?.Boards ?? [];
    }
}
