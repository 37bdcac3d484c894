using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

public sealed class ConcernedTradesTests
{
    private static readonly TradeId Other = new("qg");

    private readonly Contest contest = new(entrants: 3);

    [Fact]
    public void An_event_of_an_entrant_is_of_the_entrants_trade() => Says(new StatusChanged(Contest.E(1), EntrantStatus.Absent, "未到"), Contest.TradeId);

    [Fact]
    public void Approved_honours_name_their_trade() => Says(new HonoursApproved(Contest.TradeId, [], "admin"), Contest.TradeId);

    [Fact]
    public void An_entrant_who_was_removed_is_found()
    {
        var arrival = new ArrivalRecorded(Contest.E(1), true, Contest.Start);
        var removal = new EntrantRemoved(Contest.E(1), "退出");
        contest.Apply(arrival).Apply(removal);

        Says(arrival, Contest.TradeId);
        Says(removal, Contest.TradeId);
        Assert.Null(contest.State.Entrant(Contest.E(1)));
    }

    [Fact]
    public void An_entrant_whose_place_another_took_is_found_with_the_places_code()
    {
        var substitution = new EntrantSubstituted(Contest.E(1), new(new("E9"), "替补", new("org"), Contest.TradeId), "伤病");
        contest.Apply(substitution);

        Says(substitution, Contest.TradeId);
        Assert.Equal(Contest.Code(1), contest.State.Known(Contest.E(1))?.Code);
        Assert.Null(contest.State.Entrant(Contest.E(1)));
    }

    [Fact]
    public void Lists_name_every_trade_once_and_what_is_taken_back_is_found()
    {
        var list = new EntrantsRegistered([.. new[] { "N1", "N2" }.Select(id => new Entrant(new(id), id, new("org"), Contest.TradeId)), new(new("N3"), "丙", new("org"), Other)]);
        contest.Apply(new TradeDefined(Contest.Union() with { Id = Other, Name = "钳工", Code = "QG" })).Apply(list);
        Says(list, Contest.TradeId, Other);

        var undone = new ImportUndone(contest.Sequence, [new("N3")], [], [], [], "传错");
        contest.Apply(undone);
        Says(undone, Other);
        Says(new ModuleMarksImported(new("T"), "L1", [new(Contest.E(1), 80m), new(Contest.E(2), 81m)]), Contest.TradeId);
        Says(new CountsImported(new("P"), Contest.J(1), new("a"), "L1", [new(Contest.E(1), 80m)]), Contest.TradeId);
        Says(new JudgesAppointed([new(new("J9"), "某人", [new(Role.HeadJudge, Other), new(Role.Supervisor, Contest.TradeId)])]), Other, Contest.TradeId);
    }

    [Fact]
    public void A_paper_handed_back_is_of_the_trade_that_issued_it()
    {
        var facts = new CertificateFacts("YDB-DG-001", "荣誉证书", "甲", "单位", "电工", "一等奖", "比赛", ["总工会"], new(2026, 4, 23));
        contest.Apply(new CertificatesIssued(Contest.TradeId, [new(Contest.E(1), facts, "qr")]));

        Says(new CertificateCollected("YDB-DG-001", "本人"), Contest.TradeId);
        Says(new CertificateCollected("YDB-001", "本人"));
    }

    [Fact]
    public void A_paper_is_found_among_several_and_in_the_trade_it_was_issued_in_alone()
    {
        contest.Apply(new TradeDefined(Contest.Union() with { Id = Other, Name = "钳工", Code = "QG" }))
            .Apply(new CertificatesIssued(Contest.TradeId, [Paper("YDB-DG-001"), Paper("YDB-DG-002")]))
            .Apply(new CertificatesIssued(Other, [Paper("YDB-QG-001"), Paper("YDB-QG-002")]));

        Says(new CertificateCollected("YDB-DG-002", "本人"), Contest.TradeId);
        Says(new CertificateCollected("YDB-QG-001", "本人"), Other);

        static IssuedCertificate Paper(string number) => new(
            Contest.E(1), new(number, "荣誉证书", "甲", "单位", "电工", "一等奖", "比赛", ["总工会"], new(2026, 4, 23)), "qr");
    }

    [Fact]
    public void What_is_of_the_contest_is_of_no_trade() => Says(new OrganizationDefined(new(new("org"), "单位")));

    private void Says(LedgerEvent e, params TradeId[] trades) => Assert.Equal(trades, ConcernedTrades.Of(contest.State, e));
}
