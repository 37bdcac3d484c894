using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Effects;

/// <summary>Name, organization, members or identity of an entrant whose trade has left 评分 (R-K17): a correction by two people. Certificates that say the old words
/// are revoked and replaced in the same entry, of teams too, so that at any time exactly one certificate for a prize is valid.</summary>
public static class CorrectEntrant
{
    /// <param name="to">The same entrant with the right words.</param>
    /// <param name="sign">Gives the text of the QR for facts (R-H6); quick.</param>
    /// <param name="organizations">A new one the entrant belongs to; null: none.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, Actor second, EntrantId entrant, Entrant to, string reason, Func<CertificateFacts, string> sign, IReadOnlyList<Organization>? organizations = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        var same = found.Entrant with { Members = to.Members } == to && (found.Entrant.Members ?? []).SequenceEqual(to.Members ?? []);
        return Asking.Role(trade, by, Role.Admin, Role.HeadJudge) ?? Asking.Second(trade, by, second, Role.HeadJudge, Role.Supervisor, Role.Admin) ?? Asking.Reason(reason)
            ?? (trade.Phase < Phase.Review ? new Decision.Refuse(Refusal.TooEarly, $"{trade.Definition.Name}的评分还没有结束，请在名单里改") : null)
            ?? Asking.Between(trade, Phase.Review, Phase.Final)
            ?? (string.IsNullOrWhiteSpace(to.Name) || to.Members?.Any(string.IsNullOrWhiteSpace) == true ? new Decision.Refuse(Refusal.NoName, $"请填写姓名") : null)
            ?? (to.Id != entrant || to.Trade != trade.Definition.Id ? new Decision.Refuse(Refusal.OtherEntrant, $"更正不换人，也不换{state.TradeWord}") : null)
            ?? ((to.Members?.Count ?? 0) != (found.Entrant.Members?.Count ?? 0) ? new Decision.Refuse(Refusal.Members, $"更正不增减成员，只改姓名") : null)
            ?? (same ? new Decision.Refuse(Refusal.NoChange, $"没有改动") : null)
            ?? (to.Organization != found.Entrant.Organization && !state.Organizations.ContainsKey(to.Organization) && organizations?.Any(o => o.Id == to.Organization) != true
                ? new Decision.Refuse(Refusal.NoSuchOrganization, $"请选择单位") : null)
            ?? Decision.Of(Event(state, trade, found.Entrant, to, by, second, reason.Trim(), sign, organizations));
    }

    /// <summary>Certificates of persons that would be revoked, each with the one that takes its place.</summary>
    public static IReadOnlyList<(string Revoked, CertificateFacts Facts)> Replacements(CompetitionState state, TradeState trade, Entrant from, Entrant to, IReadOnlyList<Organization>? organizations = null)
    {
        var (old, names) = (from.Names.ToList(), to.Names);
        var organization = organizations?.FirstOrDefault(o => o.Id == to.Organization)?.Name ?? state.Organizations.GetValueOrDefault(to.Organization)?.Name;
        var prefix = trade.Competition.Competition?.NumberPrefix ?? "";
        var next = CertificateNumber.Next(prefix, trade.Definition.Code, trade.Publication.Certificates.Select(c => c.Certificate.Facts.Number));
        var replaced = new List<(string, CertificateFacts)>();
        foreach (var held in trade.Publication.Certificates.Where(c => c.RevokedBecause is null && c.Certificate.Entrant == from.Id).Select(c => c.Certificate.Facts))
        {
            var at = old.IndexOf(held.Name);
            var name = at < 0 ? held.Name : names[at];
            if (name != held.Name || organization != held.Organization)
            {
                replaced.Add((held.Number, held with { Number = CertificateNumber.Write(prefix, trade.Definition.Code, next++), Name = name, Organization = organization }));
            }
        }

        return replaced;
    }

    private static EntrantCorrected Event(
        CompetitionState state, TradeState trade, Entrant from, Entrant to, Actor by, Actor second, string reason, Func<CertificateFacts, string> sign, IReadOnlyList<Organization>? organizations)
    {
        var bare = new EntrantCorrected(from.Id, to, reason, by.Id, second.Id, [], [], [], [], organizations);
        var own = Replacements(state, trade, from, to, organizations);
        var (wrong, teams) = IssueTeamCertificates.Anew(state, WhatIf.Teams(state, trade.Definition.Id, bare), organizations);
        return bare with
        {
            Revoked = [.. own.Select(o => o.Revoked)],
            Issued = [.. own.Select(o => new IssuedCertificate(from.Id, o.Facts, sign(o.Facts), o.Revoked))],
            TeamsRevoked = wrong,
            TeamsIssued = [.. teams.Select(p => new IssuedCertificate(p.Entrant, p.Facts, sign(p.Facts), p.Replaces))],
        };
    }
}
