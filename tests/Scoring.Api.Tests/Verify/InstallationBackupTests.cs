using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Certificates;
using Scoring.Api.Console;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Api.Tests.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Archive;

/// <summary>A backup is the whole: one restore onto an empty machine, and portal, verification, accounts and tablets go on.</summary>
public sealed class InstallationBackupTests
{
    private const string Password = "殷都杯整套备份-2026", Archive = "/console/yindubei-2026/archive";

    [Fact]
    public async Task One_restore_onto_an_empty_machine_brings_everything_back()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var qr = VerificationLink.PayloadOf(open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[0].Certificate.Qr));
        var (name, four) = Best(host, open);
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(host.Folder, "screens")).FullName, "kept.txt"), "logo");
        var second = Directory.CreateTempSubdirectory("scoring-stick-").FullName;
        await admin.Post(Archive, new() { ["path"] = second }, $"{Archive}?handler=Folder");
        Assert.Contains("备份里只有台账", WebUtility.HtmlDecode(await admin.Read("/console/competitions")), StringComparison.Ordinal);
        await admin.Post(Archive, new() { ["password"] = Password, ["again"] = Password + "x" }, $"{Archive}?handler=Whole");
        Assert.Empty(Directory.GetFiles(second, "*.sealed"));
        await admin.Post(Archive, new() { ["password"] = Password, ["again"] = Password }, $"{Archive}?handler=Whole");
        Assert.DoesNotContain("备份里只有台账", WebUtility.HtmlDecode(await admin.Read("/console/competitions")), StringComparison.Ordinal);

        var (wrong, words) = (Path.Combine(second, "..", Path.GetRandomFileName()), Path.Combine(second, "password.txt"));
        await File.WriteAllTextAsync(words, "not this one 1", TestContext.Current.CancellationToken);
        var (code, _, error) = await CommandRun.Of("restore", second, "--data", wrong, "--password-file", words);
        Assert.Equal(2, code);
        Assert.Contains("口令不对", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(wrong, "catalog.db")));
        Directory.Delete(wrong, recursive: true);

        await File.WriteAllTextAsync(words, Password, TestContext.Current.CancellationToken);
        var empty = Directory.CreateTempSubdirectory("scoring-empty-").FullName;
        var (done, output, _) = await CommandRun.Of("restore", second, "--data", empty, "--password-file", words);
        Assert.Equal(0, done);
        Assert.Contains($"yindubei-2026：已恢复 {open.Sequence} 条", output, StringComparison.Ordinal);
        Assert.Equal(2, (await CommandRun.Of("restore", second, "--data", empty, "--password-file", words)).Code); // no longer empty

        await using var there = await ConsoleHost.Start(at: empty);
        Assert.Empty(there.App.Services.GetRequiredService<Cautions>().All());
        using var phone = there.NewBrowser();
        Assert.Contains("一等奖", await (await phone.PostBare("/portal", new() { ["name"] = name, ["lastFour"] = four })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("证书有效", WebUtility.HtmlDecode(await phone.Read("/V/" + qr)), StringComparison.Ordinal);
        using var again = there.NewBrowser();
        await again.SignIn(nameof(Role.Admin), ConsoleHost.Password);
        Assert.Equal(HttpStatusCode.OK, (await again.Get(Archive)).StatusCode);
        using var paired = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = there.Address };
        paired.DefaultRequestHeaders.Add("Cookie", tablet.Cookie);
        Assert.Equal(HttpStatusCode.OK, (await paired.GetAsync("/judge/api/me", TestContext.Current.CancellationToken)).StatusCode);
        await ConsoleHost.Do(there.Competitions.Find(open.Id)!, Actor.System, LedgerFixture.Event(1));
        Assert.Equal("logo", await File.ReadAllTextAsync(Path.Combine(empty, "screens", "kept.txt"), TestContext.Current.CancellationToken));
        Directory.Delete(second, recursive: true);
    }

    [Fact]
    public async Task What_was_entered_after_the_last_backup_is_named_and_the_contest_goes_on()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var (installation, keeper) = (host.App.Services.GetRequiredService<InstallationBackup>(), host.App.Services.GetRequiredService<BackupKeeper>());
        Assert.Null(installation.SetPassword(Password));
        keeper.Make(open, "手动");
        var before = open.Sequence;
        await ConsoleHost.Do(open, Actor.System, LedgerFixture.Event(1));
        host.App.Services.GetRequiredService<Scoring.Api.Storage.HeadRows>().Remember(open.Id, open.Sequence, open.HeadHash);
        installation.Make([host.Data.Backups]);
        var empty = Directory.CreateTempSubdirectory("scoring-empty-").FullName;
        var (done, lines) = InstallationRestore.Run(host.Data.Backups, empty, Password);
        Assert.True(done);
        Assert.Contains(lines, line => line.Contains($"到第 {before + 1} 条，不在这份备份里", StringComparison.Ordinal));
        await using var there = await ConsoleHost.Start(at: empty);
        Assert.Null(there.Competitions.Find(open.Id)!.Problem);
    }

    [Fact]
    public async Task Keys_that_are_not_here_are_named_on_every_page_and_nothing_fails_for_it()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var key = host.App.Services.GetRequiredService<CertificateKeys>().CurrentId;
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Empty(host.App.Services.GetRequiredService<Cautions>().All());
        await host.Restart(() =>
        {
            Directory.Delete(Path.Combine(host.Folder, "keys"), recursive: true);
            return Task.CompletedTask;
        });
        using var again = host.NewBrowser();
        await again.SignIn(nameof(Role.Admin), ConsoleHost.Password);
        var page = WebUtility.HtmlDecode(await again.Read("/console/competitions"));
        Assert.Contains($"keys/{open.Id}.seal 不在这台电脑上", page, StringComparison.Ordinal);
        Assert.Contains($"签证书用的密钥 {key} 不在这台电脑上", page, StringComparison.Ordinal);

        // Only what protects the keys is gone: their files are kept, and said so.
        await host.Restart(() =>
        {
            foreach (var file in Directory.GetFiles(Path.Combine(host.Folder, "keys"), "*.xml"))
            {
                File.Delete(file);
            }

            return Task.CompletedTask;
        });
        Assert.Contains(host.App.Services.GetRequiredService<Cautions>().All(), line => line.Contains("certificates.key）打不开", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "keys"), "certificates.key.unreadable"));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("1111111111")]
    public async Task A_password_that_is_no_password_is_refused(string password)
    {
        await using var host = await ConsoleHost.Start();
        Assert.NotNull(host.App.Services.GetRequiredService<InstallationBackup>().SetPassword(password));
        Assert.False(host.App.Services.GetRequiredService<InstallationBackup>().Ready);
    }

    [Fact]
    public void A_sealed_installation_opens_with_its_password_and_not_with_one_bit_changed()
    {
        var box = InstallationSeal.Of(Password).Close([1, 2, 3]);
        Assert.Equal([1, 2, 3], InstallationSeal.Open(box, Password)!);
        Assert.Null(InstallationSeal.Open(box, Password + "1"));
        foreach (var at in new[] { 9, 20, 30, 45, box.Length - 1 })
        {
            var changed = box.ToArray();
            changed[at] ^= 1;
            Assert.Null(InstallationSeal.Open(changed, Password));
        }
    }

    private static (string Name, string LastFour) Best(ConsoleHost host, OpenCompetition open)
    {
        var best = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        return (best.Name, host.App.Services.GetRequiredService<PersonalSeal>().Open(open.Id, best.Sealed)!.IdNumber![^4..]);
    }
}
