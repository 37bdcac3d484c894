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
    ];

    public static IEnumerable<RuleForm> Of(Trade trade, object part) => All.Where(r => r.Fits(trade, part));

    /// <summary>What this trade asks for that a clerk cannot set.</summary>
    public static IEnumerable<RuleForm> OnlyByFile(Trade trade) => new object[] { trade }.Concat(trade.Components).Concat(trade.Modules())
        .SelectMany(part => Of(trade, part).Where(r => r.OnlyByFile is not null && r.Set(part) is not null)).Distinct();

    public static RuleForm? Named(string? key) => All.FirstOrDefault(r => r.Key == key);
}
