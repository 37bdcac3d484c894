using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class JudgementKind : FigureKind<JudgementAspect>
{
    public override AspectUse Use => AspectUse.Judged;

    protected override Saying? Check(JudgementAspect aspect, decimal n, bool belowZero) =>
        n is 0 or 1 or 2 or 3 ? null : (Saying)$"只能评 0、1、2 或 3";

    protected override decimal Value(JudgementAspect aspect, decimal n) => aspect.FullMark * n / 3m;

    protected override Saying Because(JudgementAspect aspect, decimal n) => $"评 {Words.Plain(n)} 分（0 至 3）";

    protected override IReadOnlyList<(decimal Figure, string Words)> Choices(JudgementAspect aspect) =>
        [(0m, "0"), (1m, "1"), (2m, "2"), (3m, "3")];

    protected override string Ask(JudgementAspect aspect) => "0 至 3";

    protected override string Guide(JudgementAspect aspect) => "对照基准评 0 至 3";

    protected override IReadOnlyList<string> Scale(JudgementAspect aspect) => [.. aspect.Benchmarks.Select((text, n) => $"{n}：{text}")];

    protected override string Blank(JudgementAspect aspect) => "0　1　2　3";

    protected override string Typed(JudgementAspect aspect, decimal n) => $"评 {Words.Plain(n)}";

    protected override void Define(JudgementAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.Benchmarks.Count == 4, $"{path}.benchmarks", $"{aspect.Benchmarks.Count} 条", $"应为四条，依次说明 0、1、2、3 分的标准");
        findings.Names($"{path}.benchmarks", aspect.Benchmarks);
    }
}
