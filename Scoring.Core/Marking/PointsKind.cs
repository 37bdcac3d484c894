using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class PointsKind : FigureKind<PointsAspect>
{
    // The full mark is allowed even off the step (R-J1).
    protected override Saying? Check(PointsAspect aspect, decimal n, bool belowZero)
    {
        var least = belowZero ? -aspect.FullMark : 0m;
        if (n < least || n > aspect.FullMark)
        {
            return $"须在 {Words.Plain(least)} 到 {Words.Plain(aspect.FullMark)} 之间";
        }

        return n == aspect.FullMark || aspect.Step <= 0 || n % aspect.Step == 0 ? null : (Saying)$"须按 {Words.Plain(aspect.Step)} 分的间隔打分";
    }

    protected override decimal Value(PointsAspect aspect, decimal n) => n;

    protected override Saying Because(PointsAspect aspect, decimal n) => $"评 {Words.Plain(n)} 分";

    protected override string Ask(PointsAspect aspect) => "分";

    protected override string Guide(PointsAspect aspect) => $"按 {Words.Plain(aspect.Step)} 分打分";

    protected override string Blank(PointsAspect aspect) => "";

    protected override string Typed(PointsAspect aspect, decimal n) => ""; // the mark says it

    protected override void Define(PointsAspect aspect, string path, Findings findings) =>
        findings.Must(aspect.Step > 0, $"{path}.step", aspect.Step, $"步长应大于 0");
}
