using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Every scene on every stage with hard data: no text outside its box or the safe area, none over another, none cut by an edge, none too small. By measuring.
/// On all five stages with SCORING_TEST_ALL=1.</summary>
public sealed class LayoutTests(ITestOutputHelper output)
{
    private static readonly (string Name, int Width, int Height)[] Stages = [("1080p", 1920, 1080), ("4k", 3840, 2160), ("wall", 3840, 1080), ("portrait", 1080, 1920), ("laptop", 1366, 768)];

    private const string Photo = "/display/files/0000000000000000.png";

    private sealed record Case(string Path, Board[] Boards, Scene? Scene = null, CeremonyTrade[]? Awards = null, int Step = 0, string Ready = ".rail h1, .cells .cell, .beside header, .entrant h1, .message .line:not(:empty), .blank h1");

    private static Case Trade(Board board) => new($"#/trade/{board.Trade.Value}", [board]);

    private static Case Honours(CeremonyTrade part, int step) => new("#/ceremony", [], Awards: [part], Step: step, Ready: $".ceremony[data-step='{step}'] .aw, .ceremony[data-step='{step}'] .resolver");

    private static Case Several(int winners, string? before = null) => Honours(HardData.Tier(winners, "二等奖", i => HardData.Winner(i) with { Before = before }), 2);

    private static Case Said(Scene scene) => new("#/screen/主屏", [], scene);

    private static Board[] Four(Visibility view, Phase phase) =>
        [HardData.Board("a", view: view, phase: phase), HardData.Board("b", "电工", view: view, phase: phase), HardData.Board("c", "工业机器人系统操作员", view: view, phase: phase), HardData.Board("d", "化工仪表维修工", 2, view, phase)];

    private static Case Stage(int seats, int who) => Said(new Scene(SceneKind.Stage, Stage: HardData.OnStage(seats, who))) with { Ready = ".onstage h1" };

