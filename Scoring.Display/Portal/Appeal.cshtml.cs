using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Portal;

/// <summary>申诉 from a phone while the window is open (R-D4); ends in the console's register. Wrong name and wrong digits get the same words after the same time.</summary>
[AllowAnonymous]
[RequestSizeLimit(64 * 1024)] // four thousand characters and their form
[IgnoreAntiforgeryToken] // nobody is signed in; what it takes to appeal is in the form
public sealed class AppealModel(IResultsFeed feed, PortalGuard guard, TimeProvider time) : PageModel
{
    public IReadOnlyList<AppealWindow> Windows { get; private set; } = [];

    /// <summary>What the contest calls its trades.</summary>
    public string TradeWord { get; private set; } = Core.Definition.TradeWord.Usual;

    public AppealReceipt? Receipt { get; private set; }

    public string? Message { get; private set; }

    /// <summary>A contest asked for by name; null: the one in use.</summary>
    [BindProperty(SupportsGet = true, Name = "competition")]
    public string? Key { get; set; }

    [BindProperty(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty(Name = "trade")]
    public string? Trade { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "lastFour")]
    public string? LastFour { get; set; }

    [BindProperty(Name = "leader")]
    public string? Leader { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    public void OnGet() => Load();

    public async Task OnPost(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-store";
        var competition = Load();
        var (name, four) = (Plain(Name), Plain(LastFour));
        if (competition is null || name.Length is 0 or > 50 || four.Length != 4)
        {
            Message = $"请填写{TradeWord}、姓名和证件号码的后四位。";
            return;
        }

        var (address, person) = (HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", PortalGuard.PersonOf(name, masked: null));
        if (guard.Ask(address, person) is { Ticks: > 0 } wait)
        {
            Message = $"{PortalGuard.Words(wait)}急的请由领队当面递交。";
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var floor = Task.Delay(PortalGuard.AnswerTime, time, cancel);
        Receipt = await feed.Appeal(
            new(Id == Guid.Empty ? Guid.NewGuid() : Id, competition.Id, new TradeId(Trade ?? ""), name, four, (Leader ?? "").Trim(), (Text ?? "").Trim()), cancel);
        await floor;
        Message = Receipt.Refusal;
        if (Receipt.Number is not null)
        {
            guard.Right(address, person);
        }
    }

    public string Until(AppealWindow window) => window.Until is { } until
        ? TimeZoneInfo.ConvertTime(until, time.LocalTimeZone).ToString("M月d日 HH:mm 截止", CultureInfo.InvariantCulture)
        : "比赛结束后开始计时";

    private static string Plain(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();

    private CompetitionCard? Load()
    {
        var all = feed.Competitions;
        var competition = all.FirstOrDefault(c => c.Id.Value == Key) ?? (all.Count > 0 ? all[0] : null);
        TradeWord = competition?.TradeWord ?? TradeWord;
        Windows = competition is null ? [] : feed.AppealWindows(competition.Id);
        return competition;
    }
}
