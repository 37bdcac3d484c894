using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>进程: a contest's steps, and what is done for all trades and all judges at once.</summary>
public sealed class RoadTests
{
    private const string Road = "/console/yindubei-2026/road";

    [Fact]
    public async Task A_new_contest_opens_on_its_path_and_says_what_is_missing_first()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        var made = await admin.Post("/console/competitions", new() { ["template"] = "union", ["name"] = "第一届“试试杯”" }, to: "/console/competitions?handler=Template");
        Assert.EndsWith("/road", made.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await admin.Read(made.Headers.Location!.ToString()));
        Assert.Contains("下一步：<b>竞赛设置</b>", page, StringComparison.Ordinal);
        Assert.Contains("还没有颁发单位", page, StringComparison.Ordinal);
        Assert.Contains("还没有选手的工种：钳工", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trades_are_made_from_the_words_of_a_list_once_and_like_the_one_that_adds_up()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post("/console/competitions", new() { ["template"] = "union", ["key"] = "shishi", ["name"] = "试试杯" }, to: "/console/competitions?handler=Template");
        var open = host.Competitions.Find(new("shishi"))!;
        var list = List(["姓名", "单位", "工种"], ["甲", "一厂", "电工"], ["乙", "一厂", "钳工"], ["丙", "二厂", "电 工"], ["丁", "二厂", "数控车工"], ["戊", "二厂", "电工"], ["己", "二厂", "带工"]);
        await admin.PostFile("/console/shishi/road", "/console/shishi/road?handler=Trades", "名单.xlsx", list);
        await admin.PostFile("/console/shishi/road", "/console/shishi/road?handler=Trades", "名单.xlsx", list);
        var trades = open.Read(s => s.TradesInOrder.Select(t => t.Definition).ToList());
        Assert.Equal(["钳工", "电工", "数控车工", "带工"], trades.Select(t => t.Name));
        Assert.Equal(["QG", "DG", "SKCG", "DG2"], trades.Select(t => t.Code));
        Assert.All(trades.Skip(1), t => Assert.Equal(trades[0].Components.Count, t.Components.Count));
        Assert.Contains("没有“工种”一列", await Said(admin, List(["姓名", "单位"], ["甲", "一厂"])), StringComparison.Ordinal);
        Assert.Contains("认不出这个文件", await Said(admin, [1, 2, 3, 4, 5]), StringComparison.Ordinal);

        static async Task<string> Said(Browser admin, byte[] file)
        {
            await admin.PostFile("/console/shishi/road", "/console/shishi/road?handler=Trades", "x.xlsx", file);
            return WebUtility.HtmlDecode(await admin.Read("/console/shishi/road"));
        }
    }

