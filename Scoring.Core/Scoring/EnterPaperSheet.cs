using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>纸质补录: a clerk types in a judge's paper sheet, with the paper's picture (R-A4, R-B5). It never replaces a sheet that judge handed in.</summary>
public static class EnterPaperSheet
{
    private const int HashLength = 64;

    /// <param name="judge">Whose paper it is.</param>
    /// <param name="picture">SHA-256 of its scan or photo in hex; without one nothing is entered.</param>
    /// <param name="basedOn">Version of that judge's sheet the clerk saw; 0: none yet.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, TradeId trade, ModuleId module, string code, JudgeId judge, IReadOnlyDictionary<AspectId, Entry> marks,
        string? picture, long basedOn, IReadOnlyDictionary<AspectId, string>? notes = null, int? attempt = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (found.Module(module) is not { MarkedBy: Role.Judge } definition)
        {
            return Asking.NoModule;
        }

        if (Asking.Role(found, by, Role.Clerk) is { } refused)
        {
            return refused;
        }

        if (found.ByCode(code) is not { } entrant || definition.Seat(judge) is not { } seat || seat.Judge.IsRecusedFrom(entrant.Entrant)
            || !definition.InGroup(seat, entrant))
        {
            return new Decision.Refuse(Refusal.NoSuchSheet, $"{code} 没有这位裁判的评分表，请核对代号和席位");
        }

        if (picture is not { Length: HashLength } || !picture.All(char.IsAsciiHexDigitLower))
        {
            return new Decision.Refuse(Refusal.NoPicture, $"请先附上纸质评分表的照片或扫描件");
        }

        // Everything else is asked as of the judge's own sheet, so that paper and glass obey the same rules.
        var asJudge = new Contracts.SheetSubmission(Guid.Empty, trade, module, code, basedOn, marks, notes, Attempt: attempt);
        return SubmitSheet.Decide(state, judge, asJudge) switch
        {
            Decision.Append { Event: SheetSubmitted } => Decision.Of(
                new PaperSheetEntered(entrant.Entrant.Id, module, judge, marks, by.Id, picture, basedOn, notes is { Count: > 0 } ? notes : null,
                    Runs.Stored(attempt))),
            var no => no,
        };
    }
}
