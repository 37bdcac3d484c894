namespace Scoring.Api.Counters;

/// <summary>Times of one window: counted all, kept as many as tell their quantiles.</summary>
public sealed class Window
{
    private const int MostKept = 50_000;
    private readonly List<double> kept = [];

    public int Count { get; private set; }

    public void Add(double milliseconds)
    {
        Count++;
        if (kept.Count < MostKept)
        {
            kept.Add(milliseconds);
        }
    }

    /// <summary>Null: there was nothing.</summary>
    public double? Quantile(double share)
    {
        kept.Sort();
        return kept.Count == 0 ? null : kept[(int)Math.Ceiling(share * kept.Count) - 1];
    }
}
