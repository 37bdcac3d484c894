using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Feed;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Certificates;

/// <summary>选手查询: what participants may see and do on their phones.</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class PortalRulesModel(Desk desk, PortalSettings settings, VenueAddress venue) : ContestPage(desk)
{
    public PortalSettings.Settings Now => settings.Of(Open.Id);

    public string Address => $"{venue.For(HttpContext)}/portal";

    public void OnGet()
    {
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostSave(bool explains, bool appeals, bool modules)
    {
        if (!ChangedMeanwhile(Now))
        {
            settings.Save(Open.Id, Now with { ExplainsRanks = explains, TakesAppeals = appeals, ShowsModules = modules });
            Say("已保存");
        }

        return LocalRedirect(Request.Path);
    }
}
