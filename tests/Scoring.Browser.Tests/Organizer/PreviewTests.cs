using System.Text.Json;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>The preview of a list with no finding, three and three hundred, on a laptop's screens: buttons in view, each finding at its
/// cell.</summary>
public sealed class PreviewTests
{
    private static readonly (int Width, int Height)[] Screens = [(1440, 900), (1280, 720)];

    // Column letter and row of every cell that says something, and of every place the findings beside the table name.
    private const string InCells = """
        () => { const letters = [...document.querySelectorAll('.scroll.own thead tr:first-child th')].map(h => h.innerText.trim());
          return [...document.querySelectorAll('.scroll.own tbody tr[id] td')].filter(c => c.querySelector('.why'))
            .map(c => letters[c.cellIndex] + c.parentElement.querySelector('.n').innerText.trim()); }
        """;

    private const string Named = """
        () => [...document.querySelectorAll('.side .er')].filter(e => e.querySelector('.cell-a.e, .cell-a.w'))
          .flatMap(e => [...e.querySelectorAll('.places li')].length > 0
              ? [...e.querySelectorAll('.places li > a, .places li > b')].map(p => p.textContent.trim())
            : [e.querySelector('.cell-a').innerText.trim()])
        """;

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(300)]
    public async Task Buttons_are_in_view_and_each_finding_stands_at_its_cell(int findings)
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var admin = await Preparation.FirstAdmin(server, browser);
        await Preparation.NewCompetition(admin);
        var page = admin.Page;
        await admin.Upload("import", "名单.xlsx", List(findings));
        var address = page.Url;
        foreach (var (width, height) in Screens)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync(address);
            await Chromium.Picture(page, $"preview-{findings}-{width}");
            foreach (var button in await page.Locator(".ft .btn").AllAsync())
            {
                var box = (await button.BoundingBoxAsync())!; // shown
                Assert.True(
                    box.Y >= 0 && box.Y + box.Height <= height && box.X >= 0 && box.X + box.Width <= width,
                    $"{await button.InnerTextAsync()} at {box.X},{box.Y}");
            }

            var named = await Texts(page, Named);
            var cells = new List<string>();
            for (var number = 1; number <= await Pages(page); number++)
            {
                await page.GotoAsync($"{address}&p={number}");
                cells.AddRange(await Texts(page, InCells));
            }

            Assert.Equal(findings, cells.Count);
            Assert.Equal(named.Order(StringComparer.Ordinal), cells.Order(StringComparer.Ordinal));
        }

        if (findings == 3)
        {
            // From what is said beside the table to its row, which comes into view.
            await page.GotoAsync(address);
            await page.Locator(".side a.link").Last.ClickAsync();
            await page.WaitForFunctionAsync("""
                () => {
                  const box = document.querySelector('tr:target')?.getBoundingClientRect();
                  return box && box.top >= 0 && box.bottom <= innerHeight;
                }
                """);
        }
    }

    private static async Task<int> Pages(IPage page) => await page.Locator(".scroll.own + .pager").CountAsync() == 0 ? 1
        : await page.EvaluateAsync<int>("() => +/共 (\\d+) 页/.exec(document.querySelector('.scroll.own + .pager').innerText)[1]");

    private static async Task<IReadOnlyList<string>> Texts(IPage page, string script) =>
        JsonSerializer.Deserialize<List<string>>(
            await page.EvaluateAsync<string>($"() => JSON.stringify(({script})())"))!; // a list of texts

    // Three kinds of faults in turn: a lost character, a sign for nothing, a number that is none.
    private static byte[] List(int findings)
    {
        var list = new MessyWorkbook("报名表").Row("序号", "选手姓名", "性别", "身份证号码", "所在单位", "参赛项目", "联系电话", "考号");
        for (var n = 1; n <= Math.Max(12, findings); n++)
        {
            var fault = n <= findings ? n % 3 : -1;
            list.Row(
                n, fault == 0 ? $"选□{n}" : $"选手{n}", n % 2 == 1 ? "男" : "女", fault == 2 ? "待补" : MessyWorkbook.Id(n), fault == 1 ? "/"
                    : "安阳钢铁厂", Cup.TradeName,
                $"139{n:00000000}", $"A{n:000}");
        }

        return list.Bytes();
    }
}
