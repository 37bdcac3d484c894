using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Ledger;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Ledger;

/// <summary>A ledger that is shorter than it was, or other than it was, is damage and is said so, though its chain holds.</summary>
public sealed class HeadTests
{
    [Theory]
    [InlineData("cut", "比记住的短")]
    [InlineData("rewritten", "被改写过")]
    [InlineData("removed from the middle", "比记住的短")]
    public async Task What_the_catalog_remembers_must_be_in_the_file(string how, string says)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var file = host.Data.FileOf(open.Id);
        await host.Restart(async () =>
        {
            await Forge(file, how);
            var verified = await CommandRun.Of("verify", file);
            Assert.Equal(1, verified.Code);
            Assert.Contains("目录里", verified.Output);
        });
        var reopened = host.Competitions.Find(open.Id)!;
        Assert.Contains(says, reopened.Problem);
        Assert.IsType<Outcome.NotStored>(await reopened.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(LedgerFixture.Event(1))));
        Assert.Contains(host.Competitions.Trouble, line => line.Contains(says, StringComparison.Ordinal));
        await host.Restart();
        Assert.Contains(says, host.Competitions.Find(open.Id)!.Problem);
    }

    [Fact]
    public async Task A_backup_remembers_when_the_catalog_is_gone()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var file = host.Data.FileOf(open.Id);
        host.App.Services.GetRequiredService<BackupKeeper>().Make(open, "手动");
        await host.Restart(async () =>
        {
            foreach (var part in new[] { "", "-wal", "-shm" })
            {
                File.Delete(host.Folder + "/catalog.db" + part);
            }

            await Forge(file, "cut");
        });
        Assert.Contains("备份", host.Competitions.Find(open.Id)!.Problem);
    }

    [Fact]
    public async Task An_untouched_ledger_opens_again_as_often_as_one_likes()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        for (var n = 0; n < 3; n++)
        {
            await ConsoleHost.Do(host.Competitions.Find(open.Id)!, Actor.System, LedgerFixture.Event(n));
            host.App.Services.GetRequiredService<BackupKeeper>().Make(host.Competitions.Find(open.Id)!, "手动");
            await host.Restart();
            Assert.Null(host.Competitions.Find(open.Id)!.Problem);
        }
    }

    [Fact]
    public async Task A_contest_deleted_and_cut_off_before_its_file_is_gone_leaves_nothing_that_refuses_the_next_one()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var (id, file) = (open.Id, host.Data.FileOf(open.Id));
        await ConsoleHost.Do(open, Actor.System, LedgerFixture.Event(1)); // waits to be remembered while the contest goes
        await host.Competitions.Remove(open);
        Assert.Empty(host.App.Services.GetRequiredService<HeadRows>().Of(id));
        await host.Restart(); // the keeper writes what waits once more as it stops
        Assert.Empty(host.App.Services.GetRequiredService<HeadRows>().Of(id));
        Assert.False(File.Exists(file));
        var next = await host.LoadExample();
        Assert.Null(next.Problem);
        await host.Restart();
        Assert.Null(host.Competitions.Find(id)!.Problem);
    }

    [Fact]
    public async Task A_receipt_the_ledger_lacks_is_said_at_the_console_and_on_the_tablet_that_holds_it()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var tablet = await host.Tablet(open, Hall.Judge);
        var receipt = await open.Handed(Hall.Judge, open.Read(s => s.Trade(Hall.Dg)!.Entrants[0].Code!));
        await tablet.ShowReceipt(receipt);
        Assert.Empty(host.App.Services.GetRequiredService<LostReceipts>().Lines());

        // Cut, and everything that remembered it with it: only the tablet is left to know.
        var (file, id) = (host.Data.FileOf(open.Id), open.Id);
        await host.Restart(async () =>
        {
            await Forge(file, "cut");
            using var db = SqliteFile.Open(Path.Combine(host.Folder, "catalog.db"));
            db.Execute("DELETE FROM heads");
            foreach (var backup in Directory.GetFiles(Path.Combine(host.Folder, "backups"), "*.db"))
            {
                File.Delete(backup);
            }
        });
        Assert.Null(host.Competitions.Find(id)!.Problem);
        await using var again = await tablet.Again();
        await again.ShowReceipt(receipt);
        await Wait.Until(() => again.Messages.Any(m => m.Text.Contains("台账里没有这台平板的回执", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains($"有第 {receipt.Sequence} 条的回执", System.Net.WebUtility.HtmlDecode(await admin.Read($"/console/{id}/ledger")), StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(await (await admin.Post(
            $"/console/{id}/verify", new() { ["head"] = $"{receipt.Sequence}:{receipt.Hash[..8]}" }, $"/console/{id}/verify?handler=Check")).Content.ReadAsStringAsync());
        Assert.Contains("账本被截短了", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE events SET actor = 'judge:J05' WHERE type = 'SheetSubmitted'", "评分表却是裁判 J04 的")]
    [InlineData("UPDATE events SET actor = 'clerk:J05' WHERE type = 'SheetReturned'", "只能由")]
    [InlineData("UPDATE events SET payload = replace(CAST(payload AS TEXT), '\"basedOn\":0', '\"basedOn\":3') WHERE type = 'SheetSubmitted'", "依据第 3 条")]
    public async Task An_entry_no_use_case_would_take_is_a_finding_though_the_chain_was_computed_anew(string sql, string says)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.Handed(Hall.Judge, open.Read(s => s.Trade(Hall.Dg)!.Entrants[0].Code!));
        await ConsoleHost.Do(open, "headJudge:Z2", open.Read(s => new Core.Ledger.Events.SheetReturned(s.Trade(Hall.Dg)!.Entrants[0].Entrant.Id, Hall.A, new(Hall.Judge), "看错了")));
        var copy = Path.Combine(host.Folder, "copy.db");
        Backups.Copy(host.Data.FileOf(open.Id), copy);
        Assert.Equal(0, (await CommandRun.Of("verify", copy)).Code);
        await Forge(copy, sql.Replace("= replace(", "= CAST(replace(", StringComparison.Ordinal).Replace("3')", "3') AS BLOB)", StringComparison.Ordinal));
        var (code, output, _) = await CommandRun.Of("verify", copy);
        Assert.Equal(1, code);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_taken_away_is_damage_with_and_without_its_index()
    {
        using var ledger = new LedgerFixture();
        await using var competition = ledger.Open();
        await LedgerFixture.Receipt(competition, 1);
        var receipt = await LedgerFixture.Receipt(competition, 2);
        var killed = Path.Combine(ledger.Folder, "killed.db");
        File.Copy(ledger.File, killed);
        File.Copy(ledger.File + "-shm", killed + "-shm");
        Assert.Throws<LostCommitsException>(() => SqliteLedger.Open(killed));
        var (code, output, _) = await CommandRun.Of("verify", killed);
        Assert.Equal(1, code);
        Assert.Contains("-wal", output);

        // Without the index nothing in the file tells of it; a receipt does.
        File.Delete(killed + "-shm");
        Assert.NotEqual(0, (await CommandRun.Of("verify", killed, "--head", $"{receipt.Sequence}:{receipt.ShortHash}")).Code);
    }

    [Fact]
    public async Task Verify_holds_the_ledger_against_a_receipt()
    {
        using var ledger = new LedgerFixture();
        await ledger.Fill(4);
        Receipt receipt;
        await using (var competition = ledger.Open())
        {
            receipt = await LedgerFixture.Receipt(competition, 5);
        }

        var head = $"{receipt.Sequence}:{receipt.ShortHash}";
        Assert.Equal(0, (await CommandRun.Of("verify", ledger.File, "--head", head)).Code);
        Assert.Equal(1, (await CommandRun.Of("verify", ledger.File, "--head", $"{receipt.Sequence}:00000000")).Code);
        Assert.Equal(2, (await CommandRun.Of("verify", ledger.File, "--head", "5")).Code);
        await Forge(ledger.File, "cut");
        var (code, output, _) = await CommandRun.Of("verify", ledger.File, "--head", head);
        Assert.Equal(1, code);
        Assert.Contains("账本被截短了", output);
        Assert.Equal(0, (await CommandRun.Of("verify", ledger.File)).Code);
    }

    /// <summary>As somebody with the file and the program's source would: triggers away, rows changed, the chain computed anew, triggers back.</summary>
    private static Task Forge(string file, string how)
    {
        using var db = SqliteFile.Open(file);
        var triggers = db.Query<string>("SELECT sql FROM sqlite_master WHERE type = 'trigger'").ToList();
        db.Execute("DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete");
        db.Execute(how switch
        {
            "cut" => "DELETE FROM events WHERE sequence > (SELECT max(sequence) FROM events) - 2",
            _ when how.StartsWith("UPDATE", StringComparison.Ordinal) => how,
            "rewritten" => "UPDATE events SET actor = 'admin:other' WHERE sequence = 2",
            _ => "DELETE FROM events WHERE sequence = 2; UPDATE events SET sequence = sequence - 1 WHERE sequence > 2",
        });
        var before = Chain.Genesis;
        foreach (var row in EventRow.ReadAll(db).ToList())
        {
            var e = row.EntryOrThrow();
            var hash = Chain.Hash(e.Sequence, e.At, e.Id, e.Actor, e.Type, e.Payload.Span, before.Span);
            db.Execute("UPDATE events SET hash = @Hash WHERE sequence = @Sequence", new { Hash = hash.ToArray(), e.Sequence });
            before = hash;
        }

        triggers.ForEach(sql => db.Execute(sql));
        return Task.CompletedTask;
    }
}
