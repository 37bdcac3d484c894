using Dapper;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;

namespace Scoring.Api.Tests.Fixtures;

/// <summary>A newer program on an earlier version's data, the way back, and an older program on newer data.</summary>
public sealed class UpdateTests
{
    public static TheoryData<string> Versions => [.. EarlierVersion.Names];

    [Theory, MemberData(nameof(Versions))]
    public async Task An_update_copies_first_and_can_go_back(string version)
    {
        var kept = EarlierVersion.Read(version);
        var before = 0L;
        await using var host = await ConsoleHost.Start(fill: folder =>
        {
            kept.CopyTo(folder);
            before = Shape(Path.Combine(folder, "catalog.db"));
        });
        var catalog = Path.Combine(host.Folder, "catalog.db");
        var copy = Assert.Single(Directory.GetDirectories(UpdateCopy.FolderIn(host.Folder)));
        Assert.Equal(before, Shape(Path.Combine(copy, "catalog.db")));
        Assert.True(Shape(catalog) > before);

        await host.Restart(async () =>
        {
            var (code, said, error) = await CommandRun.Of("revert", "--data", host.Folder);
            Assert.True(code == 0, said + error);
            Assert.Equal(before, Shape(catalog));
            var (verified, words, why) = await CommandRun.Of("verify", Path.Combine(host.Folder, "competitions", kept.Competition + ".db"));
            Assert.True(verified == 0, words + why);
        });

        // Updated once more: a copy again, and the ledger is what it was.
        var open = host.Competitions.Find(new CompetitionId(kept.Competition))!;
        Assert.Equal((kept.Head.Sequence, kept.Head.Hash), (open.Sequence, open.HeadHash));
        Assert.Equal(2, Directory.GetDirectories(UpdateCopy.FolderIn(host.Folder), "*-to-*").Length);
    }

    [Fact]
    public async Task The_same_version_copies_nothing_and_there_is_nothing_to_go_back_to()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        await host.Restart(async () =>
        {
            var (code, _, error) = await CommandRun.Of("revert", "--data", host.Folder);
            Assert.Equal(2, code);
            Assert.Contains("没有升级前的副本", error, StringComparison.Ordinal);
        });
        Assert.False(Directory.Exists(UpdateCopy.FolderIn(host.Folder)));
    }

    [Fact]
    public async Task An_older_program_on_newer_data_says_so_and_touches_nothing() // a newer catalog alone: CatalogTests
    {
        await using var host = await ConsoleHost.Start();
        await host.Restart(() =>
        {
            var (mark, catalog) = (Path.Combine(host.Folder, "version.txt"), Path.Combine(host.Folder, "catalog.db"));
            File.WriteAllText(mark, "99.0");
            var bytes = File.ReadAllBytes(catalog);
            var (code, said) = Api.Machine.SystemTool.Run(
                "dotnet", Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll"), "serve", "--data", host.Folder, "--url",
                    "http://127.0.0.1:0");
            Assert.Equal(1, code);
            Assert.Contains("更新版本", said, StringComparison.Ordinal);
            Assert.Contains("revert", said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
            Assert.Equal(bytes, File.ReadAllBytes(catalog));
            File.WriteAllText(mark, ProductVersion.Current);
            return Task.CompletedTask;
        });
    }

    private static long Shape(string catalog)
    {
        using var db = SqliteFile.OpenForReading(catalog);
        return db.QuerySingle<long>("SELECT max(number) FROM migrations");
    }
}
