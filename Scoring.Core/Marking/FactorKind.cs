using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>Multiplies what the sheet comes to by the chosen factor (R-K9).</summary>
internal sealed class FactorKind : FigureKind<FactorAspect>
{
    public override AspectUse Use => AspectUse.Factor;

    protected override Saying? Check(FactorAspect aspect, decimal n, bool belowZero) =>
        aspect.Choices.Any(c => c.Factor == n) ? null
            : (Saying)$"请选一个系数：{Saying.Join("、", aspect.Choices.Select(c => Words.Plain(c.Factor)))}";

    protected override decimal Value(FactorAspect aspect, decimal n) => n;

    protected override Saying Because(FactorAspect aspect, decimal n) =>
        $"系数 {Words.Plain(n)}{(aspect.Choices.FirstOrDefault(c => c.Factor == n)?.Text is { } text ? (Saying)$"，{text}" : null)}";

    protected override IReadOnlyList<(decimal Figure, string Words)> Choices(FactorAspect aspect) =>
        [.. aspect.Choices.Select(c => (c.Factor, c.Text is { } text ? $"{Words.Plain(c.Factor)}：{text}" : Words.Plain(c.Factor)))];

    protected override string Ask(FactorAspect aspect) => "系数";

    protected override string Guide(FactorAspect aspect) => "选一个系数，乘各项之和";

    protected override IReadOnlyList<string> Scale(FactorAspect aspect) =>
        [.. Choices(aspect).Select(c => c.Words)];

    protected override string Blank(FactorAspect aspect) => string.Join('　', aspect.Choices.Select(c => Words.Plain(c.Factor)));

    protected override string Typed(FactorAspect aspect, decimal n) => $"系数 {Words.Plain(n)}";

    protected override void Define(FactorAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.FullMark == 0, $"{path}.fullMark", aspect.FullMark, $"系数不占满分，不写 fullMark");
        findings.Must(aspect.Choices.Count > 0, $"{path}.choices", $"空列表", $"至少要有一个系数，如 1 和 1.1");
        findings.Unique(aspect.Choices, c => Findings.Figure(c.Factor), i => $"{path}.choices[{i}].factor", $"系数");
        foreach (var (index, choice) in aspect.Choices.Index())
        {
            findings.Must(choice.Factor is >= 0 and <= 10, $"{path}.choices[{index}].factor", choice.Factor, $"系数应为 0 至 10，如 1.1 即 110%");
            findings.NameIfAny($"{path}.choices[{index}].text", choice.Text);
        }
    }
}
