using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Tests.Ledger;

public sealed class CompetitionsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("scoring-data-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Competitions_are_open_again_after_a_restart_with_the_same_one_current()
    {
        using (var host = await Start())
        {
            var competitions = host.Services.GetRequiredService<Competitions>();
            var first = competitions.Create(new("cup-2025"));
            Assert.Same(first, competitions.Current);
            var second = competitions.Create(new("cup-2026"));
            Assert.Same(first, competitions.Current);
            Assert.Same(second, competitions.Create(new("cup-2026")));
            await LedgerFixture.Receipt(second, 1);
            competitions.Create(new("cup-2027"));
            competitions.MakeCurrent(second);
            await host.StopAsync();
        }

        using var again = await Start();
        var found = again.Services.GetRequiredService<Competitions>();
        Assert.Equal(["cup-2025", "cup-2026", "cup-2027"], found.All.Select(c => c.Id.Value));
        Assert.Equal("cup-2026", found.Current?.Id.Value);
        Assert.Equal(1, found.Find(new("cup-2026"))?.Sequence);
        await again.StopAsync();
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_in_words()
    {
        using var host = await Start();
        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(Start);
        Assert.Equal($"数据文件夹 {root} 正被另一个计分程序使用。请先关闭那个程序，或者用 SCORING_DATA 指定另一个文件夹。", refused.Explanation);
    }

    [Fact]
    public async Task A_damaged_ledger_can_be_read_up_to_the_damage_and_the_others_work()
    {
        using (var host = await Start())
        {
            var competitions = host.Services.GetRequiredService<Competitions>();
            foreach (var id in new[] { "a-good", "b-bad", "c-good" })
            {
                var competition = competitions.Create(new(id));
                for (var n = 1; n <= 10; n++)
                {
                    await LedgerFixture.Receipt(competition, n);
                }
            }
        }

        using (var connection = SqliteFile.Open(Path.Combine(root, "competitions", "b-bad.db")))
        {
            SqliteFile.Run(connection, "DROP TRIGGER events_refuse_update; UPDATE events SET actor = 'systen' WHERE sequence = 6");
        }

        await File.WriteAllTextAsync(Path.Combine(root, "competitions", "d-text.db"), "这不是数据库");

        using var again = await Start();
        var found = again.Services.GetRequiredService<Competitions>();
        var bad = found.Find(new("b-bad"))!;
        Assert.Equal("账本从第 6 条起与写入时不一致，本场竞赛只能查看，不能再录入。请用“verify”命令检查，并从最近的备份恢复。", bad.Problem);
        Assert.Equal(5, bad.Read(s => s.Version));
        Assert.Equal(bad.Problem, Assert.IsType<Outcome.NotStored>(await LedgerFixture.Add(bad, 11)).Message);
        Assert.Equal(11, (await LedgerFixture.Receipt(found.Find(new("a-good"))!, 11)).Sequence);
        Assert.Equal(11, (await LedgerFixture.Receipt(found.Find(new("c-good"))!, 11)).Sequence);
        Assert.Equal("打不开竞赛文件 d-text.db。它已损坏，或者不是竞赛文件。请用最近的备份替换。", Assert.Single(found.Unreadable).Message);
    }

    [Fact]
    public async Task A_ledger_of_a_newer_program_is_not_touched()
    {
        using (var host = await Start())
        {
            host.Services.GetRequiredService<Competitions>().Create(new("cup"));
        }

        using (var connection = SqliteFile.Open(Path.Combine(root, "competitions", "cup.db")))
        {
            SqliteFile.Run(connection, "INSERT INTO migrations (number, name) VALUES (9999, '9999_later')");
        }

        using var again = await Start();
        Assert.Equal(
            "打不开竞赛文件 cup.db。它由更新版本的程序写成，请用新版本的程序；要退回旧版本，先运行 revert，换回升级前的副本。",
            Assert.Single(again.Services.GetRequiredService<Competitions>().Unreadable).Message);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("a.b")]
    public async Task An_id_that_is_no_files_name_makes_no_file(string id)
    {
        using var host = await Start();
        var competitions = host.Services.GetRequiredService<Competitions>();
        Assert.Throws<ArgumentException>(() => competitions.Create(new CompetitionId(id)));
        Assert.Empty(competitions.All);
    }

    private async Task<IHost> Start()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance);
        builder.Services.AddLedger(root);
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }
}
