using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>A list of an online stage in the browser: progress is seen while it is read and while it goes into the ledger, both can be stopped, and the server stays
/// small. 180,000 people with SCORING_TEST_ALL=1, else 60,000.</summary>
public sealed class LongListTests(ITestOutputHelper output)
{
    private static readonly bool All = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1";

    private static readonly int Rows = All ? 180_000 : 60_000;

    [Fact]
    public async Task Progress_is_seen_cancelling_leaves_nothing_and_the_list_goes_in()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        try
        {
            var admin = await Preparation.FirstAdmin(server, browser);
            await Preparation.NewCompetition(admin);
            await TheWay(server, admin);
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private async Task TheWay(ServerProcess server, ConsolePage admin)
    {
        var page = admin.Page;
        var (file, csv) = (Kept("初赛.xlsx", LongList.Xlsx(Rows)), Kept("初赛.csv", LongList.Csv(Rows)));

        // Cancelled while it is read: nothing has changed.
        await Begin(admin, file);
        await page.Locator("#reading progress").WaitForAsync();
        await Chromium.Picture(page, "long-list-reading");
        await page.Locator("#reading button").ClickAsync();
        await page.GetByText("已取消，什么都没有改动").WaitForAsync();

        // Left and come back to, it goes on by itself and is there at last.
        await Begin(admin, file);
        await page.Locator("#reading progress").Or(page.GetByText("换一个文件")).First.WaitForAsync(); // a quick machine has read it already
        var address = page.Url;
        await admin.Go("import");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "新建工种“电工”" }).ClickAsync();
        await page.GetByText("可以导入").WaitForAsync();
        Assert.InRange(Report(server, $"{Rows} rows, .xlsx, previewed"), 0, 500);

        // Stopped on its way into the ledger: what is in stays, and the same file again brings the rest.
        await page.Locator(".ft button.primary").ClickAsync();
        await page.Locator("#reading", new() { HasText = "正在记入台账" }).WaitForAsync();
        await Chromium.Picture(page, "long-list-taking");
        await page.Locator("#reading button").ClickAsync();
        await page.GetByText(new Regex("已停止：记入了 [0-9]+ 人", RegexOptions.None, TimeSpan.FromSeconds(1))).WaitForAsync();
        await Begin(admin, csv);
        await page.GetByText("可以导入").WaitForAsync();
        await page.Locator(".ft button.primary").ClickAsync();
        var taken = new Regex("名单已导入：[0-9]+ 人", RegexOptions.None, TimeSpan.FromSeconds(1));
        await page.GetByText(taken).Or(page.GetByText("名单已导入（台账")).First.WaitForAsync();
        await admin.Go("entrants");
        await page.GetByText($"{Rows} 人", new() { Exact = true }).WaitForAsync();
        Report(server, $"{Rows} people in the ledger");
    }

    private static async Task Begin(ConsolePage admin, string file)
    {
        await admin.Go("import");
        await admin.Page.Locator("main [name=file]").SetInputFilesAsync(file);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
    }

    private static string Kept(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("scoring-long-").FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    // The most memory the server's process has had so far; Linux says so.
    private long Report(ServerProcess server, string what)
    {
        var most = 0L;
        if (File.Exists($"/proc/{server.Process.Id}/status"))
        {
            most = long.Parse(
                Regex.Match(File.ReadAllText($"/proc/{server.Process.Id}/status"), "VmHWM:\\s*(?<kb>[0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["kb"].Value,
                CultureInfo.InvariantCulture) / 1024;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: at most {most} MB"));
        }

        return most;
    }
}
