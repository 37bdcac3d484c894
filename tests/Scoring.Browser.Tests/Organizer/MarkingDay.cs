using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Marks, what is missing, a returned sheet, the review and a correction.</summary>
internal static class MarkingDay
{
    public static async Task Score(ServerProcess server, ConsolePage admin, Office office)
    {
        await office.Clerk.Upload($"import-marks?for={Cup.Trade}:LL", "理论成绩.xlsx", RegistrationLists.Theory());
        await office.Clerk.Press("全部导入 12 行");
        await using var first = await TabletClient.Pair(server.Url, await admin.PairingCode("裁判甲"));
        await using var second = await TabletClient.Pair(server.Url, await admin.PairingCode("裁判乙"));
        await using var third = await TabletClient.Pair(server.Url, await admin.PairingCode("裁判丙"));
        await HandIn(first, _ => true);
        await HandIn(second, _ => true);
        var late = (await third.Open()).Modules[0].Cards[4].Code;
        await HandIn(third, card => card.Code != late);

        // The board says what is missing, to the head judge too, and the phase says why it waits.
        await office.Head.Go("day");
        await office.Head.Page.GetByText("11 / 12").First.WaitForAsync();
        await Chromium.Picture(office.Head.Page, "organizer-missing");
        await office.Head.Go("publish/" + Cup.Trade);
        await office.Head.Page.GetByText(late).First.WaitForAsync();

        // One sheet goes back and comes in again, with the one that was missing.
        await office.Head.Go("sheets/" + Cup.Trade);
        await office.Head.Page.Locator("tbody tr").First.Locator(".cellbtn").First.ClickAsync();
        await office.Head.Page.Locator("#return [name=reason]").FillAsync("A1.1 请复测");
        await office.Head.Press(office.Head.Page.Locator("#return button.primary"));
        await office.Head.Page.Locator(".st.back").First.WaitForAsync();
        foreach (var tablet in (TabletClient[])[first, second, third])
        {
            await HandIn(tablet, card => card.Code == late || card.State == CardState.Returned);
        }

        await office.Head.Go("day");
        Assert.Equal(0, await office.Head.Page.GetByText("11 / 12").CountAsync());
    }

    public static async Task ReviewAndCorrect(Office office, string lastCode)
    {
        var head = office.Head;
        await head.Forward(Cup.Trade, "复核");
        await head.Go("publish/" + Cup.Trade);
        await head.Press("提交编码成绩");
        await head.Go("review/" + Cup.Trade);
        await head.Press("抽取复核样本");
        while (await head.Page.GetByRole(AriaRole.Button, new() { Name = "无误", Exact = true }).CountAsync() > 0)
        {
            await head.Press("无误");
        }

        await head.Page.GetByRole(AriaRole.Button, new() { Name = "两人签字" }).ClickAsync();
        await office.SecondSigns("#sign ");
        await head.Press("签字");

        // A correction: its effect first, then two signatures.
        await head.Go($"correct/{Cup.Trade}/A/{lastCode}");
        await head.Page.Locator("input[aria-label='A2.1']").FillAsync("8");
        await head.Page.Locator("[name=reason]").FillAsync("粗糙度样板比对有误");
        await head.Press("看影响");
        await head.Page.GetByText("先看影响").First.WaitForAsync();
        await Chromium.Picture(head.Page, "organizer-correction");
        await office.SecondSigns();
        await head.Press("两人签名，记入台账");
    }

    private static async Task HandIn(TabletClient tablet, Func<EntrantCard, bool> which)
    {
        foreach (var module in (await tablet.Open()).Modules)
        {
            foreach (var card in module.Cards.Where(which).Where(c => c.State == CardState.Returned || c.Version == 0))
            {
                Assert.Equal(SubmissionOutcome.Accepted, (await tablet.Submit(TabletClient.Sheet(module, card, Best))).Outcome);
            }
        }
    }

    // Everybody's work is perfect: theory alone makes the order, so that ranks are known before the draw.
    public static Entry Best(Aspect aspect) => Entry.Of(aspect switch
    {
        ToleranceAspect tolerance => tolerance.Nominal,
        PointsAspect points => points.FullMark,
        BinaryAspect => 1,
        _ => 0,
    });
}
