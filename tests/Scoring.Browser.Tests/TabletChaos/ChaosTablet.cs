using System.Globalization;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Tablet;
using Scoring.Testing;

namespace Scoring.Browser.Tests.TabletChaos;

/// <summary>One judge who marks every entrant on one tablet, through everything that happens to it. What happens depends on the seed, the sheet and the step only.</summary>
internal sealed class ChaosTablet(Chromium chromium, string url, bool offlineShell, int number, Venue venue, int seed, Action handedIn)
{
    private sealed class TabGone : Exception;

    private IPage _page = null!;
    private bool _offline;
    private int _cuts, _closed, _kept, _handed;

    /// <summary>Marks of the sheet at hand that were surely on the disk when its tab died.</summary>
    private int _stored;

    private string _at = "";

    public int Number => number;

    /// <summary>For the report: what this tablet went through.</summary>
    public string Story => $"tablet {number}: {_handed} sheets, {_cuts} cuts, {_closed} tabs closed, {_kept} drafts found again, last {_at}";

    /// <summary>What this judge types for an entrant.</summary>
    public IReadOnlyList<string> Figures(int entrant)
    {
        var random = new Random(Seed(entrant, 1_000));
        return [.. Enumerable.Range(0, venue.Aspects).Select(_ => (random.Next(0, 2_501) / 100m).ToString(CultureInfo.InvariantCulture))];
    }

    public async Task Pair(string code)
    {
        _page = await chromium.Person(url, 1180, 820, touch: true);
        await _page.GotoAsync("/judge/#pair=" + code);
        await _page.Locator(".ent").First.WaitForAsync();
        if (offlineShell)
        {
            await _page.ReadyOffline();
        }
    }

    public async Task MarkAll(CancellationToken over)
    {
        for (var entrant = 1; entrant <= venue.Entrants; entrant++)
        {
            var attempt = 0;
            while (!await MarkedNow(entrant, attempt++))
            {
                over.ThrowIfCancellationRequested();
            }

            _handed++;
            handedIn();
        }
    }

    /// <summary>Network back: every entrant is 已交 and the chip says 已同步.</summary>
    public async Task AllSynced()
    {
        await Network(offline: false);
        _at = "the end";
        await Open();
        try
        {
            await _page.Locator(".chip", new() { HasText = "已同步" }).WaitForAsync(new() { Timeout = 120_000 });
            await _page.WaitForFunctionAsync("n => document.querySelectorAll('.ent.done').length === n", venue.Entrants, new() { Timeout = 120_000 });
        }
        catch (TimeoutException late)
        {
            throw await Saying(late);
        }
    }

    private async Task<bool> MarkedNow(int entrant, int attempt)
    {
        var code = Venue.Code(entrant);
        var random = new Random(Seed(entrant, attempt));
        try
        {
            if (attempt > 0)
            {
                await Open();
                if (await StateOf(code) is "wait" or "done")
                {
                    return true; // it had left before the tab died
                }
            }

            await OpenSheet(code, random);
            await Type(code, Figures(entrant), random);
            await HandIn(code, random);
            return true;
        }
        catch (TabGone)
        {
            return false;
        }
    }

    /// <summary>From the receipt the tablet offers the next; else from the list.</summary>
    private async Task OpenSheet(string code, Random random)
    {
        _at = $"opening {code}";
        await Hazard(random);
        var next = _page.Locator(".rc button.primary", new() { HasText = code });
        await (await next.CountAsync() > 0 ? next : _page.Locator(".ent", new() { HasText = code })).ClickAsync();
        var yes = _page.Locator("dialog .btn.primary");
        await There("dialog .btn.primary, .asp");
        if (await yes.CountAsync() > 0)
        {
            Assert.Contains(code, await yes.InnerTextAsync(), StringComparison.Ordinal);
            await yes.ClickAsync();
        }

        await There(".asp.on");
    }

