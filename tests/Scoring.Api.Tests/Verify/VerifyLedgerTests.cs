using System.CommandLine;
using System.Globalization;
using System.Text;
using Dapper;
using Scoring.Api.Commands;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Ledger;
using Scoring.Api.Verify;

namespace Scoring.Api.Tests.Verify;

public sealed class VerifyLedgerTests : IDisposable
{
    private const int Entries = 200;
    private readonly LedgerFixture ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task An_untouched_ledger_is_intact_and_verifying_leaves_no_trace()
    {
        await ledger.Fill(Entries);
        var before = await File.ReadAllBytesAsync(ledger.File);
        var (code, text) = Run(ledger.File);
        Assert.Equal(0, code);
        Assert.Contains("读到 200 条", text, StringComparison.Ordinal);
        Assert.Contains("结论：完整", text, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(ledger.File));
        Assert.Equal([ledger.File], Directory.GetFiles(ledger.Folder));
    }

    [Fact]
    public async Task A_ledger_at_work_is_verified_beside_its_server()
    {
        await using var competition = ledger.Open();
        var last = await LedgerFixture.Receipt(competition, 1);
        for (var n = 2; n <= 20; n++)
        {
            last = await LedgerFixture.Receipt(competition, n);
        }

        var verification = VerifyLedger.Run(ledger.File);
        Assert.Empty(verification.Findings);
        Assert.Equal(last.Hash, verification.Last?.Hash);
        await LedgerFixture.Receipt(competition, 21);
    }

