using System.Text.Json;

namespace Scoring.Api.Tests.Commands;

public class ComputeCommandTests
{
    [Fact]
    public async Task Json_is_the_default_and_tells_every_figure_from_aspect_to_award()
    {
        var (code, output, error) = await CommandRun.Of("compute", CommandRun.Example("yindubei-marked.json"));

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        var dg = json.RootElement.GetProperty("trades").EnumerateArray().First(t => t.GetProperty("trade").GetString() == "dg");
        var first = dg.GetProperty("entrants")[0];
        Assert.Equal(1, first.GetProperty("rank").GetInt32());
        Assert.Equal("一等奖", first.GetProperty("award").GetString());
        var module = first.GetProperty("result").GetProperty("components")[1].GetProperty("modules")[0];
        Assert.Equal(5, module.GetProperty("sheets").GetArrayLength());
        Assert.Contains(module.GetProperty("sheets").EnumerateArray(), s => s.GetProperty("use").GetString() == "droppedHigh");
        Assert.NotEmpty(module.GetProperty("sheets")[0].GetProperty("aspects")[0].GetProperty("because").GetString()!);
        Assert.NotEmpty(first.GetProperty("explanation").EnumerateArray());
    }

    [Fact]
    public async Task Text_is_a_page_to_read_out()
    {
        var (code, output, _) = await CommandRun.Of("compute", CommandRun.Example("yindubei-marked.json"), "--text");

        Assert.Equal(0, code);
        Assert.StartsWith("2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛", output, StringComparison.Ordinal);
        Assert.Contains("去掉最高", output, StringComparison.Ordinal);
        Assert.Contains("总分 = 理论", output, StringComparison.Ordinal);
        Assert.Matches("总分同为 [0-9.]+，实操同为 [0-9.]+，用时 [0-9:]+ 短于 [0-9:]+", output);
    }

    [Fact]
    public async Task A_bad_file_gives_every_error_with_its_path_and_exit_code_2()
    {
        var path = Path.GetTempFileName();
        var good = await File.ReadAllTextAsync(CommandRun.Example("templates/union.json"));
        await File.WriteAllTextAsync(path, good.Replace("\"weight\": 30", "\"weight\": 25", StringComparison.Ordinal).Replace("\"fullMark\": 10 ", "\"fullMark\": -10 ", StringComparison.Ordinal));

        var (code, output, error) = await CommandRun.Of("compute", path);
        File.Delete(path);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("$.trades[0].components：现为 25 + 70 = 95；各部分权重合计应为 100，还差 5", error, StringComparison.Ordinal);
        Assert.Contains("fullMark：现为 -10；满分应大于 0，最多两位小数", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_so()
    {
        var (code, _, error) = await CommandRun.Of("compute", "/nowhere/比赛.json");

        Assert.Equal(2, code);
        Assert.StartsWith("没有找到文件 /nowhere/比赛.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_and_json_at_once_are_refused()
    {
        var (code, output, _) = await CommandRun.Of("compute", CommandRun.Example("yindubei.json"), "--text", "--json");

        Assert.NotEqual(0, code);
        Assert.DoesNotContain("殷都杯", output, StringComparison.Ordinal);
    }
}
