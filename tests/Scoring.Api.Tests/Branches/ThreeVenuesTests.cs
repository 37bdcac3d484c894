using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Api.Verify;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Tests.Branches;

/// <summary>分会场: one contest marked on several laptops, each with a server and a data folder of its own, and one contest again.</summary>
public sealed class ThreeVenuesTests
{
    private const string Page = "/console/yindubei-2026/branches", Password = "east-gate-2026";

    [Fact]
    public async Task Three_venues_are_one_contest_again_with_the_results_of_a_single_laptop()
    {
        await using var main = await ConsoleHost.Start();
        await using var east = await ConsoleHost.Start();
        await using var west = await ConsoleHost.Start();
        await using var single = await ConsoleHost.Start();
        var (all, whole) = (await main.LoadExample(), await single.LoadExample());
        using var admin = await main.SignedIn(Role.Admin);
        await Lend(admin, "东区", "hy", "qg");
        await Lend(admin, "西区", "hg");
        var (eastAdmin, there) = await Opened(east, await Package(admin, 1));
        using var eastAdminHold = eastAdmin;
        var (westAdmin, far) = await Opened(west, await Package(admin, 2));
        using var westAdminHold = westAdmin;

        // Each changes its own and nothing else.
        Assert.Contains("现在在分会场“东区”比赛", await Refused(all, FirstMark(all, "hy")));
        Assert.Contains("只能改分到这里的", await Refused(there, FirstMark(there, "dg")));
        Assert.Contains("要在主会场的电脑上做", await Refused(there, there.Read(s =>
            new EntrantsRegistered([.. s.Trade(new("hy"))!.Entrants.Select(e => e.Entrant)]))));

        await Mark(all, "dg", "cc");
        await Mark(there, "hy", "qg");
        await Mark(far, "hg");
        await Mark(whole, "dg", "cc", "hy", "qg", "hg");

        // Over the network, in two goes; between them a sheet is returned and marked again, on a version only the branch counts.
        await eastAdmin.Does(Page, "Aim", new() { ["address"] = main.Address.Authority }, "每 10 秒送一次");
        await eastAdmin.Does(Page, "Send", [], "主会场已经收妥");
        Assert.Equal(Totals(whole, "hy", "qg"), Totals(all, "hy", "qg"));
        foreach (var open in (OpenCompetition[])[there, whole])
        {
            await MarkAgain(open, "hy");
            await Violate(open, "qg");
        }

        await Violate(all, "dg");
        await Violate(whole, "dg");
        await eastAdmin.Does(Page, "Close", [], "已经交回");
        Assert.Contains("已经交回主会场，不能再改", await Refused(there, FirstMark(there, "hy")));

        // By file: altered on the way it is refused whole, and the entry named.
        var part = await Part(westAdmin);
        var before = all.Sequence;
        foreach (var (altered, named) in Altered(part))
        {
            Assert.Contains(named, await Taken(admin, altered));
            Assert.Equal(before, all.Sequence);
        }

        Assert.Contains("逐条核对过", await Taken(admin, part));
        Assert.Contains("早已收到", await Taken(admin, part));
        await westAdmin.Does(Page, "Close", [], "已经交回");
        Assert.Contains("已经交回", await Taken(admin, await Part(westAdmin)));

        string[] trades = ["hy", "dg", "qg", "hg", "cc"];
        Assert.Equal(Totals(whole, trades), Totals(all, trades));
        Assert.Equal(Places(whole, trades), Places(all, trades));
        Assert.Equal(2, all.Read(s => s.Entrants.Values.SelectMany(e => e.Violations).Select(v => v.Number).Distinct().Count()));
        var ledger = WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/ledger"));
        Assert.Contains("（分会场 2）", ledger);
        Assert.Contains("分会场交回", ledger);
        await MarkAgain(all, "hg"); // back here, and changed here

        var verified = VerifyLedger.Run(main.Data.FileOf(all.Id));
        Assert.Empty(verified.Findings);
    }

