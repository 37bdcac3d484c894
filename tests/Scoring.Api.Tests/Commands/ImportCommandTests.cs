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
