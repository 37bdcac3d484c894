using System.Text;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Tables of results with organizations of forty characters, a pair with its members and reasons that take lines: nothing is
/// cut off and nothing scrolls sideways.</summary>
public sealed class LongResultsTests
{
    private static readonly (int Width, int Height)[] _screens = [(1280, 800), (1366, 768), (1440, 900)];

    private static readonly string[] _pages =
    [
        "hard/awards/hg?all=true", "hard/outcomes/hg", "hard/teams", "hard/payouts", "hard/entrants", "hard/organizations",
        "hard/mend/hg?at=e5", "hard/publish/hg", "hard/review/hg", "hard/corrections/hg", "hard/lists", "history", "figures",
    ];

    // Tables whose card shows less than their width, and pages that scroll.
    private const string Cut = """
        () => {
          const found = [], page = document.documentElement;
          if (page.scrollWidth > page.clientWidth + 1) found.push('page ' + (page.scrollWidth - page.clientWidth));
          for (const table of document.querySelectorAll('main table'))
            for (let e = table.parentElement; e && e.tagName !== 'MAIN'; e = e.parentElement)
              if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible') {
                found.push(`${e.className} ${e.scrollWidth - e.clientWidth}`);
                break;
              }
          return found;
        }
        """;

    [Fact]
    public async Task Every_table_of_results_fits_its_card()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var admin = await Preparation.FirstAdmin(server, browser);
        var page = admin.Page;
        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入比赛文件" }).First.ClickAsync();
        await page.Locator("#from-file [name=file]").SetInputFilesAsync(
            new FilePayload { Name = "hard.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(File()) });
        await admin.Press(page.Locator("#from-file button.primary"));
        await page.WaitForURLAsync("**/hard/**");
        foreach (var (width, height) in _screens)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var path in _pages)
            {
                Assert.Equal(200, (await page.GotoAsync("/console/" + path))!.Status); // an address always answers
                Assert.Equal("", string.Join('；', (await page.EvaluateAsync<string[]>(Cut)).Select(cut => $"{path} {width}: {cut}")));
                await Chromium.Picture(page, $"long-{path.Split('?')[0].Replace('/', '-')}-{width}");
            }
        }
    }

    private static string File()
    {
        string[] names = ["阿依古丽·买买提江·阿卜杜热合曼", "欧阳娜娜", "王伟", "李芳", "勇攀高峰创新工作室联合攻关一队", "刘洋", "陈静", "赵磊"];
        static string Firm(int n) => $"河南省安阳市殷都区先进制造业产业集群高质量发展联合工会委员会第{"一二三四"[n]}分会机械加工部";
        var firms = Enumerable.Range(0, 4).Select(n => $$"""{ "id": "u{{n}}", "name": "{{Firm(n)}}" }""");
        var people = names.Select((name, i) => $$$"""
            { "id": "e{{{i + 1}}}", "name": "{{{name}}}", "organization": "u{{{i % 4}}}", "trade": "hg",
              "tags": { "组别": "{{{(i % 2 == 0 ? "职工组" : "学生组")}}}" }{{{(i == 4 ? Pair : "")}}} }
            """);
        var marks = names.Select((_, i) => $$"""
            { "entrant": "e{{i + 1}}", "modules": [
              { "module": "LL", "figures": [{ "clerk": "k", "mark": {{98 - i}} }], "time": { "usedSeconds": {{5400 + i}} } },
              { "module": "SC", "figures": [{ "clerk": "k", "mark": {{(i == 3 ? 58 : 96 - (i * 2))}} }] }] }
            """);
        return $$"""
            { "format": 1,
              "competition": { "id": "hard", "name": "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛", "date": "2026-04-23", "hosts": ["安阳市总工会"],
                "teamRankings": [{ "name": "单位团体", "method": "bestTotals", "bestOf": 3,
                  "prize": { "name": "优秀组织奖", "by": "entrants", "count": 2 } }] },
              "trades": [{ "id": "hg", "name": "化工总控与焊接自动化联合操作工", "code": "HG", "codeLayers": 0, "publicityDays": 0,
                "components": [
                  { "id": "ll", "name": "理论", "kind": "theory", "weight": 30, "modules": [
                    { "id": "LL", "name": "理论", "fullMark": 100, "marking": "clerk", "sheet": [], "time": {} }] },
                  { "id": "sc", "name": "实操", "kind": "practical", "weight": 70, "modules": [
                    { "id": "SC", "name": "实操", "fullMark": 100, "marking": "clerk", "sheet": [] }] }],
                "awards": { "tiers": [{ "name": "一等奖", "quota": 1, "amount": 3000 }, { "name": "二等奖", "quota": 3, "amount": 1500.5 }],
                  "limits": [{ "most": 1, "per": "organization" }],
                  "singles": [{ "name": "理论之星", "count": 1, "module": "LL", "amount": 500 }] },
                "advance": { "to": "河南省第十二届职工技能竞赛决赛", "top": 3, "reserves": 2, "limits": [{ "most": 1, "per": "organization" }] } }],
              "organizations": [{{string.Join(", ", firms)}}],
              "entrants": [{{string.Join(", ", people)}}],
              "judges": [{ "id": "k", "name": "录入员", "seats": [{ "role": "clerk", "trade": "hg" }] },
                { "id": "h", "name": "裁判长", "seats": [{ "role": "headJudge", "trade": "hg" }] }],
              "marks": [{{string.Join(", ", marks)}}],
              "progress": [{ "trade": "hg", "phase": "final", "awardsConfirmedBy": "h" }] }
            """;
    }

    private const string Pair =
        """, "members": ["王五", "阿依古丽·买买提江"], "personal": { "members": [{ "name": "王五", "idNumber": "110101199001010015" }] }""";
}
