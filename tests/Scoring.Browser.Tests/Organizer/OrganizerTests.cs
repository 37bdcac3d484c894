using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>
/// The whole way as a new organizer goes it, real server, real browser: empty folder, first admin, template, lists with planted errors, draw, slips, marks, what is missing,
/// a returned sheet, review, a correction, awards with a tie on a boundary, 公示, an appeal, publication, certificates, archive, verify, restore.
/// </summary>
public sealed class OrganizerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task From_an_empty_folder_to_a_sealed_archive_and_back()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        try
        {
            await TheWholeWay(server, browser);
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private static async Task TheWholeWay(ServerProcess server, Chromium browser)
    {
        var admin = await Preparation.FirstAdmin(server, browser);
        await Preparation.NewCompetition(admin);
        await Preparation.Lists(admin);
        var office = await Office.Open(server, browser, admin);
        var codes = await Preparation.Draw(admin);
        await MarkingDay.Score(server, admin, office);
        await MarkingDay.ReviewAndCorrect(office, codes[^1]);
        await Results.Awards(office);
        await Results.Publish(admin, office, codes[0]);
        await Results.Archive(server, admin);
    }
}
