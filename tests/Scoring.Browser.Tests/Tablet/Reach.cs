using Microsoft.Playwright;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What every page of the tablet must pass: axe without violations, targets a finger hits, no text squeezed into a column of single characters.</summary>
internal static class Reach
{
    public static async Task Check(IPage page, string ready) => Assert.Empty(await Findings(page, ready));

    /// <summary>What there is to mend, each in a line.</summary>
    public static async Task<IReadOnlyList<string>> Findings(IPage page, string ready)
    {
        await page.Locator(ready).First.WaitForAsync();
        return [.. await Axe(page), .. await page.EvaluateAsync<string[]>(Small), .. await page.EvaluateAsync<string[]>(Squeezed)];
    }

    public static async Task<string[]> Axe(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeScript()));
        return await page.EvaluateAsync<string[]>(Violations);
    }

    private const string Violations = """
        () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
          .then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')))
        """;

    // Nothing tappable under 44 px; a mark's text field is as tall as the box around it.
    private const string Small = """
        () => [...document.querySelectorAll('button, a[href], .fld')].filter(e => e.offsetParent && !e.disabled)
          .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width < 44 || box.height < 44).map(([e]) => e.className + ' ' + e.textContent.trim())
        """;

    // Words of four characters and more on at least as many lines as half of them; a mark's field beyond what scrolls it.
    private const string Squeezed = """
        () => {
          const range = document.createRange(), found = [];
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            const words = text.data.trim(), of = text.parentElement;
            if (words.length < 4 || !of.offsetParent || of.closest('.unseen')) continue;
            range.selectNodeContents(text);
            const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size;
            if (lines > 2 && lines * 2 >= words.length) found.push(`squeezed: ${words}`);
          }
          for (const field of document.querySelectorAll('.fld')) {
            const list = field.closest('.scroll');
            if (list && field.offsetParent && field.getBoundingClientRect().right > list.getBoundingClientRect().right + 1) found.push(`outside: ${field.className}`);
          }
          return found;
        }
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
