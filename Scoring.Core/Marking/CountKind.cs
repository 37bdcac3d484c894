using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class CountKind : FigureKind<CountAspect>
{
    protected override Saying? Check(CountAspect aspect, decimal n, bool belowZero) => Counted(n, aspect.Unit);

    protected override decimal Value(CountAspect aspect, decimal n) => n * aspect.PointsEach;

    protected override Saying Because(CountAspect aspect, decimal n) => $"{Words.Plain(n)} {aspect.Unit}，每{aspect.Unit} {Words.Plain(aspect.PointsEach)} 分";

    protected override string Ask(CountAspect aspect) => $"几{aspect.Unit}";

    protected override string Guide(CountAspect aspect) => $"每{aspect.Unit} {Words.Plain(aspect.PointsEach)} 分";

    protected override string Blank(CountAspect aspect) => $"＿＿ {aspect.Unit}";

    protected override string Typed(CountAspect aspect, decimal n) => $"{Words.Plain(n)} {aspect.Unit}";

    protected override void Define(CountAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.PointsEach > 0, $"{path}.pointsEach", aspect.PointsEach, $"每个得分应大于 0");
        findings.Name($"{path}.unit", aspect.Unit);
    }
}
