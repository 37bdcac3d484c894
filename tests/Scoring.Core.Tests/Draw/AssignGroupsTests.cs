using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Draw;

/// <summary>分组 (R-K3): drawn from a seed so that rooms differ by one at most, or set by hand; not once a sheet is in.</summary>
public sealed class AssignGroupsTests
{
    private static readonly Actor _officer = new(Role.CodingOfficer, "c1", Contest.Here);
    private static readonly IReadOnlyList<PanelGroup> _two = [new("A", "一考场"), new("B", "二考场")];

    private static Module Room(string id, IReadOnlyList<PanelGroup>? groups) =>
        Contest.Module(id, MarkingMethod.Panel, Contest.Points("a", 100m)) with { Panel = new PanelRule(Groups: groups) };

    private static Contest Of(int entrants, Phase phase = Phase.Setup, params Module[] modules) =>
        new(Contest.Only(modules.Length > 0 ? modules : [Room("P", _two)]), entrants, judges: 2, phase);

    private static GroupsAssigned Drawn(Contest contest, string seed, string? reason = null, string? module = null) =>
        contest.Accept<GroupsAssigned>(
        AssignGroups.ByMachine(contest.State, _officer, Contest.TradeId, module is null ? null : new(module), seed, reason));

    private static Refusal Refused(Decision decision) => Assert.IsType<Decision.Refuse>(decision).Code;

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(7, 4, 3)]
    public void Rooms_differ_by_one_at_most_and_everybody_has_one(int entrants, int first, int second)
    {
        var contest = Of(entrants);

        var drawn = Drawn(contest, "s1");

        Assert.Equal((first, second), (drawn.Entrants.Count(e => e.Group == "A"), drawn.Entrants.Count(e => e.Group == "B")));
        Assert.Equal(entrants, drawn.Entrants.Select(e => e.Entrant).Distinct().Count());
        Assert.Equal("s1", drawn.Seed);
        Assert.Null(drawn.Reason);
        Assert.All(contest.Trade.Entrants, e => Assert.NotNull(e.GroupOf(new("P"))));
    }

    [Fact]
    public void The_same_seed_gives_the_same_rooms_whatever_the_order_of_the_list_and_another_one_others()
    {
        string Rooms(string seed) => string.Join(' ', Drawn(Of(12), seed).Entrants.OrderBy(e => e.Entrant.Value, StringComparer.Ordinal)
            .Select(e => e.Group));
        var backwards = new Contest(Contest.Only(Room("P", _two)), 0, 2, Phase.Setup);
        backwards.Apply(new EntrantsRegistered([.. Enumerable.Range(1, 12).Reverse()
            .Select(n => new Entrant(Contest.E(n), $"选手{n}", new("org"), Contest.TradeId))]));

        Assert.Equal(Rooms("s1"), Rooms("s1"));
        Assert.NotEqual(Rooms("s1"), Rooms("s2"));
        Assert.Equal(Rooms("s1"), string.Join(' ', Drawn(backwards, "s1").Entrants.OrderBy(e => e.Entrant.Value, StringComparer.Ordinal)
            .Select(e => e.Group)));
    }

    [Fact]
    public void Whoever_has_a_room_keeps_it_unless_a_reason_is_given()
    {
        var contest = Of(4);
        Drawn(contest, "s1");

        var again = Assert.IsType<Decision.Refuse>(AssignGroups.ByMachine(contest.State, _officer, Contest.TradeId, null, "s2", " "));
        Assert.Equal(Refusal.Again, again.Code);
        Assert.StartsWith("已经有 4 人分了组", again.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal("考场停电", Drawn(contest, "s2", " 考场停电 ").Reason);
    }

    [Fact]
    public void A_seed_an_office_and_people_are_needed()
    {
        Assert.Equal(Refusal.NoSeed, Refused(AssignGroups.ByMachine(Of(2).State, _officer, Contest.TradeId, null, " ")));
        Assert.Equal(Refusal.Nobody, Refused(AssignGroups.ByMachine(Of(0).State, _officer, Contest.TradeId, null, "s")));
        Assert.Equal(Refusal.WrongRole, Refused(AssignGroups.ByMachine(
            Of(2).State, new(Role.Judge, "J1", Contest.Here), Contest.TradeId, null, "s")));
        Assert.Equal(Refusal.WrongRole, Refused(AssignGroups.ByHand(
            Of(2).State, new(Role.Judge, "J1", Contest.Here), Contest.TradeId, null, [])));
        Assert.IsType<Decision.Refuse>(AssignGroups.ByMachine(Of(2).State, _officer, new("none"), null, "s"));
        Assert.IsType<Decision.Refuse>(AssignGroups.ByHand(Of(2).State, _officer, new("none"), null, []));
    }

    [Fact]
    public void By_hand_only_those_who_move_are_written_down()
    {
        var contest = Of(3);
        Decision Hand(params (int Entrant, string Group)[] who) => AssignGroups.ByHand(
            contest.State, _officer, Contest.TradeId, null, [.. who.Select(w => new GroupedEntrant(Contest.E(w.Entrant), w.Group))]);

        Assert.Equal(["E1 A", "E2 B"], contest.Accept<GroupsAssigned>(Hand((1, "A"), (2, "B"))).Entrants.Select(
            e => $"{e.Entrant} {e.Group}"));
        Assert.Equal(["E1 B"], contest.Accept<GroupsAssigned>(Hand((1, "B"), (2, "B"))).Entrants.Select(e => $"{e.Entrant} {e.Group}"));
        Assert.Equal(Refusal.NothingChanged, Refused(Hand((1, "B"))));
        Assert.Equal(Refusal.BadGroup, Refused(Hand((1, "C"))));
        Assert.Equal(Refusal.BadGroup, Refused(Hand((9, "A"))));
        Assert.Null(AssignGroups.Now(contest.Trade, Contest.E(3), null));
        Assert.Equal("B", AssignGroups.Now(contest.Trade, Contest.E(1), new("P")));
    }

    [Fact]
    public void Modules_with_the_same_rooms_are_drawn_together_and_others_one_by_one()
    {
        var same = Of(2, Phase.Setup, Room("P", _two), Room("Q", _two), Contest.Module("R", MarkingMethod.Clerk));
        Assert.Null(Drawn(same, "s").Module);
        Assert.All(same.Trade.Entrants, e => Assert.Equal(e.GroupOf(new("P")), e.GroupOf(new("Q"))));

        var other = Of(2, Phase.Setup, Room("P", _two), Room("Q", [new("A", "一考场"), new("C", "三考场")]));
        Assert.Equal(Refusal.GroupsDiffer, Refused(AssignGroups.ByMachine(other.State, _officer, Contest.TradeId, null, "s")));
        Assert.Equal(Refusal.GroupsDiffer, Refused(AssignGroups.ByHand(other.State, _officer, Contest.TradeId, null, [])));
        Assert.Contains(Drawn(other, "s", module: "Q").Entrants, e => e.Group == "C");

        var none = Of(2, Phase.Setup, Room("P", null));
        Assert.Equal(Refusal.NoGroups, Refused(AssignGroups.ByMachine(none.State, _officer, Contest.TradeId, null, "s")));
        Assert.Equal(Refusal.NoGroups, Refused(AssignGroups.ByMachine(same.State, _officer, Contest.TradeId, new("R"), "s")));
        Assert.Null(AssignGroups.Now(none.Trade, Contest.E(1), null));
    }

    [Fact]
    public void Once_a_sheet_is_in_rooms_stand()
    {
        var contest = Of(2, Phase.Scoring);
        Drawn(contest, "s");
        contest.Sheet(1, 80m);

        Assert.Equal(Refusal.TooLate, Refused(AssignGroups.ByMachine(contest.State, _officer, Contest.TradeId, null, "s", "考场停电")));
        Assert.Equal(Refusal.TooLate,
            Refused(AssignGroups.ByHand(contest.State, _officer, Contest.TradeId, null, [new(Contest.E(2), "A")])));
    }

    [Fact]
    public void A_sheet_of_a_module_without_rooms_leaves_them_open_and_the_review_closes_them()
    {
        var contest = Of(2, Phase.Scoring, Room("P", _two), Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 100m)));
        contest.Sheet(1, 80m, module: "Q");
        Drawn(contest, "s");

        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Assert.Equal(Refusal.TooLate, Refused(AssignGroups.ByMachine(contest.State, _officer, Contest.TradeId, null, "s", "重抽")));
    }

    [Fact]
    public void People_are_dealt_out_in_the_order_of_the_shuffle_over_their_ids()
    {
        var drawn = Drawn(Of(12), "s1");

        Assert.Equal(
            Shuffle.Of("s1\ndg\n\ngroups", Enumerable.Range(1, 12).Select(Contest.E).OrderBy(e => e.Value, StringComparer.Ordinal)),
            drawn.Entrants.Select(e => e.Entrant));
        Assert.Equal(["A", "B", "A", "B"], drawn.Entrants.Take(4).Select(e => e.Group));
    }

    [Fact]
    public void Who_may_not_hears_that_before_anything_else()
    {
        var judge = new Actor(Role.Judge, "J1", Contest.Here);

        Assert.Equal(Refusal.WrongRole, Refused(AssignGroups.ByMachine(Of(2).State, judge, Contest.TradeId, null, " ")));
        Assert.Equal(Refusal.WrongRole, Refused(DrawCodes.ByMachine(Of(2, Phase.Drawn).State, judge, Contest.TradeId, 1, "s")));
        Assert.Equal(Refusal.WrongRole, Refused(DrawCodes.ByHand(Of(2, Phase.Drawn).State, judge, Contest.TradeId, 1, [])));
        Assert.Equal(Refusal.NoReason, Refused(DrawCodes.ByMachine(Of(2, Phase.Drawn).State, _officer, Contest.TradeId, 1, " ")));
    }

    [Fact]
    public void A_module_has_its_own_rooms_and_one_without_rooms_changes_nothing()
    {
        var contest = Of(2, Phase.Scoring, Room("P", _two), Room("Q", [new("A", "一考场"), new("C", "三考场")]),
            Contest.Module("R", MarkingMethod.Judge, Contest.Points("a", 100m)));
        Drawn(contest, "s", module: "Q");

        Assert.NotNull(AssignGroups.Now(contest.Trade, Contest.E(1), new("Q")));
        Assert.Null(AssignGroups.Now(contest.Trade, Contest.E(1), new("P")));
        Assert.Null(AssignGroups.Now(contest.Trade, Contest.E(1), null)); // of the first module with rooms
        Assert.Equal(Refusal.GroupsDiffer, Refused(AssignGroups.ByMachine(contest.State, _officer, Contest.TradeId, null, "s")));
    }

    [Fact]
    public void A_time_alone_leaves_rooms_open_and_a_sheet_of_one_module_with_rooms_closes_them()
    {
        var contest = Of(2, Phase.Scoring, Room("P", _two), Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 100m)));
        contest.Time(1, 60);
        Drawn(contest, "s");
        contest.Sheet(1, 80m);

        Assert.Equal(Refusal.TooLate, Refused(AssignGroups.ByMachine(contest.State, _officer, Contest.TradeId, null, "s", "重抽")));
    }
}
