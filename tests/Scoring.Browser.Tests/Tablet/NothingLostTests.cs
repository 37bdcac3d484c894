using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;
using static Scoring.Browser.Tests.Tablet.TabletInChromium;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What was typed is kept, and sent once, whatever happens between the tablet and the ledger.</summary>
public sealed class NothingLostTests
{
    [Fact]
    public async Task A_sheet_handed_in_while_the_server_is_dead_arrives_once_and_a_draft_outlives_its_tab()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var tablet = await page.OpenAsJudge(server);
        var before = await server.Entries();
        await tablet.Mark("E01", "7", "125", "1");
        server.Kill();

        await tablet.HandIn("E01");
        await page.GetByText("E01 已存本机，等待同步").WaitForAsync();
        await page.GetByText("断网，已存本机，恢复后自动提交").WaitForAsync();
        await tablet.Chip("待同步 1");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回选手列表" }).ClickAsync();
        await page.Tile("E01", "待同步");
        await tablet.Mark("E02", "5", "245");
        await page.Stored("E02", 2);
        await page.CloseAsync();

        await server.Run();
        var again = new TabletPage(await page.Context.NewPageAsync());
        await again.OpenModule(Module);
        await again.Page.Tile("E01", "已交");
        await again.Page.Tile("E02", "草稿");
        await again.Chip("已同步");
        Assert.Equal(before + 1, await server.Entries());
        await again.Page.Locator(".ent", new() { HasText = "E02" }).ClickAsync();
        await again.Page.Locator(".asp input[data-mark]").First.WaitForAsync();
        Assert.Equal("2:45", await again.Page.Locator(".asp input[data-mark]").First.InputValueAsync());
    }

    [Fact]
    public async Task Two_tablets_on_one_sheet_hand_in_one_and_the_other_is_shown_both()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var first = new TabletPage(page);
        await first.Pair(server.Code(Trade));
        var second = new TabletPage(await chromium.Twin(page, server.Url));
        await second.OpenModule(Module);
        await second.Mark("E01", "5", "200", "2");
        await second.Page.Context.SetOfflineAsync(true);

        await first.OpenModule(Module);
        await first.Mark("E01", "7", "125", "1");
        await first.HandIn("E01");
        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        var sequence = await server.Entries();
        await second.HandIn("E01");
        await second.Page.Context.SetOfflineAsync(false);
        await second.Chip("待处理 1");
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "比较两个版本" }).ClickAsync();
        await second.Page.GetByText("本机这份").First.WaitForAsync();
        Assert.Equal(["用时 2:00", "用时 1:25"], await second.Page.Locator(".vr:has-text('用时') .pick small").AllInnerTextsAsync());
        await Chromium.Picture(second.Page, "tablet-versions");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "保留服务器上那份" }).ClickAsync();
        await second.Page.Tile("E01", "已交");
        await second.Chip("已同步");
        Assert.Equal(sequence, await server.Entries());
    }

    [Fact]
    public async Task A_tablet_revoked_while_cut_off_says_so_keeps_its_sheet_and_does_not_send_it_for_another_judge()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var tablet = await page.OpenAsJudge(server);
        await tablet.Mark("E01", "7", "125", "1");
        var twin = await chromium.Twin(page, server.Url);
        await page.Context.SetOfflineAsync(true);
        await tablet.HandIn("E01");
        await tablet.Chip("待同步 1");
        var before = await server.Entries();
        Assert.Equal(204, (await twin.APIRequest.PostAsync("/judge/api/unpair")).Status);

        await page.Context.SetOfflineAsync(false);
        await page.GetByText("配对已停用，不能提交。已评内容存在本机。").WaitForAsync();
        await tablet.Chip("待同步 1");
        await page.GetByRole(AriaRole.Link, new() { Name = "重新配对" }).ClickAsync();
        await page.GetByText("本机还存有 1 份未交到服务器的评分表").WaitForAsync();
        await Chromium.Picture(page, "tablet-revoked");

        await tablet.Pair(server.Code("钳工"));
        await tablet.Chip("已同步");
        await page.Locator(".chiplink").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "是我评的，认领" }).WaitForAsync();
        Assert.Equal(before, await server.Entries());
    }
}
