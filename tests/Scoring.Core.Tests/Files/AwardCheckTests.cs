namespace Scoring.Core.Tests.Files;

/// <summary>Tiers, few entrants, gate, advance list and honours (R-C3, R-E1 to R-E5).</summary>
public class AwardCheckTests
{
    private const string Awards = "trades[0].awards";

    [Theory]
    [InlineData("union", Awards + ".tiers[1].name", "\"一等奖\"", "“一等奖”；奖项名称不能重复，$.trades[0].awards.tiers[0].name 已经用了")]
    [InlineData("union", Awards + ".tiers[0].quota", "-1", "-1；名额应为 0 或以上")]
    [InlineData("union", Awards + ".tiers[0].quota", "0", null)]
    [InlineData("union", Awards + ".tiers[0]", """{"name":"一等奖"}""", "名额和比例都没有；应在名额 quota 与比例 percent 中写一个，或写达到的分数 from")]
    [InlineData("union", Awards + ".tiers", "[]", null)]
    [InlineData("college", Awards + ".tiers[0].percent", "-0.01", "-0.01；比例应为 0 至 100")]
    [InlineData("college", Awards + ".tiers[0].percent", "0", null)]
    [InlineData("college", Awards + ".tiers[0].percent", "50", null)]
    [InlineData("college", Awards + ".tiers", """[{"name":"一等奖","percent":100}]""", null)]
    [InlineData("college", Awards + ".tiers", """[{"name":"一等奖","percent":50},{"name":"二等奖","percent":50.01}]""", "100.01；各等次比例合计不能超过 100")]
    [InlineData("union", Awards + ".few[1].fewerThan", "6", "“6”；人数不能重复，$.trades[0].awards.few[0].fewerThan 已经用了")]
    [InlineData("union", Awards + ".few[0].fewerThan", "0", "0；人数应为 1 或以上")]
    [InlineData("union", Awards + ".few[0].fewerThan", "1", null)]
    [InlineData("union", Awards + ".few[1].tiers[2].quota", "-1", "-1；名额应为 0 或以上")]
    [InlineData("union", Awards + ".gate.passMark", "-0.01", "-0.01；合格线按百分制，应为 0 至 100")]
    [InlineData("union", Awards + ".gate.passMark", "100.01", "100.01；合格线按百分制，应为 0 至 100")]
    [InlineData("union", Awards + ".gate.passMark", "0", null)]
    [InlineData("union", Awards + ".gate.passMark", "100", null)]
    [InlineData("union", Awards + ".gate", null, null)]
    public void Tiers_few_entrants_and_gate(string template, string path, string? json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Fact]
    public void A_percentage_above_100_is_wrong_by_itself_and_in_the_sum() => Expect.Errors(
        "college", $"{Awards}.tiers", """[{"name":"一等奖","percent":100.01}]""",
        $"$.{Awards}.tiers[0].percent：现为 100.01；比例应为 0 至 100", $"$.{Awards}.tiers：现为 100.01；各等次比例合计不能超过 100");

    [Fact]
    public void As_many_prizes_as_entrants_are_allowed() =>
        Assert.Empty(new BadFile("yindubei.json").Set("trades[1].awards.tiers[2].quota", "18").Errors());

    [Fact]
    public void Where_few_entered_the_smallest_row_that_holds_is_compared()
    {
        var file = new BadFile("yindubei.json").Set(
            "trades[1].awards.few",
            """
            [{"fewerThan":30,"tiers":[{"name":"一等奖","quota":23}]},{"fewerThan":23,"tiers":[{"name":"一等奖","quota":24}]},{"fewerThan":22,"tiers":[{"name":"一等奖","quota":25}]}]
            """);

        Assert.Equal(["$.trades[1].awards.few[1].tiers：现为 24；奖项名额合计不能超过报名的 22 人"], file.Errors());
        Assert.Equal(["$.trades[1].awards.few[0].fewerThan"], new BadFile("yindubei.json")
            .Set("trades[1].awards.few", """[{"fewerThan":"x","tiers":[]}]""").Set("trades[1].awards.tiers[2].quota", "19").Read().Errors.Select(e => e.Path));
    }

    [Theory]
    [InlineData("college", "trades[0].advance.top", "0", "0；晋级人数应大于 0")]
    [InlineData("college", "trades[0].advance.top", "-1", "-1；晋级人数应大于 0")]
    [InlineData("college", "trades[0].advance.top", "1", null)]
    [InlineData("college", "trades[0].advance", """{"to":"省赛"}""", "人数和比例都没有；应在人数 top 与比例 percent 中写一个")]
    [InlineData("college", "trades[0].advance", """{"to":"省赛","top":3,"percent":10}""", "人数和比例都有；应在人数 top 与比例 percent 中写一个")]
    [InlineData("worldskills", "trades[0].advance.percent", "0", "0；晋级比例应大于 0、不超过 100")]
    [InlineData("worldskills", "trades[0].advance.percent", "100.01", "100.01；晋级比例应大于 0、不超过 100")]
    [InlineData("worldskills", "trades[0].advance.percent", "0.01", null)]
    [InlineData("worldskills", "trades[0].advance.percent", "100", null)]
    public void Advance_lists(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Theory]
    [InlineData(23, "$.trades[1].advance.top：现为 23；晋级人数不能超过报名的 22 人")]
    [InlineData(22, null)]
    public void No_more_advance_than_entered(int top, string? error) => Assert.Equal(
        error is null ? [] : [error],
        new BadFile("yindubei.json").Set("trades[1].advance", $$"""{"to":"省赛","top":{{top}}}""").Errors());

    [Theory]
    [InlineData("honours[0].rankFrom", "0", "0；名次从 1 起")]
    [InlineData("honours[1].rankTo", "0", "0；不能小于起始名次 1")]
    [InlineData("honours[1].rankTo", "1", null)]
    [InlineData("honours[1].grades", "[\"技师\"]", "1 级；等级阶梯由低到高至少两级；通行的五级就不写")]
    [InlineData("honours[1].grades", "[\"技师\",\"高级技师\"]", null)]
    [InlineData("honours[1].grades[4]", "\"初级工\"", "“初级工”；等级不能重复，$.trades[0].honours[1].grades[0] 已经用了")]
    public void Honours(string path, string json, string? error) => Expect.ErrorAtValue("union", $"trades[0].{path}", json, error);
}
