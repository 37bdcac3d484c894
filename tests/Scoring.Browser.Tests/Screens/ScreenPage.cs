using Microsoft.Playwright;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>One screen in Chromium, with what a person would read off it.</summary>
public sealed class ScreenPage : IAsyncDisposable
{
    private static readonly Lazy<Task<IBrowser>> Browser = new(async () => // one for all tests; it ends with the run
        await (await Playwright.CreateAsync()).Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] }));

    private readonly List<string> _problems = [];

    private ScreenPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors of the page's console, refusals of its content policy among them.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public static Task<ScreenPage> Open(TestDisplay display, string path, int width = 1920, int height = 1080, bool still = false, string? prepare = null) =>
        Open(display.Address, path, width, height, still, prepare);

    /// <param name="prepare">Script that runs before the page's own.</param>
    public static async Task<ScreenPage> Open(Uri address, string path, int width = 1920, int height = 1080, bool still = false, string? prepare = null)
    {
        var screen = await Blank(width, height, still);
        if (prepare is not null)
        {
            await screen.Page.AddInitScriptAsync(prepare);
        }

        await screen.Page.GotoAsync(new Uri(address, "/display/" + path).ToString());
        return screen;
    }

    /// <summary>A screen that has gone nowhere yet.</summary>
    public static async Task<ScreenPage> Blank(int width = 1920, int height = 1080, bool still = false)
    {
        var page = await (await Browser.Value).NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height }, ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        });
        page.SetDefaultTimeout(120_000); // a machine that does much else besides is slow, not wrong
        var screen = new ScreenPage(page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                screen._problems.Add(message.Text);
            }
        };
        page.PageError += (_, problem) => screen._problems.Add(problem);
        return screen;
    }

    /// <summary>Codes or names from the top down, by where they stand on the glass.</summary>
    public Task<string[]> Order() => Page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('.slot')].filter(s => s.isConnected && getComputedStyle(s).opacity > 0.5)" +
        ".sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(s => s.querySelector('.row').dataset.key)");

    public Task<double> Top(string key) => Page.EvaluateAsync<double>("key => document.querySelector(`.row[data-key=\"${key}\"]`).getBoundingClientRect().top", key);

    /// <summary>Until nothing moves but what always does: the line under the page's name, the rings of the first prize.</summary>
    public async Task Rest()
    {
        await Page.Locator(".board[data-stage=rest]").First.WaitForAsync();
        await Still();
    }

    public async Task Still()
    {
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"); // what was just asked for has begun
        await Page.WaitForFunctionAsync(
            "() => document.getAnimations().every(a => a.playState !== 'running' || ['left-over', 'turn'].includes(a.animationName))");
    }

    /// <summary>Keeps a picture where SCREENS_OUT says, if it says.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS_OUT") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
