using System.Globalization;
using Microsoft.Playwright;
using Scoring.Core.Contracts;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Frames of a ceremony for the README, as Chromium draws them; <c>deploy/recording</c> makes them one animated file.</summary>
public sealed class CeremonyRecording
{
    private const int Width = 960, Height = 540, ShortestFrame = 90;

    [Fact]
    public async Task Frames_of_the_ceremony_are_recorded_where_SCORING_RECORDING_says()
    {
        var folder = Environment.GetEnvironmentVariable("SCORING_RECORDING") ?? "";
        Assert.SkipUnless(folder.Length > 0, "deploy/recording sets it");
        await using var display = await TestDisplay.Start(awards: [TestAwards.Resolved()]);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        var steps = ceremonies.View(TestBoards.Id).Steps;
        await using var screen = await ScreenPage.Open(display, "#/ceremony", Width, Height);
        ceremonies.Move(TestBoards.Id, 0, 17); // the last rows of the resolver
        await screen.Page.Locator(".resolver[data-opened='16']").WaitForAsync();
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
        for (var step = 17; step < steps - 1;)
        {
            ceremonies.Move(TestBoards.Id, step, ++step);
            await screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();
            await Task.Delay(ceremonies.Picture(TestBoards.Id)!.Scene == CeremonyScene.Resolver ? 3200 : 4200); // as a presenter would wait
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
            var stood = next < frames.Count ? Math.Min(3000, (frames[next].At - frames[i].At) * 1000) : 3000;
            arguments.Add(string.Create(CultureInfo.InvariantCulture, $"-d {stood:0} {name}"));
            i = next;
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "frames.txt"), arguments);
    }
}
