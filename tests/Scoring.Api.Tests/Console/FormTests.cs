using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A form loses nothing: not to somebody who saved before, not to a refusal, not to a session that ended.</summary>
public sealed partial class FormTests
{
    private const string Base = "/console/yindubei-2026";

    [Fact]
    public async Task The_later_of_two_people_in_the_settings_sees_what_the_earlier_changed_and_nothing_of_it_is_undone()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var first = await host.SignedIn(Role.Admin);
        using var second = await Second(host);
        var page = $"{Base}/settings/dg";
        var (mine, theirs) = (FormOf(await first.Read(page), "Save"), FormOf(await second.Read(page), "Save"));
        var days = mine["PublicityDays"];
        Assert.NotEqual("3", days);
        mine["PublicityDays"] = "3";
        mine["Aliases"] = "维修电工";
        await first.Does(page, "Save", mine, "工种设置已保存");

        theirs["StartsAt"] = "07:15";
        var refused = await second.Weighs(page, "Save", theirs);
        Assert.Contains("Admin 已经改过这里", refused);
        Assert.Contains($"公示工作日：{days} 改为 3", refused);
        Assert.Contains("别名：", refused);
        var merged = FormOf(refused, "Save");
        Assert.Equal(("3", "维修电工", "07:15"), (merged["PublicityDays"], merged["Aliases"], merged["StartsAt"]));
        Assert.NotEqual(new TimeOnly(7, 15), open.Read(s => s.Trade(MarkedContest.Dg)!.Definition.StartsAt));

