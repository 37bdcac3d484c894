using System.Globalization;
using Scoring.Api.Counters;

namespace Scoring.Api.Console.Running;

/// <summary>An hour of one counter, drawn from right to left: the newest sample is at the right edge.</summary>
/// <param name="Now">The newest figure in words.</param>
/// <param name="Most">Top of the scale.</param>
/// <param name="Lines">Points of each line, in a box of 360 × 60, broken where nothing was measured.</param>
public sealed record Graph(string Name, string Now, string Unit, double Most, IReadOnlyList<string> Keys, IReadOnlyList<IReadOnlyList<string>> Lines)
{
    public const int Width = DayCounters.Kept, Height = 60;

    public static Graph Of(string name, string unit, IReadOnlyList<Sample> hour, params (string Key, Func<Sample, double?> Value)[] lines)
    {
        var most = hour.SelectMany(s => lines.Select(l => l.Value(s) ?? 0)).DefaultIfEmpty(0).Max();
        most = Top(most);
        return new(
            name, hour.Count == 0 ? "—" : string.Join(" / ", lines.Select(l => Figure(l.Value(hour[^1])))), unit, most, [.. lines.Select(l => l.Key)],
            [.. lines.Select(l => Line(hour, l.Value, most))]);
    }

    public static string Figure(double? value) => value is { } v ? v.ToString(v is > 0 and < 10 ? "0.0" : "0", CultureInfo.InvariantCulture) : "—";

    // 1, 2 or 5 times a power of ten: a scale people can read.
    private static double Top(double most)
    {
        for (var power = 1.0; ; power *= 10)
        {
            foreach (var step in new[] { 1, 2, 5 })
            {
                if (step * power >= most)
                {
                    return step * power;
                }
            }
        }
    }

    private static List<string> Line(IReadOnlyList<Sample> hour, Func<Sample, double?> value, double most)
    {
        var pieces = new List<string>();
        var piece = new List<string>();
        for (var i = 0; i < hour.Count; i++)
        {
            if (value(hour[i]) is { } v)
            {
                piece.Add(string.Create(CultureInfo.InvariantCulture, $"{Width - hour.Count + i},{Height - (v / most * Height):0.#}"));
            }

            if ((value(hour[i]) is null || i == hour.Count - 1) && piece.Count > 0)
            {
                pieces.Add(piece.Count == 1 ? $"{piece[0]} {piece[0]}" : string.Join(' ', piece));
                piece.Clear();
            }
        }

        return pieces;
    }
}
