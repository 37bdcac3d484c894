using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Ledger;
using Scoring.Core.Ledger;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Storage;

/// <summary>A file system mounted for reading, as a stick with its switch on or a disk the system no longer trusts.</summary>
public sealed class ReadOnlyDiskTests
{
    [Fact]
    public async Task A_folder_on_a_write_protected_disk_is_refused_in_words_and_left_as_it_is()
    {
        using var disk = Disk();
        var data = Path.Combine(disk.Folder, "data");
        await using var host = await ConsoleHost.Start(at: data);
        var (id, sequence) = await Filled(host);
        await host.Restart(async () =>
        {
            disk.Protect(disk.Folder);
            Assert.Throws<DataFolderRefusedException>(() => DataFolder.Take(data));
            Assert.NotEqual(0, (await CommandRun.Of("serve", "--data", data, "--url", "http://127.0.0.1:0")).Code);
            var (code, output, error) = await CommandRun.Of("verify", Path.Combine(data, "competitions", $"{id}.db"));
            Assert.True(code == 0, output + error);
            disk.Unprotect(disk.Folder);
        });
        Assert.Equal(sequence, host.Competitions.Find(new(id))!.Sequence);
        await ConsoleHost.Do(host.Competitions.Find(new(id))!, Actor.System, LedgerFixture.Event(1));
    }

    [Theory]
    [InlineData("competitions", "yindubei-2026.db")]
    [InlineData("catalog.db", "catalog.db")]
    public async Task A_write_protected_ledger_or_catalog_is_open_for_reading_and_says_so(string what, string named)
    {
        using var disk = Disk();
        await using var host = await ConsoleHost.Start(at: Path.Combine(disk.Folder, "data"));
        var (id, sequence) = await Filled(host);
        var part = Path.Combine(host.Folder, what);
        try
        {
            await host.Restart(() =>
            {
                SqliteConnection.ClearAllPools(); // a program that starts has none open
                disk.Protect(part);
                return Task.CompletedTask;
            });
            await OnlyReads(host, id, sequence, named, writes: what != "competitions");
        }
        catch
        {
            disk.Unprotect(part); // or the folder cannot be taken away, and that is all one hears of
            throw;
        }

        await host.Restart(() =>
        {
            SqliteConnection.ClearAllPools();
            disk.Unprotect(part);
            return Task.CompletedTask;
        });
        Assert.Null(host.Competitions.Find(new(id))!.Problem);
        await ConsoleHost.Do(host.Competitions.Find(new(id))!, Actor.System, LedgerFixture.Event(2));
    }

    private static async Task OnlyReads(ConsoleHost host, string id, long sequence, string named, bool writes)
    {
        Assert.Empty(host.Competitions.Unreadable.Select(u => u.Message));
        var open = host.Competitions.Find(new(id))!;
        Assert.Equal(sequence, open.Sequence);
        var said = open.Problem + string.Concat(host.App.Services.GetRequiredService<Catalog>().Trouble);
        Assert.Contains($"{named} 不能写入", said, StringComparison.Ordinal);
        Assert.DoesNotContain("磁盘已满", said, StringComparison.Ordinal);
        using var admin = host.NewBrowser();
        Assert.Equal(HttpStatusCode.Redirect, (await admin.SignIn(nameof(Role.Admin), ConsoleHost.Password)).StatusCode);
        foreach (var path in new[] { "/health", "/portal", "/judge/", "/display/", "/console/competitions", $"/console/{id}/day" })
        {
            Assert.Equal(HttpStatusCode.OK, (await admin.Get(path)).StatusCode);
        }

        if (!writes)
        {
            Assert.IsType<Outcome.NotStored>(await open.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(LedgerFixture.Event(1))));
        }
    }

    private static SmallDisk Disk()
    {
        var disk = SmallDisk.Mount(megabytes: 64);
        Assert.SkipWhen(disk is null, "a disk of its own cannot be mounted here");
        return disk;
    }

    private static async Task<(string Id, long Sequence)> Filled(ConsoleHost host)
    {
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        return (open.Id.Value, open.Sequence);
    }
}
