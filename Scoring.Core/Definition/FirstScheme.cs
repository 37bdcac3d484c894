namespace Scoring.Core.Definition;

/// <summary>What a new trade begins with, to be changed as the contest's papers say: theory and practical at 30 and 70 (R-B1), three tiers of prizes.</summary>
public static class FirstScheme
{
    public static Trade Of(TradeId id, string name, string code) => new(
        id, name, code,
        [
            new Component(new ComponentId("theory"), "理论", ComponentKind.Theory, 30, [new Module(new ModuleId("L"), "理论", 100, MarkingMethod.Clerk, [])]),
            new Component(new ComponentId("practice"), "实操", ComponentKind.Practical, 70, [new Module(new ModuleId("A"), "实操", 100, MarkingMethod.Panel, [])]),
        ],
        new AwardScheme([new AwardTier("一等奖", 1), new AwardTier("二等奖", 2), new AwardTier("三等奖", 3)]));
}
