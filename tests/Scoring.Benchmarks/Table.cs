namespace Scoring.Benchmarks;

/// <summary>One line of the result, beside its limit on the same machine in the same run.</summary>
internal sealed record Row(string What, double Figure, string Unit, double Limit, string Aim, string? Memory = null)
{
    public double Ratio => Figure / Limit;
}

internal static class Table
{
    public static void Print(Row row) =>
        Console.WriteLine($"{row.What,-44} {row.Figure,12:0.00} {row.Limit,12:0.00} {row.Unit,-10} {row.Ratio,8:0.00}  {row.Aim,-10} {row.Memory}");

    public static void PrintHead() =>
        Console.WriteLine($"{"what",-44} {"figure",12} {"limit",12} {"unit",-10} {"ratio",8}  {"aim",-10} memory");
}
