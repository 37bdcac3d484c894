using System.Text.Json;
using Microsoft.Playwright;
using Scoring.Api.Console.Cards;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Screens;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Every page of the console, measured: what stands in a box has room around it, boxes stand apart, nothing hangs out of
/// the page.</summary>
public sealed class RoomTests
{
    private const string Competition = "yindubei-2026";

    private static readonly (int Width, int Height)[] Screens = [(1440, 900), (1280, 800)];

    // Distance of each text and control to every border and edge of ground around it, in CSS pixels.
    private const string Measured = """
        () => {
          const side = 6, above = 3, tight = 2, apart = 6;
          const root = document.querySelector('main') ?? document.body;
          document.querySelectorAll('details').forEach(d => d.open = true);
          const seen = e => {
            const s = getComputedStyle(e);
            return s.visibility !== 'hidden' && s.display !== 'none' && e.getClientRects().length > 0;
          };
          const clear = c => c === 'transparent' || /rgba\(.*, 0\)$/.test(c);
          const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
            + (typeof e.className === 'string' && e.className ? '.' + e.className.trim().split(/\s+/).join('.') : '');
          const found = [];
          const tell = (what, where, by) => found.push(`${what} (${by.toFixed(1)}) ${where}`);
          const edges = e => {
            const s = getComputedStyle(e);
            const width = x => s[`border${x}Style`] === 'none' ? 0 : parseFloat(s[`border${x}Width`]);
            const ground = !clear(s.backgroundColor) && e.parentElement
              && s.backgroundColor !== getComputedStyle(e.parentElement).backgroundColor;
            return { left: width('Left'), right: width('Right'), top: width('Top'), bottom: width('Bottom'), ground };
          };
          const control = e =>
            e.matches('button, .btn, input, select, textarea, .tin, .chip, .plate, .seg, kbd, .cell-a, .tabs a, a, summary');
          const check = (rect, from, says) => {
            for (let e = from; e && root.contains(e); e = e.parentElement) {
              const s = getComputedStyle(e);
              const box = e.getBoundingClientRect();
              if (box.width < 2 || box.height < 2) return;
              const b = edges(e), printed = /^T[DH]$/.test(e.tagName) && e.closest('.paper'); // printed tables are close
              const inline = s.display.startsWith('inline');
              const legend = e.tagName === 'FIELDSET' && from.closest('legend'); // it stands in the border
              const need = control(e) || inline || printed ? tight : side;
              const high = control(e) || inline ? 0 : printed ? 1 : legend ? -2 : e.tagName === 'TD' ? tight : above;
              if (!control(e) || e !== from || e.matches('button, .btn')) {
                if ((b.left || b.ground) && rect.left - box.left - b.left < need - 0.5)
                  tell('left', `${says} in ${name(e)}`, rect.left - box.left);
                if ((b.right || b.ground) && box.right - b.right - rect.right < need - 0.5 && s.textOverflow !== 'ellipsis')
                  tell('right', `${says} in ${name(e)}`, box.right - rect.right);
                if ((b.top || b.ground) && rect.top - box.top - b.top < high - 0.5)
                  tell('top', `${says} in ${name(e)}`, rect.top - box.top);
                if ((b.bottom || b.ground) && box.bottom - b.bottom - rect.bottom < high - 0.5)
                  tell('bottom', `${says} in ${name(e)}`, box.bottom - rect.bottom);
              }
              const scrolls = /(auto|scroll|hidden|clip)/.test(s.overflowX + s.overflowY);
              if (scrolls && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) return;
              if (s.position === 'fixed' || s.position === 'absolute') return;
            }
          };
          const measure = within => {
            const walk = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
            for (let n = walk.nextNode(); n; n = walk.nextNode()) {
              const e = n.parentElement, text = n.textContent.trim();
              if (!text || !e || !seen(e)) continue;
              if (e.closest('svg, option, script, style, template, .vh0, .sr, [hidden], [aria-hidden=true], canvas')) continue;
              if (getComputedStyle(e).clipPath !== 'none') continue;
              const range = document.createRange();
              range.selectNodeContents(n);
              for (const rect of range.getClientRects()) if (rect.width > 1 && rect.height > 1) check(rect, e, `“${text.slice(0, 18)}”`);
            }
            const fields = 'input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea, .btn';
            for (const e of within.querySelectorAll(fields)) {
              if (seen(e) && e.parentElement && !e.closest('.vh0, [hidden]'))
                check(e.getBoundingClientRect(), e.parentElement, name(e));
            }
            const boxes = [...within.querySelectorAll('.card, fieldset, .note')].filter(seen);
            for (const box of boxes) for (const next of boxes) {
              if (box === next || box.parentElement !== next.parentElement || box.contains(next)) continue;
              const a = box.getBoundingClientRect(), c = next.getBoundingClientRect();
              const beside = Math.min(a.bottom, c.bottom) - Math.max(a.top, c.top) > 1;
              const over = Math.min(a.right, c.right) - Math.max(a.left, c.left) > 1;
              if (beside && c.left >= a.left && c.left - a.right < apart - 0.5)
                tell('apart', `${name(box)} ${name(next)}`, c.left - a.right);
              else if (over && c.top >= a.top && c.top - a.bottom < apart - 0.5)
                tell('apart', `${name(box)} ${name(next)}`, c.top - a.bottom);
            }
          };
          measure(root);
          if (document.documentElement.scrollWidth > innerWidth + 1)
            tell('wide', 'page', document.documentElement.scrollWidth - innerWidth);
          for (const dialog of document.querySelectorAll('dialog')) {
            if (dialog.open) continue;
            dialog.showModal();
            const box = dialog.getBoundingClientRect();
            if (box.width > innerWidth || box.height > innerHeight) tell('wide', name(dialog), Math.max(box.width, box.height));
            measure(dialog);
            dialog.close();
          }
          return [...new Set(found)].slice(0, 40);
        }
        """;

