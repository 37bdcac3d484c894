using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Every page of the tablet with data as they come, on four glasses: axe is content, fingers hit, nothing is wider.</summary>
public sealed class EveryPageTests
{
    private const string LongTrade = "新能源汽车动力电池系统检测与维修技术（职工组）";
    private const string LongName = "阿卜杜热合曼·买买提艾力江·吐尔逊尼亚孜·欧阳上官司马诸葛长孙慕容宇文·Alexander Worth";
    private const string LongOrganization = "河南省安阳市殷都区先进制造业开发区职业技术教育中心学校实训基地管理委员会（南校区）";
    private const string LongText = "按照操作规程逐项检查各部件的连接、紧固与标识，发现异常时停机、挂牌并向裁判报告，记录完整清楚，工具复位，场地清理干净，无遗留物";
    private const string LongReason = "与其他裁判不一致；A1 请对照现场通电记录逐项复核，并在备注里写明漏评的部件和依据；误读标准";

    private static readonly IReadOnlyList<Judge> _officials =
    [
        new(new("K1"), "郑录入", [new JudgeSeat(Role.Clerk, Venue.Trade)]),
        new(new("X1"), "李现场", [new JudgeSeat(Role.FloorJudge, Venue.Trade)]),
        new(new("Z1"), "郭怀民", [new JudgeSeat(Role.HeadJudge, Venue.Trade)]),
    ];

    private static readonly IReadOnlyList<Criterion> _sheet =
    [
        new("A", "安全操作与职业素养（含劳动防护用品穿戴、工具量具使用及现场管理）",
            [.. Enumerable.Range(1, 12).Select(n => new PointsAspect(new($"A{n}"), LongText, 5))]),
        new("B", "故障判断",
            [new AnswerKeyAspect(new("B1"), LongText, 40, [new("故障点", 20, ["热继电器"], ["接触器", "热继电器"]), new("原因", 20, ["过载"])])]),
    ];

    private readonly List<string> _findings = [];

    public static TheoryData<int, int, int> Glasses => new()
    {
        { 800, 1280, 200 }, { 1280, 800, 200 }, { 844, 390, 200 }, { 360, 640, 200 }, { 1280, 800, 0 }, { 360, 640, 0 },
    };

