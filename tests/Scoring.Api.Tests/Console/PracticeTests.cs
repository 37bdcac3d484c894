using System.Net;
using Scoring.Core.Files;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A contest to play with cannot be taken for the real one.</summary>
public sealed class PracticeTests
{
    [Fact]
    public async Task A_practice_contest_says_so_everywhere_and_counts_nowhere()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var made = await admin.Post("/console/competitions", [], to: "/console/competitions?handler=Practice");
        Assert.Equal("/console/lianxi/road", made.Headers.Location!.ToString());
        var page = WebUtility.HtmlDecode(await admin.Read("/console/lianxi/road"));
        Assert.Contains(PracticeContest.Mark, page, StringComparison.Ordinal);
        Assert.Contains("练习，成绩不算数", page, StringComparison.Ordinal);

        // On paper and on screens it goes by its name; its lines carry the mark too, and tablets and portals are told.
        var open = host.Competitions.Find(new("lianxi"))!;
        var contest = open.Read(s => s.Competition)!;
        Assert.True(contest.Demo);
        Assert.StartsWith(PracticeContest.Mark, contest.NameLines![0], StringComparison.Ordinal);
        Assert.Contains(PracticeContest.Mark, WebUtility.HtmlDecode(
            await admin.Read("/console/lianxi/lists?handler=Print&list=roster")), StringComparison.Ordinal);
        Assert.True(host.Competitions.IsHidden(open.Id));
        Assert.DoesNotContain(PracticeContest.Mark, WebUtility.HtmlDecode(await admin.Read("/console/history")), StringComparison.Ordinal);

        // The real one stays the one in use, and another practice is another contest with other certificate numbers.
        Assert.Equal("yindubei-2026", host.Competitions.Current!.Id.Value);
        await admin.Post("/console/competitions", [], to: "/console/competitions?handler=Practice");
        Assert.NotEqual(contest.NumberPrefix, host.Competitions.Find(new("lianxi-2"))!.Read(s => s.Competition!.NumberPrefix));
    }

    [Fact]
    public async Task It_cannot_be_renamed_into_a_real_one()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post("/console/competitions", [], to: "/console/competitions?handler=Practice");
        var open = host.Competitions.Find(new("lianxi"))!;
        var basis = Edition(await admin.Read("/console/lianxi/contest"));
        await admin.Post("/console/lianxi/contest", new() { ["name"] = "真的杯", ["Basis"] = basis },
            to: "/console/lianxi/contest?handler=Save");
        Assert.Equal("【练习】真的杯", open.Read(s => s.Competition!.Name));
    }

    private static string Edition(string page)
    {
        var field = page[page.IndexOf("name=\"Basis\"", StringComparison.Ordinal)..];
        var value = field[(field.IndexOf("value=\"", StringComparison.Ordinal) + 7)..];
        return value[..value.IndexOf('"', StringComparison.Ordinal)];
    }
}
