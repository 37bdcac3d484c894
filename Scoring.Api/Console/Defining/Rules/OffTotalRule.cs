using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K5: nothing to set, it is recorded with the violation.</summary>
public sealed class OffTotalRule : RuleForm<Trade>
{
    private static readonly Module Sample = new(new("P"), "实操", 100, MarkingMethod.Clerk, [], SpreadLimit: null);

    public override string Key => "offTotal";

    public override string Title => "从总分里扣";

    public override string Help => "在“状态与违规”里登记扣分时不选模块，就从总分里扣；填百分比则按总分的比例扣，总分最低到 0。";

    protected override string? Set(Trade part) => null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>();

    protected override Trade Read(Trade old, KindFields typed) => old;

    protected override IReadOnlyList<string> Example(Trade trade, Trade part)
    {
        var of = Trial.Of(part, Sample);
        FileViolation Off(int number, decimal points, decimal? percent) =>
            new(number, "现场裁判", "现场裁判", "提前操作", ViolationOutcome.Deduction, null, points, Percent: percent);
        var results = Trial.Results(
            of, Trial.Entrant(1, Trial.Figure(Sample, 83m)) with { Violations = [Off(1, 5m, null)] },
            Trial.Entrant(2, Trial.Figure(Sample, 83m)) with { Violations = [Off(2, 0m, 10m)] });
        return [.. (results ?? []).Select(r => r.Explanation.Select(l => l.ToString())
            .First(l => l.StartsWith("总分", StringComparison.Ordinal)))];
    }
}
