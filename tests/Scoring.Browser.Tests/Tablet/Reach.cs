using System.Text.Json;
using Microsoft.Playwright;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What every page of the tablet must pass: axe without violations, targets a finger hits.</summary>
internal static class Reach
{
    public static async Task Check(IPage page, string ready)
    {
        await page.Locator(ready).First.WaitForAsync();
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeScript()));
        var violations = await page.EvaluateAsync<JsonElement>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].target.join(' ')))");
        Assert.Equal("[]", violations.GetRawText());
        Assert.Empty(await page.EvaluateAsync<string[]>(Small));
    }

    // Nothing tappable under 44 px; a mark's text field is as tall as the box around it.
    private const string Small = """
        () => [...document.querySelectorAll('button, a[href], .fld')].filter(e => e.offsetParent && !e.disabled)
          .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width < 44 || box.height < 44).map(([e]) => e.className + ' ' + e.textContent.trim())
        """;

    private static string AxeScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException("axe-core is not installed: run npm ci");
    }
}
