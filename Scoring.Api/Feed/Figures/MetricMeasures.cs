using Scoring.Core.Awards;

namespace Scoring.Api.Feed.Figures;

/// <summary>What metrics say over contests: sums, and of rates the mean. 元, 万元 and 亿元 of one metric are added up in 万元.</summary>
internal static class MetricMeasures
{
    private static readonly Dictionary<string, decimal> YuanIn =
        new(StringComparer.Ordinal) { ["元"] = 1, ["万元"] = 10_000, ["亿元"] = 100_000_000 };

    public static IEnumerable<Measure> Of(IReadOnlyList<PastEntry> entries) =>
        entries.SelectMany(e => e.Metrics ?? []).Select(m => (m.Text, m.Unit, m.Rate)).Distinct()
            .GroupBy(m => (m.Text, Kind: YuanIn.ContainsKey(m.Unit) ? "元" : m.Unit, m.Rate))
            .Select(g => Of(g.Key.Text, g.Key.Kind, g.Count() == 1 ? g.First().Unit : "万元", g.Key.Rate));

    /// <summary>As it is said in a report: 元 from 10 万 on in 万元, from a hundred million on in 亿元.</summary>
    public static (decimal Figure, string Unit) Said(decimal figure, string unit)
    {
        if (!YuanIn.TryGetValue(unit, out var worth))
        {
            return (figure, unit);
        }

        var yuan = figure * worth;
        return Math.Abs(yuan) >= YuanIn["亿元"] ? (Math.Round(yuan / YuanIn["亿元"], 4, MidpointRounding.AwayFromZero), "亿元")
            : Math.Abs(yuan) >= 100_000 ? (yuan / YuanIn["万元"], "万元") : (figure, unit);
    }

    private static Measure Of(string text, string kind, string unit, bool rate)
    {
        decimal In(MetricFigure f) => YuanIn.TryGetValue(f.Unit, out var worth) ? f.Figure * worth / YuanIn[unit] : f.Figure;
        IEnumerable<decimal> Figures(PastEntry e) => (e.Metrics ?? []).Where(f => f.Text == text && f.Rate == rate
            && (YuanIn.ContainsKey(f.Unit) ? "元" : f.Unit) == kind).Select(In);
        var key = $"metric:{text}|{unit}";
        return rate ? Measure.Mean(key, "平均" + text, unit, e => Figures(e).Select(f => (decimal?)f).Average())
            : Measure.Amount(key, text, unit, e => Figures(e).Sum());
    }
}
