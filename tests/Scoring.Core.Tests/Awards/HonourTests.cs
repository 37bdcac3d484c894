using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-E5, R-J10: titles and promotions, proposed until approved.</summary>
public sealed class HonourTests
{
    private static readonly HonourRule Promotion = new("晋升{等级}", 1, 3, Promotion: true, Grades: ["中级工", "高级工", "技师", "高级技师"]);

    private static HonourList Propose(Contestant[] contestants, string? grade, params HonourRule[] rules) =>
        HonourProposals.Propose(Trade(Scheme()) with { Honours = rules }, Of(contestants), _ => grade);

    private static HonourList Promote(string? grade, HonourRule? rule = null) => Propose([new Contestant("A", 90m)], grade, rule ?? Promotion);

    [Fact]
    public void A_rank_range_proposes_a_title()
    {
        var list = Propose([new("A", 90m), new("B", 89m), new("C", 88m), new("D", 87m)], null, new HonourRule("安阳市技术能手", 2, 3));

        Assert.Equal([("B", 2, "安阳市技术能手"), ("C", 3, "安阳市技术能手")], list.Proposals.Select(p => (p.Entrant.Value, p.Rank, p.Title)));
        Assert.Equal("第 2 名", list.Proposals[0].Words.ToString());
        Assert.Null(list.Proposals[0].ToGrade);
        Assert.Empty(list.Withheld);
    }

    [Fact]
    public void Equals_at_the_last_rank_are_proposed_together_and_the_unranked_never()
    {
        var list = Propose(
            [new("A", 90m), new("B", 89m), new("C", 89m), new("D", 88m), new("X", null, Status: EntrantStatus.Disqualified)], null, new HonourRule("技术能手", 1, 2));

        Assert.Equal(["A", "B", "C"], list.Proposals.Select(p => p.Entrant.Value));
    }

    [Fact]
    public void Several_rules_propose_side_by_side_in_their_order()
    {
        var list = Propose([new("A", 90m), new("B", 89m)], "技师", new HonourRule("五一劳动奖章", 1, 1), new HonourRule("技术能手", 1, 2), Promotion);

        Assert.Equal(["A 五一劳动奖章", "A 技术能手", "B 技术能手", "A 晋升高级技师", "B 晋升高级技师"], list.Proposals.Select(p => $"{p.Entrant} {p.Title}"));
    }

    [Theory]
    [InlineData("中级工", "高级工")]
    [InlineData("高级工", "技师")]
    [InlineData("高级工（三级）", "技师")]
    [InlineData("技师", "高级技师")]
    [InlineData(" 技师 ", "高级技师")]
    public void Promotion_is_one_step_up(string grade, string next)
    {
        var proposal = Assert.Single(Promote(grade).Proposals);

        Assert.Equal(next, proposal.ToGrade);
        Assert.Equal($"晋升{next}", proposal.Title);
        Assert.Contains(proposal.FromGrade!, grade);
        Assert.Equal($"第 1 名，现等级{proposal.FromGrade}，理论、实操均达到 60", proposal.Words.ToString());
    }

    [Theory]
    [InlineData(null, "现等级未登记，不提出晋升；请在名册中补登后再看")]
    [InlineData(" ", "现等级未登记，不提出晋升；请在名册中补登后再看")]
    [InlineData("高级技师", "现等级已是最高的高级技师，不再晋升")]
    [InlineData("助理工程师", "现等级“助理工程师”不在等级序列（中级工、高级工、技师、高级技师）中，不提出晋升；请核对名册")]
    public void Without_a_grade_off_the_ladder_or_at_its_top_nothing_is_proposed_and_it_says_why(string? grade, string words)
    {
        var list = Promote(grade);

        Assert.Empty(list.Proposals);
        var withheld = Assert.Single(list.Withheld);
        Assert.Equal(words, withheld.Words.ToString());
        Assert.Equal("晋升上一等级", withheld.Title);
        Assert.Equal(1, withheld.Rank);
    }

    [Theory]
    [InlineData("60.00", "60.00", null)]
    [InlineData("59.99", "90.00", "理论 59.99 低于 60，不提出晋升")]
    [InlineData("90.00", "59.99", "实操 59.99 低于 60，不提出晋升")]
    public void Both_parts_must_reach_60_whatever_the_award_gate(string theory, string practical, string? withheld)
    {
        static decimal Mark(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var trade = Trade(Scheme() with { Gate = new AwardGate(0m) }) with { Honours = [Promotion] };

        var list = HonourProposals.Propose(trade, Of(new Contestant("A", 90m, Mark(theory), Mark(practical))), _ => "技师");

        Assert.Equal(withheld, list.Withheld.SingleOrDefault()?.Words.ToString());
        Assert.Equal(withheld is null ? 1 : 0, list.Proposals.Count);
    }

    [Fact]
    public void A_wording_without_a_place_has_the_grade_after_it() => Assert.Equal("晋升为技师", Promote("高级工", Promotion with { Title = "晋升为" }).Proposals[0].Title);

    [Fact]
    public void The_usual_ladder_stands_in_where_none_is_given()
    {
        Assert.Equal("晋升中级工", Promote("初级工", Promotion with { Grades = null }).Proposals[0].Title);
        Assert.Equal("晋升高级技师", Promote("技师", Promotion with { Grades = null }).Proposals[0].Title);
    }

    [Theory]
    [InlineData("初级工", "中级工")]
    [InlineData("中级工", "高级工")]
    [InlineData("高级工", "技师")]
    [InlineData("技师", "高级技师")]
    public void The_usual_ladder_has_five_grades(string grade, string next) =>
        Assert.Equal(next, Promote(grade, Promotion with { Grades = null }).Proposals[0].ToGrade);

    [Fact]
    public void The_words_name_only_the_parts_there_are()
    {
        var trade = Trade(Scheme()) with { Honours = [Promotion] };
        HonourProposal Of(params Component[] components) =>
            HonourProposals.Propose(trade with { Components = components }, Field.Of(new Contestant("A", 90m)), _ => "技师").Proposals[0];

        Assert.Equal("第 1 名，现等级技师，实操达到 60", Of(trade.Components[1]).Words.ToString());
        Assert.Equal("第 1 名，现等级技师", Of(trade.Components[1] with { Kind = ComponentKind.Other }).Words.ToString());
        Assert.Equal("第 1 名，现等级技师，理论达到 60", HonourProposals.Propose( // an interview of 50 is no part
            trade with { Components = [trade.Components[0], trade.Components[1] with { Kind = ComponentKind.Other }] }, Field.Of(new Contestant("A", 90m, Practical: 50m)), _ => "技师").Proposals[0].Words.ToString());
    }

    [Fact]
    public void A_trade_without_rules_proposes_nothing() =>
        Assert.Empty(HonourProposals.Propose(Trade(Scheme()), Totals(90), _ => "技师").Proposals);
}
