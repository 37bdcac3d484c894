using Scoring.Api.Console;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Commands;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Storage;

/// <summary>catalog.db that does not open: said in plain words, set aside, the last copy in its place; the contests are open whatever happens to it.</summary>
public sealed class CatalogTests
{
    [Theory]
    [InlineData("rubbish", "已损坏")]
    [InlineData("one page", "已损坏")]
    [InlineData("newer", "更新版本")]
    public async Task A_catalog_that_does_not_open_is_set_aside_and_the_last_copy_stands_in(string how, string says)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        CatalogCopies.Make(host.Data, TimeProvider.System.GetUtcNow().AddMinutes(1));
        var catalog = host.Data.Catalog;
        await host.Restart(() => Spoil(catalog, how));

        Assert.NotNull(host.Competitions.Find(open.Id));
        var said = Assert.Single(host.App.Services.GetRequiredService<Catalog>().Trouble);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.Contains("已换上最近的副本", said, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(host.Folder, how == "newer" ? "catalog-newer.db" : "catalog-damaged.db")));
        Assert.Contains("已换上最近的副本", System.Net.WebUtility.HtmlDecode(await admin.Read("/console/competitions")), StringComparison.Ordinal);
        await using var again = await tablet.Again();
        Assert.Equal(Hall.Judge, (await again.Open()).Judge.Value);

        await host.Restart();
        Assert.Empty(host.App.Services.GetRequiredService<Catalog>().Trouble); // said once, of the start it happened at
        Assert.NotNull(host.Accounts.Find(nameof(Role.Admin)));
    }

    [Fact]
    public async Task Without_a_copy_an_empty_one_is_made_and_the_contests_are_open()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var catalog = host.Data.Catalog;
        await host.Restart(async () =>
        {
            Directory.Delete(CatalogCopies.Folder(Path.Combine(host.Folder, "backups")), recursive: true);
            await Spoil(catalog, "rubbish");
        });
        Assert.Equal(open.Sequence, host.Competitions.Find(open.Id)!.Sequence);
        Assert.Contains(host.App.Services.GetRequiredService<Cautions>().All(), line => line.Contains("管理员要重新设定", StringComparison.Ordinal));
        Assert.NotNull(host.App.Services.GetRequiredService<Scoring.Api.Security.SetupLink>().Path);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_not_called_in_use()
    {
        var folder = Directory.CreateTempSubdirectory("scoring-refused-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "in-use.lock")); // a folder of that name: nobody can open it for writing, the tests' root neither
            var refused = Assert.Throws<DataFolderRefusedException>(() => DataFolder.Take(folder));
            Assert.Contains("不能写入", refused.Explanation, StringComparison.Ordinal);
            Assert.Equal(1, await Cli.Root().Parse(["serve", "--data", folder, "--url", "http://127.0.0.1:0"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Spoil(string catalog, string how)
    {
        if (how == "newer")
        {
            using var db = SqliteFile.Open(catalog);
            SqliteFile.Run(db, "INSERT INTO migrations (number, name) VALUES (9999, '9999_later')");
            return;
        }

        foreach (var log in new[] { "-wal", "-shm" })
        {
            File.Delete(catalog + log);
        }

        if (how == "rubbish")
        {
            await File.WriteAllBytesAsync(catalog, [.. Enumerable.Repeat((byte)7, 8192)]);
            return;
        }

        await using var file = new FileStream(catalog, FileMode.Open, FileAccess.ReadWrite);
        file.Position = 4096 * 2;
        await file.WriteAsync(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
    }
}
