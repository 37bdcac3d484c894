using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Tablets;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>What an organizer stumbled over from the first mark to the archive: the board, weights, publicity, prizes, marks by name,
/// archiving.</summary>
public sealed class AfternoonTests
{
    private const string Base = "/console/yindubei-2026";

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_board_puts_silent_tablets_of_whoever_is_done_last_and_names_people()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.Start(clock);
        var open = await host.LoadExample();
        var tablets = host.App.Services.GetRequiredService<PairedTablets>();
        var (judge, head) = open.Read(s => (
            s.Judges.Values.First(j => j.Seats.Any(x => x.Role == Role.Judge && x.Trade == MarkedContest.Dg)),
            s.Judges.Values.First(j =>
                j.Seats.Any(x => x.Role == Role.HeadJudge && x.Trade != MarkedContest.Dg && x.Role == Role.HeadJudge))));
        foreach (var who in (Judge[])[judge, head])
        {
            Assert.NotNull(tablets.Pair(tablets.CreateCode(open.Id, who.Id).Code));
        }

        clock.Advance(TimeSpan.FromMinutes(3));
        using var leader = await host.Office("cpz", Role.HeadJudge, open);
        var board = Board(await leader.Read($"{Base}/day?handler=board"));
        Assert.Contains($"{judge.Name}的平板失联", board);
        Assert.DoesNotContain(head.Name, board); // another trade's

        foreach (var (actor, e) in open.Read(s => MarkedContest.Events(s.Trade(MarkedContest.Dg)!).ToList()))
        {
            await ConsoleHost.Do(open, actor, e);
        }

