using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;

namespace Scoring.Api.Tests.Ledger;

public sealed class DiskTests : IDisposable
{
    private readonly LedgerFixture ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task A_full_disk_is_told_to_the_sender_and_work_goes_on_when_there_is_room()
    {
        var disk = Path.Combine(ledger.Folder, "disk");
        Directory.CreateDirectory(disk);
        Assert.SkipUnless(Ran("mount", "-t", "tmpfs", "-o", "size=2m", "none", disk), "a small disk cannot be mounted here");
        try
        {
            await using var competition = ledger.Open(SqliteLedger.Open(Path.Combine(disk, "cup.db")));
            var receipts = new List<Receipt>();
            var ballast = Path.Combine(disk, "ballast");
            await LedgerFixture.Receipt(competition, 0);
            await File.WriteAllBytesAsync(ballast, new byte[1_500_000]);

            Outcome last;
            do
            {
                var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => LedgerFixture.Add(competition, n)));
                last = await LedgerFixture.Add(competition, 21);
                receipts.AddRange(outcomes.Append(last).OfType<Outcome.Accepted>().Select(a => a.Receipt));
            }
            while (last is Outcome.Accepted);

            Assert.Equal("服务器磁盘已满，没有存入。请清理磁盘空间，然后重新提交。", Assert.IsType<Outcome.NotStored>(last).Message);
            Assert.Equal(competition.Sequence, competition.Read(s => s.Version));
            Assert.Equal(receipts.Count + 1, competition.Sequence);

            File.Delete(ballast);
            receipts.Add(await LedgerFixture.Receipt(competition, 2));
            receipts.AddRange(await Task.WhenAll(Enumerable.Range(1, 20).Select(n => LedgerFixture.Receipt(competition, n))));
            Assert.All(receipts, r => Assert.Equal(r.Hash, Convert.ToHexStringLower(competition.EntryAt(r.Sequence)!.Hash.Span)));
            Assert.Equal(competition.Sequence, competition.Read(s => s.Version));
        }
        finally
        {
            Ran("umount", disk);
        }
    }

    [Fact]
    public async Task A_read_only_file_is_told_to_the_sender_and_work_goes_on_when_it_can_be_written()
    {
        await ledger.Fill(3);
        Assert.SkipUnless(Ran("chattr", "+i", ledger.File), "a file cannot be made immutable here");
        try
        {
            await using var competition = ledger.Open();
            Assert.Equal(3, competition.Read(s => s.Version));
            var refused = await LedgerFixture.Add(competition, 4);
            Assert.Equal("账本文件不能写入，没有存入。请检查数据文件夹的写权限和磁盘写保护，然后重新提交。", Assert.IsType<Outcome.NotStored>(refused).Message);
            Assert.Equal(3, competition.Read(s => s.Version));

            Ran("chattr", "-i", ledger.File);
            Assert.Equal(4, (await LedgerFixture.Receipt(competition, 4)).Sequence);
        }
        finally
        {
            Ran("chattr", "-i", ledger.File);
        }
    }

    [Fact]
    public async Task A_file_locked_by_another_program_is_told_to_the_sender_and_work_goes_on_when_it_lets_go()
    {
        await using var competition = ledger.Open();
        await LedgerFixture.Receipt(competition, 1);
        using var other = SqliteFile.Open(ledger.File);
        SqliteFile.Run(other, "BEGIN IMMEDIATE");
        var outcomes = await Task.WhenAll(LedgerFixture.Add(competition, 2), LedgerFixture.Add(competition, 3));
        Assert.All(outcomes, o => Assert.StartsWith("账本文件正被别的程序占用", Assert.IsType<Outcome.NotStored>(o).Message, StringComparison.Ordinal));
        Assert.Equal(1, competition.Read(s => s.Version));
        SqliteFile.Run(other, "ROLLBACK");
        Assert.Equal(2, (await LedgerFixture.Receipt(competition, 2)).Sequence);
    }

    [Fact]
    public async Task What_a_failing_disk_did_not_take_is_seen_by_nobody_and_can_be_sent_again()
    {
        var disk = new FlakyDisk(SqliteLedger.Open(ledger.File));
        await using var competition = ledger.Open(disk);
        await LedgerFixture.Receipt(competition, 0);
        var random = new Random(20260423);
        var ids = Enumerable.Range(0, 400).Select(_ => Guid.NewGuid()).ToList();
        var receipts = new Dictionary<Guid, Receipt>();
        while (receipts.Count < ids.Count)
        {
            disk.Failure = (FlakyDisk.Kind)random.Next(3);
            var waiting = ids.Where(id => !receipts.ContainsKey(id)).Take(30);
            var outcomes = await Task.WhenAll(waiting.Select(async id => (id, Outcome: await LedgerFixture.Add(competition, 1, id))));
            foreach (var (id, accepted) in outcomes.Where(o => o.Outcome is Outcome.Accepted).Select(o => (o.id, (Outcome.Accepted)o.Outcome)))
            {
                receipts.Add(id, accepted.Receipt);
            }

            var seen = competition.Read(s => s.Version);
            Assert.Equal(seen, competition.Sequence);
            Assert.True(seen <= disk.ReadAll().Last().Sequence, "something not durable was seen");
            disk.Failure = FlakyDisk.Kind.None;
        }

        Assert.Equal(401, competition.Sequence);
        Assert.All(receipts, r => Assert.Equal(r.Value.Hash, Convert.ToHexStringLower(disk.Find(r.Key)!.Hash.Span)));
    }

    [Fact]
    public async Task An_entry_stored_although_its_commit_was_reported_as_failed_is_announced_and_gets_its_receipt()
    {
        var disk = new FlakyDisk(SqliteLedger.Open(ledger.File));
        await using var competition = ledger.Open(disk);
        var heard = new List<long>();
        competition.Committed += entries => heard.AddRange(entries.Select(e => e.Entry.Sequence));
        var id = Guid.NewGuid();
        disk.Failure = FlakyDisk.Kind.AfterStoring;
        Assert.IsType<Outcome.NotStored>(await LedgerFixture.Add(competition, 1, id));
        disk.Failure = FlakyDisk.Kind.None;
        var receipt = Assert.IsType<Outcome.Accepted>(await LedgerFixture.Add(competition, 1, id));
        Assert.True(receipt.Repeated);
        Assert.Equal(2, (await LedgerFixture.Receipt(competition, 2)).Sequence);
        await competition.DisposeAsync();
        Assert.Equal([1, 2], heard);
    }

    private static bool Ran(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>A real store that now and then fails as SQLite does: before it stored anything, or after it stored everything.</summary>
    private sealed class FlakyDisk(ILedgerStore store) : ILedgerStore
    {
        public enum Kind { None, BeforeStoring, AfterStoring }

        public Kind Failure { get; set; }

        public IEnumerable<LedgerEntry> ReadAll() => store.ReadAll();

        public LedgerEntry? Find(Guid id) => store.Find(id);

        public string? Fault => store.Fault;

        public ReadOnlyMemory<byte> RequestOf(Guid id) => store.RequestOf(id);

        public LedgerEntry? At(long sequence) => store.At(sequence);

        public void Append(IReadOnlyList<LedgerEntry> entries)
        {
            if (Failure == Kind.BeforeStoring)
            {
                throw new SqliteException("disk I/O error", SQLitePCL.raw.SQLITE_IOERR);
            }

            store.Append(entries);
            if (Failure == Kind.AfterStoring)
            {
                throw new SqliteException("disk I/O error", SQLitePCL.raw.SQLITE_IOERR);
            }
        }

        public void Dispose() => store.Dispose();
    }
}