    [Fact]
    public async Task Trades_taken_back_take_nothing_more_and_a_package_opened_twice_is_found()
    {
        await using var main = await ConsoleHost.Start();
        await using var first = await ConsoleHost.Start();
        await using var second = await ConsoleHost.Start();
        var all = await main.LoadExample();
        using var admin = await main.SignedIn(Role.Admin);
        await Lend(admin, "北区", "hg", "cc");
        var package = await Package(admin, 1);
        var (one, marked) = await Opened(first, package);
        using var oneHold = one;
        var (two, other) = await Opened(second, package);
        using var twoHold = two;

        await Mark(marked, "hg");
        await Mark(other, "cc");
        Assert.Contains("逐条核对过", await Taken(admin, await Part(one)));
        Assert.Contains("在两台电脑上打开过", await Taken(admin, await Part(two)));

        await admin.Does(Page, "Recall", new() { ["branch"] = "1", ["reason"] = "那台电脑坏了" }, "已收回");
        await Mark(marked, "cc");
        Assert.Contains("已经收回到主会场", await Taken(admin, await Part(one)));
        Assert.Null(all.Read(s => s.Branches.Of(new("cc"))));
        await Mark(all, "cc"); // goes on here
        Assert.Equal(24, all.Read(s => s.Trade(new("hg"))!.Ranked)); // what came before counts

        var wrong = await two.PostFile("/console/branch-package", "/console/branch-package", "a.branch", package,
            new() { ["password"] = Password });
        Assert.Contains("已经有了", await Says(two, wrong));
        await using var third = await ConsoleHost.Start();
        using var fresh = await third.SignedIn(Role.Admin);
        Assert.Contains("口令不对", await Says(fresh, await fresh.PostFile(
            "/console/branch-package", "/console/branch-package", "a.branch", package, new() { ["password"] = "east-gate-2027" })));
    }

    private static async Task Lend(Browser admin, string name, params string[] trades)
    {
        var page = await admin.Read(Page);
        var answer = await admin.PostPairs($"{Page}?handler=Lend", [
            new("__RequestVerificationToken", Offices.Token(page)), new("Entry", Guid.NewGuid().ToString()), new("name", name),
            .. trades.Select(t => new KeyValuePair<string, string>("trade", t)), new("password", Password), new("again", Password)]);
        Assert.Contains($"已分给“{name}”", await Says(admin, answer));
    }

    private static async Task<byte[]> Package(Browser admin, int branch) =>
        await (await admin.Get($"{Page}?handler=package&branch={branch}")).Content.ReadAsByteArrayAsync();

    private static async Task<(Browser Admin, OpenCompetition Open)> Opened(ConsoleHost host, byte[] package)
    {
        var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.PostFile("/console/branch-package", "/console/branch-package", "x.branch", package,
            new() { ["password"] = Password });
        Assert.Contains("分会场包已打开", await Says(admin, answer));
        return (admin, host.Competitions.Find(new("yindubei-2026"))!);
    }

    private static async Task<byte[]> Part(Browser admin) => await (await admin.Get($"{Page}?handler=part")).Content.ReadAsByteArrayAsync();

    private static async Task<string> Taken(Browser admin, byte[] part) =>
        await Says(admin, await admin.PostFile(Page, $"{Page}?handler=Take", "x.part", part));

    private static async Task<string> Says(Browser browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return WebUtility.HtmlDecode(await browser.Read(answer.Headers.Location!.ToString()));
    }

    private static LedgerEvent FirstMark(OpenCompetition open, string trade) =>
        open.Read(s => MarkedContest.Events(s.Trade(new(trade))!).First(e => e.Event is SheetSubmitted or ModuleMarkEntered).Event);

