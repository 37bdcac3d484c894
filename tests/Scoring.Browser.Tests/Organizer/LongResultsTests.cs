using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Tables of results with organizations of forty characters, a pair with its members and reasons that take lines: nothing is
/// cut off and nothing scrolls sideways.</summary>
public sealed class LongResultsTests
{
    private static readonly (int Width, int Height)[] _screens = [(1280, 800), (1366, 768), (1440, 900)];

    private static readonly string[] _pages =
    [
        "hard/awards/hg?all=true", "hard/outcomes/hg", "hard/teams", "hard/payouts", "hard/entrants", "hard/organizations",
        "hard/mend/hg?at=e5", "hard/publish/hg", "hard/review/hg", "hard/corrections/hg", "hard/lists", "history", "figures",
    ];

    // Tables whose card shows less than their width, and pages that scroll.
    private const string Cut = """
        () => {
          const found = [], page = document.documentElement;
          if (page.scrollWidth > page.clientWidth + 1) found.push('page ' + (page.scrollWidth - page.clientWidth));
          for (const table of document.querySelectorAll('main table'))
            for (let e = table.parentElement; e && e.tagName !== 'MAIN'; e = e.parentElement)
              if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible') {
                found.push(`${e.className} ${e.scrollWidth - e.clientWidth}`);
                break;
              }
          return found;
        }
        """;

    [Fact]
    public async Task Every_table_of_results_fits_its_card()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var admin = await Preparation.FirstAdmin(server, browser);
        var page = admin.Page;
        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入比赛文件" }).First.ClickAsync();
        await page.Locator("#from-file [name=file]").SetInputFilesAsync(
            new FilePayload { Name = "hard.json", MimeType = "application/json", Buffer = HardContest.File("final") });
        await admin.Press(page.Locator("#from-file button.primary"));
        await page.ArriveAsync("/hard/");
        foreach (var (width, height) in _screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var path in _pages)
            {
                Assert.Equal(200, (await page.GotoAsync("/console/" + path))!.Status); // an address always answers
                Assert.Equal("", string.Join('；', (await page.EvaluateAsync<string[]>(Cut)).Select(cut => $"{path} {width}: {cut}")));
                await Chromium.Picture(page, $"long-{path.Split('?')[0].Replace('/', '-')}-{width}");
            }
        }
    }
}
