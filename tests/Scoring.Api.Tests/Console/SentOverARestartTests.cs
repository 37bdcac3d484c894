using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Console;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A form sent twice is one entry of the ledger although the server was started anew between the two.</summary>
public sealed class SentOverARestartTests
{
    private const string Base = "/console/yindubei-2026";

    private static readonly CompetitionId Contest = new("yindubei-2026");

    [Fact]
    public async Task Whatever_a_form_appends_the_ledger_takes_once()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        host.Accounts.Create(new NewAccount("luru", "何录入", Role.Clerk, Contest), ConsoleHost.Password);
        var judge = open.Read(s => s.Judges.Values.First(j => j.Seats.Any(x => x.Role == Role.Judge)).Id.Value);
        var organization = open.Read(s => s.Organizations.Values.First().Id.Value);
        (string Page, string Handler, Dictionary<string, string> Fields)[] forms =
        [
            ("contest", "Save", new() { ["Name"] = "改名一次", ["TradeWord"] = "赛项" }),
            ("people", "Recuse", new() { ["judge"] = judge, ["organization"] = organization }),
            ("devices", "Code", new() { ["judge"] = judge }),
            ("road", "Draw", new() { ["stations"] = "true" }),
            ("draw/dg", "Machine", new() { ["layer"] = "1", ["reason"] = "重抽" }),
            ("settings", "New", new() { ["Name"] = "钳工二组", ["Key"] = "qg2", ["Code"] = "QG2" }),
        ];
        var sent = new List<(string To, Dictionary<string, string> Fields)>();
        foreach (var (page, handler, fields) in forms)
        {
            var before = Now().Sequence;
            fields[SentForms.Field] = Guid.NewGuid().ToString("N");
            await admin.Post($"{Base}/{page}", fields, $"{Base}/{page}?handler={handler}");
            if (Now().Sequence > before)
            {
                sent.Add(($"{Base}/{page}?handler={handler}", fields));
            }
        }

        var reset = new Dictionary<string, string> { ["login"] = "luru", [SentForms.Field] = "reset-once" };
        await admin.Post("/console/accounts", reset, "/console/accounts?handler=Disable");
        sent.Add(("/console/accounts?handler=Disable", reset));
        Assert.True(sent.Count >= 5, $"only {string.Join(' ', sent.Select(s => s.To))} did something");
        var (last, head) = (Now().Sequence, Now().HeadHash);
        await host.Restart();
        foreach (var (to, fields) in sent)
        {
            await admin.PostBare(to, fields);
            Assert.True(Now().Sequence == last, $"{to} was carried out twice");
        }

        Assert.Equal(head, Now().HeadHash);

        OpenCompetition Now() => host.Competitions.Find(Contest)!;
    }

    [Fact]
    public async Task A_list_of_new_trades_is_made_once_and_a_power_once_taken_back_is_not_given_again_by_an_old_form()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        host.Accounts.Create(new NewAccount("luru", "何录入", Role.Clerk, Contest), ConsoleHost.Password);
        host.Accounts.SetDisabled("luru", disabled: true);
        var enable = new Dictionary<string, string> { ["login"] = "luru", [SentForms.Field] = "enable-once" };
        await admin.Post("/console/accounts", enable, "/console/accounts?handler=Enable");
        Assert.False(host.Accounts.Find("luru")!.Disabled);
        host.Accounts.SetDisabled("luru", disabled: true);
        var trades = new Dictionary<string, string> { [SentForms.Field] = "trades-once" };
        var list = Encoding.UTF8.GetBytes("姓名,单位,工种\n张三,甲厂,雕刻工\n李四,乙厂,陶艺工\n");
        await admin.PostFile($"{Base}/road", $"{Base}/road?handler=Trades", "名单.csv", list, trades);
        var last = open.Sequence;
        Assert.Equal(2, open.Read(s => s.TradesInOrder.Count(t => t.Definition.Name is "雕刻工" or "陶艺工")));

        await host.Restart();
        var answer = await admin.PostBare("/console/accounts?handler=Enable", enable);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True(host.Accounts.Find("luru")!.Disabled, "an old form gave a power back without an entry");
        await admin.PostFile($"{Base}/road", $"{Base}/road?handler=Trades", "名单.csv", list, trades);
        Assert.Equal(last, host.Competitions.Find(Contest)!.Sequence);
    }

    [Theory]
    [InlineData("Template", "template=union;name=第一届“试试杯”")]
    [InlineData("Clone", "source=yindubei-2026;name=第十届“殷都杯”;prefix=NEXT")]
    [InlineData("Practice", "")]
    [InlineData("Practice", "of=yindubei-2026")]
    public async Task A_contest_is_made_once_although_its_key_was_left_to_the_program(string handler, string typed)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var form = typed.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1]);
        form[SentForms.Field] = "once";
        var first = await admin.Post("/console/competitions", form, $"/console/competitions?handler={handler}");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(2, host.Competitions.All.Count);
        await host.Restart();
        var again = await admin.PostBare($"/console/competitions?handler={handler}", form);
        Assert.Equal(2, host.Competitions.All.Count);
        Assert.Equal(first.Headers.Location!.ToString(), again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_message_reaches_the_tablets_once()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var form = new Dictionary<string, string> { ["to"] = "all", ["text"] = "11:30 到裁判室", [SentForms.Field] = "once" };
        await admin.Post($"{Base}/messages", form, $"{Base}/messages?handler=Send");
        await host.Restart();
        await admin.PostBare($"{Base}/messages?handler=Send", form);
        Assert.Single(host.App.Services.GetRequiredService<Api.Hubs.TabletMessages>().Of(Contest));
    }

    [Theory]
    [InlineData("Codes")]
    [InlineData("Accounts")]
    public async Task What_was_printed_for_the_judges_is_not_made_void_by_the_form_that_printed_it(string handler)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var form = FormTests.FormOf(await admin.Read($"{Base}/road"), handler);
        var slips = await admin.PostBare($"{Base}/handouts?handler={handler}", form);
        Assert.Equal(HttpStatusCode.OK, slips.StatusCode);
        var printed = Printed(host);
        Assert.NotEmpty(printed);
        await host.Restart();
        var answer = await admin.PostBare($"{Base}/handouts?handler={handler}", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(printed, Printed(host));

        // The road knows by now, asks, and says how many will be void.
        var road = WebUtility.HtmlDecode(await admin.Read($"{Base}/road"));
        Assert.Contains($"有 <b>{printed.Count}</b> 个", road);
        Assert.Contains("旧的作废，重印", road);
        var reprinted = await admin.PostBare($"{Base}/handouts?handler={handler}", FormTests.FormOf(road, handler));
        Assert.Equal(HttpStatusCode.OK, reprinted.StatusCode);
        Assert.Empty(Printed(host).Intersect(printed));

        IReadOnlyList<string> Printed(ConsoleHost at)
        {
            var open = at.Competitions.Find(Contest)!;
            var all = at.App.Services.GetRequiredService<Api.Console.Contest.PrintedHandOuts>();
            return handler == "Codes" ? all.Codes(open) : all.Links(open);
        }
    }

    /// <summary>Who makes an id up for an entry loses the promise above.</summary>
    [Fact]
    public void No_form_of_the_console_makes_an_entrys_id_up()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "scoring.sln")))
        {
            folder = Path.GetDirectoryName(folder)!; // the tests run inside the repository
        }

        var wrong = Directory.EnumerateFiles(Path.Combine(folder, "Scoring.Api", "Console"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("Execute(Guid.NewGuid()", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.Empty(wrong);
    }
}