    [Fact]
    public async Task One_trades_sheet_and_settings_are_copied_to_the_others_that_are_still_prepared()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        var like = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "admin:x", new TradeDefined(like with { PublicityDays = 9 }));
        await admin.Does(Road, "Copy", new() { ["from"] = "dg", ["settings"] = "true" }, "已套用到");
        Assert.All(open.Read(Definitions), t => Assert.Equal(9, t.PublicityDays));
        Assert.Contains(open.Read(Definitions), t => t.Components.Count != like.Components.Count || !t.Modules().Select(m => m.Name).SequenceEqual(like.Modules().Select(m => m.Name)));
        await admin.Does(Road, "Copy", new() { ["from"] = "dg", ["sheet"] = "true" }, "已套用到");
        Assert.All(open.Read(Definitions), t => Assert.Equal(like.Modules().Select(m => m.Name), t.Modules().Select(m => m.Name)));
        Assert.Equal(5, open.Read(Definitions).Select(t => t.Name).Distinct().Count());
        await admin.Does(Road, "Copy", new() { ["from"] = "dg" }, "请勾选要套用的内容");
    }

    [Fact]
    public async Task All_trades_are_drawn_at_once_and_a_second_click_draws_nothing_again()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Fresh(host);
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Does(Road, "Draw", new() { ["stations"] = "true" }, "已抽签");
        var codes = open.Read(Codes);
        Assert.All(codes, c => Assert.NotNull(c));
        await admin.Does(Road, "Draw", new() { ["stations"] = "true" }, "没有再抽");
        Assert.Equal(codes, open.Read(Codes));
        Assert.Contains("抽签已完成", await admin.Read("/console/yindubei-2026/day"), StringComparison.Ordinal);

        await admin.Does(Road, "Forward", new() { ["to"] = "Scoring" }, "已进入“评分”");
        Assert.All(open.Read(s => s.TradesInOrder.Select(t => t.Phase).ToList()), phase => Assert.Equal(Phase.Scoring, phase));
        await admin.Does(Road, "Forward", new() { ["to"] = "Review" }, "没有做成");
    }

    [Fact]
    public async Task Whoever_signs_in_gets_a_link_that_sets_the_own_password_once()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await ConsoleHost.Do(open, "admin:x", new JudgesAppointed([new Judge(new("zs"), "张三丰", [new JudgeSeat(Role.HeadJudge, MarkedContest.Dg)])]));
        using var admin = await host.SignedIn(Role.Admin);
        var sheet = await Slips(admin, "Accounts");
        Assert.Contains("账号 zhangsanfeng", sheet, StringComparison.Ordinal);
        var account = host.Accounts.Find("zhangsanfeng")!;
        Assert.Equal((Role.HeadJudge, open.Id, "zs"), (account.Role, account.Competition, account.Judge?.Value));
        Assert.Equal([MarkedContest.Dg], account.Trades);

        var token = host.App.Services.GetRequiredService<Api.Security.AccountLinks>().Make("zhangsanfeng", DateTimeOffset.MaxValue.AddDays(-1));
        using var own = host.NewBrowser();
        var short1 = await own.Post($"/console/welcome?token={token}", new() { ["token"] = token, ["password"] = "short", ["again"] = "short" }, to: "/console/welcome");
        Assert.Contains("密码至少", WebUtility.HtmlDecode(await short1.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var set = await own.Post($"/console/welcome?token={token}", new() { ["token"] = token, ["password"] = "an-own-password", ["again"] = "an-own-password" }, to: "/console/welcome");
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.Get("/console/yindubei-2026/day")).StatusCode);
        Assert.NotNull(host.Accounts.SignIn("zhangsanfeng", "an-own-password"));
        using var second = host.NewBrowser();
        Assert.Contains("不能用了", await second.Read($"/console/welcome?token={token}"), StringComparison.Ordinal);

        // Who has a password gets no new link; the others do, and their old ones are worth nothing.
        Assert.DoesNotContain("zhangsanfeng", await Slips(admin, "Accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pairing_codes_for_everybody_are_on_one_sheet_and_hold_until_the_contests_day_ends()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2026, 4, 20, 1, 0, 0, TimeSpan.Zero));
        await using var host = await ConsoleHost.Start(clock);
        var open = await host.LoadExample();
        await ConsoleHost.Do(open, "admin:x", new CompetitionDefined(open.Read(s => s.Competition!) with { Date = new DateOnly(2026, 4, 23) }));
        using var admin = await host.SignedIn(Role.Admin);
        var codes = Regex.Matches(await Slips(admin, "Codes"), "class=\"slipcode\">(?<code>[^<]+)<", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Groups["code"].Value).ToList();
        Assert.Equal(open.Read(s => s.Judges.Values.Count(j => j.Seats.Any(x => x.Role is Role.Judge or Role.HeadJudge or Role.FloorJudge or Role.Clerk))), codes.Count);
        var tablets = host.App.Services.GetRequiredService<PairedTablets>();
        clock.SetUtcNow(new DateTimeOffset(2026, 4, 23, 10, 0, 0, TimeSpan.Zero));
        Assert.NotNull(tablets.Pair(codes[0]));
        clock.SetUtcNow(new DateTimeOffset(2026, 4, 24, 1, 0, 0, TimeSpan.Zero));
        Assert.Null(tablets.Pair(codes[1]));
    }

    private static async Task<string> Slips(Browser admin, string handler)
    {
        var answer = await admin.Post(Road, [], to: $"/console/yindubei-2026/handouts?handler={handler}");
        while (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await admin.Get(answer.Headers.Location!.ToString());
        }

        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    // The example with nothing drawn.
    private static async Task<OpenCompetition> Fresh(ConsoleHost host)
    {
        var file = await host.LoadExample();
        var bare = file.Read(s => Core.Files.FileExport.Of(s, _ => null));
        await host.Competitions.Remove(file);
        return await host.App.Services.GetRequiredService<Scoring.Api.Files.CompetitionImport>().Run(bare with { Marks = null, Progress = null, Entrants = [.. bare.Entrants!.Select(e => e with { Codes = null, Station = null })] });
    }

    private static List<Trade> Definitions(CompetitionState state) => [.. state.TradesInOrder.Select(t => t.Definition)];

    private static List<string?> Codes(CompetitionState state) => [.. state.Entrants.Values.Select(e => e.CodeOf(1))];

    private static byte[] List(params string[][] rows) =>
        XlsxWriter.Write(new OutSheet("名单", [.. rows[0].Select(_ => 12)], [.. rows.Select(r => (IReadOnlyList<OutCell>)[.. r.Select(c => new OutCell(c))])]));
}
