using System.Globalization;
using Microsoft.Playwright;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Frames of a ceremony for the README, as Chromium draws them; <c>deploy/recording</c> makes them one animated file.</summary>
public sealed class CeremonyRecording
{
    private const int Width = 960, Height = 540, ShortestFrame = 90;

    /// <summary>Six rows as they were frozen, five of which climb, one of them from the fifth place to the first.</summary>
    private static CeremonyTrade Awards { get; } = new(new TradeId("dg"), "电工", true,
        [new CeremonyTier("一等奖", [new("张志远", "安阳恒泰电气有限公司", "zhāng zhì yuǎn", "/display/files/0000000000000000.png")])], CeremonyReveal.Resolver,
        new FrozenRanking(TestBoards.At,
        [
            Row("A", "李文博", "殷都钢铁集团动力厂", 90.50m, 92.10m, 2), Row("B", "王磊", "豫北新能源科技有限公司", 89.75m, 90.05m, 4),
            Row("C", "赵晓峰", "安阳华祥化工股份有限公司", 88.20m, 91.30m, 3), Row("D", "陈建国", "安阳龙泉水泥有限公司", 87.10m, 88.40m, 6),
            Row("F", "张志远", "安阳恒泰电气有限公司", 82.30m, 95.60m, 1), Row("G", "刘洋", "洹河玻璃有限责任公司", 80.15m, 89.20m, 5),
        ]));

    private static FrozenRow Row(string key, string name, string organization, decimal before, decimal total, int rank) =>
        new(key, name, organization, before, EntrantStatus.Normal, total, rank, EntrantStatus.Normal);

    [Fact]
    public async Task Frames_of_the_ceremony_are_recorded_where_SCORING_RECORDING_says()
    {
        var folder = Environment.GetEnvironmentVariable("SCORING_RECORDING") ?? "";
        Assert.SkipUnless(folder.Length > 0, "deploy/recording sets it");
        await using var display = await TestDisplay.Start(awards: [Awards], files: [Path.Combine(AppContext.BaseDirectory, "Screens", "Pictures", "photo.png")]);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        var steps = ceremonies.View(TestBoards.Id).Steps;
        await using var screen = await ScreenPage.Open(display, "#/ceremony", Width, Height);
        ceremonies.Move(TestBoards.Id, 0, 1); // as it was frozen
        await screen.Page.Locator(".resolver[data-opened='0']").WaitForAsync();
        await screen.Page.EvaluateAsync("() => document.fonts.ready");
        await screen.Still();

        var frames = new List<(double At, byte[] Picture)>();
        var devtools = await screen.Page.Context.NewCDPSessionAsync(screen.Page);
        devtools.Event("Page.screencastFrame").OnEvent += async (_, frame) =>
        {
            var data = frame!.Value;
            frames.Add((data.GetProperty("metadata").GetProperty("timestamp").GetDouble(), Convert.FromBase64String(data.GetProperty("data").GetString()!)));
            try
            {
                await devtools.SendAsync("Page.screencastFrameAck", new Dictionary<string, object> { ["sessionId"] = data.GetProperty("sessionId").GetInt32() });
            }
            catch (PlaywrightException)
            {
                // The last frame came as the page was closing.
            }
        };
        await devtools.SendAsync("Page.startScreencast", new Dictionary<string, object> { ["format"] = "png", ["maxWidth"] = Width, ["maxHeight"] = Height });
        await Task.Delay(1000);
        for (var step = 1; step < steps - 1;)
        {
            ceremonies.Move(TestBoards.Id, step, ++step);
            await screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();
            await Task.Delay(ceremonies.Picture(TestBoards.Id)!.Scene == CeremonyScene.Resolver ? 1900 : step < steps - 2 ? 900 : 2000); // as a presenter would wait
        }

        await devtools.SendAsync("Page.stopScreencast");
        await Write(folder, [.. frames.OrderBy(f => f.At)]);
        Assert.NotEmpty(Directory.EnumerateFiles(folder, "*.png"));
    }

    // One argument list for img2webp: each frame for as long as it stood.
    private static async Task Write(string folder, List<(double At, byte[] Picture)> frames)
    {
        var arguments = new List<string> { "-loop 0 -lossy -q 60 -m 4" };
        for (var i = 0; i < frames.Count;)
        {
            var next = i + 1;
            while (next < frames.Count && (frames[next].At - frames[i].At) * 1000 < ShortestFrame)
            {
                next++;
            }

            var name = Path.Combine(folder, $"frame-{i:0000}.png");
            await File.WriteAllBytesAsync(name, frames[i].Picture);
            var stood = next < frames.Count ? Math.Min(3000, (frames[next].At - frames[i].At) * 1000) : 800;
            arguments.Add(string.Create(CultureInfo.InvariantCulture, $"-d {stood:0} {name}"));
            i = next;
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "frames.txt"), arguments);
    }
}
