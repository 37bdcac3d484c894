using System.Net;
using System.Text.RegularExpressions;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>竞赛设置, and the contest's place on the shelf: its key, another name, deleted, hidden.</summary>
public sealed class ContestSettingsTests
{
    private const string Base = "/console/yindubei-2026";

    [Fact]
    public async Task A_contest_made_from_a_template_takes_its_key_from_the_pinyin_and_can_say_all_of_itself()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        var made = await admin.Post("/console/competitions", new()
        {
            ["template"] = "union", ["key"] = "", ["name"] = "2027年第二届“殷都杯”职工技能大赛", ["date"] = "2027-04-23", ["venue"] = "体育馆", ["hosts"] = "安阳市总工会\n安阳市人社局",
        }, to: "/console/competitions?handler=Template");
        Assert.StartsWith("/console/yindubei-2027/", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        var open = host.Competitions.Find(new("yindubei-2027"))!;
        var first = open.Read(s => s.Competition!);
        Assert.Equal((new DateOnly(2027, 4, 23), "体育馆"), (first.Date, first.Venue));
        Assert.Equal(["安阳市总工会", "安阳市人社局"], first.Signing);

        var answer = await admin.Post("/console/yindubei-2027/contest", new()
        {
            ["Name"] = "第二届“殷都杯”", ["Series"] = "殷都杯", ["Edition"] = "2", ["Level"] = "市级一类", ["Hosts"] = "市总工会", ["Organizers"] = "殷都区政府", ["CoOrganizers"] = "甲公司\n乙公司",
            ["Issuers"] = "市人社局\n市总工会", ["Date"] = "2027-04-23", ["LastDate"] = "2027-04-24", ["Venue"] = "体育馆", ["City"] = "安阳", ["TimeZone"] = "Asia/Urumqi",
            ["Holidays"] = "2027-05-03 2027年5月4日", ["ExtraWorkdays"] = "2027-05-08", ["CertificatePrefix"] = "YDB2027", ["Contact"] = "办公室 0372-0000000",
        }, to: "/console/yindubei-2027/contest?handler=Save");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var said = open.Read(s => s.Competition!);
        Assert.Equal(("第二届“殷都杯”", "殷都杯", 2, "市级一类", "安阳", "Asia/Urumqi", "YDB2027"), (said.Name, said.Series, said.Edition, said.Level, said.City, said.TimeZone, said.CertificatePrefix));
        Assert.Equal(["市人社局", "市总工会"], said.Issuers);
        Assert.Equal(["甲公司", "乙公司"], said.CoOrganizers);
        Assert.Equal([new DateOnly(2027, 5, 3), new DateOnly(2027, 5, 4)], said.Holidays);
        Assert.Equal(new DateOnly(2027, 4, 24), said.Ends);
    }

