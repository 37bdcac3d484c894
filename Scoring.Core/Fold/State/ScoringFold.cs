using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Fold.State;

/// <summary>Marks, times, violations, statuses, signatures.</summary>
internal static class ScoringFold
{
    /// <returns>False: not one of these events.</returns>
    public static bool Apply(CompetitionState state, LedgerEvent e, Stamp stamp)
    {
        switch (e)
        {
            case SheetSubmitted sheet:
                Submit(state, sheet, stamp);
                break;
            case SheetReturned returned:
                Return(state, returned, stamp);
                break;
            case SheetCorrected corrected:
                Correct(state, corrected, stamp);
                break;
            case SpreadConfirmed confirmed:
                In(state, confirmed.Entrant, confirmed.Module, stamp, m => m.SpreadReason = confirmed.Reason, confirmed.Attempt);
                break;
            case PanelConfirmed confirmed:
                In(state, confirmed.Entrant, confirmed.Module, stamp, m => m.PanelReason = confirmed.Reason, confirmed.Attempt);
                break;
            case JudgementRemarked remarked:
                Remark(state, remarked, stamp);
                break;
            case AttemptWaived waived:
                In(state, waived.Entrant, waived.Module, stamp, m => m.Waived = waived.Reason, waived.Attempt);
                break;
            case AttemptResumed resumed:
                In(state, resumed.Entrant, resumed.Module, stamp, m => m.Waived = null, resumed.Attempt);
                break;
            case ModuleMarkEntered mark:
                In(state, mark.Entrant, mark.Module, stamp, m => m.Put(new ClerkMark(mark.Clerk, mark.Mark, stamp.Sequence)), mark.Attempt);
                break;
            case ModuleMarksImported imported:
                foreach (var mark in imported.Marks)
                {
                    In(state, mark.Entrant, imported.Module, stamp, m => m.Put(new ClerkMark(imported.Clerk, mark.Mark, stamp.Sequence)));
                }

                break;
            case CountsImported imported:
                foreach (var count in imported.Counts)
                {
                    var marks = new Dictionary<AspectId, Entry> { [imported.Aspect] = Entry.Of(count.Mark) };
                    Submit(state, new(count.Entrant, imported.Module, imported.Judge, marks, 0), stamp);
                }

                break;
            case DoubleEntryResolved resolved:
                In(state, resolved.Entrant, resolved.Module, stamp, m => m.Settle(new(resolved.Mark, resolved.By, resolved.Reason, stamp.Sequence, false)), resolved.Attempt);
                break;
            case ModuleMarkCorrected corrected:
                Correct(state, corrected, stamp);
                break;
            case TimeRecorded time:
                In(state, time.Entrant, time.Module, stamp, m => (m.Time, m.Clock) =
                    (new(time.UsedSeconds, time.ExtensionSeconds, time.FinishedAt, stamp.Sequence, time.Reason)
                    {
                        FinishedAtVenue = state.Competition?.AtVenue(time.FinishedAt) ?? time.FinishedAt,
                    }, null), time.Attempt);
                break;
            case ArrivalRecorded arrival:
                Awaited(state, state.Entrant(arrival.Entrant));
                state.Entrant(arrival.Entrant)?.ArrivedAt = arrival.Present ? arrival.At : null;
                break;
            case EntrantsCalled called when state.Trade(called.Trade) is { } trade:
                trade.Public.CompareBoards();
                foreach (var entrant in called.Called)
                {
                    state.Entrant(entrant)?.Call(called.At);
                }

                state.Touch(trade);
                break;
            case ClockStarted started:
                In(state, started.Entrant, started.Module, stamp, m => (m.Clock, m.Time) =
                    (new(started.At, m.Time?.ExtensionSeconds ?? 0, m.Time?.Reason), null), started.Attempt);
                break;
            case ClockExtended extended:
                In(state, extended.Entrant, extended.Module, stamp, m => m.Clock = m.Clock is { } clock
                    ? clock with { ExtensionSeconds = clock.ExtensionSeconds + extended.Seconds, Reason = Both(clock.Reason, extended.Reason) } : null, extended.Attempt);
                break;
            case ClockReset reset:
                In(state, reset.Entrant, reset.Module, stamp, m => m.Clock = null, reset.Attempt);
                break;
            case PaperSheetEntered paper:
                Submit(state, new(paper.Entrant, paper.Module, paper.Judge, paper.Marks, paper.BasedOn, paper.Notes, Attempt: paper.Attempt), stamp, paper.Picture);
                break;
            case DaySigned day when state.Trade(day.Trade) is { } trade:
                foreach (var module in day.Modules)
                {
                    trade.Module(module)?.Sign(new(day.Trade, module, day.As, day.By, day.Signature));
                }

                state.Touch(trade);
                break;
            case ViolationRecorded violation:
                state.LastViolation = Math.Max(state.LastViolation, violation.Number);
                Whole(state, violation.Entrant, stamp, entrant => entrant.Add(violation));
                break;
            case ViolationWithdrawn withdrawn:
                Whole(state, withdrawn.Entrant, stamp, entrant => entrant.WithdrawViolation(withdrawn));
                break;
            case StatusChanged status:
                Awaited(state, state.Entrant(status.Entrant));
                Whole(state, status.Entrant, stamp, entrant =>
                {
                    entrant.Add(new StatusRecord(stamp, entrant.Status, status.Status, status.Reason));
                    (entrant.SetStatus, entrant.StatusReason) = (status.Status, status.Reason);
                });
                break;
            case ModuleSigned signed when state.Trade(signed.Trade) is { } trade:
                trade.Module(signed.Module)?.Sign(signed);
                state.Touch(trade);
                break;
            case ModuleReopened reopened when state.Trade(reopened.Trade) is { } trade:
                trade.Module(reopened.Module)?.Reopen();
                state.Touch(trade);
                break;
            default:
                return e is ModuleSigned or ModuleReopened or DaySigned or EntrantsCalled;
        }

        return true;
    }

