using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Screens;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>Paper that halls need: 准考证, badges, desk signs, station signs, slips with and without names; who is named has no code beside
/// it.</summary>
public sealed class HallPapersTests
{
    private const string Base = "/console/yindubei-2026";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    // The smallest picture there is: one pixel.
    internal static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("tickets", "准考证号", 108)]
    [InlineData("entrants", "选手证", 108)]
    [InlineData("judges", "裁判长", 0)]
    [InlineData("staff", "加密裁判", 0)]
    [InlineData("desks", "裁判长", 0)]
    public async Task Every_paper_has_one_for_everybody_and_no_code_beside_a_name(string kind, string says, int count)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Scoring.Api.Security.NewAccount staff = new("jm", "白加密", Role.CodingOfficer, open.Id, null, [MarkedContest.Dg]);
        host.Accounts.Create(staff, ConsoleHost.Password);
        var html = WebUtility.HtmlDecode(await admin.Read($"{Base}/cards?handler=print&kind={kind}"));
        Assert.DoesNotMatch(@"[^>\s]<wbr>·", html);
        html = html.Replace("<wbr>", "", StringComparison.Ordinal);
        Assert.Contains(says, html);
        foreach (var code in open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Code!).ToList()))
        {
            Assert.DoesNotMatch($">\\s*{Regex.Escape(code)}\\s*<", html);
        }

        if (count > 0)
        {
            Assert.Equal(count, Regex.Matches(html, "class=\"(?:ticket|badge)\"", RegexOptions.None, Long).Count);
            Assert.All(open.Read(s => s.Entrants.Values.Select(e => e.Entrant.Name).ToList()), name =>
                Assert.Contains(name.Length == 2 ? $"{name[0]}　{name[1]}" : name, html));
        }
    }

    [Fact]
    public async Task A_photo_is_found_by_exam_number_and_by_a_name_only_one_person_has()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var people = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Take(3).Select(e => e.Entrant).ToList());
        await ConsoleHost.Do(open, "admin:a",
            new EntrantsRegistered([people[0] with { ExamNumber = "DG900" }, people[1] with { Name = "同名" },
            people[2] with { Name = "同名" }]));
        var files = host.App.Services.GetRequiredService<ScreenFiles>();
        foreach (var label in (string[])["DG900", "同名"])
        {
            using var picture = new MemoryStream(Picture);
            Assert.Null(files.Add(FileUse.Photos, label + ".png", picture, Picture.Length));
        }

        using var admin = await host.SignedIn(Role.Admin);
        var html = await admin.Read($"{Base}/cards?handler=print&kind=tickets&trade=dg");
        var shown = Assert.Single(Regex.Matches(html, "<img src=\"(?<src>/display/files/[^\"]+)\"", RegexOptions.None, Long));
        Assert.Equal(HttpStatusCode.OK, (await admin.Get(shown.Groups["src"].Value)).StatusCode);
    }

    [Fact]
    public async Task Station_signs_and_slips_without_names_stand_in_the_order_of_the_codes_and_name_nobody()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        using var officer = await host.Office("jm", Role.CodingOfficer, open);
        var (codes, names) = open.Read(s =>
            (s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Code!).Order(StringComparer.Ordinal).ToList(),
            s.Entrants.Values.Select(e => e.Entrant.Name).ToList()));
        var stations = WebUtility.HtmlDecode(await admin.Read($"{Base}/cards?handler=print&kind=stations&trade=dg"));
        var slips = WebUtility.HtmlDecode(await officer.Read($"{Base}/draw/dg?handler=slips&names=false"));
        foreach (var html in (string[])[stations, slips])
        {
            Assert.All(names, name => Assert.DoesNotContain(name, html));
            var places = codes.Select(c => Regex.Match(html, $">{Regex.Escape(c)}<", RegexOptions.None, Long).Index).ToList();
            Assert.All(places, p => Assert.True(p > 0));
            Assert.Equal(places.Order(), places);
        }

        Assert.Contains(names[0],
            WebUtility.HtmlDecode(await officer.Read($"{Base}/draw/{open.Read(s => s.Entrants.Values.First().Entrant.Trade)}?handler=slips")));
    }

    [Fact]
    public async Task Exam_numbers_are_made_for_whoever_has_none_and_printed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        var one = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        await ConsoleHost.Do(open, "admin:a", new EntrantsRegistered([one with { ExamNumber = null }]));
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Does($"{Base}/cards", "Numbers", new() { ["prefix"] = "殷都", ["Entry"] = Guid.NewGuid().ToString() }, "字头只用字母和数字");
        await admin.Does($"{Base}/cards", "Numbers", new() { ["prefix"] = "2026", ["Entry"] = Guid.NewGuid().ToString() }, "准考证号已编好");
        Assert.Equal("2026DG001", open.Read(s => s.Entrant(one.Id)!.Entrant.ExamNumber));
        Assert.Contains("2026DG001", await admin.Read($"{Base}/cards?handler=print&kind=tickets&trade=dg"));
    }

    [Fact]
    public async Task A_printed_roster_breaks_no_short_word_and_has_no_column_that_nobody_filled()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var html = WebUtility.HtmlDecode(await admin.Read($"{Base}/lists?handler=print&list=roster"));
        Assert.Contains("<td class=\"nw\">居民身份证</td>", html);
        Assert.DoesNotContain("<th>领队手机</th>", html);
        Assert.Contains("<th>证件号码</th>", html);
    }

    [Theory]
    [InlineData("第一届“殷都杯”技能大赛", "第一届|“殷都杯”|技能大赛")]
    [InlineData("“甲”“乙”", "“甲”|“乙”")]
    [InlineData("没有引号", "没有引号")]
    [InlineData("只有一半“的", "只有一半|“的")]
    public void A_quotation_on_a_card_stays_in_one_piece(string text, string parts) =>
        Assert.Equal(parts, string.Join('|', Scoring.Api.Console.Cards.Card.Parts(text).Select(p => p.Text)));

    [Fact]
    public async Task Trades_stand_on_every_page_in_the_order_of_ones_own()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var now = open.Read(s => s.TradesInOrder.Select(t => t.Definition.Id.Value).ToList());
        Dictionary<string, string> form = new() { ["Entry"] = Guid.NewGuid().ToString() };
        for (var i = 0; i < now.Count; i++)
        {
            (form[$"trade[{i}]"], form[$"place[{i}]"]) = (now[i], $"{now.Count - i}");
        }

        await admin.Does($"{Base}/contest", "Order", form, "工种的先后已保存");
        Assert.Equal(now.AsEnumerable().Reverse(), open.Read(s => s.TradesInOrder.Select(t => t.Definition.Id.Value).ToList()));
        using var phone = host.NewBrowser();
        var portal = await phone.Read("/portal?competition=yindubei-2026");
        Assert.True(portal.IndexOf($"/portal/yindubei-2026/{now[^1]}",
            StringComparison.Ordinal) < portal.IndexOf($"/portal/yindubei-2026/{now[0]}", StringComparison.Ordinal));
    }
}
