using Scoring.Api.Console.Defining.Kinds;
using Scoring.Api.Console.Defining.Rules;
using Scoring.Core.Definition;

namespace Scoring.Api.Tests.Console;

/// <summary>Who goes on, limits, groups, single prizes, amounts and tags as a clerk types them (R-K11, R-K12, R-K15); examples are what
/// Core computes.</summary>
public sealed class AwardRuleFormTests
{
    private static readonly Module A = new(new("A"), "热菜", 100m, MarkingMethod.Panel, [new Criterion("1", "味", [new MetricAspect(
        new AspectId("A1"), "电耗", 100m, "度", Line: [new(0m, 0m), new(1m, 100m)], Base: new(MetricTake.Difference))])]);

    private static readonly Trade Plain = new(
        new("t"), "烹饪", "PR", [new Component(new("c"), "实操", ComponentKind.Practical, 100m, [A])],
        new AwardScheme([new("一等奖", 1), new("二等奖", 2), new("三等奖", 3)]), Honours: [new("晋升{等级}", 1, 3, true), new("技术能手", 1, 1)]);

    [Fact]
    public void Who_goes_on_with_a_pass_mark_a_limit_and_reserves()
    {
        var trade = Set("goingOn", Plain, ("To", "市赛"), ("Places", "3"), ("Passed", "yes"), ("Limits", "每单位至多 2"), ("Reserves", "2"));

        Assert.Equal(new AdvanceRule("市赛", 3, null, true, null, 2), trade.Advance! with { Limits = null });
        Assert.Equal([new AwardLimit(2, LimitPer.Organization)], trade.Advance.Limits!);
        Assert.Equal("3 名到市赛，要过合格线，每单位至多 2，递补 2 人", RuleForms.Named("goingOn")!.Set(trade));
        var lines = RuleForms.Named("goingOn")!.Example(trade, trade);
        Assert.Equal("取前 3 名进入市赛，共 3 人：甲厂张一、甲厂王二、乙厂李三", lines[1]);
        Assert.Equal("甲厂张一：甲厂已有 2 个晋级名额，不晋级，由第 4 名递补", lines[2]);
        Assert.Equal("递补依次：乙厂赵四", lines[3]); // 丙厂 is below the pass mark
        Assert.Null(Set("goingOn", trade, ("To", "")).Advance);
        Assert.Equal(new AdvanceRule("省赛", null, 20m), Set("goingOn", Plain, ("To", "省赛"), ("Places", "20%")).Advance);
    }

    [Theory]
    [InlineData("每单位至多 3", LimitPer.Organization, null, null, 3)]
    [InlineData("每个单位 一等奖 至多 １个", LimitPer.Organization, null, "一等奖", 1)]
    [InlineData("每区县二等奖至多2", LimitPer.Tag, "区县", "二等奖", 2)]
    [InlineData("每人至多 1", LimitPer.Person, null, null, 1)]
    [InlineData("每位作者至多 1 项", LimitPer.Person, null, null, 1)]
    public void A_limit_is_read_as_people_write_it(string line, LimitPer per, string? tag, string? tier, int most)
    {
        var trade = Set("prizeLimits", Plain, ("Limits", line));
        Assert.Equal([new AwardLimit(most, per, tag, tier)], trade.Awards.Limits!);
        Assert.Equal(trade.Awards.Limits, Set("prizeLimits", trade).Awards.Limits!); // written and read again
    }

    [Fact]
    public void Limits_and_groups_show_who_gets_what()
    {
        var author = Set("prizeLimits", Plain, ("Limits", "每人至多 1\n每单位一等奖至多 1"));
        Assert.Contains("甲厂张一：没有奖（本人已有 1 个奖，按规程不再授奖）", RuleForms.Named("prizeLimits")!.Example(author, author));

        var grouped = Set("prizeLimits", Plain, ("CountBy", "组别"));
        Assert.Equal("组别", grouped.Awards.CountBy);
        Assert.Equal(2, RuleForms.Named("prizeLimits")!.Example(grouped, grouped).Count(l => l.Contains("：一等奖", StringComparison.Ordinal)));
    }

