using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Files;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists;
using Scoring.Api.Tests.Verify;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Files;

/// <summary>When a backup is made, where, and what it is called.</summary>
public sealed class BackupKeeperTests
{
    [Fact]
    public async Task Every_phase_change_makes_a_backup_named_by_it_here_and_in_the_second_folder()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var second = Path.Combine(host.Folder, "usb", "评分备份");
        await JudgeImportTests.Says(admin, SealedArchive.Page, "Folder", new() { ["path"] = second }, "以后每次备份都会再存一份");
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Review));
        await Testing.Wait.Until(() => BackupFile.In(second).Any(b => b.Reason == "电工进入复核"));
        Assert.Contains(BackupFile.In(host.Data.Backups), b => b.Reason == "电工进入复核" && b.Competition == open.Id);
        Assert.Contains("电工进入复核", await admin.Read(SealedArchive.Page));
        Assert.Equal(0, (await CommandRun.Of("verify", BackupFile.In(second)[0].Path)).Code);
        await JudgeImportTests.Says(admin, SealedArchive.Page, "Folder", new() { ["path"] = "/proc/nowhere" }, "alert");
    }

    [Fact]
    public async Task Who_was_given_an_account_a_minute_ago_has_it_still_when_the_catalog_is_lost()
    {
        await using var host = await ConsoleHost.Start();
        await host.App.Services.GetRequiredService<BackupKeeper>().StopAsync(CancellationToken.None); // one keeper a folder
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var keeper = new BackupKeeper(host.Competitions, host.Data, host.App.Services.GetRequiredService<Settings>(),
            host.App.Services.GetRequiredService<InstallationBackup>(), clock);
        await keeper.StartAsync(CancellationToken.None);
        host.Accounts.Create(new("jiandu", "监督", Role.Supervisor, new("yindubei-2026")), ConsoleHost.Password);
        var copies = CatalogCopies.Folder(host.Data.Backups);
        await Testing.Wait.Until(() =>
        {
            clock.Advance(BackupKeeper.CatalogEvery); // again and again: the keeper may not have begun to count yet
            return Directory.Exists(copies) && Directory.EnumerateFiles(copies, "*.db").Any(HasIt);
        });

        static bool HasIt(string copy)
        {
            using var db = SqliteFile.OpenForReading(copy);
            return Dapper.SqlMapper.ExecuteScalar<long>(db, "SELECT count(*) FROM accounts WHERE login = 'jiandu'") == 1;
        }
    }

    [Fact]
    public async Task What_changed_is_backed_up_when_the_time_comes_and_nothing_is_when_nothing_changed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await host.App.Services.GetRequiredService<BackupKeeper>().StopAsync(CancellationToken.None); // one keeper a folder
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var keeper = new BackupKeeper(host.Competitions, host.Data, host.App.Services.GetRequiredService<Settings>(),
            host.App.Services.GetRequiredService<InstallationBackup>(), clock);
        await keeper.StartAsync(CancellationToken.None);
        await Testing.Wait.Until(() =>
        {
            clock.Advance(BackupKeeper.Every); // again and again: the keeper may not have begun to count yet
            return Regular() > 0;
        });
        clock.Advance(BackupKeeper.Every);
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Review));
        await Testing.Wait.Until(() => BackupFile.In(host.Data.Backups).Any(b => b.Reason.StartsWith("电工进入", StringComparison.Ordinal)));
        Assert.Equal(1, Regular());
        await keeper.StopAsync(CancellationToken.None);

        int Regular() => BackupFile.In(host.Data.Backups).Count(b => b.Reason == "定时");
    }
}
