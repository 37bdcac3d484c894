using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Definition;

/// <summary>R-B1, R-B5: one part of a trade's tree changes, everything else and every id stays.</summary>
public sealed class TradeEditsTests
{
    private static readonly Trade Trade = Contest.Union(
        new Module(new("P"), "接线", 100m, MarkingMethod.Judge,
        [
            new("c", "安装", [Contest.Points("a", 10m), Contest.Points("b", 20m), Contest.Points("d", 30m)]),
            new("g", "调试", Parts: [new("g1", "上电", [Contest.Points("e", 40m)]), new("g2", "记录", [])]),
        ]),
        Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 100m)));

    private static string Aspects(Trade trade, string module = "P") => string.Join(' ', trade.Modules().Single(m => m.Id.Value == module).Aspects().Select(a => $"{a.Id}{a.FullMark:0}"));

    [Fact]
    public void A_component_changes_alone()
    {
        var changed = Trade.WithComponent(new("practical"), c => c with { Weight = 60m });

        Assert.Equal([30m, 60m], changed.Components.Select(c => c.Weight));
        Assert.Same(Trade.Components[0], changed.Components[0]);
        Assert.Equal(Trade.Components, Trade.WithComponent(new("x"), c => c with { Weight = 1m }).Components);
    }

    [Fact]
    public void A_module_changes_or_goes()
    {
        Assert.Equal(["T", "P", "Q"], Trade.WithModule(new("Q"), m => m with { FullMark = 50m }).Modules().Select(m => m.Id.Value));
        Assert.Equal([100m, 100m, 50m], Trade.WithModule(new("Q"), m => m with { FullMark = 50m }).Modules().Select(m => m.FullMark));
        Assert.Equal(["T", "Q"], Trade.WithModule(new("P"), _ => null).Modules().Select(m => m.Id.Value));
    }

    [Fact]
    public void A_criterion_at_either_level_changes_or_goes()
    {
        string Names(Trade trade) => string.Join(' ', trade.Modules().Single(m => m.Id.Value == "P").Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)).Select(c => c.Name));

        Assert.Equal("线路 调试 上电 记录", Names(Trade.WithCriterion(new("P"), "c", c => c with { Name = "线路" })));
        Assert.Equal("安装 调试 送电 记录", Names(Trade.WithCriterion(new("P"), "g1", c => c with { Name = "送电" })));
        Assert.Equal("安装 调试 记录", Names(Trade.WithCriterion(new("P"), "g1", _ => null)));
        Assert.Equal("安装", Names(Trade.WithCriterion(new("P"), "g", _ => null)));
        Assert.Equal("安装 调试 上电 记录", Names(Trade.WithCriterion(new("Q"), "g", _ => null)));
    }

    [Fact]
    public void An_aspect_at_either_level_changes_or_goes()
    {
        Assert.Equal("a10 b5 d30 e40", Aspects(Trade.WithAspect(new("P"), new("b"), a => a with { FullMark = 5m })));
        Assert.Equal("a10 b20 d30 e5", Aspects(Trade.WithAspect(new("P"), new("e"), a => a with { FullMark = 5m })));
        Assert.Equal("a10 d30 e40", Aspects(Trade.WithAspect(new("P"), new("b"), _ => null)));
        Assert.Equal("a100", Aspects(Trade.WithAspect(new("P"), new("a"), _ => null), "Q"));
        Assert.Null(Trade.WithAspect(new("P"), new("a"), _ => null).Modules().Single(m => m.Id.Value == "P").Sheet[1].Aspects);
    }

    [Fact]
    public void An_aspect_moves_one_place_within_its_criterion()
    {
        Assert.Equal("b20 a10 d30 e40", Aspects(Trade.MoveAspect(new("P"), new("b"), -1)));
        Assert.Equal("a10 d30 b20 e40", Aspects(Trade.MoveAspect(new("P"), new("b"), 1)));
        Assert.Equal("a10 b20 d30 e40", Aspects(Trade.MoveAspect(new("P"), new("a"), -1)));
        Assert.Equal("a10 b20 d30 e40", Aspects(Trade.MoveAspect(new("P"), new("d"), 1)));
        Assert.Equal("a10 b20 d30 e40", Aspects(Trade.MoveAspect(new("P"), new("x"), 1)));
        Assert.Equal("b20 a10 d30 e40", Aspects(Trade.MoveAspect(new("P"), new("a"), 1)));
        Assert.Equal("a100", Aspects(Trade.MoveAspect(new("P"), new("a"), 1), "Q"));
        Assert.Equal("a10 b20 d30 e40", Aspects(Trade));
    }
}
