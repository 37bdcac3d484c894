using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>The venue's laptop gets a new version of the program while sheets are being marked.</summary>
public sealed class AppUpdateTests
{
    [Fact]
    public async Task A_new_version_waits_until_the_sheet_is_handed_in()
    {
        await using var server = await ServerProcess.Start(https: true);
        using var trusted = await TrustedVenue.Of(server);
        await using var chromium = await Chromium.Start(trusted.Home);
        var page = await chromium.Person(server.HttpsUrl, 1180, 820, touch: true);
        var tablet = await page.OpenAsJudge(server);
        await page.ReadyOffline();
        await tablet.Mark("E01", "7", "125", "1");
        await page.Stored("E01", 3);

        // The laptop is down for the update; a reload in the middle of the sheet comes from the tablet itself.
        using var newer = new NewerVersion(server.Program);
        server.Kill();
        await page.ReloadAsync();
        await page.Locator(".asp input[data-mark]").First.WaitForAsync();
        await page.EvaluateAsync("() => { window.sameLoad = true; }");
        server.Program = newer.Folder;
        await server.Run();
        await page.EvaluateAsync("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }");
        await page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.getRegistration()).waiting !== null");

        Assert.Equal("1:25", await page.Locator(".asp input[data-mark]").First.InputValueAsync());
        await tablet.HandIn("E01");
        Assert.True(await page.EvaluateAsync<bool>("() => window.sameLoad === true"));
        Assert.Equal(NewerVersion.Before, await page.TitleAsync());

        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "返回选手列表" }).ClickAsync();
        // A browser ends an idle worker by itself and then the new one takes over; one that a debugger watches stays, so it is ended here.
        var workers = await page.Context.NewCDPSessionAsync(page);
        await workers.SendAsync("ServiceWorker.enable");
        await Wait.Until(async () =>
        {
            await workers.SendAsync("ServiceWorker.stopAllWorkers");
            try
            {
                await page.WaitForFunctionAsync("title => document.title === title", NewerVersion.After, new() { Timeout = 2_000 });
                return true;
            }
            catch (TimeoutException)
            {
                return false; // idle again before the new one came
            }
        }, TimeSpan.FromSeconds(90));
        await page.Tile("E01", "已交");
        await tablet.Chip("已同步");
    }

    /// <summary>A copy of the program whose tablet app differs from the installed one.</summary>
    private sealed class NewerVersion : IDisposable
    {
        public const string Before = "技能大赛评分", After = "技能大赛评分（新版）";

        public NewerVersion(string installed)
        {
            Folder = Directory.CreateTempSubdirectory("scoring-newer-").FullName;
            foreach (var file in Directory.EnumerateFiles(installed, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".playwright", StringComparison.Ordinal)))
            {
                var copy = Path.Combine(Folder, Path.GetRelativePath(installed, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            Change("index.html", $"<title>{Before}</title>", $"<title>{After}</title>");
            Change("sw.js", Regex.Match(Read("sw.js"), "(?<=\"index.html\",revision:\")[0-9a-f]{32}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value, new string('0', 32));
        }

        public string Folder { get; }

        private string Read(string file) => File.ReadAllText(Path.Combine(Folder, "web", "judge", file));

        private void Change(string file, string before, string after)
        {
            var text = Read(file);
            Assert.Contains(before, text, StringComparison.Ordinal);
            Assert.NotEqual("", before);
            File.WriteAllText(Path.Combine(Folder, "web", "judge", file), text.Replace(before, after, StringComparison.Ordinal));
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
