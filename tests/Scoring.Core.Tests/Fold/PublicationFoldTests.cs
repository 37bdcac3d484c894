using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>R-A1, R-A2, R-A5, R-D1, R-D5: what steps back, draws and signatures leave behind.</summary>
public sealed class PublicationFoldTests
{
    private static readonly TradeId Dg = Contest.TradeId;

    private static CodesDrawn Draw(int layer, string? seed) => new(Dg, layer, seed, [new(Contest.E(1), $"{"-ABC"[layer]}1"), new(Contest.E(2), $"{"-ABC"[layer]}2")]);

    private static Contest Decoded() => new Contest(Contest.Union() with { CodeLayers = 3 }, entrants: 2)
        .Apply(Draw(1, "one")).Apply(Draw(2, "two")).Apply(Draw(3, "three")).Apply(new PhaseChanged(Dg, Phase.Review)).Apply(new CodedResultsSubmitted(Dg, "H1"))
        .Apply(new ReviewDrawn(Dg, "s", [Contest.E(1)], [])).Apply(new Decoded(Dg, 3, "H1", "S1")).Apply(new DecodeRequested(Dg, 2, "HeadJudge:H1")).Apply(new Decoded(Dg, 2, "H1", "S1")).Apply(new Decoded(Dg, 1, "H1", "S1"));

    [Fact]
    public void A_layer_drawn_again_takes_seeds_codes_and_decoding_of_the_later_ones_away()
    {
        var contest = Decoded();
        Assert.Equal([(1, "one"), (2, "two"), (3, "three")], contest.Trade.Publication.DrawSeeds.Select(s => (s.Key, s.Value)));
        Assert.True(contest.Trade.IsDecoded);
        Assert.Empty(contest.Trade.Publication.DecodeRequests);

        contest.Apply(Draw(2, "again"));
        Assert.Equal([(1, "one"), (2, "again")], contest.Trade.Publication.DrawSeeds.Select(s => (s.Key, s.Value)));
        Assert.Equal([1], contest.Trade.Publication.DecodedLayers);
        Assert.Equal([1], contest.Trade.Publication.Decodings.Select(d => d.Layer));
        Assert.Equal(["A1", "B1"], contest.State.Entrant(Contest.E(1))!.Codes);
        Assert.Equal(("B1", null), (contest.State.Entrant(Contest.E(1))!.Code, contest.State.Entrant(Contest.E(1))!.CodeOf(3)));

        contest.Apply(Draw(1, null));
        Assert.Empty(contest.Trade.Publication.DrawSeeds);
        Assert.Empty(contest.Trade.Publication.DecodedLayers);
    }

    [Fact]
    public void A_step_back_to_the_review_keeps_what_was_done_and_one_to_scoring_asks_for_it_anew()
    {
        var contest = Decoded().Apply(new PhaseChanged(Dg, Phase.Publicity)).Apply(new PhaseChanged(Dg, Phase.Review, "更正", "S1"));
        Assert.Equal("H1", contest.Trade.Publication.CodedResultsBy);
        Assert.NotNull(contest.Trade.Publication.Review);
        Assert.True(contest.Trade.IsDecoded);
        Assert.Equal(contest.Sequence, contest.Trade.Publication.Reached[Phase.Review].Sequence);

        contest.Apply(new PhaseChanged(Dg, Phase.Scoring, "补评", "S1"));
        Assert.Null(contest.Trade.Publication.CodedResultsBy);
        Assert.Null(contest.Trade.Publication.Review);
        Assert.Empty(contest.Trade.Publication.DecodedLayers);
        Assert.Empty(contest.Trade.Publication.Decodings);
    }

    [Fact]
    public void A_signature_again_takes_the_place_of_the_same_ones_before()
    {
        var contest = new Contest(entrants: 1)
            .Apply(new ModuleSigned(Dg, new("P"), Role.Judge, "J1", "one")).Apply(new ModuleSigned(Dg, new("P"), Role.Judge, "J2", "two"))
            .Apply(new ModuleSigned(Dg, new("P"), Role.Supervisor, "J1", "three")).Apply(new ModuleSigned(Dg, new("P"), Role.Judge, "J1", "four"));

        Assert.Equal(["two", "three", "four"], contest.Trade.Module(new("P"))!.Signatures.Select(s => s.Signature));
        Assert.False(contest.Trade.Module(new("P"))!.Locked);
        Assert.Empty(contest.Apply(new ModuleReopened(Dg, new("P"), "H1", "S1", "漏评")).Trade.Module(new("P"))!.Signatures);
    }

