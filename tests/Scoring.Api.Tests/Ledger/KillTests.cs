using System.Collections.Concurrent;
using System.Diagnostics;
using Scoring.Api.Storage;
using Scoring.Api.Verify;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Api.Tests.Ledger;

/// <summary>The real server is killed in the middle of its work, again and again: thirty times with SCORING_TEST_ALL=1, else four.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1" ? 30 : 4;
    private const int Senders = 20;
    private const int SheetsPerRound = 2000;

    [Fact]
    public async Task Every_receipt_survives_a_kill_and_nothing_is_stored_twice()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var venue = new Venue(Entrants: SheetsPerRound / (Senders / 2), Judges: Senders / 2, Modules: Kills, Aspects: 10);
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        var file = Path.Combine(server.Data, "competitions", "cup.db");
        var tablets = await Task.WhenAll(codes.Select(code => TabletClient.Pair(server.Url, code)));
        var receipts = new ConcurrentDictionary<Guid, Receipt>();

        for (var round = 1; round <= Kills; round++)
        {
            // Two tablets a judge, each with half of the judge's entrants.
            var outboxes = Enumerable.Range(0, Senders)
                .Select(s => Enumerable.Range(1, venue.Entrants).Where(e => e % 2 == s % 2).Select(e => venue.Sheet(round, e, random.Next(0, 100) / 100m)).ToList())
                .ToList();
            var killAt = receipts.Count + random.Next(100, SheetsPerRound - 100);
            await Send(tablets, outboxes, receipts, () =>
            {
                if (receipts.Count >= killAt)
                {
                    server.Kill();
                }
            });
            output.WriteLine($"round {round}: killed with {receipts.Count - (round - 1) * SheetsPerRound} receipts given");
            Assert.InRange(receipts.Count - (round - 1) * SheetsPerRound, 100, SheetsPerRound - 1);

            var left = VerifyLedger.Run(file);
            Assert.True(left.Intact, $"seed {seed}, round {round}: {string.Join("; ", left.Findings)}");
            await server.Run();
            // Whole outboxes again: what has a receipt gets the same one, the rest its first.
            await Send(tablets, outboxes, receipts, () => { });
            Assert.Equal(round * SheetsPerRound, receipts.Count);
        }

        server.Kill();
        var verification = VerifyLedger.Run(file);
        Assert.True(verification.Intact, $"seed {seed}: {string.Join("; ", verification.Findings)}");
        using var store = SqliteLedger.Open(file);
        var sheets = store.ReadAll().Where(e => e.Type == nameof(SheetSubmitted)).ToDictionary(e => e.Id, e => Convert.ToHexStringLower(e.Hash.Span));
        Assert.Equal(receipts.ToDictionary(r => r.Key, r => r.Value.Hash), sheets);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_says_why_it_does_not_start()
    {
        await using var server = await ServerProcess.Start(demo: false);
        using var second = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll"), "serve", "--data", server.Data, "--url", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        var error = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();
        Assert.Equal(1, second.ExitCode);
        Assert.Equal($"数据文件夹 {server.Data} 正被另一个计分程序使用。请先关闭那个程序，或者用 SCORING_DATA 指定另一个文件夹。", error.Trim());
    }

    private static Task Send(
        TabletClient[] tablets, List<List<SheetSubmission>> outboxes, ConcurrentDictionary<Guid, Receipt> receipts, Action afterReceipt) =>
        Task.WhenAll(outboxes.Select(async (outbox, sender) =>
        {
            try
            {
                await using var tablet = await tablets[sender / 2].Again();
                foreach (var sheet in outbox)
                {
                    var answer = await tablet.Submit(sheet);
                    Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
                    Assert.Equal(answer.Receipt, receipts.GetOrAdd(sheet.Id, answer.Receipt!));
                    afterReceipt();
                }
            }
            catch (Exception cut) when (cut is not Xunit.Sdk.XunitException)
            {
                // The server is gone; the outbox is sent again when it is back.
            }
        }));
}
