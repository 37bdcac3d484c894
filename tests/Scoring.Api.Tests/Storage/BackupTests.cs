using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Commands;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Ledger;
using Scoring.Api.Verify;
using Scoring.Core.Ledger;

namespace Scoring.Api.Tests.Storage;

public sealed class BackupTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("scoring-backup-").FullName;
    private readonly LedgerMetrics metrics = new();

    public void Dispose()
    {
        metrics.Dispose();
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_competition_at_work_is_whole_and_says_why_it_was_made()
    {
        using var folder = DataFolder.Take(root);
        await using var competitions = Open(folder);
        var competition = competitions.Create(new("cup"));
        var receipt = await Fill(competition, 50);

        var (code, text) = Run(BackupCommand.Create(), "cup", "--data", root, "--reason", "公布前 / 第1次");
        Assert.Equal(0, code);
        var copy = Assert.Single(Directory.GetFiles(folder.Backups));
        Assert.Matches(@"^cup-\d{8}T\d{6}Z-公布前---第1次\.db$", Path.GetFileName(copy));
        Assert.Equal($"已备份 {copy}：50 条，检查通过", text);
        Assert.Equal(receipt.Hash, VerifyLedger.Run(copy).Last?.Hash);
        await Fill(competition, 1);
    }

    [Fact]
    public async Task Two_backups_in_one_second_do_not_replace_each_other()
    {
        using var folder = DataFolder.Take(root);
        await using var competitions = Open(folder);
        var at = new DateTimeOffset(2026, 4, 23, 9, 0, 0, TimeSpan.Zero);
        await Fill(competitions.Create(new("cup")), 3);
        var first = Backups.Make(folder.FileOf(new("cup")), folder.Backups, "..", at);
        var second = Backups.Make(folder.FileOf(new("cup")), folder.Backups, "..", at);
        Assert.Equal("cup-20260423T090000Z-backup.db", Path.GetFileName(first));
        Assert.Equal("cup-20260423T090000Z-backup-2.db", Path.GetFileName(second));
    }

    [Fact]
    public async Task Pictures_of_paper_sheets_go_with_the_backups_once_and_come_back_with_any_of_them()
    {
        string backup;
        using (var folder = DataFolder.Take(root))
        {
            await using var competitions = Open(folder);
            await Fill(competitions.Create(new("cup")), 3);
            var hash = new SheetPictures(folder).Store(new("cup"), [0xFF, 0xD8, 0xFF, 1])!;
            Backups.Make(folder.FileOf(new("cup")), folder.Backups, "a", TimeProvider.System.GetUtcNow());
            backup = Backups.Make(folder.FileOf(new("cup")), folder.Backups, "b", TimeProvider.System.GetUtcNow());
            Assert.Equal($"{hash}.jpg", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(folder.Backups, "cup.papers")))));
        }

        Assert.Equal(0, Run(RestoreCommand.Create(), backup, "--as", "cup2", "--data", root).Code);
        Assert.Single(Directory.GetFiles(Path.Combine(root, "competitions", "cup2.papers")));
    }

    [Fact]
    public async Task A_restored_backup_is_a_competition_that_goes_on()
    {
        string backup;
        using (var folder = DataFolder.Take(root))
        {
            await using var competitions = Open(folder);
            await Fill(competitions.Create(new("cup")), 20);
            backup = Backups.Make(folder.FileOf(new("cup")), folder.Backups, "收工", TimeProvider.System.GetUtcNow());
            Assert.Equal(2, Run(RestoreCommand.Create(), backup, "--as", "cup2", "--data", root).Code);
        }

        Assert.Equal((0, "已恢复为竞赛 cup2，共 20 条。启动服务后即可使用。"), Run(RestoreCommand.Create(), backup, "--as", "cup2", "--data", root));
        Assert.Equal((2, "竞赛 cup 已经存在，恢复不会覆盖它。请用 --as 换一个编号。"), Run(RestoreCommand.Create(), backup, "--as", "cup", "--data", root));
        Assert.Equal(2, Run(RestoreCommand.Create(), backup, "--as", "../cup3", "--data", root).Code);

        using var again = DataFolder.Take(root);
        await using var found = Open(again);
        Assert.Equal(["cup", "cup2"], found.All.Select(c => c.Id.Value));
        Assert.Equal(21, (await Fill(found.Find(new("cup2"))!, 1)).Sequence);
    }

    [Fact]
    public async Task A_damaged_backup_is_not_restored_unless_asked_for()
    {
        string backup;
        using (var folder = DataFolder.Take(root))
        {
            await using var competitions = Open(folder);
            await Fill(competitions.Create(new("cup")), 20);
            backup = Backups.Make(folder.FileOf(new("cup")), folder.Backups, "收工", TimeProvider.System.GetUtcNow());
        }

        using (var connection = SqliteFile.Open(backup))
        {
            SqliteFile.Run(connection, "DROP TRIGGER events_refuse_update; UPDATE events SET actor = 'judge:J1' WHERE sequence = 12");
        }

        Assert.Equal(1, Run(RestoreCommand.Create(), backup, "--as", "cup2", "--data", root).Code);
        Assert.False(File.Exists(Path.Combine(root, "competitions", "cup2.db")));
        Assert.Equal(0, Run(RestoreCommand.Create(), backup, "--as", "cup2", "--data", root, "--damaged").Code);
    }

    [Fact]
    public void Nothing_to_back_up_is_said_so()
    {
        Assert.Equal((2, $"{Path.Combine(root, "competitions")} 里没有竞赛。请用 --data 指定数据文件夹。"), Run(BackupCommand.Create(), "--data", root));
    }

    private Competitions Open(DataFolder folder)
    {
        var catalog = Catalog.Open(folder);
        var competitions = new Competitions(folder, catalog, new HeadRows(catalog, folder, TimeProvider.System),
            new RestedRows(new ShelfFile(folder)), TimeProvider.System, metrics, NullLogger<OpenCompetition>.Instance);
        competitions.OpenAll();
        return competitions;
    }

    private static async Task<Receipt> Fill(OpenCompetition competition, int count)
    {
        for (var n = 1; n < count; n++)
        {
            await LedgerFixture.Receipt(competition, n);
        }

        return await LedgerFixture.Receipt(competition, count);
    }

    private static (int Code, string Text) Run(Command command, params string[] arguments)
    {
        using var console = new StringWriter(CultureInfo.InvariantCulture);
        var code = command.Parse(arguments).Invoke(new InvocationConfiguration { Output = console, Error = console });
        return (code, console.ToString().Trim());
    }
}
