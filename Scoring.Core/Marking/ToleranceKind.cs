using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class ToleranceKind : FigureKind<ToleranceAspect>
{
    /// <summary>Number of the band that holds, from 1; 0: none does. The edge belongs to the band.</summary>
    public static int BandOf(ToleranceAspect aspect, decimal measured)
    {
        var deviation = decimal.Abs(measured - aspect.Nominal);
        for (var i = 0; i < aspect.Bands.Count; i++)
        {
            if (deviation <= aspect.Bands[i].Within)
            {
                return i + 1;
            }
        }

        return 0;
    }

    protected override Saying? Check(ToleranceAspect aspect, decimal n, bool belowZero) =>
        decimal.Round(n, aspect.Decimals) != n ? (Saying)$"仪表读数最多 {aspect.Decimals} 位小数" : null;

    protected override decimal Value(ToleranceAspect aspect, decimal n) => BandOf(aspect, n) is > 0 and var band ? aspect.Bands[band - 1].Mark : 0m;

    protected override Saying Because(ToleranceAspect aspect, decimal n) =>
        $"偏差 {Words.Plain(decimal.Abs(n - aspect.Nominal))} {aspect.Unit}，{Bands.Words(BandOf(aspect, n))}";

    protected override string Ask(ToleranceAspect aspect) => aspect.Unit;

    protected override string Guide(ToleranceAspect aspect) => $"标称 {Words.Plain(aspect.Nominal)} {aspect.Unit}，填实测值";

    protected override IReadOnlyList<string> Scale(ToleranceAspect aspect) =>
        [$"{string.Join("；", aspect.Bands.Select(b => $"偏差 ≤ {Words.Plain(b.Within)} 得 {Words.Plain(b.Mark)}"))}；其余 0"];

    protected override string Blank(ToleranceAspect aspect) => $"＿＿＿ {aspect.Unit}";

    protected override string Typed(ToleranceAspect aspect, decimal n) => $"{Words.Plain(n)} {aspect.Unit}";

    protected override void Define(ToleranceAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.Decimals is >= 0 and <= 6, $"{path}.decimals", aspect.Decimals, $"读数小数位应为 0 至 6");
        Bands.Check([.. aspect.Bands.Select(b => (b.Within, b.Mark))], "within", zero: true, aspect, path, findings);
    }
}
