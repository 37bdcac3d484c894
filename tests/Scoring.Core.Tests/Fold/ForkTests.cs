using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>R-D2: what an entry is tried on is the trade as it is, whole, and nothing of it is shared.</summary>
public sealed class ForkTests
{
    private static readonly TradeId Dg = Contest.TradeId;

    /// <summary>One of everything that can be written into a trade.</summary>
    private static Contest Everything()
    {
        var trade = Contest.Union(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Time = new() }) with
        {
            CodeLayers = 2, Ties = TiePolicy.Decide, Awards = new([new("一等奖", 1)], BoundaryPolicy.Decide), Honours = [new("技术能手", 1, 1)],
        };
        var contest = new Contest(trade, entrants: 4, judges: 2).Apply(new TradeDefined(Contest.Union() with { Id = new("qg"), Name = "钳工", Code = "QG" }));
        contest.Apply(new CodesDrawn(Dg, 1, "1", [.. Enumerable.Range(1, 4).Select(n => new DrawnCode(Contest.E(n), $"A{n}"))]))
            .Apply(new CodesDrawn(Dg, 2, "2", [.. Enumerable.Range(1, 4).Select(n => new DrawnCode(Contest.E(n), $"B{n}", $"{n} 号工位"))]))
            .Apply(new EntrantSubstituted(Contest.E(4), new(Contest.E(4), "替补", new("org"), Dg), "伤病"));
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Theory(n, 80m).Sheet(n, 70m, 1).Sheet(n, 90m, 2).Time(n, 600, extension: 60).Apply(new SpreadConfirmed(Contest.E(n), new("P"), "有据"));
        }

        return contest.Status(4, EntrantStatus.Absent)
            .Apply(new ModuleMarkCorrected(Contest.E(3), new("T"), 81m, "录入有误", "K1", "H1"))
            .Apply(new SheetCorrected(Contest.E(3), new("P"), Contest.J(1), Contest.Marks(("a", 75m)), "笔误", "J1", "H1"))
            .Violation(1, 3, "P", ViolationOutcome.Deduction, 2m).Violation(2, 3, null, ViolationOutcome.Warning).Apply(new ViolationWithdrawn(2, Contest.E(3), "误记"))
            .Apply(new ModuleSigned(Dg, new("P"), Role.HeadJudge, "H1", "M0 0")).Apply(new PhaseChanged(Dg, Phase.Review))
            .Apply(new VisibilityChanged(Dg, Visibility.Hidden)).Apply(new CodedResultsSubmitted(Dg, "H1"))
            .Apply(new ReviewDrawn(Dg, "s", [Contest.E(3)], [Contest.E(1)])).Apply(new ReviewTicked(Dg, Contest.E(3), false, "H1", "加错")).Apply(new ReviewTicked(Dg, Contest.E(3), true, "S1"))
            .Apply(new ReviewTicked(Dg, Contest.E(1), true, "S1")).Apply(new ReviewSigned(Dg, "H1", "S1"))
            .Apply(new Decoded(Dg, 2, "H1", "S1")).Apply(new DecodeRequested(Dg, 1, "HeadJudge:H1"))
            .Apply(new TieDecided(Dg, [Contest.E(1), Contest.E(2)], "加赛")).Apply(new BoundaryDecided(Dg, "一等奖", [Contest.E(1)], "加赛", [Contest.E(1), Contest.E(2)]))
            .Apply(new AwardsConfirmed(Dg, "H1")).Apply(new AppealFiled(1, Dg, Contest.E(2), "领队", "漏记", Contest.Start)).Apply(new AppealAnswered(1, Dg, "Z1", false, "无误"))
            .Apply(new HonoursApproved(Dg, [new(Contest.E(3), "技术能手")], "admin"))
            .Apply(new CertificatesIssued(Dg, [new(Contest.E(3), new("YDB-DG-001", "荣誉证书", "选手3", null, "电工", "一等奖", "殷都杯", ["工会"], new(2026, 4, 23)), "qr")]))
            .Apply(new CertificateRevoked(Dg, "YDB-DG-001", "姓名更正"));
    }

    private static string Written(CompetitionState state) =>
        Encoding.UTF8.GetString(CompetitionFileWriter.Write(FileExport.Of(state, _ => null))).Split("\"qg\"")[0];

    private static string Told(EntrantState e) =>
        $"{e.Entrant.Name} {e.Index} {e.Code} {e.Station} {string.Join(' ', e.Codes)} {e.Status} {e.StatusReason} {e.Version} {e.Violations.Count} {e.WithdrawnViolations.Count} "
        + $"{e.Corrections.Count} {e.Statuses.Count} {e.Substitutions.Count} {e.Result.Total} {e.Entries(new("T"))?.MarkVersion}";

    [Fact]
    public void It_holds_everything_the_trade_holds()
    {
        var state = Everything().State;
        var fork = Fork.Of(state, Dg);
        var (was, now) = (state.Trade(Dg)!, fork.Trade(Dg)!);

        Assert.Equal(was.Entrants.Select(Told), now.Entrants.Select(Told));
        Assert.Contains("替补", Told(now.Entrants[3]), StringComparison.Ordinal);
        Assert.Equal((state.Version, state.At, 2, 1), (fork.Version, fork.At, fork.LastViolation, fork.LastAppeal));
        Assert.Equal((was.Version, was.At, was.Phase, was.Visibility), (now.Version, now.At, now.Phase, now.Visibility));
        Assert.Equal(was.Publication.DecodeRequests[1], now.Publication.DecodeRequests[1]);
        Assert.Equal(was.Publication.Reached, now.Publication.Reached);
        Assert.Equal(was.Publication.AwardsConfirmed, now.Publication.AwardsConfirmed);
        Assert.Equal(was.Standings().Rows.Select(r => (r.Rank, r.Reason?.Words)), now.Standings().Rows.Select(r => (r.Rank, r.Reason?.Words)));
        Assert.Equal(state.Organizations, fork.Organizations);
        Assert.Equal(state.Judges, fork.Judges);
        var only = new Contest().State;
        Assert.Empty(Fork.Of(only, new("x")).Trades);
        Assert.Contains("YDB-DG-001", Progress(state), StringComparison.Ordinal);
        Assert.Equal(Progress(state), Progress(fork));
    }

    private static string Progress(CompetitionState state)
    {
        var file = FileExport.Of(state, _ => null);
        return System.Text.Json.JsonSerializer.Serialize(new { Progress = file.Progress!.Single(p => p.Trade == Dg), file.Marks }, Core.Json.ScoringJson.Options);
    }

    [Fact]
    public void What_is_tried_on_it_does_not_reach_the_trade()
    {
        var contest = Everything();
        var before = Written(contest.State);
        var fork = Fork.Of(contest.State, Dg);
        foreach (var e in new Core.Ledger.LedgerEvent[]
                 {
                     new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 1m)), "笔误", "J1", "H1"), new StatusChanged(Contest.E(2), EntrantStatus.Withdrawn, "退赛"),
                     new ViolationWithdrawn(1, Contest.E(3), "误记"), new ModuleReopened(Dg, new("P"), "H1", "S1", "漏评"), new Decoded(Dg, 1, "H1", "S1"),
                     new CodesDrawn(Dg, 1, null, [new(Contest.E(1), "Z1")]), new PhaseChanged(Dg, Phase.Scoring, "重评", "S1"),
                 })
        {
            fork.Apply(fork.Version + 1, Contest.Start, "system", e);
        }

        Assert.Equal(before, Written(contest.State));
        Assert.Equal(["B1", "B2", "B3", "B4"], contest.Trade.Entrants.Select(e => e.Code));
    }
}
