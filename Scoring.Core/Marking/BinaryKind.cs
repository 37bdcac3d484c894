using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class BinaryKind : FigureKind<BinaryAspect>
{
    protected override Saying? Check(BinaryAspect aspect, decimal n, bool belowZero) => n is 0 or 1 ? null : (Saying)$"只能选“是”或“否”";

    protected override decimal Value(BinaryAspect aspect, decimal n) => n == 1 ? aspect.FullMark : 0m;

    protected override Saying Because(BinaryAspect aspect, decimal n) => n == 1 ? (Saying)$"是，得满分" : $"否，不得分";

    protected override IReadOnlyList<(decimal Figure, string Words)> Choices(BinaryAspect aspect) => [(1m, "是"), (0m, "否")];

    protected override string Ask(BinaryAspect aspect) => "是否";

    protected override string Guide(BinaryAspect aspect) => $"是 {Words.Plain(aspect.FullMark)} 分，否 0 分";

    protected override string Blank(BinaryAspect aspect) => "□ 是　□ 否";

    protected override string Typed(BinaryAspect aspect, decimal n) => n == 1 ? "是" : "否";

    protected override void Define(BinaryAspect aspect, string path, Findings findings)
    {
    }
}
