using Scoring.Core.Contracts;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>What moves, watched frame by frame: the row that climbs itself, and whatever stands in its way.</summary>
public sealed class MoverTests
{
    /// <summary>Keeps, for every frame, where each row stands, and whatever prints over something else.</summary>
    private const string Watch = """
        (key) => {
          const own = () => document.querySelector(`.row[data-key="${key}"]`)?.closest('.slot');
          own().watched = true;
          const frames = window.frames_ = [], faults = window.faults_ = [];
          const paper = e => { const s = getComputedStyle(e); return s.backgroundImage !== 'none' || !/, 0\)$|transparent/.test(s.backgroundColor); };
          const ink = slot => [...slot.querySelectorAll('.fit, .rank, .total, .part')].filter(e => e.textContent.trim() && !e.closest('.fit .fit'));
          (function look() {
            const slots = [...document.querySelectorAll('.slot:not(.away)')].map(e => ({ e, b: e.getBoundingClientRect(), z: Number(getComputedStyle(e).zIndex) || 0 }));
            const m = own();
            frames.push([m?.getBoundingClientRect().top ?? -1, m?.watched === true ? Number(getComputedStyle(m).opacity) : 0]);
            for (let i = 0; i < slots.length; i++) {
              for (const t of ink(slots[i].e)) {
                const r = t.getBoundingClientRect(), size = parseFloat(getComputedStyle(t).fontSize), middle = (r.top + r.bottom) / 2, half = Math.max(size, r.height - size * 0.5) / 2;
                if (middle - half < slots[i].b.top - 6 || middle + half > slots[i].b.bottom + 6) faults.push(`text leaves its row: ${t.textContent} of ${slots[i].e.querySelector('.row').dataset.key}`);
              }
              for (let j = i + 1; j < slots.length; j++) {
                const [a, b] = [slots[i], slots[j]];
                const w = Math.min(a.b.right, b.b.right) - Math.max(a.b.left, b.b.left), h = Math.min(a.b.bottom, b.b.bottom) - Math.max(a.b.top, b.b.top);
                if (w < 4 || h < 4) continue;
                const over = a.z > b.z ? a : b; // of equals the later one is drawn above
                if (!paper(over.e)) faults.push(`overprint: ${a.e.querySelector('.row').dataset.key} and ${b.e.querySelector('.row').dataset.key}, ${h.toFixed(0)} px`);
              }
            }
            requestAnimationFrame(look);
          })();
        }
        """;

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    [InlineData(3840, 1080)]
    public async Task The_row_that_climbs_is_seen_on_its_way_over_the_others(int width, int height)
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(marked: 12));
        await using var screen = await ScreenPage.Open(display, "#/trade/dg", width, height);
        await screen.Rest();
        var from = await screen.Top("A14");
        await screen.Page.EvaluateAsync(Watch, "A14");
        display.Feed.Set(TestBoards.Board(marked: 12, version: 101, practical: new Dictionary<string, decimal> { ["A14"] = 99m }));
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('.row[data-key=A14] .rank').textContent === '1'");
        await screen.Rest();
        await Travelled(screen, from, await screen.Top("A14"));
    }

    [Fact]
    public async Task Many_that_change_at_once_never_print_over_each_other()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(marked: 12));
        await using var screen = await ScreenPage.Open(display, "#/trade/dg");
        await screen.Rest();
        await screen.Page.EvaluateAsync(Watch, "A11");
        string[] keys = ["A12", "A03", "A07", "A18", "A21", "A09", "A15", "A02", "A20", "A05", "A14", "A11"];
        for (var version = 1; version <= 3; version++)
        {
            var turned = TestBoards.Board(marked: 12, version: 100 + version, practical: keys.Select((k, i) => (k, 70m + (((i * 7) + (version * 5)) % 29))).ToDictionary(p => p.k, p => p.Item2));
            display.Feed.Set(turned);
            await screen.Page.WaitForFunctionAsync($"() => document.querySelector('.row[data-key=A11] .rank').textContent === '{turned.Rows.Single(r => r.Key == "A11").Rank}'");
            await screen.Rest();
        }

        Assert.Equal([], (await Faults(screen)).Distinct());
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1080, 1920)]
    public async Task The_resolvers_row_rises_place_by_place_and_nothing_prints_over_anything(int width, int height)
    {
        await using var display = await TestDisplay.Start(awards: [TestAwards.Resolved()]);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        ceremonies.View(TestBoards.Id);
        var climbs = 0;
        await using var screen = await ScreenPage.Open(display, "#/ceremony", width, height);
        for (var step = 1; climbs < 2; step++)
        {
            var before = ceremonies.Picture(TestBoards.Id)!.Resolver?.Focus;
            ceremonies.Move(TestBoards.Id, step - 1, step);
            var picture = ceremonies.Picture(TestBoards.Id)!.Resolver!;
            if (picture.Rows.FirstOrDefault(r => r.Key == before)?.Climbed is not > 1)
            {
                await Settled(screen, picture);
                continue;
            }

            // Once more, watched: one step back simply appears, one forward moves.
            ceremonies.Move(TestBoards.Id, step, step - 1);
            await Settled(screen, ceremonies.Picture(TestBoards.Id)!.Resolver!);
            var from = await screen.Top(before!);
            await screen.Page.EvaluateAsync(Watch, before);
            ceremonies.Move(TestBoards.Id, step - 1, step);
            await Settled(screen, picture);
            await Travelled(screen, from, await screen.Top(before!));
            climbs++;
        }
    }

    [Fact]
    public async Task A_picture_that_leaves_keeps_its_metal()
    {
        await using var display = await TestDisplay.Start(awards: [TestAwards.All[0]]);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        var steps = ceremonies.View(TestBoards.Id).Steps;
        await using var screen = await ScreenPage.Open(display, "#/ceremony");
        await screen.Page.Locator(".ceremony[data-step='0']").WaitForAsync();
        await screen.Page.EvaluateAsync("""
            () => {
              const seen = window.seen_ = new Set();
              (function look() {
                for (const aw of document.querySelectorAll('.ceremony .aw')) seen.add(`${aw.textContent} ${['gold', 'silver', 'bronze'].find(m => aw.closest('.picture').classList.contains(m))} ${getComputedStyle(aw).getPropertyValue('--m2').trim()}`);
                requestAnimationFrame(look);
              })();
            }
            """);
        for (var step = 1; step < steps - 1; step++)
        {
            ceremonies.Move(TestBoards.Id, step - 1, step);
            await screen.Page.Locator($".ceremony[data-step='{step}'] .picture").First.WaitForAsync();
            await screen.Still();
        }

        var seen = await screen.Page.EvaluateAsync<string[]>("() => [...seen_]");
        Assert.Equal(["一等奖 gold #ffd86b", "三等奖 bronze #f0b184", "二等奖 silver #ece8e3"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_presenter_quicker_than_a_rise_leaves_no_row_behind()
    {
        // The pause before a rise never ends here: only the next key brings the row before to its place.
        const string NoPause = "const later = setTimeout; window.setTimeout = (work, ms, ...more) => ms === 1500 ? 0 : later(work, ms, ...more);";
        await using var display = await TestDisplay.Start(awards: [TestAwards.Resolved()]);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        ceremonies.View(TestBoards.Id);
        await using var screen = await ScreenPage.Open(display, "#/ceremony", prepare: NoPause);
        ceremonies.Move(TestBoards.Id, 0, 1);
        await screen.Page.Locator(".resolver[data-opened='0']").WaitForAsync();
        for (var step = 1; step < 6; step++)
        {
            var stands = ceremonies.Picture(TestBoards.Id)!.Resolver!;
            ceremonies.Move(TestBoards.Id, step, step + 1);
            await screen.Page.Locator($".resolver[data-opened='{step}']").WaitForAsync();
            await screen.Still();
            var seen = await screen.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('.slot:not(.away)')].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)"
                + ".map(s => s.querySelector('.row').dataset.key)");
            var keys = stands.Rows.Select(r => r.Key).ToList();
            Assert.Equal(seen.OrderBy(keys.IndexOf), seen);
        }
    }

    private static async Task Settled(ScreenPage screen, ResolverPicture picture)
    {
        await screen.Page.Locator($".resolver[data-opened='{picture.Opened}']").WaitForAsync();
        await screen.Page.Locator(picture.Focus is { } focus ? $".slot.big .row[data-key='{focus}']" : ".resolver:not(:has(.slot.focus))").WaitForAsync();
        await screen.Still();
    }

    private static async Task Travelled(ScreenPage screen, double from, double to)
    {
        var frames = await screen.Page.EvaluateAsync<double[][]>("() => window.frames_"); // where its top is, and its opacity while it is the same node
        Assert.True(to < from);
        Assert.All(frames, f => Assert.Equal(1, f[1]));
        var between = frames.Select(f => f[0]).Where(t => t < from - 5 && t > to + 5).Distinct().ToList();
        Assert.True(between.Count >= 3, $"{between.Count} places on its way in {frames.Length} frames");
        Assert.Equal([], (await Faults(screen)).Distinct());
    }

    private static Task<string[]> Faults(ScreenPage screen) => screen.Page.EvaluateAsync<string[]>("() => window.faults_");
}
