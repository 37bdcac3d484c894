using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Console;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Security;

/// <summary>动态口令: the admin's phone beside the password, if switched on.</summary>
public sealed class SecondFactorTests
{
    [Fact]
    public async Task An_admin_who_switched_it_on_needs_the_phone_too_and_each_code_once()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.Start(clock);
        using var admin = await host.SignedIn(Role.Admin);
        const string Page = "/console/password";
        var answer = await admin.Post(Page, new() { ["current"] = ConsoleHost.Password }, $"{Page}?handler=Factor");
        var shown = await answer.Content.ReadAsStringAsync();
        var found = Regex.Match(shown, "<code>(?<secret>[A-Z2-7]{32})</code>", RegexOptions.None, TimeSpan.FromSeconds(5));
        var secret = found.Groups["secret"].Value;
        await admin.Post(Page, new() { ["code"] = "000000" }, $"{Page}?handler=Confirm");
        Assert.False(host.App.Services.GetRequiredService<SecondFactor>().IsOn(nameof(Role.Admin)));
        await admin.Post(Page, new() { ["code"] = Code(secret, clock) }, $"{Page}?handler=Confirm");
        Assert.True(host.App.Services.GetRequiredService<SecondFactor>().IsOn(nameof(Role.Admin)));

        using var other = host.NewBrowser();
        var asked = await other.SignIn(nameof(Role.Admin), ConsoleHost.Password);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Contains("name=\"code\"", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(other, "12345")).StatusCode);
        var code = Code(secret, clock);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(other, code)).StatusCode);
        using var overheard = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignIn(overheard, code)).StatusCode); // used
        await host.Restart();
        clock.Advance(TimeSpan.FromMinutes(10));
        using var later = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(later, Code(secret, clock))).StatusCode);
        await later.Post(Page, new() { ["current"] = ConsoleHost.Password }, $"{Page}?handler=FactorOff");
        using var last = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await last.SignIn(nameof(Role.Admin), ConsoleHost.Password)).StatusCode);

        static Task<HttpResponseMessage> SignIn(Browser browser, string code) =>
            browser.Post("/console/login", new() { ["login"] = nameof(Role.Admin), ["password"] = ConsoleHost.Password, ["code"] = code });
    }

    [Fact]
    public async Task A_second_signature_of_theirs_needs_the_phone_too()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.Start(clock);
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("song", Role.HeadJudge, open);
        const string Page = "/console/yindubei-2026/publish/dg";
        Assert.DoesNotContain(SecondPerson.CodeField, await head.Read(Page), StringComparison.Ordinal);
        var factor = host.App.Services.GetRequiredService<SecondFactor>();
        var secret = factor.Begin(nameof(Role.Admin));
        Assert.True(factor.Confirm(nameof(Role.Admin), Code(secret, clock)));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(SecondPerson.CodeField, await head.Read(Page), StringComparison.Ordinal);

        var form = new Dictionary<string, string>
        {
            ["to"] = "Scoring", ["reason"] = "补评", ["secondLogin"] = nameof(Role.Admin), ["secondPassword"] = ConsoleHost.Password,
        };
        await head.Does(Page, "Back", new(form), "第二人：这个账号开通了动态口令");
        await head.Does(Page, "Back", new(form) { [SecondPerson.CodeField] = "000000" }, "第二人：动态口令不对");
        await head.Does(Page, "Back", new(form) { [SecondPerson.CodeField] = Code(secret, clock) }, "已退回“评分”");
        await open.InPhase(Phase.Review);
        await head.Does(Page, "Back", new(form) { [SecondPerson.CodeField] = Code(secret, clock) }, "不对或已用过");
        Assert.DoesNotContain(Code(secret, clock), await head.Read(Page), StringComparison.Ordinal);
    }

    [Theory] // RFC 6238, appendix B, the last six digits
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_what_the_standard_says(long seconds, string code) =>
        Assert.Equal(code, SecondFactor.Code("12345678901234567890"u8.ToArray(), seconds / 30));

    private static string Code(string base32, TimeProvider clock)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2));
        return SecondFactor.Code([.. key], clock.GetUtcNow().ToUnixTimeSeconds() / 30);
    }
}
