using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>更正 on the console of the run (R-K7) or the member (R-K14) that is chosen, with its effect first.</summary>
public sealed class CorrectRunTests
{
    private const string Base = "/console/yindubei-2026";
    private static readonly ModuleId _a = new("A"), _theory = new("LL");

    [Fact]
    public async Task The_second_run_is_chosen_shown_and_corrected_alone()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var definition = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition.WithModule(_a, m => m with { Attempts = new(2) })));
        var (code, id, judge) = open.Read(s =>
        {
            var first = s.Trade(MarkedContest.Dg)!.Entrants[0];
            return (first.Code!, first.Entrant.Id, first.Entries(_a)!.Sheets.OrderBy(x => x.Seat).First().Judge);
        });
        var marks = open.Read(s => s.Entrant(id)!.Sheet(_a, judge)!.Marks.ToDictionary());
        var aspect = definition.Modules().Single(m => m.Id == _a).Aspects().First(a => a is PointsAspect).Id;
        await ConsoleHost.Do(open, $"judge:{judge}", new SheetSubmitted(
            id, _a, judge, marks.ToDictionary(m => m.Key, m => m.Key == aspect ? Entry.Of(0) : m.Value), 0, Attempt: 2));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        var page = $"{Base}/correct/dg/A/{code}";

        var form = await head.Read($"{page}?attempt=2&judge={judge}");
        Assert.Contains("第 2 次</h1>", form);
        Assert.Contains($"href=\"?attempt=1\"", form);
        Assert.Contains($"?judge={judge}&amp;attempt=2", form);
        var fields = new Dictionary<string, string>
        {
            ["reason"] = "漏看一项", ["version"] = Offices.Field(form, "version"), ["Entry"] = Guid.NewGuid().ToString(),
        };
        foreach (var (a, entry) in marks)
        {
            fields[$"m.{a}"] = entry.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        fields["attempt"] = "2";
        fields["judge"] = judge.Value;
        var effect = await head.Weighs(page, "Apply", fields);
        Assert.Contains($"更正 {code} 模块 A 第 2 次", effect);
        (fields["seen"], fields["secondLogin"], fields["secondPassword"]) = (Offices.Seen(effect), "jd", ConsoleHost.Password);
        fields["Entry"] = Guid.NewGuid().ToString();
        var list = await head.Does(page, "Apply", fields, "已更正");

        Assert.Contains("第 2 次", list);
        Assert.Equal(2, Assert.Single(open.Read(s => s.Entrant(id)!.Corrections.ToList())).Attempt);
        Assert.Equal(marks[aspect], open.Read(s => s.Entrant(id)!.Entries(_a)!.Attempt(2)!.Sheet(judge)!.Marks[aspect]));
        Assert.Equal(0, open.Read(s => s.Entrant(id)!.Entries(_a)!.Sheet(judge)!.Corrections));
        using var none = await head.Get($"{page}?attempt=3");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_members_theory_is_corrected_and_named_once_the_codes_are_opened()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var (definition, entrant) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Definition, s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant));
        await ConsoleHost.Do(open, "system", new TradeDefined(
            definition.WithModule(_theory, m => m with { PerMember = new MemberRule() })));
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([entrant with { Members = ["石小川", "买买提·吐尔逊"] }]));
        await ConsoleHost.Do(open, "clerk:luru", new ModuleMarkEntered(entrant.Id, _theory, "luru", 80));
        await ConsoleHost.Do(open, "clerk:luru", new ModuleMarkEntered(entrant.Id, _theory, "luru", 19, Attempt: 2));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        var code = open.Read(s => s.Entrant(entrant.Id)!.Code!);
        var page = $"{Base}/correct/dg/LL/{code}";

        var form = await head.Read($"{page}?attempt=2");
        Assert.Contains("第 2 人</h1>", form);
        Assert.DoesNotContain("买买提", form);
        var fields = new Dictionary<string, string>
        {
            ["attempt"] = "2", ["mark"] = "91", ["reason"] = "原卷为 91", ["version"] = Offices.Field(form, "version"),
                ["Entry"] = Guid.NewGuid().ToString(),
        };
        var effect = await head.Weighs(page, "Apply", fields);
        Assert.Contains("第 2 人", effect);
        Assert.Contains("<del>19.00</del>", effect);
        (fields["seen"], fields["secondLogin"], fields["secondPassword"]) = (Offices.Seen(effect), "jd", ConsoleHost.Password);
        fields["Entry"] = Guid.NewGuid().ToString();
        await head.Does(page, "Apply", fields, "已更正");

        Assert.Equal([80m, 91m], open.Read(s => s.Entrant(entrant.Id)!.Result.Module(_theory)!.Attempts!.Select(a => a.Figure).ToList()));
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        Assert.Contains("买买提·吐尔逊", System.Net.WebUtility.HtmlDecode(await head.Read($"{page}?attempt=2")));
    }
}
