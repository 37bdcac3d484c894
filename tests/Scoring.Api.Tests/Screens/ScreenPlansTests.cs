using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tests.Console;
using Scoring.Core.People;
using static Scoring.Api.Tests.Screens.ScreenControlTests;

namespace Scoring.Api.Tests.Screens;

/// <summary>换幕方案 and 全部黑屏: all screens at once, and back.</summary>
public sealed class ScreenPlansTests
{
    private const string Page = "/console/yindubei-2026/screens";

    [Fact]
    public async Task What_all_screens_play_is_kept_under_a_name_and_comes_back_by_one_key_also_after_a_restart()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var browser = await host.SignedIn(Role.Admin);
        await browser.Does(Page, "Keep", new() { ["plan"] = "开幕" }, "还没有大屏");
        await Show(browser, new() { ["newScreen"] = "主屏", ["scene.Kind"] = "Ceremony" }, "已上屏");
        await Show(browser, new() { ["newScreen"] = "侧屏", ["scene.Kind"] = "Blank" }, "已上屏");
        await browser.Does(Page, "Keep", new() { ["plan"] = " " }, "请给方案起个名字");
        await browser.Does(Page, "Keep", new() { ["plan"] = " 颁奖 " }, "方案“颁奖”已存：2 块大屏");
        await Show(browser, new() { ["everyScreen"] = "true", ["scene.Kind"] = "Progress" }, "已上屏");

        await host.Restart();
        using var again = await host.SignedIn(Role.Admin);
        await again.Does(Page, "Play", new() { ["plan"] = "没有的" }, "没有这个方案");
        await again.Does(Page, "Play", new() { ["plan"] = "颁奖" }, "已按方案“颁奖”换画面");
        Assert.Equal(["主屏 Ceremony", "侧屏 Blank"], Played(host));
        Assert.DoesNotContain("换到颁奖", await again.Does(Page, "Drop", new() { ["plan"] = "颁奖" }, "方案已删除"));
        Assert.Equal(["主屏 Ceremony", "侧屏 Blank"], Played(host));
    }

    [Fact]
    public async Task The_days_three_plans_are_made_by_one_key_for_the_screens_there_are_and_what_was_made_by_hand_stays()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var browser = await host.SignedIn(Role.Admin);
        await browser.Does(Page, "Usual", [], "还没有大屏");
        await Show(browser, new() { ["newScreen"] = "主屏", ["scene.Kind"] = "Schedule" }, "已上屏");
        await Show(browser, new() { ["newScreen"] = "侧屏", ["scene.Kind"] = "Progress" }, "已上屏");
        await browser.Does(Page, "Keep", new() { ["plan"] = "颁奖" }, "方案“颁奖”已存");
        await browser.Does(Page, "Usual", [], "2 块大屏都在里面");

        await browser.Does(Page, "Play", new() { ["plan"] = "开幕" }, "已按方案“开幕”换画面");
        Assert.Equal(["主屏 Blank", "侧屏 Blank"], Played(host));
        await browser.Does(Page, "Play", new() { ["plan"] = "比赛中" }, "已按方案“比赛中”换画面");
        Assert.Equal(["主屏 Rotation", "侧屏 Rotation"], Played(host));
        await browser.Does(Page, "Play", new() { ["plan"] = "颁奖" }, "已按方案“颁奖”换画面");
        Assert.Equal(["主屏 Schedule", "侧屏 Progress"], Played(host));
    }

    [Fact]
    public async Task All_screens_go_black_by_one_key_and_back_to_what_they_showed_but_those_set_meanwhile()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var browser = await host.SignedIn(Role.Admin);
        await Show(browser, new() { ["newScreen"] = "主屏", ["scene.Kind"] = "Progress" }, "已上屏");
        await Show(browser, new() { ["newScreen"] = "侧屏", ["scene.Kind"] = "Schedule" }, "已上屏");
        await Show(browser, new() { ["newScreen"] = "门厅", ["scene.Kind"] = "Blank" }, "已上屏");
        await browser.Does(Page, "Black", [], "全部大屏已黑屏");
        await browser.Does(Page, "Black", [], "全部大屏已黑屏"); // pressed twice: what was on before is not forgotten
        Assert.Equal(["主屏 Black", "侧屏 Black", "门厅 Black"], Played(host));

        await Show(browser, new() { ["newScreen"] = "门厅", ["scene.Kind"] = "Message", ["scene.Line"] = "请稍候", ["scene.Urgent"] = "true" },
            "已上屏");
        await browser.Does(Page, "Light", [], "已恢复黑屏之前的画面");

        Assert.Equal(["主屏 Progress", "侧屏 Schedule", "门厅 Message"], Played(host));
        Assert.True(host.App.Services.GetRequiredService<Display.Screens.Screens>().Of("门厅").Scene.Urgent);
    }
}
