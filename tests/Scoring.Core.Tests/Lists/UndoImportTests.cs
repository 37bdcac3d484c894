using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Lists;

/// <summary>R-I3: an imported list is taken back as a whole, while nobody on it has changed and nothing is being scored.</summary>
public sealed class UndoImportTests
{
    private static readonly Entrant New = new(new("E9"), "新来", new("org"), Contest.TradeId);

    // E1 was there and is mended by the list, E9 comes with it.
    private static Contest Imported()
    {
        var contest = new Contest(entrants: 2, phase: Phase.Setup);
        return contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Name = "改名" }, New], Source: "报名表.xlsx"));
    }

    private static Contest Judges()
    {
        var contest = new Contest(entrants: 1, phase: Phase.Setup);
        return contest.Apply(new JudgesAppointed(
            [contest.State.Judges[Contest.J(1)] with { Title = "高级技师" }, new(Contest.J(2), "新裁判", [new(Role.Judge, Contest.TradeId, new("P"), 2)])], Source: "裁判.xlsx"));
    }

    private static Decision Undo(Contest contest, string reason = "传错了") => UndoImport.Decide(contest.State, contest.State.Imports.All[^1].Stamp.Sequence, reason);

    [Fact]
    public void Who_came_goes_and_who_was_changed_is_as_before()
    {
        var contest = Imported();
        var undone = contest.Accept<ImportUndone>(Undo(contest, " 传错了 "));

        Assert.Equal("传错了", undone.Reason);
        Assert.Null(contest.State.Entrant(new("E9")));
        Assert.Equal("选手1", contest.State.Entrant(Contest.E(1))!.Entrant.Name);
        Assert.Empty(contest.State.Imports.All);
        Refused(Refusal.NoSuchImport, UndoImport.Decide(contest.State, undone.Import, "再来一次"));
    }

    [Fact]
    public void Judges_too()
    {
        var contest = Judges();
        contest.Accept<ImportUndone>(Undo(contest));

        Assert.False(contest.State.Judges.ContainsKey(Contest.J(2)));
        Assert.Null(contest.State.Judges[Contest.J(1)].Title);
    }

    [Fact]
    public void It_needs_a_reason_and_an_import()
    {
        Refused(Refusal.NoReason, Undo(Imported(), " "));
        Refused(Refusal.NoSuchImport, UndoImport.Decide(Imported().State, 999, "传错了"));
        Assert.Empty(new Contest(entrants: 2).State.Imports.All); // typed in, not imported
    }

    [Fact]
    public void While_a_trade_on_it_is_scored_it_stays()
    {
        var contest = Imported().Apply(new PhaseChanged(Contest.TradeId, Phase.Drawn));
        Assert.IsType<Decision.Append>(Undo(contest));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring));
        Assert.Equal("电工已经开始评分，这次导入不能再撤销", Refused(Refusal.ScoringStarted, Undo(contest)).Message.ToString());
        Refused(Refusal.ScoringStarted, Undo(Judges().Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring))));
    }

    [Fact]
    public void Whoever_left_a_trade_that_is_scored_cannot_come_back_to_it()
    {
        var contest = new Contest(entrants: 1, phase: Phase.Setup);
        contest.Apply(new TradeDefined(Contest.Union() with { Id = new("qg"), Name = "钳工", Code = "QG" }))
            .Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Trade = new("qg") }], Source: "改项.xlsx"))
            .Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring));

        Refused(Refusal.ScoringStarted, Undo(contest));
    }

    [Fact]
    public void A_judges_seats_count_in_the_trades_the_list_gave_them()
    {
        var contest = new Contest(entrants: 1, phase: Phase.Setup);
        contest.Apply(new TradeDefined(Contest.Union() with { Id = new("qg"), Name = "钳工", Code = "QG" }));
        var judge = contest.State.Judges[Contest.J(1)];
        IReadOnlyList<JudgeSeat> seats = [.. judge.Seats, new(Role.Judge, new("qg"), new("P"), 1)];
        contest.Apply(new JudgesAppointed([judge with { Seats = seats }], Source: "裁判.xlsx"))
            .Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring)); // where they sat before
        Assert.IsType<Decision.Append>(Undo(contest));

        contest.Apply(new PhaseChanged(new("qg"), Phase.Scoring));
        Assert.Equal("钳工已经开始评分，这次导入不能再撤销", Refused(Refusal.ScoringStarted, Undo(contest)).Message.ToString());
    }

    [Fact]
    public void Judges_the_list_itself_recused_are_not_changed_since()
    {
        var contest = new Contest(entrants: 1, phase: Phase.Setup);
        var judge = contest.State.Judges[Contest.J(1)] with { RecusedFrom = [Contest.E(1)], RecusedOrganizations = [new("org")] };
        contest.Apply(new JudgesAppointed([judge], Source: "裁判.xlsx"));

        Assert.IsType<Decision.Append>(Undo(contest));
    }

    [Fact]
    public void Somebody_changed_since_keeps_it()
    {
        var contest = Imported().Apply(new EntrantsRegistered([New with { Grade = "技师" }]));
        Assert.Equal("新来在导入后又改过，不能整批撤销；请先撤销后来的导入，或单独修改", Refused(Refusal.ChangedSince, Undo(contest)).Message.ToString());
        Refused(Refusal.ChangedSince, Undo(Imported().Apply(new EntrantRemoved(new("E9"), "退出"))));

        foreach (var change in new Func<Judge, Judge>[]
                 {
                     j => j with { Name = "改名" }, j => j with { Title = "工程师" }, j => j with { Organization = new("org") }, j => j with { Seats = [] },
                     j => j with { RecusedFrom = [Contest.E(1)] }, j => j with { RecusedOrganizations = [new("org")] },
                 })
        {
            var judges = Judges();
            Refused(Refusal.ChangedSince, Undo(judges.Apply(new JudgesAppointed([change(judges.State.Judges[Contest.J(2)])]))));
        }

        Refused(Refusal.ChangedSince, Undo(Judges().Apply(new JudgeDismissed(Contest.J(2), "不来了"))));
        var same = Judges();
        Assert.IsType<Decision.Append>(Undo(same.Apply(new JudgesAppointed([same.State.Judges[Contest.J(2)] with { RecusedFrom = [] }]))));
    }
}
