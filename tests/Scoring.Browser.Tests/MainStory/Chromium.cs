using Microsoft.Playwright;

namespace Scoring.Browser.Tests.MainStory;

/// <summary>One browser with a page per person. Keeps pictures where SCORING_PICTURES says, if it says.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <param name="home">Home folder with certificates to trust; null: this user's.</param>
    /// <param name="arguments">More switches.</param>
    public static async Task<Chromium> Start(string? home = null, params string[] arguments)
    {
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--lang=zh-CN", .. arguments], Env = Environment(home),
        }));
    }

    private static Dictionary<string, string> Environment(string? home)
    {
        var all = System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
        all["LANGUAGE"] = "zh_CN"; // the browser's own words too, where its Chinese is installed (deploy/pictures)
        if (home is not null)
        {
            all["HOME"] = home;
        }

        return all;
    }

    /// <summary>A page with cookies and storage of its own.</summary>
    /// <param name="fresh">A tablet nobody has held yet: its hints have not been read.</param>
    public async Task<IPage> Person(string url, int width, int height, bool touch = false, bool fresh = false)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = url, ViewportSize = new() { Width = width, Height = height }, HasTouch = touch, Locale = "zh-CN", TimezoneId = "Asia/Shanghai",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(120_000);
        if (!fresh)
        {
            await context.AddInitScriptAsync("try { localStorage.setItem('scoring-hints-seen', 'judge headJudge floorJudge clerk'); } catch {}");
        }

        return await context.NewPageAsync();
    }

    /// <summary>What every open page says now, for whoever reads why a test failed.</summary>
    public async Task<string> Says()
    {
        var words = new List<string>();
        foreach (var page in _browser.Contexts.SelectMany(c => c.Pages))
        {
            words.Add($"== {page.Url}\n{await page.Locator("body").InnerTextAsync()}");
        }

        return string.Join('\n', words);
    }

    public static async Task Picture(IPage page, string name)
    {
        if (System.Environment.GetEnvironmentVariable("SCORING_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