    private static async Task<string> Refused(OpenCompetition open, LedgerEvent e) =>
        Assert.IsType<Outcome.Refused>(await open.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(e))).Why.Message.ToString();

    private static async Task Mark(OpenCompetition open, params string[] trades)
    {
        foreach (var (actor, e) in open.Read(s => trades.SelectMany(t => MarkedContest.Events(s.Trade(new(t))!)).ToList()))
        {
            await ConsoleHost.Do(open, actor, e);
        }
    }

    // The head judge returns a sheet, and the judge marks it again, based on the version there is.
    private static async Task MarkAgain(OpenCompetition open, string trade)
    {
        var (entrant, module, judge, head) = open.Read(s => (
            from m in s.Trade(new(trade))!.Modules where m.MarkedBy == Role.Judge
            let e = s.Trade(new(trade))!.Entrants[0]
            select (e.Entrant, m.Definition, m.Seats[0].Judge.Id, s.Judges.Values.First(j => j.Seats.Any(x => x.Role == Role.HeadJudge
                && x.Trade.Value == trade)).Id)).First());
        await ConsoleHost.Do(open, $"headJudge:{head}", new SheetReturned(entrant.Id, module.Id, judge, "重看一遍"));
        var outcome = await open.Execute(Guid.NewGuid(), $"judge:{judge}", state =>
        {
            var state0 = state.Entrant(entrant.Id)!;
            return SubmitSheet.Decide(state, judge, new(
                Guid.NewGuid(), new(trade), module.Id, state0.Code!, state0.Entries(module.Id)!.Attempt(1)!.Sheet(judge)!.Version,
                module.Aspects().ToDictionary(a => a.Id, a => a is PointsAspect ? Entry.Of(0) : MarkedContest.Best(a))));
        });
        Assert.IsType<Outcome.Accepted>(outcome);
    }

    private static async Task Violate(OpenCompetition open, string trade)
    {
        var head = open.Read(s => s.Judges.Values.First(j => j.Seats.Any(x => x.Role == Role.HeadJudge && x.Trade.Value == trade)).Id);
        Assert.IsType<Outcome.Accepted>(await open.Execute(Guid.NewGuid(), $"headJudge:{head}", state => RecordViolation.Decide(
            state, new(Role.HeadJudge, head.Value), state.Trade(new(trade))!.Entrants[^1].Entrant.Id,
                state.Trade(new(trade))!.Modules[^1].Definition.Id, "裁判长", "未戴护目镜",
            ViolationOutcome.Deduction, 1m)));
    }

    private static IReadOnlyList<string> Totals(OpenCompetition open, params string[] trades) => open.Read(s =>
        trades.SelectMany(t => s.Trade(new(t))!.Entrants.Select(e => $"{t} {e.Entrant.Name} {e.Result.Total}")).ToList());

    private static IReadOnlyList<string> Places(OpenCompetition open, params string[] trades) => open.Read(s =>
        trades.SelectMany(t => s.Trade(new(t))!.Awards().Rows.Select(r => $"{t} {r}")).ToList());

    // One mark else; one entry gone; another person's name in it; the signature another; half of it.
    private static IEnumerable<(byte[] File, string Named)> Altered(byte[] part)
    {
        var lines = Encoding.UTF8.GetString(part).Split('\n', 3);
        var first = Entries(JsonNode.Parse(lines[2])!).Select((e, i) => (Entry: e, At: i)).First(e =>
            (string?)e.Entry!["type"] == nameof(ModuleMarkEntered));
        var sequence = (long)first.Entry!["sequence"]!;
        yield return (With(entries => entries[first.At]!["payload"] = ((string)first.Entry["payload"]!).Replace("\"mark\":", "\"mark\":1",
            StringComparison.Ordinal)), $"从第 {sequence} 条");
        yield return (With(entries => entries.RemoveAt(first.At)), $"第 {sequence} 条不见了");
        yield return (With(entries => entries[first.At]!["actor"] = "clerk:other"), $"从第 {sequence} 条（clerk:other");
        yield return (Encoding.UTF8.GetBytes($"{lines[0]}\n{(lines[1][0] == 'A' ? 'B' : 'A')}{lines[1][1..]}\n{lines[2]}"), "签名不是分会场“西区”的");
        yield return (part[..(part.Length / 2)], "文件不完整");

        byte[] With(Action<JsonArray> change)
        {
            var body = JsonNode.Parse(lines[2])!;
            change(Entries(body));
            return Encoding.UTF8.GetBytes($"{lines[0]}\n{lines[1]}\n{body.ToJsonString()}");
        }

        static JsonArray Entries(JsonNode body) => body["entries"]!.AsArray();
    }
}
