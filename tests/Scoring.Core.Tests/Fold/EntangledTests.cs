using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>
/// Where one entry moves the marks of others (R-K3, R-K8), and with runs, limits and deductions from the total: kept up entry by entry it
/// is
/// what would be computed from nothing.
/// </summary>
public sealed class EntangledTests
{
    private static string Results(TradeState trade) =>
        Write(trade.Standings()) + Write(trade.Awards()) + Write(trade.Board(BoardAudience.Officials) with { Version = 0, AsOf = null });

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ScoringJson.Options);

    private static void Holds(Func<Trade, LedgerEvent[], bool> property) =>
        Check.One(Cases.Config(800), Prop.ForAll(RealRuleHistories.Any.ToArbitrary(), history => property(history.Trade, history.Events)));

    [Fact]
    public void Read_after_every_entry_it_ends_as_if_read_only_at_the_end() => Holds((trade, events) =>
    {
        var (watched, replayed) = (RealRuleHistories.Begin(trade), RealRuleHistories.Begin(trade));
        foreach (var e in events)
        {
            Results(watched.Apply(e).Trade);
            replayed.Apply(e);
        }

        return Results(watched.Trade) == Results(replayed.Trade);
    });

    [Fact]
    public void What_is_kept_up_is_what_a_copy_computes_from_the_facts() => Holds((trade, events) =>
    {
        var contest = RealRuleHistories.Begin(trade);
        foreach (var e in events)
        {
            Assert.Equal(Results(contest.Apply(e).Trade), Results(Fork.Of(contest.State, Contest.TradeId).Trade(Contest.TradeId)!)); // not null: it is there
        }

        return true;
    });

    [Fact]
    public void The_same_public_version_always_shows_the_same() => Holds((trade, events) =>
    {
        var contest = RealRuleHistories.Begin(trade);
        var shown = new Dictionary<long, string>();
        return events.All(e =>
        {
            var board = contest.Apply(e).Public();
            var bytes = Write(board);
            var fine = shown.GetValueOrDefault(board.Version, bytes) == bytes;
            shown[board.Version] = bytes;
            return fine;
        });
    });

    /// <summary>What the rules do to a result: a history that never brings one of them about proves nothing of it.</summary>
    private static readonly (string Rule, Func<Trade, EntrantResult, ModuleResult, bool> Happens)[] _effects =
    [
        ("K1 brought to 100", (_, r, _) => r.Components[0] is { ScaledFrom: not null, Figure: not null }),
        ("K1 the sum as it is", (_, r, _) => r.Components[0] is { ScaledFrom: null, Figure: not null }),
        ("K2 no decimals", (t, r, _) => t.Decimals == 0 && r.Total is not null),
        ("K2 a third decimal", (_, r, _) => r.Total is { } total && decimal.Round(total, 2) != total),
        ("K2 half-even", (t, r, _) => t.Rounding == RoundingMode.HalfEven && r.Total is not null),
        ("K2 cut off", (t, r, _) => t.Rounding == RoundingMode.Truncate && r.Total is not null),
        ("K3 levelled", (_, _, m) => m.Levelled is { Coefficient: not 1m }),
        ("K3 to the mean of all", (t, _, m) => m.Levelled is not null && Levelling(t)!.To == LevelTo.MeanOfAll),
        ("K3 ends left out", (t, _, m) => m.Levelled is not null && Levelling(t)!.LeaveOut == 1),
        ("K3 coefficient rounded", (t, _, m) => m.Levelled is { Coefficient: not 1m } && Levelling(t)!.CoefficientDecimals is not null),
        ("K3 waits for a room", (_, _, m) => Says(m.Provisional?.ToString(), "各组")),
        ("K3 nothing to level by", (_, _, m) => m.Missing.Any(x => Says(x.ToString(), "没有可以拉平"))),
        ("K3 and K9 a mean not above 0", (_, _, m) => m.Missing.Any(x => Says(x.ToString(), "不大于 0"))),
        ("K3 in no room", (_, _, m) => m.Missing.Any(x => Says(x.ToString(), "还没有分组"))),
        ("K4 item by item", (t, _, m) => m is { Module.Value: "P", Panel: not null } && Panel(t).Method == PanelMethod.TrimmedPerAspect),
        ("K5 percent off the total", (_, r, _) => r.Total > 0 && r.Deductions?.Any(d => d.Percent > 0) == true),
        ("K5 points off the total", (_, r, _) => r.Total > 0 && r.Deductions?.Any(d => d.Points > 0) == true),
        ("K6 overtime by steps", (_, _, m) => m.Figure is not null && m.Deductions.Any(d => d.ForTime)),
        ("K6 out, the entrant", (_, r, _) => r.Status == EntrantStatus.Eliminated),
        ("K6 out, the module", (_, r, m) => m is { Out: true, Figure: 0m } && r.Status == EntrantStatus.Normal),
        ("K7 the best", (t, _, m) => Runs(t, m, AttemptCount.Best)),
        ("K7 the last", (t, _, m) => Runs(t, m, AttemptCount.Last)),
        ("K7 the sum", (t, _, m) => Runs(t, m, AttemptCount.Sum)),
        ("K7 the sum of the best", (t, _, m) => Runs(t, m, AttemptCount.SumOfBest)),
        ("K7 one waived", (_, _, m) => m.Figure is not null && m.Attempts?.Any(a => a.Waived is not null) == true),
        ("K8 against the field", (_, _, m) => m is { Module.Value: "F", Figure: > 0m }),
        ("K8 waits for somebody", (_, _, m) => Says(m.Provisional?.ToString(), "还有选手")),
        ("K8 within the room", (_, _, m) => m is { Module.Value: "P", Figure: not null }
            && m.Sheets.Any(x => x.Aspects.Any(a => a is { Aspect.Value: "g", Mark: > 0m and < 10m }))),
        ("K9 above the full mark", (_, _, m) => m is { Module.Value: "F", Figure: > 40m }),
        ("K9 a module below 0", (_, _, m) => m is { SetToZero: false, Figure: < 0m }),
        ("K9 a total below 0", (_, r, _) => r.Total < 0),
        ("K10 a guest", (_, r, _) => r is { Guest: true, Total: not null }),
    ];

    [Fact(Skip = "tries the histories, not the rules", SkipWhen = nameof(Cases.AreFew), SkipType = typeof(Cases))]
    public void Histories_bring_about_what_each_rule_does_to_a_result()
    {
        var never = _effects.Select(e => e.Rule).ToHashSet();
        foreach (var (trade, events) in RealRuleHistories.Any.Sample(600, new Rnd(20261130, 1), 50))
        {
            var contest = RealRuleHistories.Begin(trade);
            foreach (var e in events)
            {
                contest.Apply(e);
            }

            var results = contest.Trade.Entrants.Select(x => x.Result).ToList();
            never.ExceptWith(_effects.Where(x => never.Contains(x.Rule)
                && results.Any(r => r.Modules().Any(m => x.Happens(contest.Trade.Definition, r, m)))).Select(x => x.Rule).ToList());
        }

        Assert.Equal("", string.Join('；', never));
    }

    private static bool Says(string? text, string words) => text?.Contains(words, StringComparison.Ordinal) == true;

    private static PanelRule Panel(Trade trade) => trade.Components[0].Modules[0].Panel!; // not null: drawn with rooms

    private static Levelling? Levelling(Trade trade) => Panel(trade).Levelling;

    private static bool Runs(Trade trade, ModuleResult module, AttemptCount counts) =>
        module is { Attempts.Count: 2, Figure: not null } && trade.Components[0].Modules[2].Attempts!.Counts == counts
        && module.Attempts.Count(a => a.Figure is not null) == 2;

    [Fact]
    public void An_entry_that_moves_others_names_them()
    {
        var contest = new Contest(
            Contest.Only(Contest.Module(
                "F", MarkingMethod.Judge, new FieldAspect(new("p"), "用时", 100m, "秒", FieldRule.Ratio, MetricDirection.Lower))),
                    entrants: 3);
        foreach (var (n, seconds) in new[] { (1, 100m), (2, 200m), (3, 400m) })
        {
            contest.Sheet(n, 1, "F", ("p", seconds));
        }

        Assert.Equal([100m, 50m, 25m], new[] { 1, 2, 3 }.Select(n => contest.Result(n).Total!.Value));

        var effect = Core.Effects.WhatIf.Effect(
            contest.State, Contest.TradeId, new SheetCorrected(
                Contest.E(1), new("F"), Contest.J(1), Contest.Marks(("p", 50m)), "笔误", "J1", "H1"));

        Assert.Equal(["E2", "E3"], effect!.Entrants.Select(e => e.Entrant.Value).Order(StringComparer.Ordinal));
        Assert.Contains("总分 50.00 → 25.00", effect.Entrants.Single(e => e.Entrant.Value == "E2").Words.ToString(), StringComparison.Ordinal);
    }
}
