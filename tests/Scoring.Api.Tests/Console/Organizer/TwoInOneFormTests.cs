using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Certificates;
using Scoring.Api.Feed;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Certificates;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>What is kept beside the ledger, too: two people open a form, both save, and the later undoes nothing unseen.</summary>
public sealed class TwoInOneFormTests
{
    private const string Base = "/console/yindubei-2026";

    [Theory]
    [InlineData("contest", "Words", "body", "在〔比赛〕中先改的", "在〔比赛〕中后改的", "证书用语已保存")]
    [InlineData("contest", "Order", "place[0]", "9", "8", "先后已保存")]
    [InlineData("ceremony", "Plan", "note[0]", "请张主席颁奖", "请李主席颁奖", "典礼安排已保存")]
    [InlineData("archive", "Folder", "path", "{data}/one", "{data}/two", "以后每次备份都会再存一份")]
    public async Task The_later_of_two_is_refused_keeps_the_words_and_may_save_again(
        string where, string handler, string field, string first, string second, string saved)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var one = await host.SignedIn(Role.Admin);
        using var other = await Second(host);
        var page = $"{Base}/{where}";
        var (mine, theirs) = (FormTests.FormOf(await one.Read(page), handler), FormTests.FormOf(await other.Read(page), handler));
        (mine[field], theirs[field]) = (In(host, first), In(host, second));
        await one.Does(page, handler, mine, saved);
        var sequence = open.Sequence;
        var refused = await other.Does(page, handler, theirs, "已经改过这里");
        Assert.Equal(sequence, open.Sequence);
        Assert.Contains(FormTests.Kept(refused), f => f[1] == theirs[field]);

        var again = FormTests.FormOf(refused, handler);
        again[field] = In(host, second);
        await other.Does(page, handler, again, saved);
    }

    [Fact]
    public async Task A_template_somebody_else_saved_meanwhile_is_not_written_over_nor_one_that_was_never_opened()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var one = await host.SignedIn(Role.Admin);
        using var other = await Second(host);
        var page = $"{Base}/templates";
        var start = FormTests.FormOf(await one.Read(page), "Save");
        start["saveAs"] = "我们的";
        await one.Does(page, "Save", start, "模板“我们的”已保存");

        var at = $"{page}?kind=Award&name={Uri.EscapeDataString("我们的")}";
        var (mine, theirs) = (FormTests.FormOf(await one.Read(at), "Save"), FormTests.FormOf(await other.Read(at), "Save"));
        mine["json"] = mine["json"].Replace("特发此证", "特颁此证", StringComparison.Ordinal);
        theirs["json"] = theirs["json"].Replace("特发此证", "予以表彰", StringComparison.Ordinal);
        await one.Does(page, "Save", mine, "已保存");
        var refused = await other.Does(page, "Save", theirs, "已经改过这里");
        Assert.Contains(FormTests.Kept(refused), f => f[0] == "json" && f[1].Contains("予以表彰", StringComparison.Ordinal));
        Assert.Contains("特颁此证", Json());

        // Another template saved under that name would take its place without having been looked at.
        await other.Does(page, "Save", start, "已有模板“我们的”");
        Assert.Contains("特颁此证", Json());

        string Json() => CertificateTemplates.Write(host.App.Services.GetRequiredService<TemplateShelf>().Find(open.Id, "我们的")!);
    }

    [Fact]
    public async Task A_key_is_changed_once_by_a_form_however_often_and_whenever_it_comes()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        var form = FormTests.FormOf(await admin.Read("/console/certificate-keys"), "Rotate");
        await admin.Does("/console/certificate-keys", "Rotate", form, "以后的证书用新密钥");
        var key = Current(host);
        await host.Restart();
        await admin.PostBare("/console/certificate-keys?handler=Rotate", form);
        Assert.Equal(key, Current(host));

        static string Current(ConsoleHost host) => host.App.Services.GetRequiredService<CertificateKeys>().CurrentId;
    }

    [Fact]
    public async Task Settings_of_the_portal_stay_as_the_first_saved_them()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var one = await host.SignedIn(Role.Admin);
        using var other = await Second(host);
        var page = $"{Base}/portal-rules";
        var (mine, theirs) = (FormTests.FormOf(await one.Read(page), "Save"), FormTests.FormOf(await other.Read(page), "Save"));
        mine["modules"] = "true";
        await one.Does(page, "Save", mine, "已保存");
        await other.Does(page, "Save", theirs, "已经改过这里");
        Assert.True(host.App.Services.GetRequiredService<PortalSettings>().Of(open.Id).ShowsModules);
    }

    [Fact]
    public async Task Groups_set_by_hand_are_not_undone_by_a_form_opened_before()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(trade with
        {
            Components = [.. trade.Components.Select(c => c with
            {
                Modules = [.. c.Modules.Select(m => m.Marking == MarkingMethod.Panel
                    ? m with { Panel = (m.Panel ?? new()) with { Groups = [new("g1", "一组"), new("g2", "二组")] } } : m)],
            })],
        }));
        using var one = await host.SignedIn(Role.Admin);
        using var other = await Second(host);
        var page = $"{Base}/draw/dg";
        var mine = FormTests.FormOf(await one.Read(page), "GroupsByHand");
        var theirs = FormTests.FormOf(await other.Read(page), "GroupsByHand");
        (mine["group[0]"], theirs["group[1]"]) = ("g2", "g1");
        await one.Does(page, "GroupsByHand", mine, "分组已保存");
        var sequence = open.Sequence;
        await other.Does(page, "GroupsByHand", theirs, "已经改过这里");
        Assert.Equal(sequence, open.Sequence);
    }

    private static string In(ConsoleHost host, string text) => text.Replace("{data}", host.Data.Root, StringComparison.Ordinal);

    private static async Task<Browser> Second(ConsoleHost host)
    {
        host.Accounts.Create(new NewAccount("second", "乙", Role.Admin), ConsoleHost.Password);
        var browser = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn("second", ConsoleHost.Password)).StatusCode);
        return browser;
    }
}