    [Theory]
    [MemberData(nameof(Glasses))]
    public async Task Is_whole_reachable_and_read_aloud_with_hard_names(int width, int height, int entrants)
    {
        IReadOnlyList<string> codes = [];
        var venue = new Venue(entrants, 3, 1, 0)
        {
            Criteria = _sheet, Officials = _officials, TradeName = LongTrade, OrganizationName = LongOrganization, Theory = true,
            Name = n => n % 3 == 0 ? "王磊" : LongName, Station = n => $"二号车间 {n} 号工位",
        };
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data, Since(entrants)));
        await using var chromium = await Chromium.Start();
        var glass = $"{width}x{height}-{entrants}";

        var judge = await chromium.Person(server.Url, width, height, touch: true);
        await judge.GotoAsync("/judge/");
        await Look(judge, ".slots", "pair", glass);
        await judge.PairWith(codes[0], entrants == 0 ? ".empty, .ent" : ".ent");
        await Look(judge, "main", "list", glass);
        await At(judge, "#/", "main", "home", glass);
        await At(judge, "#/compare/dg/M1", "main", "compare", glass);
        await At(judge, "#/waiting", ".wmid", "waiting", glass);
        await At(judge, "#/sheet/dg/M1/Z999", "main", "gone", glass);
        if (entrants > 0)
        {
            await At(judge, "#/receipt/dg/M1/A001", ".rc", "receipt", glass);
            await At(judge, "#/handed/dg/M1/A001", "main", "handed", glass);
            await At(judge, "#/sheet/dg/M1/A002", ".asp.on", "returned", glass);
            await At(judge, "#/sheet/dg/M1/A100", ".asp.on", "sheet", glass);
            await Conflict(server, judge, codes, glass);
        }

        var clerk = await chromium.Person(server.Url, width, height, touch: true);
        await clerk.PairWith(codes[3], "main");
        await At(clerk, "#/clerk/dg/", ".module", "clerk", glass);
        await At(clerk, "#/marks/dg/LL", ".kform", "marks", glass);
        await At(clerk, "#/paper/dg/M1", ".pmid", "paper-choose", glass);

        var floor = await chromium.Person(server.Url, width, height, touch: true);
        await floor.PairWith(codes[4], "main");
        await At(floor, "#/floor/dg/M1", ".fmid", "floor", glass);
        await floor.Key("检录叫号").ClickAsync();
        await Look(floor, "dialog[open]", "floor-call", glass);
        await floor.Keyboard.PressAsync("Escape");

        var head = await chromium.Person(server.Url, width, height, touch: true);
        await head.PairWith(codes[5], "main");
        await At(head, "#/desk/dg/", ".desk", "desk", glass);
        await At(head, "#/panel/dg/M1", ".pmid", "panel", glass);
        if (entrants > 0)
        {
            await At(clerk, "#/paper/dg/M1/A150/1", ".picbar", "paper", glass);
            await floor.Locator(".ft .head").First.ClickAsync();
            await Look(floor, "dialog[open]", "floor-actions", glass);
            await floor.Key("记违规").ClickAsync();
            await Look(floor, "dialog[open] .seg", "floor-violation", glass);
            await At(head, "#/sheets/dg/M1/A001", ".jt", "sheets", glass);
            await head.Key("A001 的状态").ClickAsync();
            await Look(head, "dialog[open]", "status", glass);
        }

        Assert.True(_findings.Count == 0, string.Join('\n', _findings));
    }

    /// <summary>Handed in without a network while another tablet of the judge was quicker: waiting, carried, put aside, compared.</summary>
    private async Task Conflict(ServerProcess server, IPage judge, IReadOnlyList<string> codes, string glass)
    {
        await judge.Context.SetOfflineAsync(true);
        for (var n = 1; n <= 12; n++)
        {
            await judge.Locator($"[data-aspect=A{n}]").ClickAsync();
            await judge.Keyboard.TypeAsync("4");
        }

        await judge.Locator("[data-aspect=B1] .tx").ClickAsync();
        foreach (var unanswered in await judge.Locator(".fields .un").AllAsync())
        {
            await unanswered.ClickAsync();
        }

        await judge.Stored("A100", 13);
        await Look(judge, ".pad", "sheet-typed", glass);
        await judge.EvaluateAsync("() => { location.hash = '#/handin/dg/M1/A100'; }");
        await Look(judge, ".sumt", "handin", glass);
        await judge.Key("不便手写，以座位号确认").ClickAsync();
        await judge.Key("交卷 A100").ClickAsync();
        await Look(judge, ".rc", "receipt-waiting", glass);
        await judge.EvaluateAsync("() => { location.hash = '#/carry/dg/M1/A100'; }");
        await Look(judge, ".qrbox", "carry", glass);

        var cookie = (await judge.Context.CookiesAsync()).Single(c => c.Name.Contains("tablet", StringComparison.OrdinalIgnoreCase));
        await using var quicker = await TabletClient.With(server.Url, cookie.Name, cookie.Value);
        var module = (await quicker.Open()).Modules[0];
        var answer = await quicker.Submit(TabletClient.Sheet(module, module.Cards.Single(c => c.Code == "A100"),
            a => a is AnswerKeyAspect ? Entry.Of(["", ""]) : Entry.Of(3)));
        Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
        await judge.Context.SetOfflineAsync(false);
        await judge.Locator(".chip", new() { HasText = "待处理 1" }).First.WaitForAsync();
        await At(judge, "#/versions/dg/M1/A100", "main", "versions", glass);
        await At(judge, "#/waiting", ".post", "waiting-aside", glass);
    }

    private async Task At(IPage page, string hash, string ready, string name, string glass)
    {
        await page.EvaluateAsync("hash => { location.hash = hash; }", hash);
        await Look(page, ready, name, glass);
    }

    private async Task Look(IPage page, string ready, string name, string glass)
    {
        await page.Locator(ready).First.WaitForAsync();
        await Chromium.Picture(page, $"tablet-{name}-{glass}");
        var found = await Reach.Findings(page, ready);
        var wider = await page.EvaluateAsync<string>(Wider);
        _findings.AddRange(found.Concat(wider.Length > 0 ? [wider] : []).Select(f => $"{name}: {f}"));
    }

    /// <summary>What reaches beyond the glass without anything to scroll it in.</summary>
    private const string Wider = """
        () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
          .filter((e) => e.offsetParent && e.getBoundingClientRect().right > innerWidth + 1)
          .map((e) => e.className + ' ' + e.textContent.trim().slice(0, 20)).slice(0, 3).join('; ') || 'wider'
        """;

    private static IEnumerable<LedgerEvent> Since(int entrants)
    {
        if (entrants == 0)
        {
            yield break;
        }

        for (var n = 1; n <= 40; n++)
        {
            for (var judge = 1; judge <= 3; judge++)
            {
                var marks = Marks(judge == 3 && n % 4 == 1 ? 1 : 4);
                yield return new SheetSubmitted(new($"E{n}"), Venue.Module(1), Venue.Judge(judge), marks, 0);
            }
        }

        yield return new SheetReturned(new("E2"), Venue.Module(1), Venue.Judge(1), LongReason);
        yield return new StatusChanged(new("E5"), EntrantStatus.Absent, "点名未到，已电话联系领队确认不来");
        yield return new ViolationRecorded(
            1, new("E1"), null, "李现场", "现场裁判", "未穿戴劳保用品；与他人交谈", ViolationOutcome.Warning);
        yield return new EntrantsCalled(Venue.Trade, [new("E50"), new("E51")], DateTimeOffset.UnixEpoch);
    }

    private static Dictionary<AspectId, Entry> Marks(decimal each) =>
        _sheet.SelectMany(c => c.AllAspects())
            .ToDictionary(a => a.Id, a => a is AnswerKeyAspect ? Entry.Of(["接触器", "过载"]) : Entry.Of(each));
}
