using System.Net;
using System.Text.RegularExpressions;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>People of the office at their browsers: they open a page, send its form and read what it says.</summary>
public static partial class Offices
{
    public static async Task<Browser> Office(this ConsoleHost host, string login, Role role, OpenCompetition open, params TradeId[] trades)
    {
        host.Accounts.Create(new NewAccount(login, login, role, open.Id, null, trades.Length == 0 ? [MarkedContest.Dg] : trades), ConsoleHost.Password);
        var browser = host.NewBrowser();
        await browser.SignIn(login, ConsoleHost.Password);
        return browser;
    }

    /// <summary>Posts and reads what the page it leads to says.</summary>
    public static async Task<string> Does(this Browser browser, string page, string handler, Dictionary<string, string> fields, string says)
    {
        var answer = await browser.Post(page, fields, to: $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        while (answer.StatusCode == HttpStatusCode.Redirect)
        {
            answer = await browser.Get(answer.Headers.Location!.ToString());
        }

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(says, html);
        return html;
    }

    /// <summary>Posts a step that is shown with its effect first; answers the page with the effect.</summary>
    public static async Task<string> Weighs(this Browser browser, string page, string handler, Dictionary<string, string> fields)
    {
        var answer = await browser.Post(page, fields, to: $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {answer.Headers.Location}");
        return WebUtility.HtmlDecode(html);
    }

    /// <summary>The fingerprint of the effect on a page that shows one.</summary>
    public static string Seen(string page) => SeenField().Match(page) is { Success: true } match ? match.Groups["seen"].Value : "";

    /// <summary>The value of a hidden field of a page.</summary>
    public static string Field(string page, string name) => Regex.Match(page, $"name=\"{name}\"[^>]*? value=\"(?<value>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    /// <summary>The form's token of a page.</summary>
    public static string Token(string page) => Regex.Match(page, "__RequestVerificationToken\" type=\"hidden\" value=\"(?<value>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    public static async Task InPhase(this OpenCompetition open, Phase phase) =>
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, phase));

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[0-9a-f]+)\"", RegexOptions.None, 1000)]
    private static partial Regex SeenField();
}
