using System.IO.Compression;
using System.Text;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Lists;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Verify;

/// <summary>From a contest to a file that holds it for ever, and back.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public async Task A_sealed_archive_is_verified_anywhere_and_restored_beside_the_old()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var file = await SealedArchive.Seal(host, admin);

        var (code, output, _) = await CommandRun.Of("verify", file);
        Assert.True(code == 0, output);
        Assert.Contains("归档包：完整", output);
        using (var zip = ZipFile.OpenRead(file))
        {
            Assert.Contains(zip.Entries, e => e.FullName == "lists/选手名册.xlsx");
            Assert.DoesNotMatch("[1-9][0-9]{16}[0-9X]", await SealedArchive.Text(zip, "competition.json"));
        }

        await JudgeImportTests.Says(admin, SealedArchive.Page, "Restore", new() { ["file"] = Path.GetFileName(file), ["key"] = "yindubei-again" }, "已恢复为新比赛 yindubei-again");
        var restored = host.Competitions.Find(new CompetitionId("yindubei-again"))!;
        Assert.Equal(
            open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => (r.Result.Entrant, r.Rank, r.Result.Total)).ToList()),
            restored.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows.Select(r => (r.Result.Entrant, r.Rank, r.Result.Total)).ToList()));
        Assert.Equal("yindubei-again", restored.Read(s => s.Competition!.Id.Value));
        Assert.Contains("**********", await admin.Read("/console/yindubei-again/lists?handler=print&list=roster")); // the copy has the key to its people
        await JudgeImportTests.Says(admin, SealedArchive.Page, "Restore", new() { ["file"] = Path.GetFileName(file), ["key"] = "yindubei-2026" }, "不会覆盖");
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
        var file = await SealedArchive.Seal(host, admin);
        Change(file, name);
        var (code, output, _) = await CommandRun.Of("verify", file);
        Assert.Equal(1, code);
        Assert.Contains(finding, output);
        await JudgeImportTests.Says(admin, SealedArchive.Page, "Restore", new() { ["file"] = Path.GetFileName(file), ["key"] = "again" }, "归档包已损坏");
        Assert.Null(host.Competitions.Find(new CompetitionId("again")));
    }

    [Fact]
    public async Task An_archive_or_backup_from_elsewhere_is_uploaded_into_an_empty_installation()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var file = await SealedArchive.Seal(host, admin);
        await using var other = await ConsoleHost.Start();
        using var stranger = await other.SignedIn(Role.Admin);
        var answer = await stranger.PostFile("/console/competitions", "/console/competitions?handler=Restore", "归档.zip", await File.ReadAllBytesAsync(file), new() { ["key"] = "carried" });
        Assert.Contains("已恢复为新比赛 carried", await stranger.Read(answer.Headers.Location!.ToString()));
        Assert.Equal(108, other.Competitions.Find(new CompetitionId("carried"))!.Read(s => s.Entrants.Count));
        answer = await stranger.PostFile("/console/competitions", "/console/competitions?handler=Restore", "x.zip", Encoding.UTF8.GetBytes("no archive"), new() { ["key"] = "nothing" });
        Assert.Contains("alert", await answer.Content.ReadAsStringAsync());
        Assert.Null(other.Competitions.Find(new CompetitionId("nothing")));
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
}
