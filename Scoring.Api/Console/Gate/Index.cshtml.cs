using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Gate;

/// <summary>Opens what this person most likely came for.</summary>
[Authorize(Policy = Policies.Console)]
public sealed class IndexModel(Desk desk) : ConsolePage(desk)
{
    public IActionResult OnGet()
    {
        var open = Me.Competition is { } own ? Desk.Competitions.Find(own) : Desk.Competitions.Current;
        if (open is null)
        {
            return LocalRedirect("/console/competitions");
        }

        var first = Scoring.Api.Console.Navigation.Of(Me, open.Id, "", new Dictionary<string, int>(StringComparer.Ordinal), TradeWord);
        return LocalRedirect(first.Count > 0 ? first[0].Items[0].Href : "/console/competitions");
    }
}
