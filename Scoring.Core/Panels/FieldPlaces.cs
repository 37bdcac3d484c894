using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>Marks by the values of all (R-K8, R-M7). Whoever is not of the field is marked against it without joining.</summary>
internal sealed class FieldPlaces
{
    private readonly FieldAspect aspect;
    private readonly Ratio full;
    private readonly Ratio[] field;
    private readonly Ratio sum;

    /// <param name="values">Of the field.</param>
    public FieldPlaces(FieldAspect aspect, Ratio[] values)
    {
        (this.aspect, full) = (aspect, Ratio.Of(aspect.FullMark));
        field = [.. values.Order(Comparer<Ratio>.Create((a, b) => a.CompareTo(b)))];
        sum = field.Aggregate(Ratio.Zero, (all, v) => all + v);
    }

    /// <summary>0…full, two decimals, half-up.</summary>
    public decimal Mark(Ratio own)
    {
        var mark = field.Length == 0 ? full : aspect.By switch
        {
            FieldRule.Ratio => aspect.Better switch
            {
                MetricDirection.Lower => Share(field[0], own),
                MetricDirection.Higher => Share(own, field[^1]),
            },
            FieldRule.Place => ByPlace(own),
            FieldRule.Mean => ByMean(own, sum / new Ratio(field.Length, 1)),
        };
        return Ratio.Max(Ratio.Zero, Ratio.Min(full, mark)).Round(2, RoundingMode.HalfUp);
    }

    // The best value has the full mark, also if it is 0; beyond the best there is no more than that.
    private Ratio Share(Ratio part, Ratio of) => of.Sign == 0 ? full : part / of * full;

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
        return full - (worse * Ratio.Of(aspect.Off ?? 0m) / Ratio.Of(aspect.Per ?? 1m)); // better than the mean: cut to full
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
