using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Fold.State;

/// <summary>Definitions, people, draws.</summary>
internal static class SetupFold
{
    /// <returns>False: not one of these events.</returns>
    public static bool Apply(CompetitionState state, LedgerEvent e, Stamp stamp)
    {
        switch (e)
        {
            case CompetitionDefined defined:
                Define(state, defined);
                break;
            case TradeDefined defined:
                state.Define(defined.Trade);
                break;
            case TradeRemoved removed:
                state.Remove(removed.Trade);
                break;
            case OrganizationDefined defined:
                state.Define(defined.Organization);
                break;
            case GroupsAssigned assigned:
                Assign(state, assigned);
                break;
            case EntrantsRegistered registered:
                state.Imports.Note(state, registered, stamp);
                Register(state, registered);
                break;
            case EntrantSubstituted substituted:
                state.Entrant(substituted.Entrant)?.Add(new SubstitutionRecord(stamp, state.Entrant(substituted.Entrant)!.Entrant, substituted.By, substituted.Reason)); // there by the same line
                state.Substitute(substituted.Entrant, substituted.By);
                break;
            case LateEntrantAdmitted late:
                Admit(state, late);
                break;
            case EntrantCorrected corrected when state.Entrant(corrected.Entrant) is { } entrant:
                Correct(state, entrant, corrected, stamp);
                break;
            case EntrantRemoved removed when state.Entrant(removed.Entrant) is { } entrant:
                state.Remove(entrant);
                break;
            case JudgesAppointed appointed:
                state.Imports.Note(state, appointed, stamp);
                Define(state, appointed.Organizations);
                state.Appoint(appointed.Judges);
                break;
            case ImportUndone undone:
                Undo(state, undone);
                break;
            case JudgeDismissed dismissed:
                state.Dismiss(dismissed.Judge);
                break;
            case CodesDrawn drawn:
                Draw(state, drawn);
                break;
            case TradesLent lent:
                state.Branches.Lend(lent, stamp);
                break;
            case BranchOpened opened:
                Open(state, opened);
                break;
            case BranchClosed closed:
                state.Branches.End(closed.Branch, BranchStanding.Returned);
                break;
            case TradesRecalled recalled:
                state.Branches.End(recalled.Branch, BranchStanding.Recalled);
                break;
            case AccountChanged or PairingCodeMade or TabletPaired or TabletUnpaired:
                break; // for people to read; no result follows from them
            default:
                return e is EntrantRemoved or EntrantCorrected;
        }

        return true;
    }

    // Numbers of violations and appeals are the contest's: a branch counts on from a place of its own.
    private static void Open(CompetitionState state, BranchOpened opened)
    {
        if (opened.Origin is not null)
        {
            return;
        }

        state.Branches.Open(opened.Branch);
        var from = opened.Branch * 10_000;
        (state.LastViolation, state.LastAppeal) = (Math.Max(state.LastViolation, from), Math.Max(state.LastAppeal, from));
    }

    private static void Correct(CompetitionState state, EntrantState entrant, EntrantCorrected corrected, Stamp stamp)
    {
        Define(state, corrected.Organizations);
        state.Register(corrected.To with { Trade = entrant.Entrant.Trade });
        if (entrant.Trade is not { } trade)
        {
            return;
        }

        Replace(trade.Publication.Papers, corrected.Revoked, corrected.Issued, corrected.Reason, stamp);
        Replace(state.TeamPapers, corrected.TeamsRevoked, corrected.TeamsIssued, corrected.Reason, stamp);
    }

    private static void Admit(CompetitionState state, LateEntrantAdmitted late)
    {
        Define(state, late.Organizations);
        state.Register(late.Person);
        if (state.Entrant(late.Person.Id) is not { Trade: { } trade } entrant)
        {
            return;
        }

        foreach (var given in late.Codes)
        {
            entrant.Draw(given.Layer, new DrawnCode(late.Person.Id, given.Code, given.Station));
        }

        trade.SettleCodes();
    }

    private static void Replace(CertificateBook book, IReadOnlyList<string> revoked, IReadOnlyList<IssuedCertificate> issued, string reason, Stamp stamp)
    {
        foreach (var number in revoked)
        {
            book.Revoke(number, reason);
        }

        book.Issue(issued, stamp);
    }

    private static void Define(CompetitionState state, CompetitionDefined defined)
    {
        foreach (var trade in state.TradesInOrder)
        {
            trade.Public.CompareBoards();
            trade.OwnersChange();
            state.Touch(trade);
        }

        state.Competition = defined.Competition;
    }

    private static void Assign(CompetitionState state, GroupsAssigned assigned)
    {
        if (state.Trade(assigned.Trade) is not { } trade)
        {
            return;
        }

        foreach (var grouped in assigned.Entrants)
        {
            if (state.Entrant(grouped.Entrant) is { } entrant && entrant.Trade == trade)
            {
                entrant.Assign(assigned.Module, grouped.Group);
                entrant.Forget();
                trade.Changed(entrant);
            }
        }

        state.Touch(trade);
    }

    private static void Define(CompetitionState state, IReadOnlyList<Organization>? organizations)
    {
        foreach (var organization in organizations ?? [])
        {
            if (state.Organizations.GetValueOrDefault(organization.Id) != organization)
            {
                state.Define(organization);
            }
        }
    }

    private static void Undo(CompetitionState state, ImportUndone undone)
    {
        state.Imports.Forget(undone.Import);
        foreach (var id in undone.Removed)
        {
            if (state.Entrant(id) is { } entrant)
            {
                state.Remove(entrant);
            }
        }

        foreach (var entrant in undone.Restored)
        {
            state.Register(entrant);
        }

        foreach (var judge in undone.RemovedJudges)
        {
            state.Dismiss(judge);
        }

        state.Appoint(undone.RestoredJudges);
    }

    private static void Register(CompetitionState state, EntrantsRegistered registered)
    {
        Define(state, registered.Organizations);
        foreach (var entrant in registered.Entrants)
        {
            state.Register(entrant);
        }
    }

    // A layer drawn again takes the layers after it away: they were drawn on top of the old codes.
    private static void Draw(CompetitionState state, CodesDrawn drawn)
    {
        if (state.Trade(drawn.Trade) is not { } trade)
        {
            return;
        }

        trade.Public.CompareBoards();
        state.Touch(trade);
        foreach (var entrant in trade.Entrants)
        {
            entrant.ClearCodes(drawn.Layer);
        }

        foreach (var code in drawn.Codes)
        {
            if (state.Entrant(code.Entrant) is { } entrant && entrant.Trade == trade)
            {
                entrant.Draw(drawn.Layer, code);
            }
        }

        trade.Publication.Drawn(drawn);
        trade.SettleCodes();
    }
}
