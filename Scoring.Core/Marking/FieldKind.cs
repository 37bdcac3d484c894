using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>Marked against the values of all (R-K8): the value is entered here, the mark comes from the field.</summary>
internal sealed class FieldKind : FigureKind<FieldAspect>
{
    public override AspectUse Use => AspectUse.Field;

    protected override Saying? Check(FieldAspect aspect, decimal n, bool belowZero) => decimal.Round(n, aspect.Decimals) != n ? (Saying)$"最多 {aspect.Decimals} 位小数"
        : n < 0 && aspect.By == FieldRule.Ratio ? (Saying)$"按比例计分的结果不能小于 0" : null;

    protected override decimal Value(FieldAspect aspect, decimal n) => 0m;

    protected override Saying Because(FieldAspect aspect, decimal n) => $"结果 {Words.Plain(n)} {aspect.Unit}，按全场成绩计分";

    protected override string Ask(FieldAspect aspect) => aspect.Unit;

    protected override string Guide(FieldAspect aspect) => $"填结果（{aspect.Unit}），按全场成绩计分";

    protected override string Blank(FieldAspect aspect) => $"＿＿＿ {aspect.Unit}";

    protected override string Typed(FieldAspect aspect, decimal n) => $"{Words.Plain(n)} {aspect.Unit}";

    protected override void Define(FieldAspect aspect, string path, Findings findings)
    {
        findings.Name($"{path}.unit", aspect.Unit);
        findings.Must(aspect.Decimals is >= 0 and <= 6, $"{path}.decimals", aspect.Decimals, $"小数位应为 0 至 6");
        var mean = aspect.By == FieldRule.Mean;
        if (!findings.Readable($"{path}.by"))
        {
            return;
        }

        findings.Must(mean == aspect.Off is not null, $"{path}.off", Shown(aspect.Off), mean ? (Saying)$"按平均值计分要写每差多少扣几分：per 和 off" : $"只有按平均值计分才写 off");
        findings.Must(mean == aspect.Per is not null, $"{path}.per", Shown(aspect.Per), mean ? (Saying)$"按平均值计分要写每差多少扣几分：per 和 off" : $"只有按平均值计分才写 per");
        findings.Must(aspect.Off is null or > 0, $"{path}.off", aspect.Off ?? 0, $"扣分应大于 0");
        findings.Must(aspect.Per is null or > 0, $"{path}.per", aspect.Per ?? 0, $"应大于 0");
    }

    private static Saying Shown(decimal? value) => value is { } v ? (Saying)$"{Findings.Figure(v)}" : $"缺少";
}
