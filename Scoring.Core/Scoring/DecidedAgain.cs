using Scoring.Core.Contracts;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>
/// Whether an entry could have been taken where it stands: the use case is asked once more on the state before it. A chain can be computed anew by anybody; what a judge may hand in, and who may
/// do what, cannot. Entries of the program itself (imports, demonstration) are nobody's decision.
/// </summary>
public static class DecidedAgain
{
    /// <param name="before">As the entries before it leave the contest.</param>
    /// <param name="actor">As the entry says it.</param>
    /// <returns>In Chinese, why it could not have been taken; null: it could, or nothing is known against it.</returns>
    public static string? Why(CompetitionState before, string actor, LedgerEvent e) => actor == Actor.System ? null : e switch
    {
        SheetSubmitted sheet => Sheet(before, actor, sheet),
        JudgementRemarked remarked when actor != new Actor(Role.Judge, remarked.Judge.Value).ToString() =>
            $"操作人是 {actor}，合议重评却是裁判 {remarked.Judge} 的",
        _ when Deciders(e) is { } roles => Office(before, actor, e, roles),
        _ => null,
    };

    // Null: nobody's office is known to be needed.
    private static Role[]? Deciders(LedgerEvent e) => e switch
    {
        SheetReturned or SpreadConfirmed or PanelConfirmed or ViolationWithdrawn => [Role.HeadJudge],
        AttemptWaived or AttemptResumed or ViolationRecorded => [Role.FloorJudge, Role.HeadJudge],
        SheetCorrected or ModuleMarkCorrected => [Role.HeadJudge, Role.Supervisor, Role.Clerk],
        ModuleMarkEntered or PaperSheetEntered => [Role.Clerk],
        DoubleEntryResolved => [Role.Clerk, Role.HeadJudge, Role.Supervisor],
        TimeRecorded => [Role.FloorJudge, Role.HeadJudge, Role.Judge, Role.Clerk],
        StatusChanged => [Role.FloorJudge, Role.HeadJudge, Role.CodingOfficer, Role.Admin],
        ModuleSigned => [Role.Judge, Role.HeadJudge, Role.Supervisor],
        DaySigned or Decoded => [Role.HeadJudge, Role.Supervisor],
        CodesDrawn or EntrantSubstituted => [Role.CodingOfficer, Role.Admin],
        PhaseChanged or CertificatesIssued or CertificateRevoked => [Role.Admin, Role.HeadJudge],
        _ => null,
    };

    private static string? Sheet(CompetitionState before, string actor, SheetSubmitted sheet)
    {
        if (actor != new Actor(Role.Judge, sheet.Judge.Value).ToString())
        {
            return $"操作人是 {actor}，评分表却是裁判 {sheet.Judge} 的";
        }

        if (before.Known(sheet.Entrant) is not { } entrant || before.Trade(entrant.Entrant.Trade) is not { } trade)
        {
            return "评分表写的选手不在名单里";
        }

        var version = entrant.Entries(sheet.Module)?.Attempt(sheet.Attempt ?? 1)?.Sheet(sheet.Judge)?.Version ?? 0;
        var basedOn = sheet.Origin is { } origin ? before.Branches.SequenceHere(origin.Branch, sheet.BasedOn) : sheet.BasedOn;
        if (basedOn != version)
        {
            return $"评分表依据第 {basedOn} 条，{(version == 0 ? "而这位裁判此前没有交过这份表" : $"而这份表此前的一版是第 {version} 条")}";
        }

        var decided = SubmitSheet.Decide(before, sheet.Judge, new SheetSubmission(
            Guid.Empty, trade.Definition.Id, sheet.Module, entrant.Code ?? "", basedOn, sheet.Marks, sheet.Notes, sheet.Signature, sheet.DeviceTime,
            sheet.Attempt, sheet.EntrantSignature, sheet.EntrantRefused));
        return decided is Decision.Refuse refused ? $"按当时的情况不能交这份评分表：{refused.Message}" : null;
    }

    private static string? Office(CompetitionState before, string actor, LedgerEvent e, Role[] roles)
    {
        if (Of(actor, before) is not { } by)
        {
            return $"操作人 {actor} 不是任何职务";
        }

        var trade = e switch
        {
            IOfTrade of => before.Trade(of.Trade),
            IOfEntrant of when before.Known(of.Entrant) is { } entrant => before.Trade(entrant.Entrant.Trade),
            _ => null,
        };
        return trade is not null && Asking.Role(trade, by, roles) is { } refused ? $"操作人是 {actor}，{refused.Message}" : null;
    }

    // Whether an account stood behind it the ledger does not say: whoever is no judge of the contest had one.
    private static Actor? Of(string actor, CompetitionState state) =>
        actor.IndexOf(':') is > 0 and var at && Enum.TryParse<Role>(actor[..at], ignoreCase: true, out var role) ? new(role, actor[(at + 1)..], new(state.Competition?.Id, [])) : null;
}
