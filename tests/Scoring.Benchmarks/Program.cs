// Measures what the system exists for, each figure beside its limit on the same machine in the same run. --quick: smaller amounts; --only=certificates: these alone.
using Scoring.Benchmarks;

var quick = args.Contains("--quick", StringComparer.Ordinal);
var only = args.FirstOrDefault(a => a.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..];
var folder = Directory.CreateTempSubdirectory("scoring-benchmarks-").FullName;
try
{
    Table.PrintHead();
    foreach (var row in only is null or "certificates" ? new CertificatePrinting(quick ? 1_000 : 10_000).Run() : [])
    {
        Table.Print(row);
    }

    if (only is not null)
    {
        return;
    }

    using var receipts = new Receipts(folder, quick ? 2_000 : 10_000);
    foreach (var row in receipts.Run())
    {
        Table.Print(row);
    }

    foreach (var row in await new DayReplayed(folder, quick ? 100_000 : 1_000_000).Run())
    {
        Table.Print(row);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
