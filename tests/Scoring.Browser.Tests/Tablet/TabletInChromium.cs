using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Api.Storage;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A tablet of the demo competition against the real server.</summary>
internal static class TabletInChromium
{
    public const string Trade = "铲车工";
    public const string Module = "铲斗移球上杆";

    /// <summary>The pairing code printed at the start for the first judge of a trade.</summary>
    public static string Code(this ServerProcess server, string trade) =>
        Regex.Match(server.Output, $@"^\s*(\w{{6}})\s+{trade} ", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    /// <summary>The same for an official: 裁判长, 现场裁判, 录入员.</summary>
    public static string Code(this ServerProcess server, string trade, string office) =>
        Regex.Match(server.Output, $@"^\s*(\w{{6}})\s+{trade} {office}", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Groups[1].Value;

    /// <summary>Pairs a tablet and waits for its first page.</summary>
    public static async Task PairWith(this IPage page, string code, string ready)
    {
        await page.GotoAsync("/judge/#pair=" + code);
        await page.Locator(ready).First.WaitForAsync();
    }

    /// <summary>Pairs a tablet as the first judge of <see cref="Trade"/> and opens the list of <see cref="Module"/>.</summary>
    public static async Task<TabletPage> OpenAsJudge(this IPage page, ServerProcess server)
    {
        var tablet = new TabletPage(page);
        await tablet.Pair(server.Code(Trade));
        await tablet.OpenModule(Module);
        return tablet;
    }

    public static ILocator Key(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static async Task SignAsync(this IPage page)
    {
        var box = await page.Locator("canvas").BoundingBoxAsync() ?? throw new InvalidOperationException("no signature pad");
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 90);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= 12; i++)
        {
            await page.Mouse.MoveAsync(box.X + 60 + (16 * i), box.Y + 90 + (i % 2 == 0 ? 40 : -30));
        }

        await page.Mouse.UpAsync();
    }

    /// <summary>Entries in the ledger so far that say something of the contest: accounts, pairing codes and pairings are left out.</summary>
    public static Task<long> Entries(this ServerProcess server)
    {
        var file = Directory.EnumerateFiles(Path.Combine(server.Data, "competitions"), "*.db").Order(StringComparer.Ordinal).First();
        using var ledger = SqliteFile.OpenForReading(file);
        using var count = ledger.CreateCommand();
        count.CommandText = "SELECT count(*) FROM events WHERE type NOT IN ('AccountChanged', 'PairingCodeMade', 'TabletPaired', 'TabletUnpaired')";
        return Task.FromResult(Convert.ToInt64(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Another tablet of the same judge: the same cookie, a memory of its own.</summary>
    public static async Task<IPage> Twin(this Chromium chromium, IPage of, string url)
    {
        var twin = await chromium.Person(url, 1180, 820, touch: true);
        await twin.Context.AddCookiesAsync((await of.Context.CookiesAsync()).Select(c => new Cookie
        {
            Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite,
        }));
        return twin;
    }

    /// <summary>The offline shell has everything and serves this page.</summary>
    public static Task ReadyOffline(this IPage page) => page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");

    /// <summary>Waits until the tablet's disk holds so many marks of a sheet being marked.</summary>
    public static Task Stored(this IPage page, string code, int marks) => page.WaitForFunctionAsync(StoredMarks, new object[] { code, marks });

    private const string StoredMarks = """
        ([code, marks]) => new Promise((resolve) => {
          const open = indexedDB.open('scoring-tablet');
          open.onerror = () => resolve(false);
          open.onsuccess = () => {
            const all = open.result.transaction('drafts').objectStore('drafts').getAll();
            all.onsuccess = () => { open.result.close(); resolve(all.result.some((d) => d.code === code && Object.keys(d.typed).length >= marks)); };
          };
        })
        """;

    public static Task Tile(this IPage page, string code, string state) =>
        page.Locator(".ent", new() { HasText = code }).Locator(".st", new() { HasText = state }).WaitForAsync();
}