    [Fact]
    public async Task Everything_on_every_page_has_room_around_it()
    {
        await using var server = await ServerProcess.Start(demo: true);
        await using var browser = await Chromium.Start();
        var admin = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Competition, server.Account("admin"));
        await Measure(admin.Page, await Pages(admin.Page, Competition), "room");
    }

    /// <summary>Organizations of forty characters, names of fifty, trades of twenty, each as a list has them; their papers too.</summary>
    [Fact]
    public async Task Long_names_have_room_too()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var admin = await Preparation.FirstAdmin(server, browser);
        await Preparation.NewCompetition(admin);
        var page = admin.Page;
        await admin.Go("road");
        await page.Locator("#step-trades [name=file]").SetInputFilesAsync(
            new FilePayload { Name = "名单.xlsx", MimeType = "application/octet-stream", Buffer = Hard() });
        await admin.Press("按名单里的工种新建");
        await page.GetByText("已新建 1 个工种").WaitForAsync();
        await admin.Upload("import", "名单.xlsx", Hard());
        await Chromium.Picture(page, "hard-import");
        await admin.Press(page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }));
        await page.GetByText("名单已导入").WaitForAsync();
        await admin.Upload("import-judges", "裁判名册.xlsx", Judges());
        await admin.Press(page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }));
        await page.GetByText("裁判名册已导入").WaitForAsync();
        await admin.Go("cards");
        await admin.Press("给 12 人编号");
        await admin.Go("road");
        await admin.Press("全部工种机器抽签");
        string[] papers =
        [
            .. CardKind.All.Select(kind => $"cards?handler=print&kind={kind.Key}"), $"draw/{Cup.Trade}?handler=slips",
            .. ((string[])["roster", "programme", "summary"]).Select(list => $"lists?handler=print&list={list}"),
        ];
        await Measure(page, [.. await Pages(page, Cup.Key), .. papers.Select(paper => $"/console/{Cup.Key}/{paper}")], "hard");
    }

    private static byte[] Hard()
    {
        var list = new MessyWorkbook("报名表").Row("序号", "选手姓名", "性别", "身份证号码", "所在单位", "参赛项目", "联系电话");
        foreach (var (n, person) in HardData.People.Index())
        {
            list.Row(
                n + 1, person.Name[..Math.Min(50, person.Name.Length)], "男", MessyWorkbook.Id((2 * n) + 1), person.Organization,
                n % 2 == 0 ? HardData.LongTrade : Cup.TradeName, $"139{n:00000000}");
        }

        return list.Bytes();
    }

    private static byte[] Judges()
    {
        var list = new MessyWorkbook("裁判名册").Row("姓名", "单位", "角色", "工种");
        foreach (var (n, person) in HardData.People.Index().Where(p => p.Item.Members is null))
        {
            list.Row(
                person.Name[..Math.Min(50, person.Name.Length)], person.Organization, n == 1 ? "裁判长" : "裁判",
                n % 2 == 0 ? HardData.LongTrade : Cup.TradeName);
        }

        return list.Bytes();
    }

    private static async Task Measure(IPage page, List<string> pages, string name)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        List<string> faults = [];
        Assert.True(pages.Count >= 45, $"only {string.Join(' ', pages)}");
        foreach (var (width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var address in pages)
            {
                await page.GotoAsync(address);
                await Chromium.Picture(page, $"{name}-{width}-{address.Trim('/').Replace('/', '-').Replace('?', '-')}");
                var found = await page.EvaluateAsync<JsonElement>(Measured);
                faults.AddRange(found.EnumerateArray().Select(f => $"{address} at {width}: {f.GetString()}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Everything the left column and the pages themselves lead to; of the pages of a trade one trade is enough.
    private static async Task<List<string>> Pages(IPage page, string competition)
    {
        List<string> found = [$"/console/{competition}/road", "/console/competitions", "/console/password"];
        for (var at = 0; at < found.Count; at++)
        {
            await page.GotoAsync(found[at]);
            var links = await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]')].map(a => a.pathname + a.search)");
            foreach (var link in links)
            {
                var plain = link.Split('?')[0];
                var kind = Kind(plain);
                if (plain.StartsWith("/console", StringComparison.Ordinal) && !link.Contains("handler=", StringComparison.Ordinal)
                    && !plain.EndsWith("/logout", StringComparison.Ordinal) && found.TrueForAll(f => Kind(f) != kind))
                {
                    found.Add(plain);
                }
            }
        }

        return found;
    }

    private static string Kind(string path) => string.Join('/', path.Split('/').Take(4));
}
