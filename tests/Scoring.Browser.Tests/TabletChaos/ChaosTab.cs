using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Tablet;
using Scoring.Testing;

namespace Scoring.Browser.Tests.TabletChaos;

/// <summary>The tab was closed under the judge's fingers.</summary>
internal sealed class TabGone : Exception;

/// <summary>A tablet's browser with what happens to it: its network goes and comes, its tab dies and is opened again.</summary>
internal sealed class ChaosTab(Chromium chromium, string url, bool offlineShell, int number, Steps steps)
{
    private bool _offline;

    public IPage Page { get; private set; } = null!;

    public int Cuts { get; private set; }

    public int Closed { get; private set; }

    /// <summary>For the report: what the judge was doing.</summary>
    public string At
    {
        get;
        set
        {
            field = value;
            steps.Taken();
        }
    } = "";

    public async Task Pair(string code)
    {
        Page = await chromium.Person(url, 1180, 820, touch: true);
        Page.Context.SetDefaultTimeout(0); // however slow the machine: who stands still is told by the steps
        await Page.GotoAsync("/judge/#pair=" + code);
        await Page.Locator(".ent").First.WaitForAsync();
        if (offlineShell)
        {
            await Page.ReadyOffline();
        }
    }

    /// <summary>The list, in the open tab or a new one. Over https it comes from the tablet itself; over http the judge has to find the network and the server first.</summary>
    public async Task Open()
    {
        if (Page.IsClosed)
        {
            Page = await Page.Context.NewPageAsync();
        }

        var list = $"/judge/#/list/{Venue.Trade.Value}/{Venue.Module(1).Value}";
        if (offlineShell)
        {
            await Page.GotoAsync("about:blank");
            await Page.GotoAsync(list);
        }
        else
        {
            await Network(offline: false);
            await Wait.Until(async () =>
            {
                try
                {
                    await Page.GotoAsync("about:blank"); // else the same address again would only be a jump within the page
                    return (await Page.GotoAsync(list, new() { Timeout = 20_000 }))?.Ok == true;
                }
                catch (Exception cut) when (cut is PlaywrightException or TimeoutException)
                {
                    return false; // the server is being restarted
                }
            }, Timeout.InfiniteTimeSpan);
        }

        await Page.Locator(".ent").First.WaitForAsync();
    }

    /// <summary>Over http a page may not be on the tablet yet when the network goes; the tablet says so and the judge goes where there is a network.</summary>
    public async Task There(string what)
    {
        var later = Page.GetByText("这一页还没有存到本机");
        await Page.Locator(what).Or(later).First.WaitForAsync();
        if (await later.CountAsync() > 0)
        {
            Assert.False(offlineShell, "over https every page is on the tablet");
            await Network(offline: false);
        }

        await Page.Locator(what).First.WaitForAsync();
        steps.Taken();
    }

    public async Task<string> Says() => $"tablet {number}{(_offline ? " without a network" : "")}, {At}, at {Page.Url} says: "
        + (Page.IsClosed ? "nothing, it is closed" : await Page.Locator("body").InnerTextAsync(new() { Timeout = 30_000 }));

    /// <summary>The network goes or comes; the tab dies.</summary>
    public async Task Hazard(Random random)
    {
        var chance = random.NextDouble();
        if (chance < (_offline ? 0.3 : 0.06))
        {
            await Network(!_offline);
        }
        else if (chance > 0.985)
        {
            await Close();
        }
    }

    public async Task Network(bool offline)
    {
        Cuts += offline && !_offline ? 1 : 0;
        _offline = offline;
        await Page.Context.SetOfflineAsync(offline);
    }

    public async Task Close()
    {
        Closed++;
        await Page.CloseAsync();
        throw new TabGone();
    }
}
