using Scoring.Core.Checking;
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

internal sealed class CountKind : FigureKind<CountAspect>
{
    protected override string? Check(CountAspect aspect, decimal n, bool belowZero) => Counted(n, aspect.Unit);

    protected override decimal Value(CountAspect aspect, decimal n) => n * aspect.PointsEach;

    protected override string Because(CountAspect aspect, decimal n) => $"{Words.Plain(n)} {aspect.Unit}，每{aspect.Unit} {Words.Plain(aspect.PointsEach)} 分";

    protected override void Define(CountAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.PointsEach > 0, $"{path}.pointsEach", aspect.PointsEach, "每个得分应大于 0");
        findings.Name($"{path}.unit", aspect.Unit);
    }
}
