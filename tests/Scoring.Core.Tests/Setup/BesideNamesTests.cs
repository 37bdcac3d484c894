using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;

namespace Scoring.Core.Tests.Setup;

/// <summary>Organizations' short names and tags, entrants' members and tags: what may change until when (R-K14, R-K15).</summary>
public sealed class BesideNamesTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    private static readonly OrganizationId Org = new("org");

    private static readonly Dictionary<string, string> North = new() { ["区县"] = "北关区" };

    private static Decision Describe(Contest contest, string? name, Dictionary<string, string>? tags, Actor? by = null) =>
        DescribeOrganization.Decide(contest.State, by ?? Admin, Org, name, tags);

    [Fact]
    public void Short_name_and_tags_are_kept_with_the_organization()
    {
        var contest = new Contest(entrants: 1);
        contest.Accept<EntrantsRegistered>(Describe(contest, "利源", North));
        var organization = contest.State.Organizations[Org];
        Assert.Equal(("河南利源集团", "利源", "北关区"), (organization.Name, organization.ShortName, organization.Tags!["区县"]));
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(Describe(contest, "利源", new(North))).Code);
        contest.Accept<EntrantsRegistered>(Describe(contest, null, null));
        Assert.Null(contest.State.Organizations[Org].Tags);
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(Describe(contest, null, [])).Code);
    }

    [Fact]
    public void Once_the_marking_is_over_the_tags_stand_and_the_short_name_does_not()
    {
        var contest = new Contest(entrants: 1).Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Assert.Equal(Refusal.TooLate, Assert.IsType<Decision.Refuse>(Describe(contest, null, North)).Code);
        contest.Accept<EntrantsRegistered>(Describe(contest, "利源", null));
        var empty = new Contest().Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        empty.Accept<EntrantsRegistered>(Describe(empty, null, North)); // nobody of it competes
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(
            Describe(contest, "甲", null, new Actor(Role.HeadJudge, "H1", Contest.Here))).Code);
        Assert.Equal(Refusal.NoSuchOrganization, Assert.IsType<Decision.Refuse>(
            DescribeOrganization.Decide(contest.State, Admin, new OrganizationId("x"), "甲", null)).Code);
    }

    [Fact]
    public void Kinds_of_tags_are_those_of_contest_trades_organizations_and_entrants()
    {
        var contest = new Contest(entrants: 1);
        contest.Accept<EntrantsRegistered>(Describe(contest, null, North));
        contest.Apply(new EntrantsRegistered([Of(contest) with { Tags = new Dictionary<string, string> { ["组别"] = "学生组",
            ["区县"] = "甲" } }]));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { Tags = new Dictionary<string, string> { ["产业链"] = "食品" } }));
        Assert.Equal(["产业链", "区县", "组别"], Core.Fold.State.Owners.TagKinds(contest.State));
    }

    [Fact]
    public void Roles_and_tags_alone_are_a_change_and_equal_ones_are_none()
    {
        var contest = new Contest(entrants: 1);
        Decision Edit(Entrant entrant) => EditEntrant.Decide(contest.State, Admin, entrant, null);
        var one = Of(contest) with { Members = ["甲", "乙"], MemberRoles = ["队长", ""], Tags = North };
        contest.Accept<EntrantsRegistered>(Edit(one));
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(
            Edit(one with { Members = ["甲", "乙"], MemberRoles = ["队长"], Tags = new Dictionary<string, string>(North) })).Code);
        contest.Accept<EntrantsRegistered>(Edit(one with { MemberRoles = ["", "队长"] }));
        contest.Accept<EntrantsRegistered>(Edit(one with { Tags = null }));
        Assert.Equal(Refusal.MemberTwice, Assert.IsType<Decision.Refuse>(Edit(one with { Members = ["甲", "甲"] })).Code);
    }

    [Fact]
    public void Who_is_marked_as_a_member_is_not_taken_away_while_marks_come_in()
    {
        var contest = new Contest(entrants: 1);
        var theory = contest.Trade.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id;
        contest.Apply(new TradeDefined(contest.Trade.Definition.WithModule(theory, m =>
            m with { PerMember = new MemberRule(MemberCount.Mean) })));
        contest.Apply(new EntrantsRegistered([Of(contest) with { Members = ["甲", "乙"] }]));
        Assert.Equal(Refusal.MemberMarked, Assert.IsType<Decision.Refuse>(
            EditEntrant.Decide(contest.State, Admin, Of(contest) with { Members = ["甲"] }, null)).Code);
        contest.Accept<EntrantsRegistered>(EditEntrant.Decide(contest.State, Admin, Of(contest) with { Members = ["甲", "乙", "丙"] }, null));
    }

    private static Entrant Of(Contest contest) => contest.State.Entrant(Contest.E(1))!.Entrant;
}