    private async Task Type(string code, IReadOnlyList<string> figures, Random random)
    {
        var there = await _page.EvaluateAsync<string[]>("() => [document.querySelector('.plate').textContent.trim(), ...[...document.querySelectorAll('.asp input[data-mark]')].map(i => i.value)]");
        Assert.Equal(code, there[0]);
        // What the disk had before a tab died is there again, and it is what was typed.
        var found = there.Skip(1).Zip(figures).TakeWhile(f => f.First.Length > 0).Count();
        Assert.All(there.Skip(1).Zip(figures).Take(Math.Max(found - 1, 0)), f => Assert.Equal(decimal.Parse(f.Second, CultureInfo.InvariantCulture), decimal.Parse(f.First, CultureInfo.InvariantCulture)));
        Assert.True(found >= Math.Min(_stored, figures.Count), $"{code}: {_stored} marks were on the disk, {found} came back");
        _kept += found > 0 ? 1 : 0;
        _stored = 0;
        // The last one found may have been cut short in the middle of its digits: typed again.
        for (var n = Math.Max(found - 1, 0); n < figures.Count; n++)
        {
            _at = $"{code} a{n + 1}";
            await _page.Locator($".asp[data-aspect=a{n + 1}]").ClickAsync();
            await _page.Keyboard.TypeAsync(figures[n]);
            if (random.NextDouble() < 0.02)
            {
                await _page.Stored(code, n + 1);
                _stored = n + 1;
                await CloseTab();
            }

            await Hazard(random);
        }
    }

    private async Task HandIn(string code, Random random)
    {
        _at = $"handing in {code}";
        await _page.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true }).ClickAsync();
        await There(".side .btn.primary");
        await _page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).ClickAsync();
        await Hazard(random);
        await _page.GetByRole(AriaRole.Button, new() { Name = $"交卷 {code}" }).ClickAsync();
        if (random.NextDouble() < 0.02)
        {
            await CloseTab(); // before anybody knows whether it left
        }

        await There(".rc");
    }

    /// <summary>Over http a page may not be on the tablet yet when the network goes; the tablet says so and the judge goes where there is a network.</summary>
    private async Task There(string what)
    {
        var later = _page.GetByText("这一页还没有存到本机");
        try
        {
            await _page.Locator(what).Or(later).First.WaitForAsync();
            if (await later.CountAsync() > 0)
            {
                Assert.False(offlineShell, "over https every page is on the tablet");
                await Network(offline: false);
            }

            await _page.Locator(what).First.WaitForAsync(new() { Timeout = 120_000 });
        }
        catch (TimeoutException late)
        {
            throw await Saying(late);
        }
    }

    private async Task<TimeoutException> Saying(TimeoutException late) =>
        new($"tablet {number}{(_offline ? " without a network" : "")}, {_at}, at {_page.Url} says: {await _page.Locator("body").InnerTextAsync()}", late);

    /// <summary>The network goes or comes; the tab dies.</summary>
    private async Task Hazard(Random random)
    {
        var chance = random.NextDouble();
        if (chance < (_offline ? 0.3 : 0.06))
        {
            await Network(!_offline);
        }
        else if (chance > 0.985)
        {
            await CloseTab();
        }
    }

    private async Task Network(bool offline)
    {
        _cuts += offline && !_offline ? 1 : 0;
        _offline = offline;
        await _page.Context.SetOfflineAsync(offline);
    }

    private async Task CloseTab()
    {
        _closed++;
        await _page.CloseAsync();
        throw new TabGone();
    }

    /// <summary>The list, in the open tab or a new one. Over https it comes from the tablet itself; over http the judge has to find the network and the server first.</summary>
    private async Task Open()
    {
        if (_page.IsClosed)
        {
            _page = await _page.Context.NewPageAsync();
        }

        var list = $"/judge/#/list/{Venue.Trade.Value}/{Venue.Module(1).Value}";
        if (offlineShell)
        {
            await _page.GotoAsync("about:blank");
            await _page.GotoAsync(list);
        }
        else
        {
            await Network(offline: false);
            await Wait.Until(async () =>
            {
                try
                {
                    await _page.GotoAsync("about:blank"); // else the same address again would only be a jump within the page
                    return (await _page.GotoAsync(list, new() { Timeout = 20_000 }))?.Ok == true;
                }
                catch (Exception cut) when (cut is PlaywrightException or TimeoutException)
                {
                    return false; // the server is being restarted
                }
            }, TimeSpan.FromMinutes(5));
        }

        await _page.Locator(".ent").First.WaitForAsync();
    }

    private async Task<string> StateOf(string code) =>
        (await _page.Locator(".ent", new() { HasText = code }).GetAttributeAsync("class"))!.Split(' ')[1];

    private int Seed(int entrant, int part) => unchecked(((seed * 31 + number) * 1_009 + entrant) * 31 + part);
}
