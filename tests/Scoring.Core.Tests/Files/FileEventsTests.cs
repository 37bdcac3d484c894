using Scoring.Core.Files;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files;

/// <summary>What a ledger is told from a file, entry by entry.</summary>
public class FileEventsTests
{
    private static readonly CompetitionFile College = Examples.Read("templates/college.json") with
    {
        Organizations = [new(new("u1"), "一中")],
        Entrants = [new(new("e1"), "甲", new("u1"), new("wl")), new(new("e2"), "乙", new("u1"), new("wl"))],
    };

    private static readonly EntrantMarks Marked = new(new("e1"), [new(new("LL"), Figures: [new("L1", 80m)])]);

    private static List<LedgerEvent> Events(CompetitionFile file) => [.. file.ToEvents(json => json)];

    private static Phase PhaseOf(CompetitionFile file, TradeProgress? progress = null) => FileEvents.PhaseOf(file, file.Trades![0], progress);

    private static CompetitionFile WithCodes(params string[] codes) => College with { Entrants = [College.Entrants![0] with { Codes = codes, Station = "3" }, College.Entrants[1]] };

    [Fact]
    public void A_contest_by_itself_is_one_entry() =>
        Assert.IsType<CompetitionDefined>(Assert.Single(Events(new(1, College.Competition))));

    [Fact]
    public void Nobody_is_registered_or_appointed_where_nobody_is_named()
    {
        var events = Events(College with { Entrants = [], Judges = null });

        Assert.Empty(events.OfType<EntrantsRegistered>());
        Assert.Empty(events.OfType<JudgesAppointed>());
        Assert.Empty(events.OfType<JudgeDismissed>());
    }

    [Fact]
    public void The_phase_is_where_codes_and_marks_put_it_unless_it_is_said()
    {
        Assert.Equal(Phase.Setup, PhaseOf(College));
        Assert.Equal(Phase.Setup, PhaseOf(WithCodes()));
        Assert.Equal(Phase.Drawn, PhaseOf(WithCodes("101")));
        Assert.Equal(Phase.Scoring, PhaseOf(College with { Marks = [Marked] }));
        Assert.Equal(Phase.Scoring, PhaseOf(College with { Marks = [new(new("e2")), Marked] }));
        Assert.Equal(Phase.Drawn, PhaseOf(WithCodes("101") with { Marks = [Marked with { Modules = [] }, new(new("e2"))] }));
        Assert.Equal(Phase.Setup, PhaseOf(College with { Marks = [Marked with { Entrant = new("other") }] }));
        Assert.Equal(Phase.Review, PhaseOf(College, new(new("wl"), Phase.Review)));
        Assert.Equal(Phase.Drawn, PhaseOf(WithCodes("101"), new(new("wl"))));
    }

    [Theory]
    [InlineData(Phase.Setup, "")]
    [InlineData(Phase.Drawn, "Drawn")]
    [InlineData(Phase.Scoring, "Drawn,Scoring")]
    [InlineData(Phase.Review, "Drawn,Scoring,Review")]
    [InlineData(Phase.Final, "Drawn,Scoring,Review,Publicity,Final")]
    public void The_phases_come_one_by_one_up_to_where_the_trade_is(Phase phase, string steps) =>
        Assert.Equal(steps, string.Join(',', Events(College with { Progress = [new(new("wl"), phase)] }).OfType<PhaseChanged>().Select(p => p.To)));

    [Fact]
    public void A_layer_is_drawn_for_those_who_have_a_code_and_the_station_comes_with_the_last()
    {
        var draws = Events(WithCodes("101", "", "P7") with { Progress = [new(new("wl"), DrawSeeds: ["", "", "seed 3"])] }).OfType<CodesDrawn>().ToList();

        Assert.Equal([(1, null), (3, "seed 3")], draws.Select(d => (d.Layer, d.Seed)));
        Assert.Equal([new DrawnCode(new("e1"), "101")], draws[0].Codes);
        Assert.Equal([new DrawnCode(new("e1"), "P7", "3")], draws[1].Codes);
    }

