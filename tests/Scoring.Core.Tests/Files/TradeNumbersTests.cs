namespace Scoring.Core.Tests.Files;

/// <summary>The single figures of a trade and of its medals (R-A1, R-D3, R-D4, R-G5).</summary>
public class TradeNumbersTests
{
    [Theory]
    [InlineData("codeLayers", "-1", "-1；代号应为 0 至 3 层")]
    [InlineData("codeLayers", "4", "4；代号应为 0 至 3 层")]
    [InlineData("codeLayers", "0", null)]
    [InlineData("codeLayers", "3", null)]
    [InlineData("publicityDays", "-1", "-1；公示应为 0 至 365 个工作日")]
    [InlineData("publicityDays", "366", "366；公示应为 0 至 365 个工作日")]
    [InlineData("publicityDays", "0", null)]
    [InlineData("publicityDays", "365", null)]
    [InlineData("appealHours", "-0.5", "-0.5；申诉时限应为 0 至 1000 小时")]
    [InlineData("appealHours", "1000.5", "1000.5；申诉时限应为 0 至 1000 小时")]
    [InlineData("appealHours", "0", null)]
    [InlineData("appealHours", "1000", null)]
    [InlineData("medals.window", "-0.01", "-0.01；同牌分差应为 0 或以上")]
    [InlineData("medals.window", "0", null)]
    [InlineData("medals.excellenceBase", "-0.01", "-0.01；优胜奖基准应为 0 或以上")]
    [InlineData("medals.excellenceBase", "0", null)]
    [InlineData("medals.excellenceBase", null, null)]
    [InlineData("medals.names", """["金","银","铜"]""", "3 个；奖牌名称应为四个：金、银、铜、优胜")]
    [InlineData("medals.names[4]", "\"五\"", null, "names：现为 5 个；奖牌名称应为四个：金、银、铜、优胜")]
    [InlineData("medals.names", null, null)]
    [InlineData("medals.names[3]", "\"金牌\"", "“金牌”；奖牌名称不能重复，$.trades[0].medals.names[0] 已经用了")]
    public void Figures_and_medals(string path, string? json, string? error, string? medals = null) =>
        Expect.Errors("worldskills", $"trades[0].{path}", json, error is not null ? [$"$.trades[0].{path}：现为 {error}"] : medals is not null ? [$"$.trades[0].medals.{medals}"] : []);
}