    private static Board Unprized(Board board) => board with { Tiers = [], Rows = [.. board.Rows.Select(r => r with { Tier = null })] };

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["live"] = Trade(HardData.Board(view: Visibility.Codes, phase: Phase.Scoring)),
        ["live 200"] = Trade(HardData.Board(entrants: 200, view: Visibility.Codes, phase: Phase.Scoring)),
        ["frozen"] = Trade(HardData.Board(view: Visibility.Frozen, phase: Phase.Scoring)),
        ["hidden"] = Trade(HardData.Board(view: Visibility.Hidden, phase: Phase.Scoring)),
        ["publicity"] = Trade(HardData.Board(phase: Phase.Publicity)),
        ["live 0"] = Trade(HardData.Board(entrants: 0, view: Visibility.Codes, phase: Phase.Scoring)),
        ["publicity 200"] = Trade(HardData.Board(entrants: 200, phase: Phase.Publicity)),
        ["published without awards"] = Trade(Unprized(HardData.Board(entrants: 60))),
        ["published"] = Trade(HardData.Board()),
        ["published 1"] = Trade(HardData.Board(entrants: 1)),
        ["published 200"] = Trade(HardData.Board(entrants: 200)),
        ["beside 2"] = new("#/beside/a+b", Four(Visibility.Named, Phase.Final)),
        ["beside 3"] = new("#/beside/a+b+c", Four(Visibility.Codes, Phase.Scoring)),
        ["beside 4"] = new("#/beside/a+b+c+d", Four(Visibility.Named, Phase.Publicity)),
        ["rotation"] = new("#/rotate", [.. HardData.Wall(20).Select((b, i) => HardData.Board(b.Trade.Value, b.TradeName, 24, i % 2 == 0 ? Visibility.Named : Visibility.Codes, i % 2 == 0 ? Phase.Final : Phase.Scoring))]),
        ["wall 5"] = new("#/wall", [.. HardData.Wall(5)]),
        ["wall 36"] = new("#/wall", [.. HardData.Wall(36)]),
        ["wall of three places"] = new("#/wall", [.. HardData.Wall(30).Select((b, i) => b with { Venue = i % 3 == 0 ? "安阳职业技术学院实训楼二层东侧机电车间" : i % 3 == 1 ? "二号车间" : null })]),
        ["wall 108"] = new("#/wall", [.. HardData.Wall(108)]),
        ["entrant name"] = new("#/entrant/hd+T001", [HardData.Board()]),
        ["entrant English"] = new("#/entrant/hd+T003", [HardData.Board(phase: Phase.Publicity)]),
        ["entrant team"] = new("#/entrant/hd+T007", [HardData.Board()]),
        ["entrant code"] = new("#/entrant/hd+T002", [HardData.Board(view: Visibility.Codes, phase: Phase.Scoring)]),
        ["teams"] = new("#/teams", [HardData.Board()]),
        ["organizations"] = new("#/organizations", [HardData.Board()]),
        ["schedule 108"] = new("#/schedule", [.. HardData.Wall(108)]),
        ["call 40"] = new("#/call", [HardData.Board() with { Call = HardData.Call(40) }]),
        ["call of two trades"] = new("#/call", [HardData.Board() with { Call = HardData.Call(9) }, HardData.Board("b", "电工") with { Call = HardData.Call(30) }]),
        ["call nobody"] = new("#/call", [HardData.Board()]),
        ["message long"] = Said(new Scene(SceneKind.Message, Line: string.Concat(Enumerable.Repeat("请各代表队领队到检录处领取参赛证并核对选手信息，", 8)), Note: "检录处设在二号车间北门入口处，逾期不到者视为弃赛，请相互转告并按时到场，谢谢配合")),
        ["message English"] = Said(new Scene(SceneKind.Message, Line: "Lunch break\nCompetition resumes at half past one in the afternoon")),
        ["message urgent"] = Said(new Scene(SceneKind.Message, Line: "一号车间停止比赛\n请全体人员从南门有序离开", Note: "听从现场裁判指挥", Urgent: true)),
        ["message with a code"] = Said(new Scene(SceneKind.Message, Line: "扫码查成绩、下载证书，公示期三个工作日，有异议请在公示期内书面提出", Note: "组委会联系电话 0372-0000000", Link: "http://192.168.1.10:5080/results")) with { Ready = ".message .qr" },
        ["black"] = Said(new Scene(SceneKind.Black)) with { Ready = ".black" },
        ["test picture"] = Said(new Scene(SceneKind.TestPicture)) with { Ready = ".test-picture .who" },
        ["countdown"] = Said(new Scene(SceneKind.Countdown, Line: "距离新能源汽车动力电池系统检测与维修技术实操比赛开始还有", Note: "请选手到检录处", Until: TestBoards.At.AddHours(3))),
        ["countdown over"] = Said(new Scene(SceneKind.Countdown, Line: "理论考试", Until: TestBoards.At.AddHours(-1))),
        ["overlay entrant"] = new("#/overlay/主屏", [HardData.Board()], new Scene(SceneKind.Entrant, [new TradeId("hd")], Code: "T001"), Ready: ".overlay .third"),
        ["overlay team"] = new("#/overlay/主屏", [HardData.Board()], new Scene(SceneKind.Entrant, [new TradeId("hd")], Code: "T007"), Ready: ".overlay .third"),
        ["overlay ranking"] = new("#/overlay/主屏", [HardData.Board()], new Scene(SceneKind.Trades, [new TradeId("hd")]), Ready: ".overlay .corner"),
        ["overlay message"] = new("#/overlay/主屏", [], new Scene(SceneKind.Message, Line: "午间休息\n13:30 继续比赛，请各代表队提前十分钟回到赛场"), Ready: ".overlay .bar"),
        ["stage code"] = Stage(5, -1),
        ["stage revealed"] = Stage(7, 0),
        ["stage of twelve"] = Stage(12, 2),
        ["stage empty"] = Said(new Scene(SceneKind.Stage)) with { Ready = ".onstage .none" },
        ["blank"] = new("#/blank", []),
        ["announced"] = Honours(HardData.Tier(3), 1),
        ["first"] = Honours(HardData.Tier(1), 2),
        ["first English"] = Honours(HardData.Tier(1, winner: _ => HardData.Winner(2)), 2),
        ["first team"] = Honours(HardData.Tier(1, "优胜奖（企业组）", _ => HardData.Winner(6)), 2),
        ["first photo"] = Honours(HardData.Tier(1, winner: _ => HardData.Winner(0, Photo)), 2),
        ["first photo team"] = Honours(HardData.Tier(1, winner: _ => HardData.Winner(6, Photo)), 2),
        ["winners 2"] = Several(2),
        ["winners 3"] = Several(3),
        ["winners 4"] = Several(4),
        ["winners 6"] = Several(6),
        ["winners 7"] = Several(7),
        ["winners 12"] = Several(12),
        ["winners of all trades"] = Several(5, HardData.LongTrade),
        ["organizations' prize 1"] = Honours(HardData.Organizations(1, overall: true), 2),
        ["organizations' prize 4"] = Honours(HardData.Organizations(4), 2),
        ["team places"] = Honours(HardData.Organizations(3, overall: true), 2),
        ["resolver start"] = Honours(HardData.Resolved(), 1),
        ["resolver middle"] = Honours(HardData.Resolved(), 13),
        ["resolver end"] = Honours(HardData.Resolved(), 25),
    };

    /// <summary>SCORING_THEME=festive or night: every scene in that theme, to be looked at; nothing is held to the kept pictures then.</summary>
    private static readonly string Theme = Environment.GetEnvironmentVariable("SCORING_THEME") is { Length: > 0 } theme ? "?theme=" + theme : "";

    // Those whose picture is the same every time: no page that turns, no clock that counts.
    private static readonly HashSet<string> Kept =
    [
        "live", "frozen", "hidden", "publicity", "published 1", "beside 2", "beside 3", "wall 36", "wall of three places", "entrant name", "entrant team", "teams", "call 40", "call nobody",
        "message urgent", "message English", "message with a code", "test picture", "overlay entrant", "overlay ranking", "stage revealed", "stage empty", "blank", "announced", "first",
        "first English", "first photo", "winners 3", "winners 7", "winners 12", "organizations' prize 4", "team places", "resolver start", "resolver middle", "resolver end",
    ];

    private static readonly int[] _shapes = [0, 2, 3];

    // In the short form each scene stands on one of the three shapes, in turn; 4k and laptop are 1080p at another size.
    private static (string Name, int Width, int Height)[] StagesOf(string name) => Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1"
        ? Stages : [Stages[_shapes[Cases.Keys.ToList().IndexOf(name) % 3]]];

    /// <summary>All; SCORING_LAYOUT=teams,live: only those whose name begins so.</summary>
    public static TheoryData<string> Names =>
    [
        .. Cases.Keys.Where(name => Environment.GetEnvironmentVariable("SCORING_LAYOUT")?.Split(',').Any(part => name.StartsWith(part, StringComparison.Ordinal)) ?? true),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_text_stands_inside_its_box(string name)
    {
        var c = Cases[name];
        var photo = Path.Combine(AppContext.BaseDirectory, "Screens", "Pictures", "photo.png");
        await using var display = await TestDisplay.Start(new TestFeed(HardData.Card), awards: c.Awards, files: [photo]);
        foreach (var board in c.Boards)
        {
            display.Feed.Set(board);
        }

        if (c.Scene is not null)
        {
            display.Get<Display.Screens.Screens>().Show(["主屏"], c.Scene);
        }

        if (c.Awards is not null)
        {
            display.Get<Display.Ceremony.Ceremonies>().View(TestBoards.Id);
            display.Get<Display.Ceremony.Ceremonies>().Move(TestBoards.Id, 0, c.Step);
        }

        var findings = new List<string>();
        await using var screen = await ScreenPage.Open(display, Theme + c.Path, still: true);
        foreach (var (stage, width, height) in StagesOf(name))
        {
            await screen.Page.SetViewportSizeAsync(width, height);
            await screen.Page.Locator(c.Ready).First.WaitForAsync();
            await screen.Page.EvaluateAsync("() => document.fonts.ready");
            await screen.Still();
            await screen.Picture($"{name.Replace(' ', '-')}-{stage}");
            var found = await screen.Page.EvaluateAsync<string[]>(Measure);
            output.WriteLine($"{name,-24} {stage,-9} {found.Length}");
            foreach (var finding in found)
            {
                output.WriteLine("  " + finding);
                findings.Add($"{stage}: {finding}");
            }

            if (Theme.Length == 0 && Kept.Contains(name) && stage is "1080p" or "wall" or "portrait"
                && await KeptPicture.Compare(screen.Page, $"{name.Replace(' ', '-').Replace("'", "", StringComparison.Ordinal)}-{stage}") is { } otherwise)
            {
                findings.Add(otherwise);
            }
        }

        findings.AddRange(screen.Problems);

        Assert.Equal([], findings);
    }

    /// <summary>Ink of a line of Noto: from 0.30 to 1.26 of its size below the top of its box.</summary>
    internal const string Measure = """
        () => {
          const stage = document.querySelector('.stage'), edge = stage.getBoundingClientRect(), k = edge.width / stage.offsetWidth * (stage.currentCSSZoom ?? 1);
          const zoom = edge.width / parseFloat(stage.style.width), found = [], lines = [];
          const shown = e => { for (let n = e; n && n !== stage; n = n.parentElement) { const s = getComputedStyle(n); if (s.opacity < 0.1 || s.visibility === 'hidden' || n.matches('.away, [class*=leave-active]')) return false; } return true; };
          for (const e of stage.querySelectorAll('*')) {
            if (e.closest('svg, .demo') || !shown(e)) continue;
            for (const node of e.childNodes) {
              if (node.nodeType !== 3 || !node.data.trim()) continue;
              const range = document.createRange(); range.selectNodeContents(node);
              const size = parseFloat(getComputedStyle(e).fontSize) * (e.currentCSSZoom ?? 1), design = size / zoom;
              for (const r of range.getClientRects()) {
                if (r.width < 1) continue;
                const line = { e, text: node.data.trim(), left: r.left, right: r.right, top: r.top + r.height / 2 - size * 0.5, bottom: r.top + r.height / 2 + size * 0.46 };
                lines.push(line);
                if (design < (stage.classList.contains('wall') && e.closest('.ceremony') ? 22 : 27.5)) found.push(`small, ${design.toFixed(1)} px: ${line.text}`);
                const margin = 20 * zoom;
                if (line.left < edge.left + margin - 1 || line.right > edge.right - margin + 1 || line.top < edge.top + margin || line.bottom > edge.bottom - margin) found.push(`off the stage: ${line.text}`);
                for (let n = e; n !== stage; n = n.parentElement) {
                  const s = getComputedStyle(n), b = n.getBoundingClientRect();
                  if ((s.overflow !== 'visible' && (line.left < b.left - 1.5 || line.right > b.right + 1.5 || line.top < b.top - 1.5 || line.bottom > b.bottom + 1.5)) ||
                      (s.clipPath !== 'none' && (line.top < b.top - 1.5 || line.bottom > b.bottom + 3))) found.push(`clipped by .${n.className}: ${line.text}`);
                }
                const box = e.closest('.fit, .row > *, .cell > p, .rail, .foot, .beside .one > header, .winner, .words, .desk *');
                const cell = e.closest('.row > *, .cell > p, .rail, .beside .one > header, .winner, .words') ?? box;
                if (cell && !e.closest('.head')) {
                  const b = cell.getBoundingClientRect();
                  if (line.right > b.right + 2 || line.left < b.left - 8 * zoom) found.push(`wider than .${cell.className}: ${line.text}`);
                }
                const row = e.closest('.slot > .riser > .row, .tier .row, .listing .row, .cell, .winner');
                if (row) {
                  const b = row.getBoundingClientRect();
                  if (line.top < b.top - 2 || line.bottom > b.bottom + 2) found.push(`higher than its row: ${line.text}`);
                }
              }
            }
          }
          for (let i = 0; i < lines.length; i++) for (let j = i + 1; j < lines.length; j++) {
            const [a, b] = [lines[i], lines[j]];
            const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (w > 2 && h > 3) found.push(`over each other: ${a.text} | ${b.text} (${w.toFixed(0)}×${h.toFixed(0)})`);
          }
          return [...new Set(found)].slice(0, 40);
        }
        """;
}
