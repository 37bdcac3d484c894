using System.Net;
using Scoring.Api.Console;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Security;

/// <summary>Every step of the console that two sign × everyone who may not be the second (R-A2, R-D1, R-D2, R-D5). A page that asks for a second person and is not in the table fails.</summary>
public sealed class SecondSignatureTests
{
    private sealed record Step(string Page, string Handler, Dictionary<string, string> Fields, bool Weighed = false);

    private static readonly TradeId Dg = MarkedContest.Dg;

    private static Dictionary<string, Step> Steps(string code, string theory) => new(StringComparer.Ordinal)
    {
        ["SheetsModel"] = new("/console/yindubei-2026/sheets/dg?module=A", "Reopen", new() { ["reason"] = "漏评" }),
        ["PublishModel"] = new("/console/yindubei-2026/publish/dg", "Back", new() { ["to"] = "Scoring", ["reason"] = "补评" }),
        ["ReviewModel"] = new("/console/yindubei-2026/review/dg", "Sign", []),
        ["CorrectModel"] = new($"/console/yindubei-2026/correct/dg/{theory}/{code}", "Apply", new() { ["mark"] = "60", ["reason"] = "看错一位" }, Weighed: true),
    };

    /// <summary>Pages whose own tests try a stranger: they answer with the form, not with a redirect.</summary>
    private static readonly string[] Elsewhere = ["ChangesModel", "ContestSettingsModel", "MendModel"];

    [Fact]
    public void Every_page_that_asks_for_a_second_person_is_in_the_table() => Assert.Equal(
        Steps("", "").Keys.Concat(Elsewhere).Order(StringComparer.Ordinal),
        typeof(SecondPerson).Assembly.GetTypes()
            .Where(t => typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(t) && t.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(SecondPerson)))).Select(t => t.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nobody_signs_second_but_who_holds_the_office_in_this_contest()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        foreach (var role in new[] { Role.HeadJudge, Role.Supervisor })
        {
            host.Accounts.Create(new NewAccount($"other-{role}", "别场", role, new("other-2026")), ConsoleHost.Password);
            host.Accounts.Create(new NewAccount($"none-{role}", "无场", role), ConsoleHost.Password);
            host.Accounts.Create(new NewAccount($"trade-{role}", "别的工种", role, open.Id, null, [new("qg")]), ConsoleHost.Password);
            host.Accounts.Create(new NewAccount($"gone-{role}", "停用", role, open.Id, null, [Dg]), ConsoleHost.Password);
            host.Accounts.SetDisabled($"gone-{role}", disabled: true);
        }

        var (code, theory) = open.Read(s => (
            s.Entrant(s.Trade(Dg)!.Standings().Rows[0].Result.Entrant)!.Code!, s.Trade(Dg)!.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id.Value));
        foreach (var (name, step) in Steps(code, theory))
        {
            foreach (var who in new[] { "other", "none", "trade", "gone" }.SelectMany(w => new[] { $"{w}-HeadJudge", $"{w}-Supervisor" }).Append("cpz"))
            {
                var before = open.Sequence;
                var said = await Sign(head, step, who);
                Assert.True(before == open.Sequence, $"{name} took the signature of {who}");
                Assert.True(said.Contains("不能为这场比赛", StringComparison.Ordinal) || said.Contains("账号或密码不对", StringComparison.Ordinal) || said.Contains("同一个人", StringComparison.Ordinal), $"{name} with {who} did not say why");
            }
        }
    }

    private static async Task<string> Sign(Browser head, Step step, string second)
    {
        var fields = new Dictionary<string, string>(step.Fields) { ["secondLogin"] = second, ["secondPassword"] = ConsoleHost.Password, ["Entry"] = Guid.NewGuid().ToString() };
        if (step.Weighed)
        {
            fields["version"] = Offices.Field(await head.Read(step.Page), "version");
            fields["seen"] = Offices.Seen(await head.Weighs(step.Page, step.Handler, fields));
            return await head.Weighs(step.Page, step.Handler, fields);
        }

        var answer = await head.Post(step.Page, fields, to: $"{step.Page}{(step.Page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={step.Handler}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return WebUtility.HtmlDecode(await head.Read(answer.Headers.Location!.ToString())); // a redirect names its place
    }
}
