// What a judge typed becomes a mark (R-B5), or a sentence that says why it cannot (R-J5).
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>One aspect at a time. <see cref="Value"/> and <see cref="Mark"/> take only what <see cref="Check"/> lets through.</summary>
public static class AspectMarks
{
    private const decimal Largest = 1_000_000_000m;
    private const int MostDecimals = 6;

    /// <summary>Null: allowed. Otherwise what is wrong and what is allowed, for the judge.</summary>
    public static string? Check(Aspect aspect, Entry entry)
    {
        if (aspect is AnswerKeyAspect key)
        {
            return AnswerKeys.Check(key, entry);
        }

        if (entry.Number is not { } n)
        {
            return "请填数字";
        }

        if (decimal.Abs(n) > Largest)
        {
            return "数太大，请核对后重填";
        }

        return aspect switch
        {
            PointsAspect a => CheckPoints(a, n),
            BinaryAspect => n is 0 or 1 ? null : "只能选“是”或“否”",
            FaultsAspect a => WholeFromZero(n) ? null : $"{a.Unit}数须是不小于 0 的整数",
            CountAspect a => WholeFromZero(n) ? null : $"{a.Unit}数须是不小于 0 的整数",
            TimeBandAspect => WholeFromZero(n) ? null : "用时须是不小于 0 的整秒数",
            JudgementAspect => n is 0 or 1 or 2 or 3 ? null : "只能评 0、1、2 或 3",
            ToleranceAspect a => n.Scale > a.Decimals && decimal.Round(n, a.Decimals) != n ? $"仪表读数最多 {a.Decimals} 位小数" : null,
            MetricAspect => decimal.Round(n, MostDecimals) != n ? $"最多 {MostDecimals} 位小数" : null,
            _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect.GetType().Name, "an aspect of unknown kind"),
        };
    }

    /// <summary>The mark: 0…full, two decimals, half-up.</summary>
    public static decimal Value(Aspect aspect, Entry entry)
    {
        var n = entry.Number ?? 0m;
        var raw = aspect switch
        {
            PointsAspect => n,
            BinaryAspect a => n == 1 ? a.FullMark : 0m,
            FaultsAspect a => a.FullMark - (n * a.Deduction),
            CountAspect a => n * a.PointsEach,
            ToleranceAspect a => MarkOf(a, BandOf(a, n)),
            TimeBandAspect a => MarkOf(a, BandOf(a, n)),
            JudgementAspect a => a.FullMark * n / 3m,
            AnswerKeyAspect a => AnswerKeys.Points(a, entry),
            MetricAspect a => Metrics.Mark(a, n),
            _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect.GetType().Name, "an aspect of unknown kind"),
        };
        return Rounding.Aspect(Math.Clamp(raw, 0m, aspect.FullMark));
    }

    /// <summary>The mark with the words that explain it.</summary>
    public static AspectResult Mark(Aspect aspect, Entry entry) => new(aspect.Id, entry, Value(aspect, entry), AspectWords.Because(aspect, entry));

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

    /// <inheritdoc cref="BandOf(ToleranceAspect, decimal)"/>
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

    private static decimal MarkOf(ToleranceAspect a, int band) => band == 0 ? 0m : a.Bands[band - 1].Mark;

    private static decimal MarkOf(TimeBandAspect a, int band) => band == 0 ? 0m : a.Bands[band - 1].Mark;

    // The full mark is allowed even off the step (R-J1).
    private static string? CheckPoints(PointsAspect aspect, decimal n)
    {
        if (n < 0 || n > aspect.FullMark)
        {
            return $"须在 0 到 {Words.Plain(aspect.FullMark)} 之间";
        }

        return n == aspect.FullMark || aspect.Step <= 0 || n % aspect.Step == 0 ? null : $"须按 {Words.Plain(aspect.Step)} 分的间隔打分";
    }

    private static bool WholeFromZero(decimal n) => n >= 0 && decimal.Truncate(n) == n;
}
