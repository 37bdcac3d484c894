using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>Every rule that can be set beside the plain fields of a part, in the order they are shown.</summary>
public static class RuleForms
{
    public static IReadOnlyList<RuleForm> All { get; } =
    [
        new PrecisionRule(), new OffTotalRule(), new ReviewRuleForm(), new EntrantSignsRule(), new ScaledRule(),
            new ComponentFloorRule(), new GroupsRule(),
        new OvertimeStepsRule(), new AttemptsRule(), new BonusRule(), new MembersRule(),
        new GoingOnRule(), new PrizeLimitsRule(), new SinglePrizesRule(), new AmountsRule(), new TagsRule(),
    ];

    public static IEnumerable<RuleForm> Of(Trade trade, object part) => All.Where(r => r.Fits(trade, part));

    public static RuleForm? Named(string? key) => All.FirstOrDefault(r => r.Key == key);
}