        board = Board(await leader.Read($"{Base}/day?handler=board"));
        Assert.DoesNotContain("的平板失联", board);
        Assert.Matches("待裁判长签字.*1 台平板不在线，都已交齐", board);
        Assert.DoesNotMatch(">J0\\d<", board);
    }

    [Fact]
    public async Task Weights_of_a_trade_change_together_after_the_draw_too()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Drawn);
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/definition/dg";
        var parts = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition.Components.Select(c => c.Id.Value).ToList());
        Assert.Equal(2, parts.Count);
        var form = FormTests.FormOf(await admin.Read(page), "Weights");
        (form["weight[0]"], form["weight[1]"]) = ("40", "50");
        Assert.Contains("合计应为 100，现在是 90", await admin.Does(page, "Weights", form, "note bad"));
        form = FormTests.FormOf(await admin.Read(page), "Weights");
        (form["weight[0]"], form["weight[1]"]) = ("40", "60");
        await admin.Does(page, "Weights", form, "权重已保存");
        Assert.Equal([40m, 60m], open.Read(s => s.Trade(MarkedContest.Dg)!.Definition.Components.Select(c => c.Weight).ToList()));
    }

    [Theory]
    [InlineData(0, "没有公示期：公众看到的不变", false)]
    [InlineData(5, "姓名、名次", true)]
    public async Task What_publicity_shows_is_what_its_step_says(int days, string promise, bool named)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(definition with { PublicityDays = days }));
        foreach (var e in (LedgerEvent[])[new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b")])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        using var head = await host.Office("cpz", Role.HeadJudge, open);
        Assert.Contains(promise, WebUtility.HtmlDecode(await head.Read($"{Base}/publish/dg")));
        await open.InPhase(Phase.Publicity);
        var (name, shown) = open.Read(s =>
            (s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[0].Entrant)!.Entrant.Name, s.Trade(MarkedContest.Dg)!.Public.Shown));
        using var phone = host.NewBrowser();
        Assert.Equal(named, WebUtility.HtmlDecode(await phone.Read("/portal/yindubei-2026/dg")).Contains(name, StringComparison.Ordinal));
        Assert.Equal(named, shown == Visibility.Named);
    }

    [Fact]
    public async Task A_step_that_only_the_head_judge_takes_is_not_offered_to_the_admin()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var page = WebUtility.HtmlDecode(await admin.Read($"{Base}/publish/dg"));
        Assert.Contains("这一步由裁判长登录后来做", page);
        Assert.DoesNotContain("handler=Forward", page);
    }

    [Fact]
    public async Task Prizes_of_all_trades_and_their_ties_are_seen_before_they_are_confirmed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var (first, second) = open.Read(s =>
            (s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant, s.Trade(MarkedContest.Dg)!.Standings().Rows[1].Result.Entrant));
        var theory = open.Read(s => s.Trade(MarkedContest.Dg)!.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id);
        var quota = open.Read(s => s.TradesInOrder.Sum(t => t.Awards().Tiers.First(x => x.Name == "一等奖").Quota));
        await ConsoleHost.Do(open, "clerk:test", new ModuleMarkEntered(second, theory, "test", 99));
        Assert.NotEqual(first, second);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var page = WebUtility.HtmlDecode(await head.Read($"{Base}/awards/dg"));
        Assert.Contains("全部工种合计", page);
        var (given, ties) = open.Read(s => (
            s.TradesInOrder.Sum(t => t.Awards().Tiers.First(x => x.Name == "一等奖").Given), s.Trade(MarkedContest.Dg)!.Awards()
                .Boundaries.Select(b => b.Tier).ToList()));
        Assert.Matches($"<span>一等奖</span><span>{quota}</span><b>{given}</b>", page.Split("全部工种合计")[1]);
        Assert.Contains(ties.Count == 0 ? "没有奖项末位并列" : $"末位并列：电工{ties[0]} 2 人", page);
        Assert.DoesNotContain("余 1 名", page);
        Assert.DoesNotContain("确认奖项方案", page); // not before 复核
    }

    [Fact]
    public async Task Whoever_missed_the_pass_mark_is_listed_by_rank_and_only_where_a_prize_was_near()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, Actor.System,
            new TradeDefined(definition with { Awards = definition.Awards with { Gate = new AwardGate(98m) } }));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var page = WebUtility.HtmlDecode(await head.Read($"{Base}/awards/dg"));
        var (places, ranks) = (open.Read(s => s.Trade(MarkedContest.Dg)!.Awards().Tiers.Sum(t => t.Quota)),
            Regex.Matches(page.Split("因未过线不授")[1].Split("名额")[0], "第 (?<rank>\\d+) 名", RegexOptions.None, Long)
                .Select(m => int.Parse(m.Groups["rank"].Value)).ToList());
        Assert.NotEmpty(ranks);
        Assert.Equal(ranks.Order(), ranks);
        Assert.All(ranks, r => Assert.True(r <= places));
    }

    [Fact]
    public async Task Names_without_numbers_stand_in_the_order_of_their_pinyin()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var people = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Take(3).Select(e => e.Entrant).ToList());
        string[] names = ["左一", "安二", "李三"];
        await ConsoleHost.Do(open, "admin:a",
            new EntrantsRegistered([.. open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant with { ExamNumber = null })
            .ToList())]));
        await ConsoleHost.Do(open, "admin:a",
            new EntrantsRegistered([.. people.Zip(names, (p, n) => p with { ExamNumber = null, Name = n })]));
        using var clerk = await host.Office("luru", Role.Clerk, open);
        var page = WebUtility.HtmlDecode(await clerk.Read($"{Base}/marks/dg"));
        var places = names.Select(n => page.IndexOf($"<b>{n}</b>", StringComparison.Ordinal)).ToList();
        Assert.All(places, p => Assert.True(p > 0));
        Assert.True(places[1] < places[2] && places[2] < places[0]); // an, li, zuo; by code point 安 左 李
    }

    [Fact]
    public async Task Archiving_without_certificates_asks_first()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        foreach (var e in (LedgerEvent[])[new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"),
            new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("张获奖证书没有签发，归档后不能再签发", WebUtility.HtmlDecode(await admin.Read($"{Base}/publish/dg")));
        await admin.Does($"{Base}/publish/dg", "Forward", new() { ["to"] = "Archived", ["word"] = "电工" }, "note bad");
        await admin.Does($"{Base}/road", "Forward", new() { ["to"] = "Archived" }, "请输入“归档”以确认");
        await admin.Does($"{Base}/road", "Forward", new() { ["to"] = "Archived", ["word"] = "归档" }, "还没有签发证书");
        Assert.Equal(Phase.Final, open.Read(s => s.Trade(MarkedContest.Dg)!.Phase));
        await admin.Does($"{Base}/publish/dg", "Forward", new() { ["to"] = "Archived", ["word"] = "电工", ["without"] = "true" }, "已进入“归档”");
    }

    [Fact]
    public async Task The_ledger_and_every_backup_are_checked_by_a_button()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains($"完整：读到 {open.Sequence} 条", await Checks([]), StringComparison.Ordinal);
        await admin.Does($"{Base}/archive", "Backup", [], "已备份");
        await admin.Does($"{Base}/archive", "Seal", [], "归档包已做好");
        var page = WebUtility.HtmlDecode(await admin.Read($"{Base}/archive"));
        var (backup, archive) = (Newest("backups", "yindubei-2026*.db"), Newest("archives", "*.zip"));
        foreach (var file in new[] { backup, archive })
        {
            var name = Path.GetFileName(file);
            Assert.Contains($"verify?file={Uri.EscapeDataString(name)}", page, StringComparison.Ordinal);
            Assert.Contains("完整：读到", await Checks(new() { ["file"] = name }), StringComparison.Ordinal);
        }

        var sealedBy = new Dictionary<string, string> { ["file"] = Path.GetFileName(archive), ["print"] = "00112233 44556677" };
        Assert.Contains("不是用指纹为 00112233 44556677 的钥匙签的", await Checks(sealedBy), StringComparison.Ordinal);
        await admin.Does($"{Base}/verify", "Check", new() { ["file"] = "../catalog.db" }, "找不到这份文件");
        using (var supervisor = await host.SignedIn(Role.Supervisor))
        {
            await supervisor.Does($"{Base}/verify", "Check", new() { ["file"] = Path.GetFileName(backup) }, "找不到这份文件"); // the admin's
        }

        await File.WriteAllTextAsync(backup, "damaged");
        var said = await Checks(new() { ["file"] = Path.GetFileName(backup) });
        Assert.Contains("不是", said, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Folder, said, StringComparison.Ordinal);

        Task<string> Checks(Dictionary<string, string> fields) => admin.Weighs($"{Base}/verify", "Check", fields);

        string Newest(string folder, string pattern) =>
            Directory.EnumerateFiles(Path.Combine(host.Folder, folder), pattern).OrderByDescending(File.GetLastWriteTimeUtc).First();
    }

    [Fact]
    public async Task The_committee_nominates_who_takes_part_and_no_judges_employer()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await ConsoleHost.Do(open, "admin:a", new OrganizationDefined(new(new("employer"), "市职业技术学院")));
        using var admin = await host.SignedIn(Role.Admin);
        var page = WebUtility.HtmlDecode(await admin.Read($"{Base}/teams"));
        Assert.DoesNotContain("市职业技术学院", page);
        Assert.Contains(open.Read(s => s.Organizations[s.Entrants.Values.First().Entrant.Organization].Name), page);
    }

    private static string Board(string page) => Regex.Replace(WebUtility.HtmlDecode(page), "<[^>]*>|\\s+", " ", RegexOptions.None, Long);
}
