using System.Globalization;
using System.Text.Json;

namespace Scoring.Benchmarks;

/// <summary>One line of the result, beside its limit on the same machine in the same run.</summary>
/// <param name="Aim">What the ratio should be, <c>&lt;= 1.3</c>, <c>&gt;= 0.4</c> or <c>= 0</c> (the figure itself); empty: shown for comparison.</param>
internal sealed record Row(string What, double Figure, string Unit, double Limit, string Aim, string? Memory = null)
{
    public double Ratio => Limit == 0 ? double.NaN : Figure / Limit;

    /// <summary>Null: no aim.</summary>
    public bool? Met
    {
        get
        {
            if (Aim.Split(' ') is not [var sign, var number])
            {
                return null;
            }

            var aim = double.Parse(number, CultureInfo.InvariantCulture);
            return sign switch { "<=" => Ratio <= aim, ">=" => Ratio >= aim, _ => Figure.Equals(aim) };
        }
    }
}

internal static class Table
{
    public static void PrintHead() =>
        Console.WriteLine($"| {"what",-48} | {"figure",10} | {"limit",10} | {"unit",-8} | {"ratio",6} | {"aim",-6} | {"met",-3} | memory and more |\n|---|---:|---:|---|---:|---|---|---|");

    public static void Print(Row row) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {row.What,-48} | {row.Figure,10:0.##} | {row.Limit,10:0.##} | {row.Unit,-8} | {(double.IsNaN(row.Ratio) ? "" : row.Ratio.ToString("0.00", CultureInfo.InvariantCulture)),6} | {row.Aim,-6} | {row.Met switch { true => "yes", false => "NO", _ => "" },-3} | {row.Memory} |"));

    public static void Write(string file, IEnumerable<Row> rows) => File.WriteAllText(file, JsonSerializer.Serialize(
        rows.Select(r => new { name = r.What, figure = r.Figure, unit = r.Unit, limit = r.Limit, ratio = double.IsNaN(r.Ratio) ? (double?)null : r.Ratio, aim = r.Aim, met = r.Met }),
        new JsonSerializerOptions { WriteIndented = true }));
}
