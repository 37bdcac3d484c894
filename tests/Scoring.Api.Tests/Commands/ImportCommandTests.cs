using System.Text;
using Scoring.Api.Storage;

namespace Scoring.Api.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scoring-import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_file_becomes_a_ledger_without_its_personal_data_in_the_clear()
    {
        var (code, output, error) = await CommandRun.Of("import", CommandRun.Example("yindubei.json"), "--data", folder);

        Assert.Equal((0, ""), (code, error));
        Assert.Matches("已导入“2026年安阳市.+”：台账 [0-9]+ 条，链值 [0-9a-f]{8}。", output);
        var ledger = await File.ReadAllBytesAsync(Path.Combine(folder, "competitions", "yindubei-2026.db"));
        Assert.True(ledger.AsSpan().IndexOf("迪丽娜尔·阿不都热合曼"u8) >= 0);
        Assert.True(ledger.AsSpan().IndexOf("10000000001"u8) < 0, "a phone number is in the ledger");
        Assert.True(ledger.AsSpan().IndexOf("990099"u8) < 0, "an ID number is in the ledger");
    }

    [Fact]
    public async Task A_competition_that_is_there_stays_as_it_is()
    {
        await CommandRun.Of("import", CommandRun.Example("templates/union.json"), "--data", folder);

        var (code, _, error) = await CommandRun.Of("import", CommandRun.Example("templates/union.json"), "--data", folder);

        Assert.Equal(2, code);
        Assert.Contains("已有编号为 union-contest 的比赛", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_files_become_as_many_competitions_and_the_next_start_opens_one()
    {
        var union = await File.ReadAllTextAsync(CommandRun.Example("templates/union.json"));
        string[] files = [.. Enumerable.Range(1, 5).Select(n => Named(union, n))];
        var (code, output, error) = await CommandRun.Of(["import", .. files, "--data", Path.Combine(folder, "data")]);
        Assert.Equal((0, "", 5), (code, error, output.Split("已导入").Length - 1));
        await using var host = await Console.ConsoleHost.Start(at: Path.Combine(folder, "data"));
        Assert.Equal([false, true, true, true, true], host.Competitions.All.Select(c => c.IsResting).Order());
        Assert.All(host.Competitions.All, c => Assert.True(c.Read(state => state.TradesInOrder.Count) > 0));
    }

    [Theory]
    [InlineData("bad", "缺少")]
    [InlineData("twice", "是同一个编号 union-1")]
    [InlineData("there", "已有编号为 union-2 的比赛")]
    public async Task One_file_that_cannot_be_taken_keeps_all_out(string how, string says)
    {
        var union = await File.ReadAllTextAsync(CommandRun.Example("templates/union.json"));
        var (one, two, data) = (Named(union, 1), Named(union, 2), Path.Combine(folder, "data"));
        if (how == "there")
        {
            await CommandRun.Of("import", two, "--data", data);
        }

        var third = how switch
        {
            "twice" => Named(union, 1, "again"),
            "bad" => Path.Combine(folder, "bad.json"),
            _ => Named(union, 3),
        };
        if (how == "bad")
        {
            await File.WriteAllTextAsync(third, "{\"format\":1}", Encoding.UTF8);
        }

        var (code, output, error) = await CommandRun.Of("import", one, two, third, "--data", data);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(data, "competitions", "union-1.db")));
    }

    private string Named(string union, int n, string? file = null)
    {
        var path = Path.Combine(folder, $"{file ?? $"union-{n}"}.json");
        File.WriteAllText(path, union.Replace("\"union-contest\"", $"\"union-{n}\"", StringComparison.Ordinal));
        return path;
    }

    [Fact]
    public async Task A_bad_file_leaves_the_folder_alone()
    {
        var bad = Path.Combine(folder, "bad.json");
        await File.WriteAllTextAsync(bad, "{\"format\":1}", Encoding.UTF8);

        var (code, _, error) = await CommandRun.Of("import", bad, "--data", Path.Combine(folder, "data"));

        Assert.Equal(2, code);
        Assert.Contains("$.competition：现为 缺少", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "data")));
    }

    [Fact]
    public async Task A_folder_that_a_server_uses_is_left_to_it()
    {
        using var held = DataFolder.Take(folder);

        var (code, _, error) = await CommandRun.Of("import", CommandRun.Example("templates/union.json"), "--data", folder);

        Assert.Equal(1, code);
        Assert.Contains("正被另一个计分程序使用", error, StringComparison.Ordinal);
    }
}
