using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Definition;

/// <summary>A component, module or criterion goes one place up or down among its neighbours; at the end of the row it stays.</summary>
public sealed class MovedPartsTests
{
    private static readonly Trade Trade = Contest.Union(
        new Module(new("P"), "接线", 100m, MarkingMethod.Judge,
        [
            new("c", "安装", [Contest.Points("a", 10m)]),
            new("g", "调试", Parts: [new("g1", "上电", [Contest.Points("e", 40m)]), new("g2", "记录", []), new("g3", "清理", [])]),
            new("h", "文明生产", [Contest.Points("f", 50m)]),
        ]),
        Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 100m)),
        Contest.Module("R", MarkingMethod.Judge, Contest.Points("a", 100m))) with
    {
        Scoring = ScoringMode.RawSum,
    };

    private static Trade WithInterview => Trade with
    {
        Components = [.. Trade.Components, new(new("talk"), "答辩", ComponentKind.Other, 0m, [])],
    };

    [Theory]
    [InlineData("theory", 1, "practical theory talk")]
    [InlineData("theory", -1, "theory practical talk")]
    [InlineData("practical", 1, "theory talk practical")]
    [InlineData("practical", -1, "practical theory talk")]
    [InlineData("talk", 1, "theory practical talk")]
    [InlineData("talk", -1, "theory talk practical")]
    [InlineData("nowhere", 1, "theory practical talk")]
    public void A_component(string id, int step, string order) =>
        Assert.Equal(order, string.Join(' ', WithInterview.MoveComponent(new(id), step).Components.Select(c => c.Id)));

    [Theory]
    [InlineData("P", 1, "T Q P R")]
    [InlineData("P", -1, "T P Q R")]
    [InlineData("Q", 1, "T P R Q")]
    [InlineData("Q", -1, "T Q P R")]
    [InlineData("R", 1, "T P Q R")]
    [InlineData("R", -1, "T P R Q")]
    [InlineData("T", 1, "T P Q R")]
    [InlineData("nowhere", -1, "T P Q R")]
    public void A_module_within_its_component(string id, int step, string order)
    {
        var moved = Trade.MoveModule(new(id), step);

        Assert.Equal(order, string.Join(' ', moved.Modules().Select(m => m.Id)));
        Assert.Equal([1, 3], moved.Components.Select(c => c.Modules.Count));
    }

    [Theory]
    [InlineData("c", 1, "g(g1 g2 g3) c h")]
    [InlineData("c", -1, "c g(g1 g2 g3) h")]
    [InlineData("g", 1, "c h g(g1 g2 g3)")]
    [InlineData("h", -1, "c h g(g1 g2 g3)")]
    [InlineData("h", 1, "c g(g1 g2 g3) h")]
    [InlineData("g1", 1, "c g(g2 g1 g3) h")]
    [InlineData("g1", -1, "c g(g1 g2 g3) h")]
    [InlineData("g2", 1, "c g(g1 g3 g2) h")]
    [InlineData("g3", -1, "c g(g1 g3 g2) h")]
    [InlineData("g3", 1, "c g(g1 g2 g3) h")]
    [InlineData("nowhere", 1, "c g(g1 g2 g3) h")]
    public void A_criterion_within_its_sheet_and_a_part_within_its_criterion(string id, int step, string order)
    {
        var sheet = Trade.MoveCriterion(new("P"), id, step).Modules().Single(m => m.Id == new ModuleId("P")).Sheet;

        Assert.Equal(order, string.Join(
            ' ', sheet.Select(c => c.Parts is { } parts ? $"{c.Id}({string.Join(' ', parts.Select(p => p.Id))})" : c.Id)));
    }

    [Fact]
    public void A_criterion_of_the_same_id_in_another_module_stays()
    {
        var moved = Trade.WithModule(new("Q"), m => m with { Sheet = [.. m.Sheet, new("d", "其他", [])] }).MoveCriterion(new("Q"), "c", 1);
        IEnumerable<string> Sheet(string module) => moved.Modules().Single(m => m.Id == new ModuleId(module)).Sheet.Select(c => c.Id);

        Assert.Equal(["d", "c"], Sheet("Q"));
        Assert.Equal(["c", "g", "h"], Sheet("P"));
    }
}
