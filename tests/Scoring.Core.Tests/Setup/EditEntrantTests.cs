using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>One line of the list mended by hand, until 评分 ends (R-K17).</summary>
public sealed class EditEntrantTests
{
    private static readonly Actor Admin = new(Role.Admin, "A1", new(null, []));
    private static readonly TradeId Qg = new("qg");

    // Marked member by member: marks hang on the names (R-K14).
    private static Trade ByMember =>
        Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { PerMember = new() });

    // E1 with number DG001, E2 without one, E3 the pair 王五 and 赵六; Q1 of another trade with number QG001.
    private static Contest Listed(Phase phase = Phase.Setup, Trade? trade = null) => new Contest(trade, entrants: 3, phase: phase)
        .Apply(new TradeDefined(Contest.Union() with { Id = Qg, Name = "钳工", Code = "QG" }))
        .Apply(new EntrantsRegistered(
        [
            new(Contest.E(1), "张三", new("org"), Contest.TradeId, ExamNumber: "DG001"),
            new(Contest.E(3), "王五赵六", new("org"), Contest.TradeId, Members: ["王五", "赵六"], MemberRoles: ["队长", ""]),
            new(new("Q1"), "钱一", new("org"), Qg, ExamNumber: "QG001"),
        ]));

    private static Entrant Now(Contest contest, int n) => contest.State.Entrant(Contest.E(n))!.Entrant;

    private static Decision Edit(Contest contest, Entrant to, IReadOnlyList<Organization>? organizations = null, Actor? by = null) =>
        EditEntrant.Decide(contest.State, by ?? Admin, to, organizations);

    [Fact]
    public void What_was_mended_stands_in_the_list()
    {
        var contest = Listed();
        var taken = contest.Accept<EntrantsRegistered>(Edit(contest, Now(contest, 1) with { Name = "张珊" }));

        Assert.Equal(Contest.E(1), Assert.Single(taken.Entrants).Id);
        Assert.Equal(("张珊", "DG001"), (Now(contest, 1).Name, Now(contest, 1).ExamNumber));
    }

    [Fact]
    public void Only_the_admin_mends_and_only_whom_the_trade_has()
    {
        var contest = Listed();
        var one = Now(contest, 1) with { Name = "张珊" };

        Refused(Refusal.WrongRole, Edit(contest, one, by: new(Role.HeadJudge, "H1", Contest.Here)));
        Refused(Refusal.NoSuchEntrant, Edit(contest, one with { Id = Contest.E(9) }));
        Refused(Refusal.NoSuchEntrant, Edit(contest, one with { Trade = Qg }));
    }

    [Theory]
    [InlineData(Phase.Setup, null)]
    [InlineData(Phase.Drawn, null)]
    [InlineData(Phase.Scoring, null)]
    [InlineData(Phase.Review, Refusal.TooLate)]
    [InlineData(Phase.Archived, Refusal.TooLate)]
    public void Once_the_marking_is_over_it_is_a_correction(Phase phase, Refusal? refused)
    {
        var contest = Listed().Apply(new PhaseChanged(Contest.TradeId, phase));

        Assert.Equal(refused, (Edit(contest, Now(contest, 1) with { Name = "张珊" }) as Decision.Refuse)?.Code);
    }

    [Fact]
    public void A_number_that_somebody_has_is_refused_by_the_name_and_one_that_nobody_has_is_taken()
    {
        var contest = Listed();
        var two = Now(contest, 2);
        string Taken(string number) => Refused(Refusal.NumberTaken, Edit(contest, two with { ExamNumber = number })).Message.ToString();

        Assert.Equal("准考证号 dg001 已经是 张三 的", Taken("dg001"));
        Assert.Equal("准考证号 QG001 已经是 钱一 的", Taken("QG001"));
        contest.Accept<EntrantsRegistered>(Edit(contest, Now(contest, 1) with { Gender = "男" })); // keeps the own number
        contest.Accept<EntrantsRegistered>(Edit(contest, two with { ExamNumber = "DG002" }));
        Assert.Equal("DG002", Now(contest, 2).ExamNumber);
    }

    [Fact]
    public void A_number_of_a_trade_that_is_gone_is_free()
    {
        var contest = Listed().Apply(new TradeRemoved(Qg));

        contest.Accept<EntrantsRegistered>(Edit(contest, Now(contest, 2) with { ExamNumber = "QG001" }));
        Assert.Equal("QG001", Now(contest, 2).ExamNumber);
    }

    [Fact]
    public void A_new_organization_comes_with_the_entrant_and_none_leaves_no_trace()
    {
        var contest = Listed();
        var to = Now(contest, 1) with { Organization = new("o2") };
        var organization = new Organization(new("o2"), "乙厂");

        Assert.Equal([organization], contest.Accept<EntrantsRegistered>(Edit(contest, to, [organization])).Organizations);
        Assert.Equal("乙厂", contest.State.Organizations[new("o2")].Name);
        Assert.Null(contest.Accept<EntrantsRegistered>(Edit(contest, to with { Name = "张珊" }, [])).Organizations);
        Assert.Null(contest.Accept<EntrantsRegistered>(Edit(contest, to with { Name = "张山" })).Organizations);
    }

    [Fact]
    public void A_member_is_written_once()
    {
        var contest = Listed();

        Assert.Equal("成员里有两个赵六，一人只写一次",
            Refused(Refusal.MemberTwice, Edit(contest, Now(contest, 3) with { Members = ["王五", "赵六", "赵六"] })).Message.ToString());
    }

    [Fact]
    public void A_member_who_may_have_marks_of_their_own_stays()
    {
        var contest = Listed(Phase.Scoring, ByMember);
        var pair = Now(contest, 3);

        Assert.Equal("赵六已经有成绩，不能从成员里去掉",
            Refused(Refusal.MemberMarked, Edit(contest, pair with { Members = ["王五", "赵七"] })).Message.ToString());
        Assert.Equal("王五已经有成绩，不能从成员里去掉", Refused(Refusal.MemberMarked, Edit(contest, pair with { Members = null })).Message.ToString());
        contest.Accept<EntrantsRegistered>(Edit(contest, pair with { Members = ["孙八", "赵六", "王五"] })); // one more, in another order
        contest.Accept<EntrantsRegistered>(Edit(contest, Now(contest, 1) with { Name = "张珊" })); // nobody's member
    }

    [Fact]
    public void A_member_goes_before_the_marking_or_where_the_team_is_marked_as_one()
    {
        foreach (var contest in new[] { Listed(Phase.Drawn, ByMember), Listed(Phase.Scoring) })
        {
            contest.Accept<EntrantsRegistered>(Edit(contest, Now(contest, 3) with { Members = ["王五"] }));
            Assert.Equal(["王五"], Now(contest, 3).Members);
        }
    }

    [Fact]
    public void What_changes_nothing_is_said_to()
    {
        var contest = Listed();
        var (one, two, pair) = (Now(contest, 1), Now(contest, 2), Now(contest, 3));
        foreach (var same in new[]
        {
            one, two, pair, two with { Members = [], Tags = new Dictionary<string, string>() },
            pair with { Members = ["王五", "赵六"], MemberRoles = ["队长"] }, // nothing written of the second, as before
        })
        {
            Assert.Equal("没有改动", Refused(Refusal.NoChange, Edit(contest, same)).Message.ToString());
        }
    }

    [Fact]
    public void Each_part_that_changes_alone_is_a_change()
    {
        var (one, pair) = (Now(Listed(), 1), Now(Listed(), 3));
        foreach (var changed in new[]
        {
            one with { Name = "张珊" }, one with { ExamNumber = null }, one with { Members = ["张三"] },
            one with { Tags = new Dictionary<string, string> { ["组别"] = "学生组" } },
            pair with { Name = "一队" }, pair with { Members = ["赵六", "王五"] }, pair with { MemberRoles = ["", "队长"] },
            pair with { MemberRoles = null }, pair with { Members = null, MemberRoles = null },
        })
        {
            Assert.IsType<Decision.Append>(Edit(Listed(), changed));
        }
    }
}
