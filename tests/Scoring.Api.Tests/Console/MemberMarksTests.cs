using System.Net;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A team's theory, member by member (R-K14), by two clerks on the console (R-J13).</summary>
public sealed class MemberMarksTests
{
    private const string Base = "/console/yindubei-2026";
    private static readonly ModuleId _theory = new("LL");

    [Fact]
    public async Task Each_member_has_a_field_and_a_difference_is_settled_for_that_member()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var (definition, entrant) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Definition, s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant));
        await ConsoleHost.Do(open, "system", new TradeDefined(definition.WithModule(
            _theory, m => m with { Marking = MarkingMethod.DoubleEntry, PerMember = new MemberRule() })));
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([entrant with { Members = ["石小川", "买买提·吐尔逊"] }]));
        using var first = await host.Office("luru", Role.Clerk, open);
        using var second = await host.Office("fulu", Role.Clerk, open);
        using var head = await host.Office("cpz", Role.HeadJudge, open);

        Assert.Contains("第 2 人 买买提·吐尔逊", WebUtility.HtmlDecode(await first.Read($"{Base}/marks/dg")));
        await Enter(first, 1, "80");
        await Enter(second, 1, "80");
        await Enter(first, 2, "91");
        await Enter(second, 2, "19");
        Assert.Contains("第 2 人", WebUtility.HtmlDecode(await head.Read($"{Base}/doubles/dg")));
        var code = open.Read(s => s.Entrant(entrant.Id)!.Code!);
        await head.Does($"{Base}/doubles/dg", "Settle", new()
        {
            ["entrant"] = code, ["module"] = "LL", ["attempt"] = "2", ["mark"] = "91", ["reason"] = "原卷为 91",
        }, "已核定");

        var module = open.Read(s => s.Entrant(entrant.Id)!.Result.Module(_theory)!);
        Assert.Equal(85.50m, module.Figure);
        Assert.Equal([80m, 91m], module.Attempts!.Select(a => a.Figure));
        await head.Does($"{Base}/doubles/dg", "Settle", new()
        {
            ["entrant"] = code, ["module"] = "LL", ["attempt"] = "3", ["mark"] = "91", ["reason"] = "没有第三人",
        }, "没有第 3 份");

        async Task Enter(Browser clerk, int attempt, string mark)
        {
            using var answer = await clerk.Post($"{Base}/marks/dg", new()
            {
                ["entrant"] = entrant.Id.Value, ["module"] = "LL", ["attempt"] = $"{attempt}", ["mark"] = mark, ["basedOn"] = "0",
            }, $"{Base}/marks/dg?handler=Enter");
            Assert.Contains("已存", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
    }
}
