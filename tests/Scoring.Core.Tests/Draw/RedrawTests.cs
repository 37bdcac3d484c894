using Scoring.Core.Draw;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Draw;

/// <summary>Drawing again (R-A1): what is taken away is said before, and the reason is kept.</summary>
public sealed class RedrawTests
{
    private static readonly Actor _officer = new(Role.CodingOfficer, "C1", Contest.Here);

    private static Contest Of(int entrants, int layers) => new(Contest.Union() with { CodeLayers = layers }, entrants, phase: Phase.Setup);

    private static Contest Draw(Contest contest, int layer, bool stations = false)
    {
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, _officer, Contest.TradeId, layer, $"s{layer}", stations: stations));
        return contest;
    }

    [Fact]
    public void What_is_lost_is_counted()
    {
        Assert.Null(DrawCodes.Loss(Of(3, 2).Trade, 1));
        var one = Draw(Of(3, 1), 1);
        Assert.Equal("3 人已有这一层代号，重抽后全部作废；已打印的码单、赛位签和评分表都要收回重印", DrawCodes.Loss(one.Trade, 1)!.Words.ToString());
        var stations = Draw(Of(2, 3), 1, stations: true);
        Assert.Equal(
            "2 人已有这一层代号，重抽后全部作废，2 个工位号一起作废；已打印的码单、赛位签和评分表都要收回重印", DrawCodes.Loss(stations.Trade, 1)!.Words.ToString());
        Draw(Draw(stations, 2), 3);
        Assert.Equal([2, 3], DrawCodes.Loss(stations.Trade, 1)!.Later);
        Assert.Equal([3], DrawCodes.Loss(stations.Trade, 2)!.Later);
        Assert.Empty(DrawCodes.Loss(stations.Trade, 3)!.Later);
        Assert.EndsWith("，第 2、3 层也要重抽；已打印的码单、赛位签和评分表都要收回重印", DrawCodes.Loss(stations.Trade, 1)!.Words.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_those_who_have_a_code_lose_one()
    {
        var contest = Draw(Of(2, 1), 1);
        contest.Apply(new EntrantsRegistered([new(Contest.E(3), "晚到", new("org"), Contest.TradeId)]));

        Assert.Equal((2, 0), (DrawCodes.Loss(contest.Trade, 1)!.Codes, DrawCodes.Loss(contest.Trade, 1)!.Stations));
    }

    [Fact]
    public void Without_a_reason_the_refusal_says_what_would_be_lost_and_a_reason_too_long_says_so()
    {
        var contest = Draw(Of(2, 1), 1);
        Decision Again(string? reason) => DrawCodes.ByMachine(contest.State, _officer, Contest.TradeId, 1, "s2", reason: reason);

        Assert.Equal(
            "2 人已有这一层代号，重抽后全部作废；已打印的码单、赛位签和评分表都要收回重印。确要重抽，请写明理由", Refused(Refusal.NoReason, Again(null)).Message.ToString());
        Assert.Equal("理由最多 500 字", Refused(Refusal.LongReason, Again(new string('长', 501))).Message.ToString());
        Assert.Null(Of(2, 1).Accept<CodesDrawn>(DrawCodes.ByMachine(Of(2, 1).State, _officer, Contest.TradeId, 1, "s",
            reason: "用不着")).Reason);
        Assert.Equal("签袋少一签", contest.Accept<CodesDrawn>(Again(" 签袋少一签 ")).Reason);
    }

    [Fact]
    public void Who_is_disqualified_draws_nothing_and_who_is_absent_does()
    {
        var contest = Of(3, 1).Status(1, EntrantStatus.Disqualified).Status(2, EntrantStatus.Absent);

        Assert.Equal(["E2", "E3"], DrawCodes.Drawing(contest.Trade).Select(e => e.Entrant.Id.Value));
        Assert.Equal("这个工种没有这位选手，或已弃赛", Refused(Refusal.BadCodes, DrawCodes.ByHand(contest.State, _officer, Contest.TradeId, 1,
            [new(Contest.E(1), "01"), new(Contest.E(2), "02"), new(Contest.E(3), "03")])).Fields!["E1"].ToString());
    }

    [Theory]
    [InlineData(1, 'A')]
    [InlineData(2, 'B')]
    [InlineData(3, 'C')]
    public void Each_layer_has_its_letter_and_comes_after_the_one_before(int layer, char letter)
    {
        var contest = Of(2, 3);
        if (layer > 1)
        {
            Assert.Equal("请先抽第 1 层", Refused(Refusal.EarlierLayer,
                DrawCodes.ByMachine(contest.State, _officer, Contest.TradeId, layer, "s")).Message.ToString());
        }

        for (var before = 1; before < layer; before++)
        {
            Draw(contest, before);
        }

        var drawn = contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, _officer, Contest.TradeId, layer, "s"));
        Assert.Equal([$"{letter}01", $"{letter}02"], drawn.Codes.Select(c => c.Code));
        Assert.Null(drawn.Reason);
    }

    [Fact]
    public void The_third_needs_the_second_and_says_which_is_missing()
    {
        var contest = Draw(Of(2, 3), 1);

        Assert.Equal("请先抽第 2 层", Refused(Refusal.EarlierLayer,
            DrawCodes.ByMachine(contest.State, _officer, Contest.TradeId, 3, "s")).Message.ToString());
    }

    [Theory]
    [InlineData(99, "A01")]
    [InlineData(100, "A001")]
    public void Numbers_are_as_wide_as_the_last_and_at_least_two(int entrants, string first) =>
        Assert.Equal(first, Of(entrants, 1).Accept<CodesDrawn>(DrawCodes.ByMachine(Of(entrants, 1).State, _officer, Contest.TradeId, 1,
            "s")).Codes[0].Code);

    [Fact]
    public void Codes_by_hand_may_be_one_letter_and_twelve_and_no_more()
    {
        var contest = Of(3, 1);
        Decision ByHand(string one, string two, string three) => DrawCodes.ByHand(contest.State, _officer, Contest.TradeId, 1,
            [new(Contest.E(1), one), new(Contest.E(2), two), new(Contest.E(3), three)]);

        var refused = Refused(Refusal.BadCodes, ByHand(new string('1', 13), " ", "a"));
        Assert.Equal("有 2 人的代号需要处理，改好后再提交", refused.Message.ToString());
        Assert.Equal("代号须为 1 到 12 个字符", refused.Fields!["E1"].ToString());
        Assert.Equal("代号须为 1 到 12 个字符", refused.Fields["E2"].ToString());
        Assert.Equal("代号 A 重复", Refused(Refusal.BadCodes, ByHand("a", "A", "b")).Fields!["E2"].ToString()); // whatever the case
        Assert.IsType<Decision.Append>(ByHand(new string('1', 12), "a", "b"));
    }
}
