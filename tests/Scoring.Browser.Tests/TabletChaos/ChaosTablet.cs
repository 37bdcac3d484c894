using System.Globalization;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Tablet;
using Scoring.Testing;

namespace Scoring.Browser.Tests.TabletChaos;

/// <summary>One judge who marks every entrant on one tablet, through everything that happens to it. What happens depends on the seed, the sheet and the step only.</summary>
internal sealed class ChaosTablet(
    Chromium chromium, string url, bool offlineShell, int number, Venue venue, int seed, Steps steps, Action handedIn)
{
    private readonly ChaosTab _tab = new(chromium, url, offlineShell, number, steps);
    private int _kept, _handed;

    /// <summary>Marks of the sheet at hand that were surely on the disk when its tab died.</summary>
    private int _stored;

    private IPage Page => _tab.Page;

    public int Number => number;

    /// <summary>For the report: what this tablet went through.</summary>
    public string Story => $"tablet {number}: {_handed} sheets, {_tab.Cuts} cuts, {_tab.Closed} tabs closed, {_kept} drafts found again, last {_tab.At}";

    /// <summary>What this judge types for an entrant.</summary>
    public IReadOnlyList<string> Figures(int entrant)
    {
        var random = new Random(Seed(entrant, 1_000));
        return [.. Enumerable.Range(0, venue.Aspects).Select(_ => (random.Next(0, 2_501) / 100m).ToString(CultureInfo.InvariantCulture))];
    }

    public Task Pair(string code) => _tab.Pair(code);

    public Task<string> Says() => _tab.Says();

    public async Task MarkAll()
    {
        for (var entrant = 1; entrant <= venue.Entrants; entrant++)
        {
            var attempt = 0;
            while (!await MarkedNow(entrant, attempt++))
            {
                // its tab died: from what the disk has
            }

            _handed++;
            handedIn();
        }
    }

    /// <summary>Network back: every entrant is 已交 and the chip says 已同步.</summary>
    public async Task AllSynced()
    {
        await _tab.Network(offline: false);
        _tab.At = "the end";
        await _tab.Open();
        await Page.Locator(".chip", new() { HasText = "已同步" }).WaitForAsync();
        await Page.WaitForFunctionAsync("n => document.querySelectorAll('.ent.done').length === n", venue.Entrants);
        _tab.At = "home";
    }

    private async Task<bool> MarkedNow(int entrant, int attempt)
    {
        var code = Venue.Code(entrant);
        var random = new Random(Seed(entrant, attempt));
        try
        {
            if (attempt > 0)
            {
                await _tab.Open();
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
        _tab.At = $"opening {code}";
        await _tab.Hazard(random);
        var next = Page.Locator(".rc button.primary", new() { HasText = code });
        await (await next.CountAsync() > 0 ? next : Page.Locator(".ent", new() { HasText = code })).ClickAsync();
        var yes = Page.Locator("dialog .btn.primary");
        await _tab.There("dialog .btn.primary, .asp");
        if (await yes.CountAsync() > 0)
        {
            Assert.Contains(code, await yes.InnerTextAsync(), StringComparison.Ordinal);
            await yes.ClickAsync();
        }

        await _tab.There(".asp.on");
    }

    private async Task Type(string code, IReadOnlyList<string> figures, Random random)
    {
        var there = await Page.EvaluateAsync<string[]>("() => [document.querySelector('.plate').textContent.trim(), ...[...document.querySelectorAll('.asp input[data-mark]')].map(i => i.value)]");
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
            _tab.At = $"{code} a{n + 1}";
            await Page.Locator($".asp[data-aspect=a{n + 1}]").ClickAsync();
            await Page.Keyboard.TypeAsync(figures[n]);
            var shown = await Page.EvaluateAsync<string>($"() => document.querySelector('.asp[data-aspect=a{n + 1}] input').value");
            Assert.True(shown == figures[n], $"{code} a{n + 1}: {figures[n]} was typed, {shown} shows; {await Page.EvaluateAsync<string>(Glass)}");
            if (random.NextDouble() < 0.02)
            {
                await Page.Stored(code, n + 1);
                _stored = n + 1;
                await _tab.Close();
            }

            await _tab.Hazard(random);
        }
    }

    /// <summary>What the judge sees, for the report of a key that went elsewhere.</summary>
    private const string Glass = "() => document.activeElement?.outerHTML.slice(0, 200) + ' ' + [...document.querySelectorAll('.asp')].map(a => a.className + ' ' + a.querySelector('input')?.value).join('; ')";

    private async Task HandIn(string code, Random random)
    {
        _tab.At = $"handing in {code}";
        await Page.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true }).ClickAsync();
        await _tab.There(".side .btn.primary");
        await Page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).ClickAsync();
        await _tab.Hazard(random);
        await Page.GetByRole(AriaRole.Button, new() { Name = $"交卷 {code}" }).ClickAsync();
        if (random.NextDouble() < 0.02)
        {
            await _tab.Close(); // before anybody knows whether it left
        }

        await _tab.There(".rc");
    }

    private async Task<string> StateOf(string code) =>
        (await Page.Locator(".ent", new() { HasText = code }).GetAttributeAsync("class"))!.Split(' ')[1];

    private int Seed(int entrant, int part) => unchecked(((seed * 31 + number) * 1_009 + entrant) * 31 + part);
}
