using System.Text.Json;
using Scoring.Api.Console.Defining;
using Scoring.Api.Console.Officials;
using Scoring.Api.Console.Outcomes;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A form opened and saved loses nothing, also not what it does not show: every setting a competition file may bring is
/// given here, and a setting that is added later must be given too.</summary>
public sealed class KeptByFormsTests
{
    private static readonly IReadOnlyList<Api.Console.TradeChoice> Trades = [new(new("dg"), "电工")];

    private static readonly ModuleId A = new("A");
    private static readonly ComponentId Practical = new("practical");

    public static TheoryData<string, AwardTier> Tiers => new()
    {
        { "一等奖=1", new("一等奖", 1) },
        { "一等奖＝10.5%", new("一等奖", null, 10.5m) },
        { "合格=60分以上", new("合格", From: new(60m)) },
        { "合格=总分 60 分以上", new("合格", From: new(60m)) },
        { "优秀=实操技能85.5分以上至多3", new("优秀", 3, From: new(85.5m, Practical)) },
        { "优秀=实操技能８５分以上，至多20%", new("优秀", null, 20m, new(85m, Practical)) },
    };

    [Fact]
    public void Settings_of_a_trade_come_back_as_they_were()
    {
        var awards = new AwardScheme(
            [
                new("优秀", 3, null, new(85.5m, Practical), 1_000m), new("良好", null, 20m, new(75m)),
                new("合格", From: new(60m), Amount: 100m),
            ],
            BoundaryPolicy.ExpandFromNext, QuotaRounding.Floor, [new(5, [new("优秀", 1, Amount: 500m)]), new(3, [])], new(50m),
            [new(2, LimitPer.Tag, "产业链", "优秀")], "组别", [new("工艺奖", 1, A, new AspectId("A1.1"), true, 200m)]);
        var trade = Trade() with
        {
            Awards = awards, Advance = new("省赛", 3, null, true, [new(1, LimitPer.Organization)], 2),
            Honours = [new("技术能手", 1, 3, false, null, 800m), new("晋升{等级}", 4, 5, true, ["高级工", "技师"], 300m)],
        };
        AllGiven(awards, awards.Tiers[0] with { Percent = 1m }, trade.Advance with { Percent = 1m }, trade.Honours[1]);

        var (read, fault) = SettingsForm.Of(trade).Read(trade);

        Assert.Null(fault);
        Assert.Equal(Text(trade), Text(read!));
    }

    [Theory]
    [MemberData(nameof(Tiers))]
    public void A_tier_is_read_as_it_is_written_and_written_as_it_is_read(string line, AwardTier tier)
    {
        var trade = Trade();
        Assert.Equal(tier, AwardLines.Tier(line, trade));
        Assert.Equal(tier, AwardLines.Tier(AwardLines.Line(tier, trade), trade));
    }

    [Theory]
    [InlineData("优秀=没有这部分85分以上")]
    [InlineData("优秀=分以上")]
    [InlineData("优秀=85分以上3")]
    [InlineData("优秀=85分以上至多许多")]
    [InlineData("=85分以上")]
    public void A_tier_that_cannot_be_read_is_not_guessed(string line) => Assert.Null(AwardLines.Tier(line, Trade()));

    [Fact]
    public void A_team_ranking_comes_back_as_it_was()
    {
        var ranking = new TeamRanking(
            "区县团体", TeamMethod.RankPoints, 3, true, [10m, 8m], 1m, null, TeamTie.Component, TiedPoints.Shared, [new("dg")],
            new("优秀组织奖", OrganizationPrizeBasis.RankRange, 2, 1, 4, [new("o-1")], 6m), TeamUnit.NamedTeam, true,
            new Dictionary<TradeId, int> { [new("dg")] = 2 }, ComponentKind.Theory, "区县");
        AllGiven(ranking with { AwardPoints = new Dictionary<string, decimal>() }, ranking.Prize!);

        var (read, fault) = TeamForm.Of(ranking, Trades).Read(ranking, Trades);

        Assert.Null(fault);
        Assert.Equal(Text(ranking), Text(read!));
    }

    [Fact]
    public void A_judge_comes_back_as_she_was()
    {
        var judge = new Judge(
            new("j-9"), "周敏", [new(Role.Judge, new("dg"), A, 3, "第二组", true), new(Role.HeadJudge, new("dg"))],
            new("o-1"), "高级技师", [], []);
        var seat = judge.Seats[0];
        AllGiven(seat, judge);
        var state = Folding.Begin();
        LedgerEvent[] events =
            [new CompetitionDefined(new(new("yindubei"), "殷都杯")), new TradeDefined(Trade()), new JudgesAppointed([judge])];
        foreach (var (i, e) in events.Index())
        {
            state.Apply(i + 1, DateTimeOffset.UnixEpoch, Actor.System, e);
        }

        var (read, fault) = new JudgeForm(
            "j-9", judge.Name, judge.Title, "o-1", [Role.Judge, Role.HeadJudge], ["dg|A", "dg|"], ["3", ""], null, null).Read(state);

        Assert.Null(fault);
        Assert.Equal(judge.Seats, read!.Seats);
    }

    private static Trade Trade() => new(
        new("dg"), "电工", "DG", [new Component(Practical, "实操技能", ComponentKind.Practical, 100m,
            [new Module(A, "装配", 100m, MarkingMethod.Panel, [])])], new([]));

    // A parameter that is left at its default tries nothing.
    private static void AllGiven(params object[] records)
    {
        foreach (var record in records)
        {
            var left = record.GetType().GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters()
                .Where(p => p.HasDefaultValue && Equals(record.GetType().GetProperty(p.Name!)!.GetValue(record), p.DefaultValue));
            Assert.Empty(left.Select(p => $"{record.GetType().Name}.{p.Name}"));
        }
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, ScoringJson.Options);
}
