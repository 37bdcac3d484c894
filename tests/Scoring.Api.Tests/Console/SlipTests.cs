using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>Nothing slips on the contest's day: what is printed is not made false by one click, who is out is not waited for, codes tell nothing by their order.</summary>
public sealed class SlipTests
{
    private const string Base = "/console/yindubei-2026";

    [Theory]
    [InlineData(EntrantStatus.Absent)]
    [InlineData(EntrantStatus.Withdrawn)]
    [InlineData(EntrantStatus.Disqualified)]
    public async Task A_module_is_signed_without_whoever_is_out_of_the_contest(EntrantStatus status)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!);
        var gone = open.Read(_ => trade.Entrants[2].Entrant.Id);
        foreach (var (actor, e) in MarkedContest.Events(trade).Where(x => x.Event is not IOfEntrant of || of.Entrant != gone).ToList())
        {
            await ConsoleHost.Do(open, actor, e);
        }

        using var head = await host.Office("h1", Role.HeadJudge, open);
        var page = System.Net.WebUtility.HtmlDecode(await head.Read($"{Base}/sheets/dg"));
        Assert.Contains("还有 1 人没有评完，不能签字", page);
        await ConsoleHost.Do(open, "headJudge:h1", new StatusChanged(gone, status, "测试"));
        page = await head.Read($"{Base}/sheets/dg");
        Assert.Contains("签字锁定本模块", System.Net.WebUtility.HtmlDecode(page));
        await head.Does($"{Base}/sheets/dg?module=A", "Sign", new() { ["module"] = "A" }, "已签字，模块锁定");
        Assert.True(open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Locked));
    }

    [Fact]
    public async Task Codes_once_drawn_are_drawn_again_only_with_a_reason_after_saying_what_is_lost()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Drawn);
        using var officer = await host.Office("c1", Role.CodingOfficer, open);
        var before = Codes(open);
        var page = System.Net.WebUtility.HtmlDecode(await officer.Read($"{Base}/draw/dg"));
        Assert.Contains("重抽第 1 层…", page);
        Assert.Contains($"{before.Count} 人已有这一层代号，重抽后全部作废", page);
        await officer.Does($"{Base}/draw/dg", "Machine", new() { ["layer"] = "1" }, "确要重抽，请写明理由");
        Assert.Equal(before, Codes(open));

        // By hand it is the same loss.
        var people = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant.Id.Value).ToList());
        await officer.Does($"{Base}/draw/dg", "Hand", new() { ["layer"] = "1", ["entrant"] = people[0], ["code"] = "Z1" }, "确要重抽，请写明理由");

        // And so it is when one person is still without a code: everybody else has one.
        await officer.Does($"{Base}/draw/dg", "Machine", new() { ["layer"] = "1", ["reason"] = "监督要求重抽" }, "第 1 层已抽好");
        Assert.NotEqual(before, Codes(open));
        var late = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant with { Id = new("late") });
        await ConsoleHost.Do(open, "admin:a", new EntrantsRegistered([late]));
        before = Codes(open);
        await officer.Does($"{Base}/draw/dg", "Machine", new() { ["layer"] = "1" }, "确要重抽，请写明理由");
        Assert.Equal(before, Codes(open));
    }

    [Fact]
    public async Task Missing_codes_are_listed_in_the_order_of_the_codes()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var codes = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Where(e => e.Code is not null).Select(e => e.Code!).Order(StringComparer.Ordinal).ToList());
        using var head = await host.Office("h1", Role.HeadJudge, open);
        var five = string.Join('、', codes.Take(5));
        Assert.Contains($"不能签字：{five}", System.Net.WebUtility.HtmlDecode(await head.Read($"{Base}/sheets/dg?module=A")));
        var publish = System.Net.WebUtility.HtmlDecode(await head.Read($"{Base}/publish/dg"));
        var named = System.Text.RegularExpressions.Regex.Match(publish, "没有交齐：(?<list>[^<]*)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups["list"].Value;
        var shown = codes.Where(c => named.Contains(c + " ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.Equal(codes.Take(shown.Count), shown);
    }

    private static List<string?> Codes(Scoring.Api.Ledger.OpenCompetition open) => open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Code).ToList());
}
