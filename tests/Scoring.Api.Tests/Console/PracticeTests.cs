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
    public async Task A_rehearsal_has_the_contests_own_trades_and_judges_and_nobody_of_its_entrants()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("做一个演练", await admin.Read("/console/yindubei-2026/road"), StringComparison.Ordinal);
        var made = await admin.Post("/console/yindubei-2026/road", new() { ["of"] = "yindubei-2026" },
            to: "/console/competitions?handler=Practice");
        Assert.Equal("/console/lianxi/road", made.Headers.Location!.ToString());
        var practice = host.Competitions.Find(new("lianxi"))!;
        Assert.StartsWith(PracticeContest.Mark, practice.Read(s => s.Competition!.Name), StringComparison.Ordinal);
        Assert.Equal(open.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()),
            practice.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()));
        Assert.Equal(open.Read(s => s.Judges.Values.Select(j => j.Name).ToList()),
            practice.Read(s => s.Judges.Values.Select(j => j.Name).ToList()));
        Assert.Equal(open.Read(s => s.Entrants.Count), practice.Read(s => s.Entrants.Count));
        var names = open.Read(s => s.Entrants.Values.SelectMany(e => (e.Entrant.Members ?? []).Append(e.Entrant.Name))
            .ToHashSet());
        Assert.DoesNotContain(practice.Read(s => s.Entrants.Values.ToList()), e => names.Contains(e.Entrant.Name)
            || e.Entrant.Sealed is not null
            || (e.Entrant.Members ?? []).Any(names.Contains) || e.CodeOf(1) is not null);
        Assert.All(practice.Read(s => s.TradesInOrder.Select(t => t.Phase).ToList()), phase =>
            Assert.Equal(Core.Ledger.Events.Phase.Setup, phase));
        Assert.True(host.Competitions.IsHidden(practice.Id));
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