    [Fact]
    public void A_sheet_comes_with_its_notes_and_signature_and_goes_back_with_the_reason()
    {
        var marks = new Dictionary<Core.Definition.AspectId, Entry> { [new("A1.1")] = Entry.Of(3) };
        var notes = new Dictionary<Core.Definition.AspectId, string> { [new("A1.1")] = "毛刺" };
        var events = Events(College with
        {
            Marks = [new(new("e1"), [new(new("A"), [new(new("J1"), marks, notes, "M0 0", "漏签"), new(new("J2"), marks)], SpreadConfirmed: "看过录像")])],
        });

        Assert.Equal(
            [
                new SheetSubmitted(new("e1"), new("A"), new("J1"), marks, 0, notes, "M0 0"), new SheetReturned(new("e1"), new("A"), new("J1"), "漏签"),
                new SheetSubmitted(new("e1"), new("A"), new("J2"), marks, 0), new SpreadConfirmed(new("e1"), new("A"), "看过录像"),
            ],
            events.Where(e => e is SheetSubmitted or SheetReturned or SpreadConfirmed));
    }

    [Fact]
    public void Judges_who_left_sit_down_first_and_leave_at_the_end()
    {
        var (wl, a, b) = (new Core.Definition.TradeId("wl"), new Core.Definition.ModuleId("A"), new Core.Definition.ModuleId("B"));
        var stays = new Judge(new("J1"), "赵一", [new(Role.Judge, wl, a, 1)]);
        var other = new Judge(new("J2"), "钱二", [new(Role.Judge, wl, a, 2)]);
        var events = Events(College with
        {
            Judges = [stays, other],
            FormerSeats = [new(new("J1"), wl, b, 1), new(new("J8"), wl, a, 3, Name: "孙三"), new(new("J8"), wl, b, 2), new(new("J9"), wl, a, 4, Role.Clerk)],
        });

        var appointed = events.OfType<JudgesAppointed>().ToList();
        Assert.Equal(["赵一", "钱二", "孙三", "J9"], appointed[0].Judges.Select(j => j.Name));
        Assert.Equal(
            [[stays.Seats[0], new(Role.Judge, wl, b, 1)], other.Seats, [new(Role.Judge, wl, a, 3), new(Role.Judge, wl, b, 2)], [new(Role.Clerk, wl, a, 4)]],
            appointed[0].Judges.Select(j => j.Seats));
        Assert.Equal([stays], appointed[1].Judges);
        Assert.Equal([new JudgesAppointed([stays]) with { Judges = appointed[1].Judges }, new JudgeDismissed(new("J8"), null, true), new JudgeDismissed(new("J9"), null, true)], events.TakeLast(3));
    }

    [Fact]
    public void A_revoked_paper_that_came_back_says_from_whom()
    {
        var facts = new Core.Certificates.CertificateFacts("N-1", "荣誉证书", "甲", null, null, "团体一等奖", "竞赛", ["工会"], new(2026, 4, 23));
        var events = Events(College with
        {
            TeamCertificates = [new(new("team:0:u1"), facts, "qr"), new(new("team:0:u2"), facts with { Number = "N-2" }, "qr")],
            TeamRevoked = [new("N-1", "更正", "领队"), new("N-2", "更正")],
            Progress = [new(new("wl"), Phase.Final, Certificates: [new(new("e1"), facts with { Number = "N-3" }, "qr")], Revoked: [new("N-3", "姓名更正", "甲")])],
        });

        Assert.Equal(
            [
                new CertificateRevoked(new("wl"), "N-3", "姓名更正"), new CertificateCollected("N-3", "甲"),
                new TeamCertificateRevoked("N-1", "更正"), new CertificateCollected("N-1", "领队"), new TeamCertificateRevoked("N-2", "更正"),
            ],
            events.Where(e => e is CertificateRevoked or CertificateCollected or TeamCertificateRevoked));
    }

    [Fact]
    public void A_review_that_nobody_has_begun_has_no_ticks() => Assert.Equal(
        [typeof(ReviewDrawn)],
        Events(College with { Progress = [new(new("wl"), Phase.Review, Review: new("s", [new("e1")], [new("e2")]))] })
            .Where(e => e is ReviewDrawn or ReviewTicked or ReviewSigned).Select(e => e.GetType()));
}
