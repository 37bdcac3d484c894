using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists.Sent;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists;

/// <summary>The preview over the console's own pages: what is pressed there, and what is remembered.</summary>
public sealed class ImportPageTests
{
    private const string Page = "/console/fresh/import";

    [Fact]
    public async Task Trades_are_made_a_cell_is_mended_and_the_list_is_taken()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        var file = SentFile.Xlsx(SentSheet.Of(SentContest.Head, Person(1, "马?骏", trade: "焊工"), Person(3, "高远", trade: "茶艺师"), Person(5, "高阳", trade: "维修电工"), Person(7, "贺来")));
        var upload = await PaperTests.Upload(admin, "名单.xlsx", file, Page);
        Assert.Contains("新建这 3 个工种", await admin.Read(upload));

        await JudgeImportTests.Says(
            admin, upload, "Answer", Form(upload, ("question", "trade-word:维修电工"), ("answer", "dg")), "已记为别名", Page);
        await JudgeImportTests.Says(admin, upload, "Trades", Form(upload), "已新建 2 个工种", Page);
        Assert.Equal(["电工", "焊工", "茶艺师"], open.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()));
        Assert.Equal(["维修电工"], open.Read(s => s.Trade(new TradeId("dg"))!.Definition.Aliases!));

        await admin.Post(upload, Form(upload, ("place", "0!B2"), ("text", "马骏")), to: Page + "?handler=Mend");
        var preview = await admin.Read(upload);
        Assert.Contains("可以导入", preview);
        Assert.Contains("已改", preview);
        await JudgeImportTests.Says(admin, upload, "Commit", Form(upload, ("onlyGood", "false")), "名单已导入", Page);
        Assert.Equal(["马骏", "高远", "高阳", "贺来"], open.Read(s => s.Entrants.Values.Select(e => e.Entrant.Name).ToList()));
    }

    [Fact]
    public async Task Nothing_good_cannot_be_imported_and_a_header_word_is_remembered()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        object?[] head = [.. SentContest.Head[..6], "来自", SentContest.Head[7]];
        var upload = await PaperTests.Upload(admin, "一.xlsx", SentFile.Xlsx(SentSheet.Of(head, Person(1, "蓝田"))), Page);
        var preview = await admin.Read(upload);
        Assert.Matches("<button class=\"btn lg\" name=\"onlyGood\" value=\"true\" disabled=\"disabled\">", preview);
        Assert.Contains("G 来自", preview);

        await admin.Post(upload, Form(upload, ("question", "表头:来自"), ("answer", "Organization")), to: Page + "?handler=Answer");
        await JudgeImportTests.Says(admin, upload, "Commit", Form(upload, ("onlyGood", "false")), "名单已导入", Page);
        var next = await PaperTests.Upload(admin, "二.csv", SentFile.Csv(SentSheet.Of(head, Person(3, "玉生烟"))), Page);
        Assert.Contains("可以导入", await admin.Read(next));
        Assert.Equal(1, open.Read(s => s.Entrants.Count));
    }

    [Fact]
    public async Task An_empty_file_and_an_empty_list_say_what_they_are()
    {
        await using var host = await ConsoleHost.Start();
        await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        foreach (var (file, says) in new[] { (Array.Empty<byte>(), "这个文件是空的"), (SentFile.Xlsx(SentSheet.Of(SentContest.Head)), "文件里没有名单：只有表头，没有人。") })
        {
            var back = await admin.PostFile(Page, Page + "?handler=Upload", "空.xlsx", file);
            Assert.Contains(says, await admin.Read(back.Headers.Location!.ToString()));
        }
    }

    [Fact] // teams, members with what they are, works, tags, earlier stages: stored, shown, exported, and no change when they come back
    public async Task What_stands_beside_the_people_goes_out_and_comes_in_again()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        object?[] head = ["队名", "队长", "队员", "单位", "工种", "作品名称", "组别", "产业链", "领队", "选拔赛事", "名次", "总分"];
        var upload = await PaperTests.Upload(admin, "名单.xlsx", SentFile.Xlsx(SentSheet.Of(
            head, ["蓝鲸队", "石小川", "白敬之、云水谣", "甲公司", "电工", "小车", "学生组", "绿色食品", "邢带队", "市赛", 2, 92.35],
            ["红枫队", "陆羽", "李雷（主厨）", "乙公司", "电工", null, "职工组", null, null, null, null, null])), Page);
        await JudgeImportTests.Says(admin, upload, "Commit", Form(upload, ("onlyGood", "false")), "名单已导入", Page);
        var shown = await admin.Read("/console/fresh/entrants");
        foreach (var words in new[] { "石小川（队长）、白敬之、云水谣", "作品《小车》", "组别 学生组，产业链 绿色食品", "领队 邢带队", "来自市赛，第 2 名，92.35 分", "陆羽（队长）、李雷（主厨）" })
        {
            Assert.Contains(words, shown, StringComparison.Ordinal);
        }

        var roster = await (await admin.Get("/console/fresh/lists?handler=excel&list=roster")).Content.ReadAsByteArrayAsync();
        var before = open.Sequence;
        var again = await PaperTests.Upload(admin, "选手名册.xlsx", roster, Page);
        Assert.Contains("没有要导入的：名单和现在一样", await admin.Read(again), StringComparison.Ordinal);
        Assert.Equal(before, open.Sequence);
    }

    private static Dictionary<string, string> Form(string upload, params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("upload", upload.Split("upload=")[1])));

    private static async Task<OpenCompetition> Fresh(ConsoleHost host)
    {
        var open = host.Competitions.Create(new CompetitionId("fresh"));
        await ConsoleHost.Do(open, Actor.System, new CompetitionDefined(new Competition(open.Id, "新比赛")));
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(FirstScheme.Of(new TradeId("dg"), "电工", "DG")));
        return open;
    }
}