    [Theory]
    [InlineData("at")]
    [InlineData("id")]
    [InlineData("actor")]
    [InlineData("type")]
    [InlineData("payload")]
    [InlineData("hash")]
    public async Task One_changed_bit_in_any_column_is_found_with_its_place(string column)
    {
        await ledger.Fill(Entries);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var copy = Path.Combine(ledger.Folder, $"{column}-{round}.db");
            File.Copy(ledger.File, copy);
            var row = random.Next(1, Entries + 1);
            ChangeOneBit(copy, column, row, random);
            var verification = VerifyLedger.Run(copy);
            Assert.True(
                verification.Findings.Any(f => f.Where == $"第 {row} 条"),
                $"seed {seed}, round {round}: row {row} not among {string.Join("; ", verification.Findings)}");
        }
    }

    [Theory]
    [InlineData("UPDATE events SET sequence = 1000 WHERE sequence = 77", "第 77 条", "缺失")]
    [InlineData("UPDATE events SET sequence = -5 WHERE sequence = 77", "第 1 条", "")]
    [InlineData("DELETE FROM events WHERE sequence BETWEEN 30 AND 32", "第 30 至 32 条", "缺失")]
    [InlineData("DELETE FROM events WHERE sequence = 1", "第 1 条", "缺失")]
    [InlineData("UPDATE events SET payload = CAST(payload AS TEXT) WHERE sequence = 9", "第 9 条", "内容不是写入时的样子")]
    [InlineData("UPDATE events SET actor = CAST(actor AS BLOB) WHERE sequence = 9", "第 9 条", "操作人不是写入时的样子")]
    [InlineData("UPDATE events SET id = upper(id) WHERE sequence = 9", "第 9 条", "提交编号不是写入时的样子")]
    [InlineData("UPDATE events SET at = at || ' ' WHERE sequence = 9", "第 9 条", "时间不是写入时的样子")]
    [InlineData("UPDATE events SET hash = zeroblob(32) WHERE sequence = 9", "第 9 条", "校验码被改过，内容没有变")]
    [InlineData("DROP TRIGGER events_refuse_delete", "表和触发器", "events_refuse_delete 与程序建立的不同")]
    public async Task Gaps_changed_kinds_and_missing_guards_are_found(string sql, string where, string what)
    {
        await ledger.Fill(Entries);
        WithoutGuards(ledger.File, sql);
        var (code, text) = Run(ledger.File);
        Assert.Equal(1, code);
        Assert.Contains($"发现　{where}：{what}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_changed_entry_is_one_finding_and_the_rest_is_still_checked()
    {
        await ledger.Fill(Entries);
        WithoutGuards(ledger.File, "UPDATE events SET actor = 'judge:J1' WHERE sequence IN (5, 6, 90, 200)");
        Assert.Equal(["第 5 条", "第 6 条", "第 90 条", "第 200 条"], VerifyLedger.Run(ledger.File).Findings.Select(f => f.Where));
    }

    [Fact]
    public async Task Every_changed_byte_of_an_entry_in_the_raw_file_is_found()
    {
        await ledger.Fill(Entries);
        var bytes = await File.ReadAllBytesAsync(ledger.File);
        var payload = Encoding.UTF8.GetBytes("""{"organization":{"id":"o137","name":"单位137"}}""");
        var start = bytes.AsSpan().IndexOf(payload);
        // The record's header is 11 bytes; before the payload stand time (24), id (36), actor (6) and type, after it the hash (32).
        var first = start - "OrganizationDefined".Length - 6 - 36 - 24 - 11;
        // Its fourth byte says that the sequence is not stored there (it is the row's key); SQLite never reads it, so it is no part of the entry.
        var key = first + 3;
        Assert.Equal(0, bytes[key]);
        var missed = new List<string>();
        var copy = Path.Combine(ledger.Folder, "flipped.db");
        for (var at = first; at < start + payload.Length + 32; at++)
        {
            foreach (var bit in new[] { 0, 5 })
            {
                bytes[at] ^= (byte)(1 << bit);
                await File.WriteAllBytesAsync(copy, bytes);
                bytes[at] ^= (byte)(1 << bit);
                if (Run(copy).Code == 0 && at != key)
                {
                    missed.Add($"{at - first}.{bit}");
                }
            }
        }

        Assert.Empty(missed);
    }

    [Fact]
    public async Task A_changed_byte_in_the_log_of_a_killed_server_is_found_and_the_file_is_left_alone()
    {
        var killed = Path.Combine(ledger.Folder, "killed.db");
        await using (var competition = ledger.Open())
        {
            for (var n = 1; n <= 30; n++)
            {
                await LedgerFixture.Receipt(competition, n);
            }

            foreach (var part in new[] { "", "-wal", "-shm" })
            {
                File.Copy(ledger.File + part, killed + part);
            }
        }

        Assert.Equal(0, Run(killed).Code);
        var log = await File.ReadAllBytesAsync(killed + "-wal");
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var at = round < 32 ? round : random.Next(log.Length);
            var changed = log.ToArray();
            changed[at] ^= (byte)(1 << random.Next(8));
            var copy = Path.Combine(ledger.Folder, $"log-{round}.db");
            File.Copy(killed, copy);
            File.Copy(killed + "-shm", copy + "-shm");
            await File.WriteAllBytesAsync(copy + "-wal", changed);
            Assert.True(Run(copy).Code == 1, $"seed {seed}, byte {at}");
            Assert.Throws<LostCommitsException>(() => SqliteLedger.Open(copy));
            Assert.Equal(changed, await File.ReadAllBytesAsync(copy + "-wal"));
        }
    }

    [Fact]
    public async Task A_write_cut_short_in_the_log_is_no_damage()
    {
        var killed = Path.Combine(ledger.Folder, "killed.db");
        await using (var competition = ledger.Open())
        {
            await LedgerFixture.Receipt(competition, 1);
            File.Copy(ledger.File, killed);
            File.Copy(ledger.File + "-shm", killed + "-shm");
            var log = await File.ReadAllBytesAsync(ledger.File + "-wal");
            await File.WriteAllBytesAsync(killed + "-wal", [.. log, .. log[32..1000], .. new byte[8192]]);
        }

        var verification = VerifyLedger.Run(killed);
        Assert.Empty(verification.Findings);
        Assert.Equal(1, verification.Entries);
    }

    [Fact]
    public void What_is_no_ledger_is_said_so()
    {
        var text = Path.Combine(ledger.Folder, "text.db");
        File.WriteAllText(text, new string('字', 2000));
        Assert.Equal((2, $"{text}：打不开这个文件。它已损坏，或者不是竞赛文件。请用最近的备份替换。"), Run(text));
        var none = Path.Combine(ledger.Folder, "none.db");
        Assert.Equal((2, $"{none}：找不到这个文件。请检查文件名。"), Run(none));
        var other = Path.Combine(ledger.Folder, "other.db");
        using (var connection = SqliteFile.Open(other))
        {
            SqliteFile.Run(connection, "CREATE TABLE t (a INTEGER)");
        }

        Assert.Equal((2, $"{other}：这个文件不是竞赛账本。请选择 competitions 或 backups 文件夹里的 .db 文件，或归档包。"), Run(other));
    }

    private static (int Code, string Text) Run(string file)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = VerifyCommand.Create().Parse([file]).Invoke(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString().Trim());
    }

    private static void ChangeOneBit(string file, string column, int row, Random random)
    {
        using var connection = SqliteFile.Open(file);
        var value = connection.QuerySingle<byte[]>($"SELECT CAST({column} AS BLOB) FROM events WHERE sequence = @row", new { row });
        value[random.Next(value.Length)] ^= (byte)(1 << random.Next(8));
        var kind = column is "payload" or "hash" ? "BLOB" : "TEXT";
        Unguarded(connection, () => connection.Execute($"UPDATE events SET {column} = CAST(@value AS {kind}) WHERE sequence = @row", new { value, row }));
    }

    private static void WithoutGuards(string file, string sql)
    {
        using var connection = SqliteFile.Open(file);
        if (sql.StartsWith("DROP", StringComparison.Ordinal))
        {
            connection.Execute(sql);
            return;
        }

        Unguarded(connection, () => connection.Execute(sql));
    }

    // Whoever tampers would put the triggers back.
    private static void Unguarded(Microsoft.Data.Sqlite.SqliteConnection connection, Action change)
    {
        var triggers = connection.Query<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger'").ToList();
        connection.Execute("DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete");
        change();
        triggers.ForEach(sql => connection.Execute(sql));
    }
}