        await second.Does(page, "Save", merged, "工种设置已保存");
        var after = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        Assert.Equal((3, new TimeOnly(7, 15)), (after.PublicityDays, after.StartsAt));
        Assert.Equal(["维修电工"], after.Aliases!);
    }

    [Theory]
    [InlineData("definition/dg?at=m:A", "Module", "Name")]
    [InlineData("definition/dg?at=a:A:{aspect}", "Aspect", "Text")]
    [InlineData("people?at={judge}", "Save", "Title")]
    [InlineData("teams", "Save", "Name")]
    public async Task A_form_opened_before_somebody_elses_change_is_refused_and_keeps_its_words(string where, string handler, string field)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var first = await host.SignedIn(Role.Admin);
        using var second = await Second(host);
        var (aspect, judge) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Definition.Aspects().First().Id.Value, s.Judges.Keys.First().Value));
        var page = $"{Base}/{where.Replace("{aspect}", aspect, StringComparison.Ordinal).Replace("{judge}", judge, StringComparison.Ordinal)}";
        var (mine, theirs) = (FormOf(await first.Read(page), handler), FormOf(await second.Read(page), handler));
        (mine[field], theirs[field], mine["reason"], theirs["reason"]) = ("先改的", "后改的", "名册有误", "名册有误");
        await first.Does(page, handler, mine, "已保存");
        var saved = open.Sequence;
        var refused = await second.Does(page, handler, theirs, "已经改过这里");
        Assert.Equal(saved, open.Sequence);
        Assert.Contains(Kept(refused), f => f[0] == field && f[1] == "后改的");
        Assert.Contains("先改的", refused);
    }

    [Fact]
    public async Task A_refused_dialog_keeps_every_word_and_no_password()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var officer = await host.Office("jm", Role.CodingOfficer, open);
        var id = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id.Value);
        var kept = Kept(await officer.Does($"{Base}/changes/dg", "Substitute", new() { ["entrant"] = id, ["name"] = "钱七", ["idNumber"] = "110101199001010011", ["phone"] = "13800000000", ["reason"] = "骨折" }, "note bad"));
        Assert.Equal(["entrant", "name", "idNumber", "phone", "reason"], kept.Select(f => f[0]));
        Assert.Contains(kept, f => f[1] == "110101199001010011");

        using var admin = await host.SignedIn(Role.Admin);
        kept = Kept(await admin.Weighs("/console/accounts", "Create", new() { ["login"] = "jm", ["name"] = "新来的", ["role"] = "Clerk", ["password"] = "another-secret-9" }));
        Assert.Contains(kept, f => f is ["name", "新来的"]);
        Assert.DoesNotContain(kept, f => f[1].Contains("secret", StringComparison.Ordinal));

        kept = Kept(await admin.Does($"{Base}/appeals", "File", new() { ["code"] = "没有的代号", ["trade"] = "dg", ["leader"] = "领队甲", ["text"] = "时间记错" }, "note bad"));
        Assert.Contains(kept, f => f is ["text", "时间记错"]);

        // Shown once: the next look at the page is an empty form.
        Assert.DoesNotContain("id=\"kept\"", await admin.Read($"{Base}/appeals"));
    }

    [Fact]
    public async Task A_form_sent_after_the_session_ended_goes_on_after_the_sign_in()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/settings/dg";
        var form = FormOf(await admin.Read(page), "Save");
        form["PublicityDays"] = "9";
        foreach (Cookie cookie in admin.Cookies.GetCookies(host.Address))
        {
            cookie.Expired = cookie.Name == "scoring.console";
        }

        var answer = await admin.PostBare($"{page}?handler=Save", form);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("登录已过期", html);
        var resume = Offices.Field(html, "resume");

        // A wrong password loses nothing.
        html = WebUtility.HtmlDecode(await (await admin.PostBare("/console/login", new() { ["login"] = "Admin", ["password"] = "wrong", ["resume"] = resume, ["__RequestVerificationToken"] = Offices.Token(html) })).Content.ReadAsStringAsync());
        Assert.Equal(resume, Offices.Field(html, "resume"));
        html = WebUtility.HtmlDecode(await (await admin.PostBare("/console/login", new() { ["login"] = "Admin", ["password"] = ConsoleHost.Password, ["resume"] = resume, ["__RequestVerificationToken"] = Offices.Token(html) })).Content.ReadAsStringAsync());
        Assert.Contains("接着保存", html);
        var again = FormOf(html, "Save");
        Assert.Equal("9", again["PublicityDays"]);
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostBare($"{page}?handler=Save", again)).StatusCode);
        Assert.Equal(9, open.Read(s => s.Trade(MarkedContest.Dg)!.Definition.PublicityDays));
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_carried_through_the_sign_in()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var stranger = host.NewBrowser();
        var answer = await stranger.PostBare($"{Base}/settings/dg?handler=Save", new() { ["PublicityDays"] = "9" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", Offices.Field(await answer.Content.ReadAsStringAsync(), "resume"));
    }

    [Fact]
    public async Task Whatever_is_refused_is_a_page_in_Chinese()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var clerk = await host.SignedIn(Role.Clerk);
        await Says(clerk.Get($"{Base}/settings/dg"), HttpStatusCode.Forbidden, "这个账号不能做这一步");
        await Says(clerk.Post("/console/password", [], to: $"{Base}/settings/dg?handler=Save"), HttpStatusCode.Forbidden, "这个账号不能做这一步");
        await Says(clerk.PostBare("/console/password", new() { ["old"] = "x" }), HttpStatusCode.BadRequest, "这张表已经失效");
        await Says(clerk.Get("/console/answer?answered=500"), HttpStatusCode.InternalServerError, "系统出了错");
    }

    private static async Task Says(Task<HttpResponseMessage> asked, HttpStatusCode status, string words)
    {
        var answer = await asked;
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<Browser> Second(ConsoleHost host)
    {
        host.Accounts.Create(new NewAccount("second", "乙", Role.Admin), ConsoleHost.Password);
        var browser = host.NewBrowser();
        await browser.SignIn("second", ConsoleHost.Password);
        return browser;
    }

    /// <summary>Names and values of the refused form, as the page has them for its script.</summary>
    internal static IReadOnlyList<string[]> Kept(string page) =>
        JsonSerializer.Deserialize<List<string[]>>(KeptFields().Match(page).Groups["fields"].Value) ?? throw new InvalidOperationException("nothing was kept");

    /// <summary>What a browser would send of the form with that handler.</summary>
    internal static Dictionary<string, string> FormOf(string page, string handler)
    {
        var form = Forms().Matches(page).Select(m => m.Value).First(f => f.Split('>')[0].Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Inputs().Matches(form))
        {
            var tag = input.Value;
            if (!tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) || tag.Contains(" checked", StringComparison.Ordinal))
            {
                Add(fields, Attribute(tag, "name"), Attribute(tag, "value"));
            }
        }

        foreach (Match area in Areas().Matches(form))
        {
            Add(fields, area.Groups["name"].Value, area.Groups["text"].Value);
        }

        foreach (Match select in Selects().Matches(form))
        {
            var chosen = Chosen().Match(select.Groups["options"].Value);
            Add(fields, select.Groups["name"].Value, chosen.Success ? chosen.Groups["value"].Value : Attribute(select.Groups["options"].Value, "value"));
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string name, string value)
    {
        var text = WebUtility.HtmlDecode(value);
        if (name.Length == 0)
        {
            return;
        }

        // Many of one name are a list: numbered from 0, as the server reads one.
        if (fields.Remove(name, out var first))
        {
            fields[$"{name}[0]"] = first;
        }

        var before = fields.Keys.Count(k => k.StartsWith(name + "[", StringComparison.Ordinal));
        fields[before == 0 ? name : $"{name}[{before}]"] = text;
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"(?<v>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["v"].Value;

    [GeneratedRegex("data-fields=\"(?<fields>\\[.*\\])\"></template>", RegexOptions.None, 1000)]
    private static partial Regex KeptFields();

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<textarea[^>]*name=\"(?<name>[^\"]*)\"[^>]*>(?<text>[^<]*)</textarea>", RegexOptions.None, 1000)]
    private static partial Regex Areas();

    [GeneratedRegex("<select[^>]*name=\"(?<name>[^\"]*)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline, 1000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*value=\"(?<value>[^\"]*)\"[^>]*selected", RegexOptions.None, 1000)]
    private static partial Regex Chosen();
}
