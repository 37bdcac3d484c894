using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Effects;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Draw;

/// <summary>补报: who comes once 评分 has begun gets the next free codes; nobody else's code, place or mark moves.</summary>
public sealed class AdmitLateTests
{
    private static readonly Actor Admin = new(Role.Admin, "A1", new(null, []));
    private static readonly Actor Officer = new(Role.CodingOfficer, "C1", Contest.Here);
    private static readonly TradeId Dg = Contest.TradeId;
    private static readonly Entrant Late = new(new("E9"), "晚到", new("org"), Dg);

    [Fact]
    public void The_newcomer_has_the_next_code_and_is_marked_and_ranked_like_everybody_else()
    {
        var contest = new Contest(entrants: 3).Theory(1, 80m).Sheet(1, 90m);
        var before = contest.Trade.Entrants.Select(e => e.Code).ToList();
        var public0 = contest.Public();
        contest.Accept<LateEntrantAdmitted>(AdmitLate.Decide(contest.State, Admin, Officer, Late, " 9 号工位 ", "路上堵车"));

        var entrant = contest.State.Entrant(Late.Id)!;
        Assert.Equal(("A04", "9 号工位"), (entrant.Code, entrant.Station));
        Assert.Equal([.. before, "A04"], contest.Trade.Entrants.Select(e => e.Code));
        Assert.Same(entrant, contest.Trade.ByCode("A04"));
        Assert.NotEqual(public0.Rows.Count, contest.Public().Rows.Count);
        contest.Apply(new ModuleMarkEntered(Late.Id, new("T"), "K1", 99m))
            .Apply(new SheetSubmitted(Late.Id, new("P"), Contest.J(1), Contest.Marks(("a", 99m)), 0));
        Assert.Equal(Late.Id, contest.Trade.Standings().Rows[0].Result.Entrant);
    }

    [Fact]
    public void Every_layer_drawn_gives_one_in_its_own_way_of_writing()
    {
        var contest = new Contest(Contest.Union() with { CodeLayers = 3 }, entrants: 2, phase: Phase.Setup);
        contest.Apply(new CodesDrawn(Dg, 1, null, [new(Contest.E(1), "DG-7"), new(Contest.E(2), "DG-10")]))
            .Apply(new CodesDrawn(Dg, 2, null, [new(Contest.E(1), "红"), new(Contest.E(2), "蓝")]))
                .Apply(new PhaseChanged(Dg, Phase.Scoring));
        var late = contest.Accept<LateEntrantAdmitted>(AdmitLate.Decide(contest.State, Officer, Admin, Late, null, "漏报"));
        Assert.Equal([new(1, "DG-11"), new(2, "补01")], late.Codes);
        Assert.Equal("补01", contest.State.Entrant(Late.Id)!.Code);
    }

    [Fact]
    public void A_code_somebody_had_before_leaving_is_not_given_again()
    {
        var contest = new Contest(entrants: 2).Status(2, EntrantStatus.Withdrawn);
        Assert.Equal("A03", Assert.Single(AdmitLate.NextCodes(contest.Trade)).Code);
    }

    [Fact]
    public void More_starters_may_mean_more_prizes_and_that_is_known_before()
    {
        var trade = Contest.Union() with { Awards = new([new("一等奖", Percent: 34m)], Rounding: QuotaRounding.Floor) };
        var contest = new Contest(trade, entrants: 2);
        var e = new LateEntrantAdmitted(Late, [], "漏报", "A1", "C1");
        Assert.Equal([("一等奖", 0, 1)], WhatIf.Quotas(contest.State, Dg, e));
        Assert.Null(contest.State.Entrant(Late.Id));
    }

    [Fact]
    public void What_must_not_be_is_refused_in_words()
    {
        var contest = new Contest(entrants: 2);
        Decision Ask(Actor by, Actor second, Entrant person, string? station = null, string reason = "漏报") =>
            AdmitLate.Decide(contest.State, by, second, person, station, reason);
        Refused(Refusal.OneOffice, Ask(Admin, new(Role.Admin, "A2", new(null, [])), Late));
        Refused(Refusal.SamePerson, Ask(Admin, Officer with { Id = "a1" }, Late));
        Refused(Refusal.WrongRole, Ask(new(Role.HeadJudge, "H1", Contest.Here), Officer, Late));
        Refused(Refusal.NoReason, Ask(Admin, Officer, Late, reason: " "));
        Refused(Refusal.NoName, Ask(Admin, Officer, Late with { Name = " " }));
        Refused(Refusal.Taken, Ask(Admin, Officer, Late with { Id = Contest.E(1) }));
        Refused(Refusal.NoSuchOrganization, Ask(Admin, Officer, Late with { Organization = new("none") }));
        Refused(Refusal.LongStation, Ask(Admin, Officer, Late, new string('长', 21)));
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { ExamNumber = "001" }]));
        Refused(Refusal.ExamNumber, Ask(Admin, Officer, Late with { ExamNumber = "001" }));
        contest.Apply(new ModuleSigned(Dg, new("P"), Role.HeadJudge, "H1"));
        Refused(Refusal.Locked, Ask(Admin, Officer, Late));
        contest.Apply(new PhaseChanged(Dg, Phase.Drawn));
        Refused(Refusal.TooEarly, Ask(Admin, Officer, Late));
        contest.Apply(new PhaseChanged(Dg, Phase.Review));
        Refused(Refusal.WrongPhase, Ask(Admin, Officer, Late));
    }
}