    [Fact]
    public void Single_prizes_by_module_aspect_and_gain()
    {
        var trade = Set("singlePrizes", Plain, ("Prizes", "最佳热菜奖=热菜 取 1 名\n节电奖=A/A1 取 2\n进步奖＝A/电耗 进步 取３"));
        Assert.Equal(
            [new("最佳热菜奖", 1, A.Id), new("节电奖", 2, A.Id, new AspectId("A1")), new("进步奖", 3, A.Id, new AspectId("A1"), true)],
            trade.Awards.Singles!);
        Assert.Equal(trade.Awards.Singles, Set("singlePrizes", trade).Awards.Singles!);
        Assert.Contains("进步奖：热菜的“电耗”比基数进步最多的 3 名；末位并列都得", RuleForms.Named("singlePrizes")!.Example(trade, trade));
    }

    [Fact]
    public void Amounts_reach_tiers_single_prizes_and_honours_and_the_rest_stays()
    {
        var trade = Set("singlePrizes", Plain, ("Prizes", "最佳热菜奖=A 取 1"));
        trade = Set("amounts", trade, ("Amounts", "一等奖=3000\n二等奖=1500.50元\n最佳热菜奖=800\n晋升=2000"));
        Assert.Equal([3000m, 1500.50m, null], trade.Awards.Tiers.Select(t => t.Amount));
        Assert.Equal(800m, trade.Awards.Singles![0].Amount);
        Assert.Equal([2000m, null], trade.Honours!.Select(h => h.Amount));
        Assert.Equal(["一等奖 1 名 × 3000 = 3000 元；二等奖 2 名 × 1500.5 = 3001 元；名额发满共 6001 元"], RuleForms.Named("amounts")!.Example(trade, trade));
        Assert.Equal([3000m, 1500.50m, null], Set("prizeLimits", trade, ("Limits", "每人至多 1")).Awards.Tiers.Select(t => t.Amount));
    }

    [Fact]
    public void Tags_of_a_trade_are_lines() => Assert.Equal(
        new Dictionary<string, string> { ["产业链"] = "绿色食品", ["级别"] = "市级" }, Set("tags", Plain, ("Tags", "产业链=绿色食品\n级别：市级")).Tags);

    [Theory]
    [InlineData("goingOn", "Places", "几个", "例如 3 或 20%")]
    [InlineData("goingOn", "Limits", "至多 1", "每单位至多 3")]
    [InlineData("goingOn", "Reserves", "2.5", "递补人数请填")]
    [InlineData("prizeLimits", "Limits", "每单位至多 0", "每单位至多 3")]
    [InlineData("singlePrizes", "Prizes", "奖=Z 取 1", "模块有 A（热菜）")]
    [InlineData("singlePrizes", "Prizes", "奖=A", "模块有 A（热菜）")]
    [InlineData("amounts", "Amounts", "特等奖=1", "没有“特等奖”这个奖项，有的是 一等奖、二等奖、三等奖、晋升、技术能手")]
    [InlineData("amounts", "Amounts", "一等奖=1\n一等奖=2", "写了两遍")]
    [InlineData("amounts", "Amounts", "一等奖=三千", "例如 一等奖=3000")]
    [InlineData("tags", "Tags", "绿色食品", "种类=内容")]
    [InlineData("tags", "Tags", "链=甲\n链=乙", "写了两遍")]
    public void What_cannot_be_read_is_said_with_an_example(string rule, string field, string typed, string says)
    {
        var form = RuleForms.Named(rule)!;
        var written = form.Written(Set("goingOn", Plain, ("To", "市赛"), ("Places", "3"))).ToDictionary();
        written[field] = typed;
        var fields = new KindFields(form.Fields, written.GetValueOrDefault);
        form.Read(Plain, fields);
        Assert.Contains(says, fields.Fault, StringComparison.Ordinal);
    }

    private static Trade Set(string rule, Trade trade, params (string Name, string Value)[] typed)
    {
        var form = RuleForms.Named(rule)!;
        var written = form.Written(trade).ToDictionary();
        foreach (var (name, value) in typed)
        {
            written[name] = value;
        }

        var fields = new KindFields(form.Fields, written.GetValueOrDefault);
        var changed = (Trade)form.Read(trade, fields);
        Assert.Null(fields.Fault);
        return changed;
    }
}