    /// <summary>Somebody who was called comes, or will not: the hall's list of those awaited changes.</summary>
    private static void Awaited(CompetitionState state, EntrantState? entrant)
    {
        if (entrant is { CalledAt: not null, Trade: { } trade })
        {
            trade.Public.CompareBoards();
            state.Touch(trade);
        }
    }

    private static string Both(string? first, string second) => first is null ? second : $"{first}；{second}";

    private static void Submit(CompetitionState state, SheetSubmitted e, Stamp stamp, string? picture = null)
    {
        var seat = state.Entrant(e.Entrant)?.Trade?.Module(e.Module)?.Seat(e.Judge);
        In(state, e.Entrant, e.Module, stamp, m => m.Put(
            new SheetState(
                e.Judge, seat?.Number ?? 0, stamp.Sequence, e.Marks, false, null, stamp, e.Notes, e.Signature, m.Sheet(e.Judge)?.Corrections ?? 0, picture, null,
                e.EntrantSignature, e.EntrantRefused, seat?.Trainee ?? false)), e.Attempt);
    }

    private static void Return(CompetitionState state, SheetReturned e, Stamp stamp) => In(state, e.Entrant, e.Module, stamp, m =>
    {
        if (m.Sheet(e.Judge) is { } sheet)
        {
            m.Put(sheet with { Version = stamp.Sequence, Returned = true, ReturnReason = e.Reason });
        }
    }, e.Attempt);

    // The first marks stay beside the ones that count (R-L6).
    private static void Remark(CompetitionState state, JudgementRemarked e, Stamp stamp) => In(state, e.Entrant, e.Module, stamp, m =>
    {
        if (m.Sheet(e.Judge) is { } sheet)
        {
            var marks = sheet.Marks.ToDictionary();
            var first = sheet.FirstMarks?.ToDictionary() ?? [];
            var times = sheet.Remarks?.ToDictionary() ?? [];
            foreach (var (aspect, entry) in e.Marks)
            {
                if (marks.TryGetValue(aspect, out var before))
                {
                    first.TryAdd(aspect, before);
                }

                marks[aspect] = entry;
                times[aspect] = times.GetValueOrDefault(aspect) + 1;
            }

            m.Put(sheet with { Version = stamp.Sequence, Marks = marks, FirstMarks = first, Remarks = times });
        }
    }, e.Attempt);

    // A correction of a sheet that was never handed in is its first version: the paper had it (R-D2).
    private static void Correct(CompetitionState state, SheetCorrected e, Stamp stamp) => In(state, e.Entrant, e.Module, stamp, m =>
    {
        var before = m.Sheet(e.Judge);
        var definition = state.Entrant(e.Entrant)?.Trade?.Module(e.Module);
        state.Entrant(e.Entrant)?.Add(new CorrectionRecord(
            stamp, e.Module, e.Judge, before?.Marks, e.Marks, definition is null ? null : before?.Figures(definition.Sheet).Total,
            definition is null ? null : SheetFigures.Of(definition.Sheet, e.Marks).Total, e.Reason, e.AskedBy, e.ApprovedBy, e.Attempt));
        var seat = definition?.Seat(e.Judge);
        var sheet = before ?? new SheetState(e.Judge, seat?.Number ?? 0, 0, e.Marks, false, null, stamp, Trainee: seat?.Trainee ?? false);
        m.Put(sheet with { Version = stamp.Sequence, Marks = e.Marks, Returned = false, ReturnReason = null, Corrections = sheet.Corrections + 1 });
    }, e.Attempt);

    private static void Correct(CompetitionState state, ModuleMarkCorrected e, Stamp stamp) => In(state, e.Entrant, e.Module, stamp, m =>
    {
        if (state.Entrant(e.Entrant) is { } entrant)
        {
            entrant.Add(new CorrectionRecord(
                stamp, e.Module, null, null, null, entrant.Result.Module(e.Module)?.PanelOf(e.Attempt ?? 1), e.Mark, e.Reason,
                e.AskedBy, e.ApprovedBy, e.Attempt));
        }

        m.Settle(new(e.Mark, e.ApprovedBy, e.Reason, stamp.Sequence, true));
    }, e.Attempt);

    private static void In(CompetitionState state, EntrantId id, ModuleId module, Stamp stamp, Action<ModuleEntries> change, int? attempt = null)
    {
        if (state.Entrant(id) is not { } entrant)
        {
            return;
        }

        var entries = entrant.EntriesOf(module);
        change(entries.AttemptOf(attempt ?? 1));
        entries.Computed = null;
        Mark(state, entrant, stamp);
    }

    private static void Whole(CompetitionState state, EntrantId id, Stamp stamp, Action<EntrantState> change)
    {
        if (state.Entrant(id) is not { } entrant)
        {
            return;
        }

        change(entrant);
        entrant.Forget();
        Mark(state, entrant, stamp);
    }

    private static void Mark(CompetitionState state, EntrantState entrant, Stamp stamp)
    {
        entrant.Version = stamp.Sequence;
        entrant.Trade?.Changed(entrant);
        state.Touch(entrant.Trade);
    }
}