    [Fact]
    public void A_sheet_or_figure_again_takes_the_place_of_the_same_judges_or_clerks_before()
    {
        var contest = new Contest(Contest.Union(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 1, judges: 2)
            .Sheet(1, 80m, 1).Sheet(1, 70m, 2).Sheet(1, 85m, 1).Theory(1, 60m).Apply(new ModuleMarkEntered(Contest.E(1), new("T"), "K2", 61m)).Theory(1, 62m);
        var entrant = contest.State.Entrant(Contest.E(1))!;

        Assert.Equal([Contest.J(1), Contest.J(2)], entrant.Entries(new("P"))!.Sheets.Select(s => s.Judge));
        Assert.Equal(77.5m, contest.Module(1).Figure);
        Assert.Equal([("K1", 62m), ("K2", 61m)], entrant.Entries(new("T"))!.ClerkMarks.Select(m => (m.Clerk, m.Mark)));
        Assert.Equal(contest.Sequence, entrant.Entries(new("T"))!.MarkVersion);
        Assert.Equal(contest.Sequence, entrant.Version);
    }

    [Fact]
    public void Numbers_of_violations_and_appeals_never_go_back()
    {
        var contest = new Contest(entrants: 1).Violation(5, 1, null, ViolationOutcome.Warning).Violation(2, 1, null, ViolationOutcome.Warning)
            .Apply(new AppealFiled(7, Dg, Contest.E(1), "领队", "漏记", Contest.Start)).Apply(new AppealFiled(3, Dg, Contest.E(1), "领队", "漏记", Contest.Start));
        contest.Apply(new AppealAnswered(7, Dg, "Z1", true, "已更正")).Apply(new AppealAnswered(9, Dg, "Z1", true, "没有这件"));

        Assert.Equal((5, 7), (contest.State.LastViolation, contest.State.LastAppeal));
        Assert.Equal([true, false], contest.Trade.Publication.Appeals.Select(a => a.Answer is not null));
        contest.Apply(new ViolationWithdrawn(5, Contest.E(1), "误记")).Apply(new ViolationWithdrawn(9, Contest.E(1), "没有这件"));
        Assert.Equal([2], contest.State.Entrant(Contest.E(1))!.Violations.Select(v => v.Number));
        Assert.Equal("误记", Assert.Single(contest.State.Entrant(Contest.E(1))!.WithdrawnViolations).Reason);
    }

    [Fact]
    public void A_mark_after_the_awards_were_checked_unconfirms_them_and_a_remark_does_not()
    {
        var contest = new Contest(entrants: 2).Theory(1, 90m).Sheet(1, 90m).Theory(2, 80m).Sheet(2, 80m).Apply(new PhaseChanged(Dg, Phase.Review)).Apply(new AwardsConfirmed(Dg, "H1"));
        Assert.True(contest.Trade.AwardsAreConfirmed);
        Assert.True(contest.Apply(new VisibilityChanged(Dg, Visibility.Hidden)).Trade.AwardsAreConfirmed);
        Assert.False(contest.Apply(new SheetCorrected(Contest.E(2), new("P"), Contest.J(1), Contest.Marks(("a", 81m)), "笔误", "J1", "H1")).Trade.AwardsAreConfirmed);

        Assert.True(contest.Apply(new AwardsConfirmed(Dg, "H1")).Trade.AwardsAreConfirmed);
        Assert.False(contest.Apply(new TieDecided(Dg, [Contest.E(2), Contest.E(1)], "加赛")).Trade.AwardsAreConfirmed);
        Assert.True(contest.Apply(new AwardsConfirmed(Dg, "H1")).Trade.AwardsAreConfirmed);
        Assert.False(contest.Apply(new BoundaryDecided(Dg, "一等奖", [Contest.E(1)], "加赛")).Trade.AwardsAreConfirmed);
        Assert.True(contest.Apply(new AwardsConfirmed(Dg, "H1")).Trade.AwardsAreConfirmed);
        Assert.False(contest.Apply(new TradeDefined(contest.Trade.Definition)).Trade.AwardsAreConfirmed);
    }
}
