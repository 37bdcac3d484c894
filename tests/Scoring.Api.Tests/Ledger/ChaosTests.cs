using System.Collections.Concurrent;
using System.Diagnostics;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Api.Tests.Ledger;

/// <summary>
/// The table of faults: the real program on a small disk, tablets that send until they have a receipt, and one fault in the middle. Receipts lost or doubled: 0.
/// Once each in every run; thirty times each with SCORING_TEST_ALL=1.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Judges = 6, Entrants = 40;

    private static readonly int Rounds = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1" ? 30 : 1;

    [Theory]
    [InlineData("kill -9")]
    [InlineData("SIGTERM")]
    [InlineData("disk full, then room again")]
    [InlineData("disk full, killed on it, room again")]
    [InlineData("flood: one tablet asks without end")]
    [InlineData("flood: strangers at every door")]
    public async Task No_receipt_is_lost_and_none_is_doubled(string fault)
    {
        using var disk = fault.StartsWith("disk", StringComparison.Ordinal) ? SmallDisk.Mount(megabytes: 48) : null;
        Assert.SkipWhen(disk is null && fault.StartsWith("disk", StringComparison.Ordinal), "a small disk cannot be mounted here");
        var venue = new Venue(Entrants, Judges, Modules: Rounds, Aspects: 8);
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data), at: disk is null ? null : Path.Combine(disk.Folder, "data"));
        var tablets = await Task.WhenAll(codes.Take(Judges).Select(code => TabletClient.Pair(server.Url, code)));
        var receipts = new ConcurrentDictionary<Guid, Receipt>();
        for (var round = 1; round <= Rounds; round++)
        {
            var half = new TaskCompletionSource();
            var before = receipts.Count;
            var sending = Task.WhenAll(tablets.Select((tablet, judge) => Send(
                tablet, [.. Enumerable.Range(1, Entrants).Select(e => venue.Sheet(round, e, (e * 7 + judge) % 12 / 100m))], receipts,
                () => _ = receipts.Count - before >= Judges * Entrants / 3 && half.TrySetResult())));
            await half.Task.WaitAsync(TimeSpan.FromMinutes(3));
            await Strike(fault, server, tablets[0], disk);
            await sending.WaitAsync(TimeSpan.FromMinutes(5));
        }

        server.Kill();
        var file = Path.Combine(server.Data, "competitions", "cup.db");
        Assert.Empty(VerifyLedger.Run(file).Findings);
        using var store = SqliteLedger.Open(file);
        var sheets = store.ReadAll().Where(e => e.Type == nameof(SheetSubmitted)).ToDictionary(e => e.Id, e => Convert.ToHexStringLower(e.Hash.Span));
        Assert.Equal(Rounds * Judges * Entrants, receipts.Count);
        Assert.Equal(receipts.ToDictionary(r => r.Key, r => r.Value.Hash), sheets);
        output.WriteLine($"{fault}: {Rounds} times, {receipts.Count} receipts, 0 lost, 0 doubled");
    }

    private static async Task Strike(string fault, ServerProcess server, TabletClient tablet, SmallDisk? disk)
    {
        switch (fault)
        {
            case "kill -9":
                server.Kill();
                await server.Run();
                break;
            case "SIGTERM":
                using (var kill = Process.Start("kill", ["-TERM", $"{server.Process.Id}"]))
                {
                    await kill.WaitForExitAsync();
                }

                await server.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
                await server.Run();
                break;
            case "disk full, then room again":
                disk!.Fill(); // there is one where it is to be full
                await Refused(tablet);
                disk.MakeRoom();
                break;
            case "disk full, killed on it, room again":
                disk!.Fill(); // there is one where it is to be full
                await Refused(tablet);
                server.Kill();
                disk.MakeRoom();
                await server.Run();
                break;
            case "flood: one tablet asks without end":
                await using (var again = await tablet.Again())
                {
                    await Task.WhenAll(Enumerable.Range(0, 5_000).Select(_ => again.Heartbeat()));
                }

                break;
            default:
                using (var http = new HttpClient { BaseAddress = new Uri(server.Url) })
                {
                    await Parallel.ForAsync(0, 600, new ParallelOptions { MaxDegreeOfParallelism = 30 }, async (n, cancel) =>
                    {
                        using var answer = await http.GetAsync(new[] { "/portal", "/console/login", "/health", "/V/ABC", "/nowhere" }[n % 5], cancel);
                    });
                }

                break;
        }
    }

    // Until the server has said that it could not store: the fault was really there while sheets came in. Nothing waits for it where all are in already.
    private static async Task Refused(TabletClient tablet)
    {
        await using var again = await tablet.Again();
        for (var n = 0; n < 200 && (await again.Submit(new(Guid.NewGuid(), Venue.Trade, Venue.Module(1), "nobody", 0, new Dictionary<Core.Definition.AspectId, Core.Marking.Entry>()))).Outcome
            == SubmissionOutcome.Refused; n++)
        {
            await again.Heartbeat();
        }
    }

    // As a tablet's outbox: each sheet until there is a receipt, over cut lines, restarts and a full disk; the same id every time.
    private static async Task Send(TabletClient paired, List<SheetSubmission> outbox, ConcurrentDictionary<Guid, Receipt> receipts, Action got)
    {
        TabletClient? tablet = null;
        while (outbox.Count > 0)
        {
            try
            {
                tablet ??= await paired.Again();
                var answer = await tablet.Submit(outbox[0]);
                Assert.NotEqual(SubmissionOutcome.Refused, answer.Outcome);
                Assert.NotEqual(SubmissionOutcome.Conflict, answer.Outcome);
                if (answer.Outcome == SubmissionOutcome.Accepted)
                {
                    Assert.Equal(answer.Receipt, receipts.GetOrAdd(outbox[0].Id, answer.Receipt!));
                    outbox.RemoveAt(0);
                    got();
                    continue;
                }
            }
            catch (Exception cut) when (cut is not Xunit.Sdk.XunitException)
            {
                if (tablet is not null)
                {
                    await tablet.DisposeAsync();
                    tablet = null;
                }
            }

            await Task.Delay(100); // a tablet's pause before it tries again
        }

        if (tablet is not null)
        {
            await tablet.DisposeAsync();
        }
    }
}
