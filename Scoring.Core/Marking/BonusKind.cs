using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>Outside the full mark: lifts the module above it, up to the module's bonus (R-K9).</summary>
internal sealed class BonusKind : FigureKind<BonusAspect>
{
    public override AspectUse Use => AspectUse.Bonus;

    protected override Saying? Check(BonusAspect aspect, decimal n, bool belowZero)
    {
        if (n < 0 || n > aspect.FullMark)
        {
            return $"加分须在 0 到 {Words.Plain(aspect.FullMark)} 之间";
        }

        return n == aspect.FullMark || aspect.Step <= 0 || n % aspect.Step == 0 ? null : (Saying)$"加分须按 {Words.Plain(aspect.Step)} 分的间隔";
    }

    protected override decimal Value(BonusAspect aspect, decimal n) => n;

    protected override Saying Because(BonusAspect aspect, decimal n) => n == 0 ? (Saying)$"不加分" : $"加 {Words.Plain(n)} 分";

    protected override string Ask(BonusAspect aspect) => "加分";

    protected override string Guide(BonusAspect aspect) => $"加分，按 {Words.Plain(aspect.Step)} 分";

    protected override string Blank(BonusAspect aspect) => "＋＿＿";

    protected override string Typed(BonusAspect aspect, decimal n) => ""; // the mark says it

    protected override void Define(BonusAspect aspect, string path, Findings findings) =>
        findings.Must(aspect.Step > 0, $"{path}.step", aspect.Step, $"步长应大于 0");
}
