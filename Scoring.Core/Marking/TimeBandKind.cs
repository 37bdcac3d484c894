using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

internal sealed class TimeBandKind : FigureKind<TimeBandAspect>
{
    /// <summary>Number of the band that holds, from 1; 0: none does. The edge belongs to the band.</summary>
    public static int BandOf(TimeBandAspect aspect, decimal seconds)
    {
        for (var i = 0; i < aspect.Bands.Count; i++)
        {
            if (seconds <= aspect.Bands[i].UpToSeconds)
            {
                return i + 1;
            }
        }

        return 0;
    }

    protected override Saying? Check(TimeBandAspect aspect, decimal n, bool belowZero) => n > Limits.LongestSeconds ? (Saying)$"用时最多 24 小时，请核对后重填"
        : aspect.Hundredths ? n >= 0 && decimal.Round(n, 2) == n ? null : (Saying)$"用时须是不小于 0 的秒数，最多两位小数"
        : WholeFromZero(n) ? null : (Saying)$"用时须是不小于 0 的整秒数";

    protected override decimal Value(TimeBandAspect aspect, decimal n) => BandOf(aspect, n) is > 0 and var band ? aspect.Bands[band - 1].Mark : 0m;

    protected override Saying Because(TimeBandAspect aspect, decimal n) => $"用时 {Words.Time(n)}，{Bands.Words(BandOf(aspect, n))}";

    protected override string Ask(TimeBandAspect aspect) => "秒";

    protected override string Guide(TimeBandAspect aspect) => "填用时（时:分:秒）";

    protected override IReadOnlyList<string> Scale(TimeBandAspect aspect) =>
        [$"{string.Join("；", aspect.Bands.Select(b => $"≤ {Words.Time(b.UpToSeconds)} 得 {Words.Plain(b.Mark)}"))}；其余 0"];

    protected override string Blank(TimeBandAspect aspect) => "__:__:__";

    protected override string Typed(TimeBandAspect aspect, decimal n) => Words.Time(n);

    protected override void Define(TimeBandAspect aspect, string path, Findings findings) =>
        Bands.Check([.. aspect.Bands.Select(b => (b.UpToSeconds, b.Mark))], "upToSeconds", zero: false, aspect, path, findings);
}
