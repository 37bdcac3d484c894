using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Certificates;

namespace Scoring.Api.Tests.Archive;

/// <summary>From a contest to a file that holds it for ever, and back.</summary>
public sealed class ArchiveTests
{
    private const string Page = "/console/yindubei-2026/archive";

    [Fact]
    public async Task A_sealed_archive_is_verified_anywhere_and_restored_beside_the_old()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var file = await Seal(host, admin);

        var (code, output, _) = await CommandRun.Of("verify", file);
        Assert.True(code == 0, output);
        Assert.Contains("归档包：完整", output);
        using (var zip = ZipFile.OpenRead(file))
        {
            Assert.Contains(zip.Entries, e => e.FullName == "lists/选手名册.xlsx");
            Assert.DoesNotMatch("[1-9][0-9]{16}[0-9X]", await Text(zip, "competition.json"));
        }

        await JudgeImportTests.Says(admin, Page, "Restore", new() { ["file"] = Path.GetFileName(file), ["key"] = "yindubei-again" }, "已恢复为新比赛 yindubei-again");
        var restored = host.Competitions.Find(new CompetitionId("yindubei-again"))!;
        Assert.Equal(
            open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => (r.Result.Entrant, r.Rank, r.Result.Total)).ToList()),
            restored.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => (r.Result.Entrant, r.Rank, r.Result.Total)).ToList()));
        Assert.Equal("yindubei-again", restored.Read(s => s.Competition!.Id.Value));
        Assert.Contains("**********", await admin.Read("/console/yindubei-again/lists?handler=print&list=roster")); // the copy has the key to its people
        await JudgeImportTests.Says(admin, Page, "Restore", new() { ["file"] = Path.GetFileName(file), ["key"] = "yindubei-2026" }, "不会覆盖");
    }

    [Fact]
    public async Task Photos_of_paper_sheets_lie_in_the_archive_under_the_hash_the_ledger_has()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        byte[] photo = [0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes("a paper sheet, photographed")];
        var hash = host.App.Services.GetRequiredService<Devices.PaperPictures>().Store(open.Id, photo)!;
        host.App.Services.GetRequiredService<Devices.PaperPictures>().Store(open.Id, [0xFF, 0xD8, 0xFF, 1]); // uploaded, never handed in
        await ConsoleHost.Do(open, "clerk:L1", open.Read(state => new PaperSheetEntered(
            state.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id, new("A"), new("J04"),
            state.Trade(MarkedContest.Dg)!.Module(new("A"))!.Definition.Aspects().ToDictionary(a => a.Id, MarkedContest.Best), "L1", hash)));
        using var admin = await host.SignedIn(Role.Admin);
        var file = await Seal(host, admin);

        using (var zip = ZipFile.OpenRead(file))
        {
            var kept = Assert.Single(zip.Entries, e => e.FullName.StartsWith("papers/", StringComparison.Ordinal));
            Assert.Equal($"papers/{hash}.jpg", kept.FullName);
            using var bytes = new MemoryStream();
            await using var stream = await kept.OpenAsync();
            await stream.CopyToAsync(bytes);
            Assert.Equal(photo, bytes.ToArray());
        }

        Assert.Equal(0, (await CommandRun.Of("verify", file)).Code);
    }

    [Fact]
    public async Task Certificates_lie_in_the_archive_as_they_were_handed_out_and_a_lost_photo_is_named()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var templates = host.App.Services.GetRequiredService<TemplateShelf>();
        Assert.NotEqual(CertificateTemplates.Plain, templates.For(open.Id, CertificateKind.Award));
        templates.Use(open.Id, CertificateKind.Award, CertificateTemplates.Plain.Name);
        var pictures = host.App.Services.GetRequiredService<Devices.PaperPictures>();
        var hash = pictures.Store(open.Id, [0xFF, 0xD8, 0xFF, 7])!;
        await ConsoleHost.Do(open, "clerk:L1", open.Read(state => new PaperSheetEntered(
            state.Trade(MarkedContest.Dg)!.Entrants[0].Entrant.Id, new("A"), new("J04"),
            state.Trade(MarkedContest.Dg)!.Module(new("A"))!.Definition.Aspects().ToDictionary(a => a.Id, MarkedContest.Best), "L1", hash)));
        File.Delete(pictures.Find(open.Id, hash)!.Value.Path);
        using var admin = await host.SignedIn(Role.Admin);
        var file = await Seal(host, admin);

        using (var zip = ZipFile.OpenRead(file))
        {
            Assert.Equal($"papers/{hash}-缺.txt", Assert.Single(zip.Entries, e => e.FullName.StartsWith("papers/", StringComparison.Ordinal)).FullName);
            using var expected = new MemoryStream();
            host.App.Services.GetRequiredService<CertificatePainter>().PaintAll(
                open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.Where(c => c.RevokedBecause is null)
                    .Select(c => (CertificateTemplates.Plain, new CertificateToPrint(c.Certificate.Facts, c.Certificate.Qr))).ToList()),
                expected, "电工 证书");
            using var bytes = new MemoryStream();
            await using var stream = await zip.GetEntry($"certificates/{MarkedContest.Dg}.pdf")!.OpenAsync();
            await stream.CopyToAsync(bytes);
            Assert.Equal(expected.ToArray(), bytes.ToArray());
        }

        Assert.Equal(0, (await CommandRun.Of("verify", file)).Code);
    }

    [Theory]
    [InlineData("lists/成绩汇总表.xlsx", "文件 lists/成绩汇总表.xlsx 被改过")]
    [InlineData("competition.json", "文件 competition.json 被改过")]
    [InlineData("ledger.db", "文件 ledger.db 被改过")]
    [InlineData("manifest.json", "清单被改过")]
    public async Task One_changed_byte_is_found_and_not_restored(string name, string finding)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var file = await Seal(host, admin);
        Change(file, name);
        var (code, output, _) = await CommandRun.Of("verify", file);
        Assert.Equal(1, code);
        Assert.Contains(finding, output);
        await JudgeImportTests.Says(admin, Page, "Restore", new() { ["file"] = Path.GetFileName(file), ["key"] = "again" }, "归档包已损坏");
        Assert.Null(host.Competitions.Find(new CompetitionId("again")));
    }

    [Fact]
    public async Task An_archive_or_backup_from_elsewhere_is_uploaded_into_an_empty_installation()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var file = await Seal(host, admin);
        await using var other = await ConsoleHost.Start();
        using var stranger = await other.SignedIn(Role.Admin);
        var answer = await stranger.PostFile("/console/competitions", "/console/competitions?handler=Restore", "归档.zip", await File.ReadAllBytesAsync(file), new() { ["key"] = "carried" });
        Assert.Contains("已恢复为新比赛 carried", await stranger.Read(answer.Headers.Location!.ToString()));
        Assert.Equal(108, other.Competitions.Find(new CompetitionId("carried"))!.Read(s => s.Entrants.Count));
        answer = await stranger.PostFile("/console/competitions", "/console/competitions?handler=Restore", "x.zip", Encoding.UTF8.GetBytes("no archive"), new() { ["key"] = "nothing" });
        Assert.Contains("alert", await stranger.Read(answer.Headers.Location!.ToString()));
        Assert.Null(other.Competitions.Find(new CompetitionId("nothing")));
    }

    [Fact]
    public async Task Every_phase_change_makes_a_backup_named_by_it_here_and_in_the_second_folder()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var second = Path.Combine(host.Folder, "usb", "评分备份");
        await JudgeImportTests.Says(admin, Page, "Folder", new() { ["path"] = second }, "以后每次备份都会再存一份");
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Review));
        await Testing.Wait.Until(() => BackupFile.In(second).Any(b => b.Reason == "电工进入复核"));
        Assert.Contains(BackupFile.In(host.Data.Backups), b => b.Reason == "电工进入复核" && b.Competition == open.Id);
        Assert.Contains("电工进入复核", await admin.Read(Page));
        Assert.Equal(0, (await CommandRun.Of("verify", BackupFile.In(second)[0].Path)).Code);
        await JudgeImportTests.Says(admin, Page, "Folder", new() { ["path"] = "/proc/nowhere" }, "alert");
    }

    [Fact]
    public async Task What_changed_is_backed_up_when_the_time_comes_and_nothing_is_when_nothing_changed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await host.App.Services.GetRequiredService<BackupKeeper>().StopAsync(CancellationToken.None); // one keeper a folder
        var clock = new HandTimer();
        using var keeper = new BackupKeeper(host.Competitions, host.Data, host.App.Services.GetRequiredService<Settings>(), clock);
        await keeper.StartAsync(CancellationToken.None);
        await Testing.Wait.Until(() => clock.Ticks is not null);
        clock.Ticks!();
        await Testing.Wait.Until(() => Regular() == 1);
        clock.Ticks!();
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Review));
        await Testing.Wait.Until(() => BackupFile.In(host.Data.Backups).Any(b => b.Reason.StartsWith("电工进入", StringComparison.Ordinal)));
        Assert.Equal(1, Regular());
        await keeper.StopAsync(CancellationToken.None);

        int Regular() => BackupFile.In(host.Data.Backups).Count(b => b.Reason == "定时");
    }

    [Fact]
    public async Task Next_years_contest_has_the_definition_and_judges_and_nobody_of_last_year()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.Post(
            "/console/competitions", new() { ["source"] = "yindubei-2026", ["key"] = "yindubei-2027", ["name"] = "第二届“殷都杯”" }, to: "/console/competitions?handler=Clone");
        Assert.Equal("/console/yindubei-2027/definition", answer.Headers.Location!.ToString());
        var next = host.Competitions.Find(new CompetitionId("yindubei-2027"))!;
        Assert.Equal(0, next.Read(s => s.Entrants.Count));
        Assert.Equal(open.Read(s => s.Judges.Count), next.Read(s => s.Judges.Count));
        Assert.Equal(open.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()), next.Read(s => s.TradesInOrder.Select(t => t.Definition.Name).ToList()));
        Assert.All(next.Read(s => s.TradesInOrder.Select(t => t.Phase).ToList()), phase => Assert.Equal(Phase.Setup, phase));
        Assert.Equal("YINDUBEI2027", next.Read(s => s.Competition!.CertificatePrefix));
    }

    [Fact]
    public async Task An_import_cut_short_leaves_nothing_and_can_be_done_again()
    {
        await using var host = await ConsoleHost.Start();
        var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei.json"))).File!;
        var import = host.App.Services.GetRequiredService<CompetitionImport>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.Run(file with { Trades = Cut(file.Trades!) }, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(host.Data.Competitions));
        Assert.Null(host.Competitions.Find(file.Competition.Id));
        Assert.Equal(108, (await import.Run(file)).Read(s => s.Entrants.Count));
        await Assert.ThrowsAsync<CompetitionExistsException>(() => import.Run(file));
    }

    // A list that ends in the middle of being read, as a process does that is cut short.
    private static IReadOnlyList<Trade> Cut(IReadOnlyList<Trade> trades) => new CutList(trades);

    private sealed class CutList(IReadOnlyList<Trade> trades) : IReadOnlyList<Trade>
    {
        public Trade this[int index] => trades[index];

        public int Count => trades.Count;

        public IEnumerator<Trade> GetEnumerator()
        {
            yield return trades[0];
            throw new OperationCanceledException();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class HandTimer : TimeProvider
    {
        public Action? Ticks { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(TimeSpan.FromMinutes(10), period);
            Ticks = () => callback(state);
            return new Timer(_ => { });
        }
    }

    private static async Task<string> Seal(ConsoleHost host, Browser admin)
    {
        await JudgeImportTests.Says(admin, Page, "Seal", [], "归档包已做好并检查通过");
        return Assert.Single(Directory.EnumerateFiles(Path.Combine(host.Folder, "archives"), "*.zip"));
    }

    private static void Change(string file, string name)
    {
        using var zip = ZipFile.Open(file, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        using var bytes = new MemoryStream();
        using (var old = entry.Open())
        {
            old.CopyTo(bytes);
        }

        entry.Delete();
        var changed = bytes.ToArray();
        if (name == "manifest.json")
        {
            changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(changed).Replace("殷都杯", "殷都盃", StringComparison.Ordinal));
        }
        else
        {
            changed[changed.Length / 2] ^= 1;
        }

        using var now = zip.CreateEntry(name).Open();
        now.Write(changed);
    }

    private static async Task<string> Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return await reader.ReadToEndAsync();
    }
}
