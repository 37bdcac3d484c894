using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Browser.Tests.MainStory;

/// <summary>The demonstration's loader drivers, from the first mark on a tablet to a certificate in a phone; real server, real browser.</summary>
public sealed class MainStoryTests(ITestOutputHelper output)
{
    private const string Competition = "yindubei-2026";
    private const string Trade = "cc";
    private const string TradeName = "铲车工";

    [Fact]
    public async Task A_mark_typed_on_a_tablet_becomes_a_rank_on_the_screen_and_a_certificate_in_a_phone()
    {
        await using var server = await ServerProcess.Start(demo: true);
        await using var browser = await Chromium.Start();
        var admin = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Competition, server.Account("admin"));
        var clerk = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Competition, server.Account("luru1"));
        var head = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Competition, server.Account("cpz-cc"));
        var supervisor = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Competition, server.Account("jiandu"));

        // The day: theory is entered, two judges and most of the third hand in over the same hub.
        await clerk.EnterTheory(Trade, i => (80 + i % 5 * 0.5m).ToString(System.Globalization.CultureInfo.InvariantCulture));
        var judges = await Judges(server);
        await using (var second = await TabletClient.Pair(server.Url, await admin.PairingCode(judges[1])))
        await using (var third = await TabletClient.Pair(server.Url, await admin.PairingCode(judges[2])))
        await using (var first = await TabletClient.Pair(server.Url, await admin.PairingCode(judges[0])))
        {
            await HandInAll(second, _ => true);
            await HandInAll(third, _ => true);
            await HandInAll(first, card => card.Code != "E01" && !(card.Code is "E02" or "E03" && card.Module.Value == "A"));
        }

        // Three pages at once: the screen, the console's day board, and the tablet.
        var screen = await browser.Person(server.Url, 1920, 1080);
        await screen.GotoAsync($"/display/#/trade/{Trade}");
        await screen.Locator(".row[data-key]").First.WaitForAsync();
        await admin.Go("day");
        var tablet = new TabletPage(await browser.Person(server.Url, 1180, 820, touch: true));
        await tablet.Pair(await head.PairingCode(judges[0]));

        await tablet.OpenModule("模块 A");
        await Chromium.Picture(tablet.Page, "tablet-list");
        await tablet.Mark("E01", "8", "3:50", "0");
        await Chromium.Picture(tablet.Page, "tablet-sheet");
        await tablet.HandIn("E01");
        await tablet.BackToList("模块 B");
        await tablet.Mark("E01", "8", "0", "8", "0", "1");
        await tablet.HandIn("E01");
        var handed = Stopwatch.StartNew();
        await Chromium.Picture(tablet.Page, "tablet-receipt");
        await screen.Locator(".row[data-key=E01]").WaitForAsync();
        output.WriteLine($"receipt on the tablet to rank on the screen: {handed.ElapsedMilliseconds} ms");
        Assert.Equal("1", (await screen.Locator(".row[data-key=E01] .rank").InnerTextAsync()).Trim());
        await Chromium.Picture(screen, "screen-ranking");

        // The network goes while two sheets are handed in, and comes back.
        await tablet.BackToList("模块 A");
        await tablet.Page.Context.SetOfflineAsync(true);
        await tablet.Mark("E02", "7", "4:10", "1");
        await tablet.HandIn("E02");
        await tablet.MarkNext("E03", "7", "3:50", "1");
        await Chromium.Picture(tablet.Page, "tablet-offline");
        await tablet.HandIn("E03");
        await tablet.Chip("待同步 2");
        await tablet.Page.Context.SetOfflineAsync(false);
        await tablet.Chip("已同步");
        Assert.Equal(24 * 2 * 3, SheetsInLedger(server));
        await Chromium.Picture(admin.Page, "console-day");

        // Review, decoding by two people, awards, publication.
        await Publish(server, head, supervisor);
        await screen.GetByText("已公布").First.WaitForAsync();
        await screen.ReloadAsync();
        await screen.GetByText("一等奖").First.WaitForAsync();
        await Chromium.Picture(screen, "screen-final");

        // Certificates, and a participant with a phone.
        await head.Go("certificates/" + Trade);
        await head.Page.Locator("[name=address]").FillAsync(server.Url);
        await head.Press("签发并签名");
        await Chromium.Picture(head.Page, "console-certificates");
        var phone = await browser.Person(server.Url, 390, 844, touch: true);
        var (name, lastFour) = await Winner(server, head);
        await phone.GotoAsync("/portal");
        await Chromium.Picture(phone, "portal-find");
        await phone.Locator("[name=name]").FillAsync(name);
        await phone.Locator("[name=lastFour]").FillAsync(lastFour);
        await phone.Locator("form button.primary").ClickAsync();
        await phone.GetByText("一等奖").First.WaitForAsync();
        await Chromium.Picture(phone, "portal-result");
        var download = await phone.RunAndWaitForDownloadAsync(() => phone.GetByText("下载证书 PDF").ClickAsync());
        var pdf = await download.PathAsync();
        var text = Tools.Run("pdftotext", "-layout", pdf, "-");
        Assert.Contains(name, text.Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("YDB2026-CC-001", text);
        Assert.Contains("一等奖", text.Replace(" ", "", StringComparison.Ordinal));

        var picture = Path.Combine(server.Data, "certificate");
        Tools.Run("pdftoppm", "-r", "200", "-png", "-singlefile", pdf, picture);
        if (Environment.GetEnvironmentVariable("SCORING_PICTURES") is { Length: > 0 } folder)
        {
            Tools.Run("pdftoppm", "-r", "96", "-png", "-singlefile", pdf, Path.Combine(folder, "certificate"));
        }

        var link = Tools.Run("zbarimg", "--quiet", "--raw", picture + ".png").Trim();
        Assert.StartsWith(server.Url, link, StringComparison.OrdinalIgnoreCase);
        await phone.GotoAsync(link);
        await phone.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("有效", RegexOptions.None, TimeSpan.FromSeconds(1)) }).WaitForAsync();
        await Chromium.Picture(phone, "portal-verify");
        await Pictures(head);
    }

    /// <summary>All certificates of the trade as PNG in one ZIP; the code on each is read.</summary>
    private static async Task Pictures(ConsolePage head)
    {
        await head.Go("certificates/" + Trade);
        var valid = await head.Page.Locator("a[href*='handler=print']").CountAsync();
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "图片", Exact = true }).ClickAsync();
        var zip = await head.Page.RunAndWaitForDownloadAsync(() => head.Page.GetByText("全部存成一个 ZIP").ClickAsync());
        await using var archive = await ZipFile.OpenReadAsync(await zip.PathAsync());
        Assert.Equal(valid, archive.Entries.Count);
        var first = archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal).First();
        Assert.StartsWith("YDB2026-CC-001_", first.FullName, StringComparison.Ordinal);
        var picture = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        await first.ExtractToFileAsync(picture);
        Assert.StartsWith("HTTP", Tools.Run("zbarimg", "--quiet", "--raw", picture).Trim(), StringComparison.OrdinalIgnoreCase);
        File.Delete(picture);
        await Chromium.Picture(head.Page, "console-pictures");
    }

    private static async Task Publish(ServerProcess server, ConsolePage head, ConsolePage supervisor)
    {
        await head.Forward(Trade, "复核");
        await head.Go("publish/" + Trade);
        await head.Press("提交编码成绩");
        await head.Go("review/" + Trade);
        await head.Press("抽取复核样本");
        while (await head.Page.GetByRole(AriaRole.Button, new() { Name = "无误", Exact = true }).CountAsync() > 0)
        {
            await head.Press("无误");
        }

        await head.Page.GetByRole(AriaRole.Button, new() { Name = "两人签字" }).ClickAsync();
        var (login, password) = server.Account("jiandu");
        await head.Page.Locator("#sign [name=secondLogin]").FillAsync(login);
        await head.Page.Locator("#sign [name=secondPassword]").FillAsync(password);
        await head.Press("签字");
        await head.Go("publish/" + Trade);
        await Chromium.Picture(head.Page, "console-publish");
        await head.Press("签名解密第 1 层");
        await supervisor.Go("publish/" + Trade);
        await supervisor.Press("签名解密第 1 层");
        await head.Go("awards/" + Trade);
        await Chromium.Picture(head.Page, "console-awards");
        await head.Press(head.Page.Locator("form[action*=Confirm] button"));
        await head.Forward(Trade, "公示", TradeName);
        await head.Forward(Trade, "公布", TradeName);
    }

    private static async Task HandInAll(TabletClient tablet, Func<EntrantCard, bool> which)
    {
        foreach (var module in (await tablet.Open()).Modules)
        {
            foreach (var card in module.Cards.Where(which))
            {
                var answer = await tablet.Submit(TabletClient.Sheet(module, card, aspect => Figure(card, aspect)));
                Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
            }
        }
    }

    /// <summary>Later codes do a little worse, all judges agree, so that no spread and no tie stops the day.</summary>
    private static Entry Figure(EntrantCard card, Aspect aspect)
    {
        var place = int.Parse(card.Code[1..], System.Globalization.CultureInfo.InvariantCulture);
        return Entry.Of(aspect switch
        {
            CountAspect => place == 1 ? 8 : 7,
            TimeBandAspect => 230,
            FaultsAspect faults => Math.Min(place / 12, (int)(faults.FullMark / faults.Deduction)),
            PointsAspect points => points.FullMark - place % 8 * points.Step,
            BinaryAspect => 1,
            _ => throw new InvalidOperationException($"no such aspect in this trade: {aspect}"),
        });
    }

    private static async Task<IReadOnlyList<string>> Judges(ServerProcess server)
    {
        var file = Core.Files.CompetitionFileReader.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "examples", "yindubei.json"))).File!;
        Assert.NotNull(server);
        return [.. file.Judges!.Where(j => j.Seats.Any(s => s is { Role: Core.People.Role.Judge } && s.Trade.Value == Trade)).Select(j => j.Name)];
    }

    private static int SheetsInLedger(ServerProcess server)
    {
        using var ledger = SqliteFile.OpenForReading(Path.Combine(server.Data, "competitions", Competition + ".db"));
        using var count = ledger.CreateCommand();
        count.CommandText = "SELECT count(*) FROM events WHERE type = 'SheetSubmitted'";
        return Convert.ToInt32(count.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Name and last four of the first prize's ID number, as they stand in the example's file.</summary>
    private static async Task<(string Name, string LastFour)> Winner(ServerProcess server, ConsolePage console)
    {
        Assert.NotNull(server);
        var text = await console.Page.Locator("main").InnerTextAsync();
        var file = Core.Files.CompetitionFileReader.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "examples", "yindubei.json"))).File!;
        var first = text.Split('\n').First(line => line.Contains("一等奖", StringComparison.Ordinal));
        var entrant = file.Entrants!.First(e => e.Trade.Value == Trade && first.Contains(e.Name, StringComparison.Ordinal));
        return (entrant.Name, entrant.Personal!.IdNumber![^4..]);
    }
}
