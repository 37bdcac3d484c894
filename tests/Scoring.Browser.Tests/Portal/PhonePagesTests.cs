using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Screens;
using Scoring.Browser.Tests.Tablet;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Portal;

/// <summary>Every page of the portal with hard names, 200, 24 and 0 entrants, on four glasses: axe is content, none is wider.</summary>
public sealed class PhonePagesTests
{
    private static readonly CertificateFacts _facts = new(
        "YDB2026-DG-001", "荣誉证书", HardData.People[0].Name, HardData.People[0].Organization, HardData.LongTrade, "一等奖",
        TestBoards.Card.Name, ["安阳市总工会", "安阳市工业和信息化局"], new DateOnly(2026, 4, 23));

    private static readonly ParticipantResult _result = new(
        HardData.Card, new TradeId("hd"), HardData.LongTrade, HardData.People[0].Name, HardData.People[0].Organization, "T001", 1, 199,
        HardData.Board().Columns, [98m, 97.25m], 97.48m, "一等奖", "总分同为 97.48，实操 97.25 高于 97.00",
        [new OwnCertificate("YDB2026-DG-001", "荣誉证书", "一等奖", CertificateState.Valid, "token")], 2,
        [new OwnModule(1, "动力电池系统拆装、检测与故障诊断（含高压安全操作）", 60m, 58.25m), new OwnModule(1, "整车电气", 40m, 39m)]);

    [Theory]
    [InlineData(800, 1280)]
    [InlineData(1280, 800)]
    [InlineData(844, 390)]
    [InlineData(360, 640)]
    public async Task Is_whole_and_read_aloud(int width, int height)
    {
        var folder = Directory.CreateTempSubdirectory("scoring-portal-");
        await using var display = await TestDisplay.Start(new TestFeed(HardData.Card), portal: folder.FullName);
        display.Feed.Set(HardData.Board("hd", entrants: 200));
        display.Feed.Set(HardData.Board("b", "电工", phase: Phase.Publicity));
        display.Feed.Set(HardData.Board("c", "工业机器人系统操作员", 0, Visibility.Named));
        display.Feed.Set(HardData.Board("d", view: Visibility.Hidden, phase: Phase.Scoring));
        display.Feed.Results = [_result];
        display.Feed.Windows = [new AppealWindow(new TradeId("hd"), HardData.LongTrade, TestBoards.At.AddHours(20))];
        display.Feed.Standing = new CertificateStanding(_facts.Number, "阿*孜", "一等奖", CertificateState.Valid);
        display.Feed.Paper = new PrintableCertificate(_facts, "HTTP://192.168.1.10:5080/V/ABCDEF", TestBoards.Id);
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(display.Address.ToString().TrimEnd('/'), width, height, touch: true);
        var findings = new List<string>();
        foreach (var (name, path) in ((string, string)[])[
            ("find", "/portal"), ("trade-200", $"/portal/{TestBoards.Id}/hd"), ("trade-publicity", $"/portal/{TestBoards.Id}/b"),
            ("trade-0", $"/portal/{TestBoards.Id}/c"), ("trade-hidden", $"/portal/{TestBoards.Id}/d"), ("verify", "/portal/verify"),
            ("verified", "/portal/verify?number=YDB2026-DG-001"), ("appeal", $"/portal/appeal?competition={TestBoards.Id}"),
            ("code", "/portal/code/token"), ("picture", "/portal/picture/token"), ("offline", "/verify-offline.html")])
        {
            await page.GotoAsync(path);
            await Look(name);
        }

        await page.GotoAsync("/portal");
        await page.GetByLabel("姓名或证书编号").FillAsync(_result.Name);
        await page.GetByLabel("证件号码后四位").FillAsync("0000");
        await page.GetByRole(AriaRole.Button, new() { Name = "查成绩" }).ClickAsync();
        await page.GetByText("为什么是第 1 名").WaitForAsync();
        await Look("result");
        Assert.True(findings.Count == 0, string.Join('\n', findings));

        async Task Look(string name)
        {
            await Chromium.Picture(page, $"portal-{name}-{width}x{height}");
            findings.AddRange((await Reach.Axe(page)).Select(f => $"{name}: {f}"));
            if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"))
            {
                findings.Add($"{name}: wider than the glass");
            }
        }
    }
}
