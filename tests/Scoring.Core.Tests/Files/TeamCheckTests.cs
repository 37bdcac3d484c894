namespace Scoring.Core.Tests.Files;

/// <summary>Team rankings and 优秀组织奖 (R-F1 to R-F3, R-J11).</summary>
public class TeamCheckTests
{
    private const string Teams = "competition.teamRankings";

    [Theory]
    [InlineData("[0].bestOf", "0", "0；取前几名应为 1 或以上；全部计入就不写")]
    [InlineData("[0].bestOf", "-1", "-1；取前几名应为 1 或以上；全部计入就不写")]
    [InlineData("[0].bestOf", "1", null)]
    [InlineData("[0].bestOf", null, null)]
    [InlineData("[1].finisherPoints", "-0.01", "-0.01；应为 0 或以上")]
    [InlineData("[1].finisherPoints", "0", null)]
    [InlineData("[1].points[9]", "-0.01", "-0.01；应为 0 或以上")]
    [InlineData("[1].points[9]", "0", null)]
    [InlineData("[1].points", "[]", "空列表；按名次计分时要写各名次的分，如 [10, 9, 8, 7, 6, 5]")]
    [InlineData("[1].points", null, "缺少；按名次计分时要写各名次的分，如 [10, 9, 8, 7, 6, 5]")]
    [InlineData("[1].points", "[10]", null)]
    [InlineData("[1].trades[0]", "\"kg\"", "“kg”；没有这个工种，应为 kf、jn，是否为 kf？")]
    [InlineData("[1].trades[1]", "\"jn\"", null)]
    [InlineData("[2].awardPoints", "{}", "空的 {}；按奖项计分时要写各奖项的分，如 { \"一等奖\": 8 }")]
    [InlineData("[2].awardPoints", null, "缺少；按奖项计分时要写各奖项的分，如 { \"一等奖\": 8 }")]
    [InlineData("[2].awardPoints", """{"金奖":0}""", null)]
    [InlineData("[0].prize.count", "-1", "-1；名额应为 0 或以上")]
    [InlineData("[0].prize.count", "0", null)]
    [InlineData("[2].prize.rankFrom", "0", "0；按名次范围评选时，起始名次应为 1 或以上")]
    [InlineData("[2].prize.rankFrom", null, "缺少；按名次范围评选时，起始名次应为 1 或以上")]
    [InlineData("[2].prize.rankFrom", "2", null)]
    [InlineData("[2].prize.rankTo", "0", "0；按名次范围评选时要写末位名次，不小于起始名次")]
    [InlineData("[2].prize.rankTo", null, "缺少；按名次范围评选时要写末位名次，不小于起始名次")]
    [InlineData("[2].prize.rankTo", "1", null)]
    public void Rankings_and_prizes(string path, string? json, string? error) => Expect.ErrorAtValue("company-kpi", Teams + path, json, error);

    [Fact]
    public void The_last_rank_is_not_before_the_first() => Expect.Errors(
        "company-kpi", $"{Teams}[2].prize.rankFrom", "3", $"$.{Teams}[2].prize.rankTo：现为 2；按名次范围评选时要写末位名次，不小于起始名次");

    [Fact]
    public void Award_points_are_not_negative() => Expect.Errors(
        "company-kpi", $"{Teams}[2].awardPoints.金奖", "-0.01", $"$.{Teams}[2].awardPoints[\"金奖\"]：现为 -0.01；应为 0 或以上");

    [Fact]
    public void A_tier_of_few_entrants_can_be_won_too() => Assert.Empty(new BadFile("templates/company-kpi.json")
        .Set("trades[0].awards.few[0].tiers", """[{"name":"鼓励奖","quota":1}]""").Set($"{Teams}[2].awardPoints.鼓励奖", "1").Errors());

    [Fact]
    public void In_a_trade_with_medals_the_medals_are_what_can_be_won()
    {
        static IReadOnlyList<string> Of(string medals, string points) => new BadFile("templates/company-kpi.json")
            .Set("trades[0].medals", medals).Set("trades[1].medals", medals).Set($"{Teams}[2].awardPoints", points).Errors();

        Assert.Empty(Of("{}", """{"金牌":8,"优胜奖":1}"""));
        Assert.Equal(
            [$"$.{Teams}[2].awardPoints[\"金奖\"]：现为 “金奖”；没有这个奖项，应为 金牌、银牌、铜牌、优胜奖，是否为 金牌？"],
            Of("{}", """{"金奖":8}"""));
        Assert.Empty(Of("""{"names":["冠军","亚军","季军","优秀"]}""", """{"冠军":8,"优秀":1}"""));
    }

    [Fact]
    public void Nominees_are_organizations()
    {
        const string nominees = $"{Teams}[0].prize.nominees";
        Expect.Errors("company-kpi", nominees, "[\"u1\"]", $"$.{nominees}[0]：现为 “u1”；文件里没有任何单位");
        Assert.Empty(new BadFile("templates/company-kpi.json").Set("organizations", """[{"id":"u1","name":"一车间"}]""").Set(nominees, "[\"u1\"]").Errors());
    }
}
