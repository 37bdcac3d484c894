// Measures what the system exists for, each figure beside its limit on the same machine in the same run. --quick: smaller amounts, five minutes;
// --only=NAME[,NAME]: these alone; --json FILE: the rows as a list; phones: a thousand
// watchers on a display process of its own, printed, nothing else.
using Scoring.Benchmarks;
using Scoring.Testing;

if (args is [BareServer.Argument, var url, var file])
{
    await BareServer.Run(url, file);
    return;
}

if (args is [CertificateBatch.Argument, var count])
{
    await CertificateBatch.Child(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
    return;
}

var quick = args.Contains("--quick", StringComparer.Ordinal);
var only = args.FirstOrDefault(a => a.StartsWith("--only=", StringComparison.Ordinal))?["--only=".Length..].Split(',');
var json = Array.IndexOf(args, "--json") is >= 0 and var at ? args.ElementAtOrDefault(at + 1) : null;
var folder = Directory.CreateTempSubdirectory("scoring-benchmarks-").FullName;
(string Name, Func<Task<IReadOnlyList<Row>>> Run)[] all =
[
    ("receipts", () => new Receipts(folder, quick ? 2_000 : 10_000).Run()),
    ("receipt-time", () => new ReceiptTime(folder, quick ? 5 : 20).Run()),
    ("sign-ins", () => new SignIns(quick ? 10 : 60).Run()),
    ("screen", () => new MarkToScreen(folder, quick ? 120 : 600).Run(1)),
    ("screens", () => new MarkToScreen(folder, quick ? 120 : 600).Run(200)),
    ("burst", () => new Burst().Run()),
    ("mark", () => Task.FromResult(new OneMoreMark().Run())),
    ("replay", () => new DayReplayed(folder, quick ? 100_000 : 1_000_000).Run()),
    ("watchers", () => new Crowd(folder, quick ? 1_000 : 5_000).Run()),
    ("certificates", () => Task.FromResult<IReadOnlyList<Row>>([.. new CertificatePrinting(quick ? 1_000 : 10_000).Run()])),
    ("batch", () => new CertificateBatch(quick ? 1_000 : 4_000, quick ? 2_500 : 10_000).Run()),
    ("console", () => new ConsolePages(folder, quick ? new Games(400, 12) : new Games()).Run()),
    ("city", () => new City(TimeSpan.FromMinutes(quick ? 1 : 10)).Run()),
    ("compute", () => new ComputeFile(folder, quick ? 2_000 : 10_000, quick ? 400 : 2_000).Run()),
    ("shelf", () => new LongShelf(folder, quick ? 500 : 10_000).Run()),
    ("idle", () => new IdleMemory(folder).Run()),
];
try
{
    if (args.Contains("phones", StringComparer.Ordinal))
    {
        await ThousandPhones.Run(folder, quick ? 100 : 1_000);
        return;
    }

    var rows = new List<Row>();
    Table.PrintHead();
    foreach (var (_, run) in all.Where(m => only is null || only.Contains(m.Name, StringComparer.Ordinal)))
    {
        foreach (var row in await run())
        {
            rows.Add(row);
            Table.Print(row);
        }
    }

    if (json is not null)
    {
        Table.Write(json, rows);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}
