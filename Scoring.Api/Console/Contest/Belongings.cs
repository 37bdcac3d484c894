using Scoring.Api.Storage;
using Scoring.Api.Tablets;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Contest;

/// <summary>What a deleted contest leaves beside its ledger. One made again under its key must not find the old one's photos, and nobody an
/// office in it that was given for the old one.</summary>
public sealed class Belongings(ScreenFiles files, TemplateShelf shelf, SheetPictures papers, PairedTablets tablets, Accounts accounts)
{
    public void Remove(CompetitionId contest)
    {
        foreach (var tablet in tablets.All.Where(t => t.Competition == contest))
        {
            tablets.Revoke(tablet.Id);
        }

        foreach (var account in accounts.All().Where(a => a.Competition == contest && !a.Disabled))
        {
            accounts.SetDisabled(account.Login, disabled: true);
        }

        files.RemovePhotosOf(contest.Value);
        shelf.Forget(contest);
        papers.Remove(contest);
    }
}
