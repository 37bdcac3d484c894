using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Organizer;

/// <summary>One entrant of the list mended where it stands, without a list of one row.</summary>
public sealed class OneEntrantTests
{
    private const string Page = "/console/yindubei-2026/entrants";

    [Fact]
    public async Task A_name_an_organization_and_a_phone_are_mended_and_the_rest_stays()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var before = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        var seal = host.App.Services.GetRequiredService<PersonalSeal>();
        var had = seal.Open(open.Id, before.Sealed);
        Assert.Contains($"at={before.Id}", await admin.Read(Page));
        var form = FormTests.FormOf(await admin.Read($"{Page}?at={before.Id}"), "Edit");
        (form["Name"], form["Organization"], form["Phone"]) = ("改 对了", "一个新的单位有限公司", "13900000001");
        await admin.Does(Page, "Edit", form, "已保存");
        var after = open.Read(s => s.Entrant(before.Id)!.Entrant);
        Assert.Equal("改对了", after.Name);
        Assert.Equal("一个新的单位有限公司", open.Read(s => s.Organizations[after.Organization].Name));
        Assert.Equal("13900000001", seal.Open(open.Id, after.Sealed)!.Phone);
        Assert.Equal(had?.IdNumber, seal.Open(open.Id, after.Sealed)!.IdNumber);
        Assert.Equal(before with { Name = after.Name, Organization = after.Organization, Sealed = after.Sealed }, after);

        // Opened and saved, nothing happens.
        var sequence = open.Sequence;
        await admin.Does(Page, "Edit", FormTests.FormOf(await admin.Read($"{Page}?at={before.Id}"), "Edit"), "没有改动");
        Assert.Equal(sequence, open.Sequence);
    }

    [Theory]
    [InlineData("Name", "选?手", "note bad")]
    [InlineData("IdNumber", "110101199001010011", "note bad")]
    [InlineData("ExamNumber", "{other}", "已经是")]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays(string field, string typed, string says)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var (one, other) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant, s.Trade(MarkedContest.Dg)!.Entrants[1].Entrant));
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([other with { ExamNumber = "2027DG77" }]));
        var form = FormTests.FormOf(await admin.Read($"{Page}?at={one.Id}"), "Edit");
        form[field] = typed.Replace("{other}", "2027DG77", StringComparison.Ordinal);
        form["Grade"] = "高级工";
        var sequence = open.Sequence;
        var refused = await admin.Does(Page, "Edit", form, says);
        Assert.Equal(sequence, open.Sequence);
        Assert.Contains(FormTests.Kept(refused), f => f is ["Grade", "高级工"]);
    }

    [Fact]
    public async Task Two_people_at_one_entrant_and_an_entrant_whose_marks_are_in_review()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        host.Accounts.Create(new NewAccount("second", "乙", Role.Admin), ConsoleHost.Password);
        using var second = host.NewBrowser();
        await second.SignIn("second", ConsoleHost.Password);
        var id = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id);
        var mine = FormTests.FormOf(await admin.Read($"{Page}?at={id}"), "Edit");
        var theirs = FormTests.FormOf(await second.Read($"{Page}?at={id}"), "Edit");
        (mine["Grade"], theirs["Name"]) = ("特级技师", "后来的");
        await admin.Does(Page, "Edit", mine, "已保存");
        await second.Does(Page, "Edit", theirs, "已经改过这里");

        await open.InPhase(Phase.Review);
        Assert.DoesNotContain($"at={id}", await admin.Read(Page));
        Dictionary<string, string> late = new() { ["at"] = id.Value, ["Name"] = "太晚", ["Organization"] = "甲" };
        var answer = await admin.Post(Page, late, to: $"{Page}?handler=Edit");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("更正姓名单位", WebUtility.HtmlDecode(await admin.Read(answer.Headers.Location!.ToString())));
        Assert.NotEqual("太晚", open.Read(s => s.Entrant(id)!.Entrant.Name));
    }
}
