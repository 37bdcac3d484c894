using Scoring.Core.Fold.Public;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>What is kept up mark by mark is what would be computed from nothing.</summary>
public sealed class IncrementalTests
{
    /// <summary>Everything a reader can see of a trade, as bytes.</summary>
    private static string Everything(TradeState trade) => Results(trade) + Write(trade.Board(BoardAudience.Officials)) + Write(trade.Board(BoardAudience.Public));

    /// <summary>The same without versions and times, which count entries.</summary>
    private static string Results(TradeState trade) =>
        Write(trade.Standings()) + Write(trade.Awards()) + Write(trade.Board(BoardAudience.Officials) with { Version = 0, AsOf = null });

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ScoringJson.Options);

    private static void Holds(Func<LedgerEvent[], bool> property, int histories = 500) =>
        Check.One(Cases.Config(histories), Prop.ForAll(Histories.Any, property));

    [Fact]
    public void Read_after_every_entry_it_ends_as_if_read_only_at_the_end() => Holds(events =>
    {
        var (watched, replayed) = (Histories.Begin(), Histories.Begin());
        foreach (var e in events)
        {
            Everything(watched.Happen(e).Trade);
            replayed.Happen(e);
        }

        return Everything(watched.Trade) == Everything(replayed.Trade);
    }, histories: 2000);

    [Fact]
    public void A_history_ends_as_the_shortest_one_with_the_same_facts() => Holds(events =>
    {
        var contest = Histories.Begin();
        foreach (var e in events)
        {
            contest.Happen(e);
        }

        return Results(contest.Trade) == Results(Shortest(contest));
    }, histories: 2000);

    [Fact]
    public void Edited_back_equals_never_edited() => Check.One(Cases.Config(2000), Prop.ForAll(
        Histories.Any, Gen.Choose(1, Histories.Entrants).ToArbitrary(), (events, n) =>
        {
            var contest = Histories.Begin();
            foreach (var e in events)
            {
                contest.Happen(e);
            }

            var before = Results(contest.Trade);
            foreach (var e in ThereAndBack(contest, n))
            {
                contest.Apply(e);
            }

            return before == Results(contest.Trade);
        }));

    [Fact]
    public void The_same_public_version_always_shows_the_same() => Holds(events =>
    {
        var contest = Histories.Begin();
        var shown = new Dictionary<long, string>();
        var last = 0L;
        return events.All(e =>
        {
            var board = contest.Happen(e).Public();
            var bytes = Write(board);
            var fine = board.Version >= last && shown.GetValueOrDefault(board.Version, bytes) == bytes;
            (shown[board.Version], last) = (bytes, board.Version);
            return fine;
        });
    });

    [Fact]
    public void A_new_public_version_shows_something_new() => Holds(events =>
    {
        var contest = Histories.Begin();
        var before = contest.Public();
        foreach (var e in events)
        {
            var board = contest.Happen(e).Public();
            if (board.Version != before.Version && Write(board with { Version = 0, AsOf = null }) == Write(before with { Version = 0, AsOf = null }))
            {
                return false;
            }

            before = board;
        }

        return true;
    });

    [Fact]
    public void What_an_entry_would_change_is_tried_on_a_copy() => Holds(events =>
    {
        var contest = Histories.Begin();
        return events.All(e =>
        {
            var before = Everything(contest.Trade);
            if (!contest.CanHappen(e))
            {
                return true;
            }

            var effect = Core.Effects.WhatIf.Effect(contest.State, Contest.TradeId, e);
            var untouched = before == Everything(contest.Trade);
            var ranks = contest.Trade.Standings().Rows.ToDictionary(r => r.Result.Entrant, r => (r.Rank, r.Result.Total));
            contest.Happen(e);
            var moved = contest.Trade.Standings().Rows.Count(r => ranks.GetValueOrDefault(r.Result.Entrant) != (r.Rank, r.Result.Total));
            return untouched && effect is not null && effect.Entrants.Count >= moved;
        });
    });

    private static IEnumerable<LedgerEvent> ThereAndBack(Contest contest, int n)
    {
        var entrant = contest.State.Entrant(Contest.E(n))!;
        var status = entrant.Status;
        if (!entrant.Violations.Any(v => v.Outcome == ViolationOutcome.Disqualified))
        {
            yield return new StatusChanged(Contest.E(n), EntrantStatus.Absent, "误记");
            yield return new StatusChanged(Contest.E(n), status, "更正");
        }

        yield return new ViolationRecorded(99, Contest.E(n), new("P"), "李", "现场裁判", "误记", ViolationOutcome.ModuleToZero);
        yield return new ViolationWithdrawn(99, Contest.E(n), "误记");
        if (entrant.Entries(new("Q"))?.Time is { } time)
        {
            yield return new TimeRecorded(Contest.E(n), new("Q"), 1);
            yield return new TimeRecorded(Contest.E(n), new("Q"), time.UsedSeconds, time.ExtensionSeconds, time.FinishedAt);
        }

        if (entrant.Entries(new("P")) is { } entries && entries.Sheets.FirstOrDefault(s => !s.Returned) is { } sheet)
        {
            var confirmed = entries.SpreadReason;
            yield return new SheetCorrected(Contest.E(n), new("P"), sheet.Judge, Contest.Marks(("a", 0m), ("f", 9m)), "笔误", "J1", "H1");
            yield return new SheetCorrected(Contest.E(n), new("P"), sheet.Judge, sheet.Marks, "改回", "J1", "H1");
            if (confirmed is not null)
            {
                yield return new SpreadConfirmed(Contest.E(n), new("P"), confirmed);
            }
        }
    }

    /// <summary>The same facts with nothing edited on the way.</summary>
    private static TradeState Shortest(Contest contest)
    {
        var from = contest.Trade;
        var to = new Contest(from.Definition, judges: 0);
        to.Apply(new JudgesAppointed([.. Enumerable.Range(1, Histories.Judges + 1).Select(n => Histories.Judge(n, null))]));
        to.Apply(new EntrantsRegistered([.. from.Entrants.Select(e => e.Entrant)]));
        to.Apply(new CodesDrawn(Contest.TradeId, 1, null, [.. from.Entrants.Select(e => new DrawnCode(e.Entrant.Id, e.Code!))]));
        foreach (var entrant in from.Entrants)
        {
            foreach (var e in Facts(entrant))
            {
                to.Apply(e);
            }
        }

        foreach (var judge in Enumerable.Range(1, Histories.Judges + 1).Select(Contest.J))
        {
            to.Apply(contest.State.Judges.TryGetValue(judge, out var known) ? new JudgesAppointed([known]) : new JudgeDismissed(judge, "不在任"));
        }

        foreach (var decision in from.Publication.TieDecisions)
        {
            to.Apply(new TieDecided(Contest.TradeId, decision.Order, decision.Reason));
        }

        foreach (var layer in from.Publication.DecodedLayers)
        {
            to.Apply(new Decoded(Contest.TradeId, layer, "H1", "S1"));
        }

        return to.Apply(new PhaseChanged(Contest.TradeId, from.Phase)).Trade;
    }

    private static IEnumerable<LedgerEvent> Facts(EntrantState entrant)
    {
        var id = entrant.Entrant.Id;
        foreach (var module in new ModuleId[] { new("T"), new("P"), new("Q") })
        {
            if (entrant.Entries(module) is not { } entries)
            {
                continue;
            }

            foreach (var sheet in entries.Sheets)
            {
                yield return new SheetSubmitted(id, module, sheet.Judge, sheet.Marks, 0);
                if (sheet.Returned)
                {
                    yield return new SheetReturned(id, module, sheet.Judge, sheet.ReturnReason!);
                }
            }

            foreach (var mark in entries.ClerkMarks)
            {
                yield return new ModuleMarkEntered(id, module, mark.Clerk, mark.Mark);
            }

            if (entries.Settled is { } settled)
            {
                yield return new ModuleMarkCorrected(id, module, settled.Mark, settled.Reason, "K1", settled.By);
            }

            if (entries.Time is { } time)
            {
                yield return new TimeRecorded(id, module, time.UsedSeconds, time.ExtensionSeconds, time.FinishedAt);
            }

            if (entries.SpreadReason is { } reason)
            {
                yield return new SpreadConfirmed(id, module, reason);
            }
        }

        foreach (var violation in entrant.Violations)
        {
            yield return violation;
        }

        if (entrant.Status != EntrantStatus.Normal)
        {
            yield return new StatusChanged(id, entrant.Status, entrant.StatusReason ?? "违规");
        }
    }
}
