using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Console;
using Scoring.Api.Hubs;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A form sent twice, by a double click or by a refresh of the answer, is carried out once; refused, it may be sent
/// again.</summary>
public sealed partial class SentFormTests
{
    private const string Base = "/console/yindubei-2026";

    /// <summary>Every page of the console that needs no more in its address than a contest and a trade.</summary>
    internal static IEnumerable<string> Pages =>
        Routes.Table.Keys.Where(k => k.StartsWith("console", StringComparison.Ordinal) && k.EndsWith(" get", StringComparison.Ordinal))
        .Select(k => "/" + k[..^4].Replace("{competition}", "yindubei-2026", StringComparison.Ordinal)
            .Replace("{trade?}", "dg", StringComparison.Ordinal))
        .Where(p => !p.Contains('{', StringComparison.Ordinal) && !p.EndsWith("logout", StringComparison.Ordinal));

    [Fact]
    public async Task Every_form_of_every_page_carries_an_id_of_its_own()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var seen = 0;
        foreach (var page in Pages)
        {
            var html = await (await admin.Get(page)).Content.ReadAsStringAsync();
            foreach (Match form in PostedForms().Matches(html))
            {
                Assert.True(form.Value.Contains("name=\"FormId\"", StringComparison.Ordinal), $"{page}: {form.Value.Split('>')[0]}");
                seen++;
            }
        }

        Assert.True(seen > 60, $"only {seen} forms seen");
    }

    [Fact]
    public async Task What_is_not_an_entry_of_the_ledger_is_done_once_too()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var messages = host.App.Services.GetRequiredService<TabletMessages>();
        await Once(admin, $"{Base}/messages", "Send", new() { ["to"] = "all", ["text"] = "11:30 到裁判室" }, () =>
            messages.Of(open.Id).Count, "已发给全体裁判");
        await Once(admin, $"{Base}/archive", "Backup", [], () => Directory.EnumerateFiles(host.Data.Backups, "*.db").Count(), "已备份");
        await Once(admin, "/console/competitions", "Template", new() { ["template"] = "union", ["name"] = "另一场比赛", ["key"] = "another" },
            () => host.Competitions.All.Count, null);
        await Once(
            admin, "/console/competitions", "Clone",
                new() { ["source"] = open.Id.Value, ["name"] = "明年", ["key"] = "next-year", ["prefix"] = "NEXT" }, () =>
                host.Competitions.All.Count, null);
        var backup = Path.GetFileName(Directory.EnumerateFiles(host.Data.Backups, "yindubei-2026*.db").First());
        await Once(admin, $"{Base}/archive", "Restore", new() { ["file"] = backup, ["key"] = "back-again" }, () =>
            host.Competitions.All.Count, "已恢复为新比赛");
        await Once(
            admin, "/console/accounts", "Create",
                new() { ["login"] = "luru", ["name"] = "何录入", ["role"] = "Clerk", ["scope"] = "yindubei-2026" }, () =>
                host.Accounts.All().Count, "没有再做一遍");
        var judge = open.Read(s => s.Judges.Values.First(j => j.Seats.Any(x => x.Role == Role.Judge)).Id.Value);
        await Once(admin, $"{Base}/devices", "Code", new() { ["judge"] = judge }, () => Entries<PairingCodeMade>(open), "没有再做一遍");
    }

    [Fact]
    public async Task Two_at_the_same_moment_are_one_and_both_hear_the_same()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var token = Offices.Token(await admin.Read($"{Base}/archive"));
        Dictionary<string, string> Form() => new() { [SentForms.Field] = "double-click", ["__RequestVerificationToken"] = token };
        var before = Directory.EnumerateFiles(host.Data.Backups, "*.db").Count();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => admin.PostBare($"{Base}/archive?handler=Backup", Form())));
        Assert.All(answers, a =>
            Assert.Equal((HttpStatusCode.Redirect, $"{Base}/archive"), (a.StatusCode, a.Headers.Location!.ToString())));
        Assert.Equal(before + 1, Directory.EnumerateFiles(host.Data.Backups, "*.db").Count());
        Assert.NotNull(open);
    }

    [Fact]
    public async Task Refused_or_with_other_words_or_by_somebody_else_it_is_another_form()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var messages = host.App.Services.GetRequiredService<TabletMessages>();
        Dictionary<string, string> Form(string text, string to = "t:dg") =>
            new() { [SentForms.Field] = "same", ["to"] = to, ["text"] = text };
        await admin.Does($"{Base}/messages", "Send", Form("", "all"), "消息请写 1 至");
        await admin.Does($"{Base}/messages", "Send", Form("", "all"), "消息请写 1 至");
        await admin.Does($"{Base}/messages", "Send", Form("甲"), "已发给");
        await admin.Does($"{Base}/messages", "Send", Form("乙"), "已发给");
        await head.Does($"{Base}/messages", "Send", Form("甲"), "已发给");
        Assert.Equal(3, messages.Of(open.Id).Count);
    }

    private static async Task Once(Browser browser, string page, string handler, Dictionary<string, string> fields, Func<int> count,
        string? says)
    {
        var before = count();
        fields[SentForms.Field] = Guid.NewGuid().ToString("N");
        var to = $"{page}?handler={handler}";
        await browser.Post(page, fields, to);
        Assert.True(count() == before + 1, $"{handler} did nothing");
        var again = await browser.Post(page, fields, to);
        Assert.True(count() == before + 1, $"{handler} was done twice");
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var said = WebUtility.HtmlDecode(await browser.Read(again.Headers.Location!.ToString())); // a redirect names its place
        Assert.True(says is null || said.Contains(says, StringComparison.Ordinal), $"{handler} did not say {says}");
    }

    private static int Entries<T>(Scoring.Api.Ledger.OpenCompetition open) where T : LedgerEvent =>
        Enumerable.Range(1, (int)open.Sequence).Count(n => EventTypes.Read(open.EntryAt(n)!) is T);

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex PostedForms();
}