    [Theory]
    [InlineData("殷都杯2026", "编号只能用小写英文字母")]
    [InlineData("yindu bei", "编号只能用小写英文字母")]
    [InlineData("a/b", "编号只能用小写英文字母")]
    [InlineData("..", "编号只能用小写英文字母")]
    [InlineData("杯", "编号只能用小写英文字母")]
    [InlineData("con", "编号 con 系统自己要用")]
    [InlineData("accounts", "编号 accounts 系统自己要用")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "编号最多 64 个")]
    public async Task A_key_that_cannot_be_an_address_is_a_message_that_keeps_every_word(string key, string says)
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.Post("/console/competitions", new() { ["template"] = "union", ["key"] = key, ["name"] = "第三届“某某杯”" }, to: "/console/competitions?handler=Template");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Single(Regex.Matches(page, Regex.Escape(says), RegexOptions.None, TimeSpan.FromSeconds(1))); // the dialog shows it by itself
        Assert.Contains("id=\"kept\" data-handler=\"Template\"", page, StringComparison.Ordinal);
        Assert.Contains(FormTests.Kept(page), f => f is ["name", "第三届“某某杯”"]);
        Assert.Contains(FormTests.Kept(page), f => f[0] == "key" && f[1] == key);
        Assert.Empty(host.Competitions.All);
        Assert.DoesNotContain("id=\"kept\"", await admin.Read("/console/competitions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contest_of_an_earlier_version_with_a_Chinese_key_works_on_every_page_that_sends_one_on()
    {
        await using var host = await ConsoleHost.Start();
        var open = host.Competitions.Create(new("殷都杯2026"));
        await ConsoleHost.Do(open, "admin:x", new CompetitionDefined(new Competition(open.Id, "旧的编号")));
        await ConsoleHost.Do(open, "admin:x", new TradeDefined(Trade));
        using var admin = await host.SignedIn(Role.Admin);
        var at = "/console/" + Uri.EscapeDataString(open.Id.Value);
        foreach (var page in (string[])["draw", "settings", "publish", "certificates"])
        {
            var sent = await admin.Get($"{at}/{page}");
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await admin.Get(sent.Headers.Location!.OriginalString)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await admin.Get("/console")).StatusCode);
        await admin.Does($"{at}/contest", "Save", new() { ["Name"] = "新的名称" }, "竞赛设置已保存");
    }

    [Fact]
    public async Task Bad_input_is_said_in_words_and_changes_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        foreach (var (field, value, words) in ((string, string, string)[])
            [("Name", "", "比赛全称"), ("Edition", "一", "届次"), ("Date", "四月", "日期"), ("LastDate", "2020-01-01", "最后一天"), ("TimeZone", "Mars/Base", "时区"),
             ("Holidays", "2026-05-02", "放假的工作日"), ("CertificatePrefix", "殷都", "证书编号前缀"), ("Venue", new string('长', 201), "地点")])
        {
            var before = open.Sequence;
            var answer = await admin.Post($"{Base}/contest", new() { ["Name"] = "全称", ["Date"] = "2026-04-23", ["City"] = "打好的字", [field] = value }, to: $"{Base}/contest?handler=Save");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains($"role=\"alert\"", page, StringComparison.Ordinal);
            Assert.Contains(words, page.Split("role=\"alert\"")[1][..300], StringComparison.Ordinal);
            Assert.Contains("value=\"打好的字\"", page, StringComparison.Ordinal);
            Assert.Equal(before, open.Sequence);
        }
    }

    [Fact]
    public async Task Once_a_trade_is_published_it_is_a_correction_by_two_people_with_a_reason()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Final);
        host.Accounts.Create(new NewAccount("second", "第二人", Role.Supervisor, open.Id), ConsoleHost.Password);
        host.Accounts.Create(new NewAccount("stranger", "别场", Role.Supervisor, new("other-2026")), ConsoleHost.Password);
        using var admin = await host.SignedIn(Role.Admin);
        Dictionary<string, string> form = new() { ["Name"] = "改正的全称", ["Venue"] = "新的地点" };
        Assert.Contains("第二人", await Said(form), StringComparison.Ordinal);
        form["secondPassword"] = ConsoleHost.Password;
        form["secondLogin"] = "stranger";
        Assert.Contains("不能为这场比赛", await Said(form), StringComparison.Ordinal);
        form["secondLogin"] = "second";
        Assert.Contains("理由", await Said(form), StringComparison.Ordinal);
        form["reason"] = "印错了";
        await admin.Does($"{Base}/contest", "Save", form, "竞赛设置已保存");
        Assert.Equal("改正的全称", open.Read(s => s.Competition!.Name));
        Assert.Contains("\"secondPerson\":\"second\"", System.Text.Encoding.UTF8.GetString(open.EntryAt(open.Sequence)!.Payload.Span), StringComparison.Ordinal);

        async Task<string> Said(Dictionary<string, string> fields) =>
            WebUtility.HtmlDecode(await (await admin.Post($"{Base}/contest", fields, to: $"{Base}/contest?handler=Save")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_later_of_two_people_in_the_form_is_told_and_nothing_is_undone_in_silence()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var basis = Offices.Field(await admin.Read($"{Base}/contest"), "Basis");
        await admin.Does($"{Base}/contest", "Save", new() { ["Name"] = "先存的", ["Basis"] = basis }, "竞赛设置已保存");
        var later = await admin.Post($"{Base}/contest", new() { ["Name"] = "后存的", ["Basis"] = basis }, to: $"{Base}/contest?handler=Save");
        Assert.Contains("已经改过这里", WebUtility.HtmlDecode(await later.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("先存的", open.Read(s => s.Competition!.Name));
    }

    [Fact]
    public async Task An_empty_contest_can_be_deleted_and_one_with_people_cannot()
    {
        await using var host = await ConsoleHost.Start();
        var full = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post("/console/competitions", new() { ["template"] = "union", ["key"] = "empty-one", ["name"] = "空的" }, to: "/console/competitions?handler=Template");
        await admin.Post("/console/empty-one/contest", new() { ["word"] = "不是它" }, to: "/console/empty-one/contest?handler=Delete");
        Assert.NotNull(host.Competitions.Find(new("empty-one")));
        await admin.Post("/console/empty-one/contest", new() { ["word"] = "空的" }, to: "/console/empty-one/contest?handler=Delete");
        Assert.Null(host.Competitions.Find(new("empty-one")));
        Assert.False(File.Exists(host.Data.FileOf(new("empty-one"))));
        Assert.Contains(BackupFile.In(host.Data.Backups), b => b.Competition == new CompetitionId("empty-one"));
        await admin.Post($"{Base}/contest", new() { ["word"] = full.Read(s => s.Competition!.Name) }, to: $"{Base}/contest?handler=Delete");
        Assert.NotNull(host.Competitions.Find(full.Id));
    }

    [Fact]
    public async Task A_copy_restored_beside_its_original_does_not_double_the_history_and_can_be_shown_again()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var copy = Backups.Make(host.Data.FileOf(open.Id), host.Data.Backups, "手动", DateTimeOffset.UnixEpoch);
        await admin.PostFile("/console/competitions", "/console/competitions?handler=Restore", "copy.db", await File.ReadAllBytesAsync(copy), new() { ["key"] = "fuben" });
        Assert.NotNull(host.Competitions.Find(new("fuben")));
        Assert.Contains(">1 场比赛", await admin.Read("/console/history"), StringComparison.Ordinal);
        await admin.Post("/console/fuben/contest", new() { ["hidden"] = "false" }, to: "/console/fuben/contest?handler=Hide");
        Assert.Contains(">2 场比赛", await admin.Read("/console/history"), StringComparison.Ordinal);
    }

    private static Trade Trade =>
        new(new TradeId("dg"), "电工", "DG", [new Component(new ComponentId("theory"), "理论", ComponentKind.Theory, 100, [])], new AwardScheme([new AwardTier("一等奖", 1)]));
}
