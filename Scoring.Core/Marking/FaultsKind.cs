using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class FaultsKind : FigureKind<FaultsAspect>
{
    protected override Saying? Check(FaultsAspect aspect, decimal n, bool belowZero) => Counted(n, aspect.Unit);

    protected override decimal Value(FaultsAspect aspect, decimal n) => aspect.FullMark - (n * aspect.Deduction);

    protected override Saying Because(FaultsAspect aspect, decimal n) =>
        n == 0 ? (Saying)$"没有失误，得满分" : $"{Words.Plain(n)} {aspect.Unit}，每{aspect.Unit}扣 {Words.Plain(aspect.Deduction)} 分";

    protected override string Ask(FaultsAspect aspect) => $"几{aspect.Unit}";

    protected override string Guide(FaultsAspect aspect) => $"每{aspect.Unit}扣 {Words.Plain(aspect.Deduction)} 分";

    protected override string Blank(FaultsAspect aspect) => $"＿＿ {aspect.Unit}";

    protected override string Typed(FaultsAspect aspect, decimal n) => $"{Words.Plain(n)} {aspect.Unit}";

    protected override void Define(FaultsAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.Deduction > 0, $"{path}.deduction", aspect.Deduction, $"每处扣分应大于 0");
        findings.Name($"{path}.unit", aspect.Unit);
    }
}
