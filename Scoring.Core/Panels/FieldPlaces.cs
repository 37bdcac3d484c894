using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>Marks by the values of all (R-K8, R-M7). Whoever is not of the field is marked against it without joining.</summary>
internal sealed class FieldPlaces
{
    private readonly FieldAspect aspect;
    private readonly Ratio full;
    private readonly Ratio[] field;
    private readonly Ratio? best;
    private readonly Ratio? mean;

    /// <param name="values">Of the field.</param>
    public FieldPlaces(FieldAspect aspect, Ratio[] values)
    {
        (this.aspect, full) = (aspect, Ratio.Of(aspect.FullMark));
        field = [.. values.Order(Comparer<Ratio>.Create((a, b) => a.CompareTo(b)))];
        best = field.Length == 0 ? null : aspect.Better == MetricDirection.Lower ? field[0] : field[^1];
        mean = field.Length == 0 ? null : field.Aggregate(Ratio.Zero, (sum, v) => sum + v) / new Ratio(field.Length, 1);
    }

    /// <summary>0…full, two decimals, half-up.</summary>
    public decimal Mark(Ratio own)
    {
        var mark = best is null || mean is null ? full : aspect.By switch
        {
            FieldRule.Ratio => ByRatio(own, best),
            FieldRule.Place => ByPlace(own),
            FieldRule.Mean => ByMean(own, mean),
        };
        return Ratio.Max(Ratio.Zero, Ratio.Min(full, mark)).Round(2, RoundingMode.HalfUp);
    }

    // The best value has the full mark, also if it is 0.
    private Ratio ByRatio(Ratio own, Ratio top) => own.CompareTo(top) == 0 ? full : aspect.Better switch
    {
        MetricDirection.Lower => own.Sign <= 0 ? full : top / own * full,
        MetricDirection.Higher => top.Sign <= 0 ? full : own / top * full,
    };

    // First full, last 0, in equal steps; equals take the better place's mark.
    private Ratio ByPlace(Ratio own)
    {
        var better = aspect.Better switch
        {
            MetricDirection.Lower => Count(own, orEqual: false),
            MetricDirection.Higher => field.Length - Count(own, orEqual: true),
        };
        return better == 0 ? full : field.Length == 1 ? Ratio.Zero : full * new Ratio(field.Length - 1 - better, field.Length - 1);
    }

    private Ratio ByMean(Ratio own, Ratio middle)
    {
        var worse = aspect.Better switch
        {
            MetricDirection.Lower => own - middle,
            MetricDirection.Higher => middle - own,
        };
        return worse.Sign <= 0 ? full : full - (worse * Ratio.Of(aspect.Off ?? 0m) / Ratio.Of(aspect.Per ?? 1m));
    }

    // How many of the field are smaller, by halving.
    private int Count(Ratio than, bool orEqual)
    {
        var (low, high) = (0, field.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var by = field[middle].CompareTo(than);
            if (by < 0 || (orEqual && by == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
