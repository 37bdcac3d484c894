using Microsoft.Playwright;

namespace Scoring.Browser.Tests.MainStory;

/// <summary>Waiting for an address.</summary>
internal static class Arrival
{
    /// <summary>
    /// Until the page's address matches this expression and the page is loaded. Asks the page itself: Playwright's WaitForURLAsync waits
    /// for ever if the page goes there between its look at the address and its listening.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, string expression)
    {
        await page.WaitForFunctionAsync("wanted => new RegExp(wanted).test(location.href)", expression);
        await page.WaitForLoadStateAsync();
    }
}
