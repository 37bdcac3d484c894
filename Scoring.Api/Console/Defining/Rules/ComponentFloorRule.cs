using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K9, R-M4.</summary>
public sealed class ComponentFloorRule : RuleForm<Component>
{
    private const string Below = "Below";

    private static readonly Module Sample = new(new("P"), "模块", 100, MarkingMethod.Clerk, [], SpreadLimit: null, BelowZero: true);

    public override string Key => "componentFloor";

    public override string Title => "可以低于 0";

    public override string Help => "扣分比得分多时，通常按 0 计；知识竞赛这类答错倒扣的，可以让这个部分是负分。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(Below, "扣到 0 以下", KindInput.Choice, "no", [("no", "按 0 计"), ("yes", "记负分")])];

    protected override string? Set(Component part) => part.BelowZero ? "可以是负分" : null;

    protected override IReadOnlyDictionary<string, string> Written(Component part) =>
        new Dictionary<string, string> { [Below] = part.BelowZero ? "yes" : "no" };

    protected override Component Read(Component old, KindFields typed) => old with { BelowZero = typed.Text(Below) == "yes" };

    protected override IReadOnlyList<string> Example(Trade trade, Component part)
    {
        var of = Trial.Of(trade, part with { Modules = [Sample], Scaled = false });
        var entrant = Trial.Entrant(1, Trial.Figure(Sample, 20m)) with
        {
            Violations = [new FileViolation(1, "现场裁判", "现场裁判", "答错", ViolationOutcome.Deduction, Sample.Id, 35m)],
        };
        return Trial.Results(of, entrant) is [var result]
            ? [result.Explanation.Select(l => l.ToString()).First(l => l.StartsWith(part.Name, StringComparison.Ordinal))]
            : Trial.Faults(of);
    }
}
