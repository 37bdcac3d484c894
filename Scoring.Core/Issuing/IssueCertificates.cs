using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Issuing;

/// <summary>A certificate that is to be issued, complete but for its signature.</summary>
/// <param name="Replaces">Number of the revoked certificate it takes the place of; null: a first one.</param>
public sealed record PlannedCertificate(EntrantId Entrant, CertificateFacts Facts, string? Replaces);

/// <summary>Whoever is due a certificate of a kind and holds no valid one gets it (R-H1, R-H5). Numbers go on where they stopped and are never used again.</summary>
public static class IssueCertificates
{
    /// <summary>标题 of a kind.</summary>
    public static string TitleOf(CertificateKind kind) => kind switch
    {
        CertificateKind.Participation => "参赛证书",
        CertificateKind.Thanks => "感谢状",
        _ => "荣誉证书",
    };

    /// <summary>What would be issued now, best first; one for each member of a team (R-F4).</summary>
    public static IReadOnlyList<PlannedCertificate> Plan(TradeState trade, DateOnly date, CertificateKind kind = CertificateKind.Award)
    {
        var competition = trade.Competition.Competition ?? throw new InvalidOperationException("a trade without its competition");
        var prefix = competition.NumberPrefix;
        var next = CertificateNumber.Next(prefix, trade.Definition.Code, trade.Publication.Certificates.Select(c => c.Certificate.Facts.Number));
        var held = trade.Publication.Certificates.Where(c => c.Certificate.Facts.Kind == kind).ToLookup(c => c.Certificate.Entrant);
        // An honour and a single prize stand beside an award; of the awards there is one.
        var beside = (trade.Definition.Awards.Singles ?? []).Select(single => single.Name).ToHashSet(StringComparer.Ordinal);
        string Prize(string award) => kind == CertificateKind.Honour || beside.Contains(award) ? award : "";
        var planned = new List<PlannedCertificate>();
        foreach (var due in CertificatesDue.Of(trade, kind))
        {
            foreach (var name in due.Names)
            {
                var own = held[due.Holder].Where(c => c.Certificate.Facts.Name == name && Prize(c.Certificate.Facts.Award) == Prize(due.Award)).ToList();
                if (own.Exists(c => c.RevokedBecause is null))
                {
                    continue;
                }

                planned.Add(new PlannedCertificate(
                    due.Holder,
                    new CertificateFacts(
                        CertificateNumber.Write(prefix, trade.Definition.Code, next++), TitleOf(kind), name, due.Organization, trade.Definition.Name, due.Award,
                        competition.Name, competition.Signing, date, kind, trade.Competition.TradeWord,
                        due.Salutation, due.OtherName),
                    own.LastOrDefault()?.Certificate.Facts.Number));
            }
        }

        return planned;
    }

    /// <param name="sign">Gives the text of the QR for facts (R-H6); quick.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, TradeId trade, DateOnly date, Func<CertificateFacts, string> sign, CertificateKind kind = CertificateKind.Award)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.Admin, Role.HeadJudge) ?? Asking.Between(found, Phase.Final, Phase.Final)) is { } refused)
        {
            return refused;
        }

        if (CertificateDay.Fault(state, date) is { } absurd)
        {
            return absurd;
        }

        var planned = Plan(found, date, kind);
        return planned.Count == 0 ? new Decision.Refuse(Refusal.NothingToIssue, $"没有待签发的证书")
            : planned[0].Facts.Issuers.Count == 0 ? new Decision.Refuse(Refusal.NoIssuer, $"没有颁发单位，请先在竞赛设置中填写")
            : Decision.Of(new CertificatesIssued(trade, [.. planned.Select(p => new IssuedCertificate(p.Entrant, p.Facts, sign(p.Facts), p.Replaces))]));
    }
}

/// <summary>A certificate no longer holds (R-H5). Whoever still has the award gets another number with the next issue.</summary>
public static class RevokeCertificate
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, string number, string reason)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.Admin, Role.HeadJudge) ?? Asking.Reason(reason)) is { } refused)
        {
            return refused;
        }

        return Of(found.Publication.Certificates, number, new CertificateRevoked(trade, number, reason.Trim()));
    }

    /// <summary>What is to happen, if that number is among these and still holds.</summary>
    internal static Decision Of(IReadOnlyList<CertificateIssue> issued, string number, LedgerEvent revoked) => issued.FirstOrDefault(c => c.Certificate.Facts.Number == number) switch
    {
        null => new Decision.Refuse(Refusal.NoSuchCertificate, $"没有编号为 {number} 的证书"),
        { RevokedBecause: not null } => new Decision.Refuse(Refusal.AlreadyRevoked, $"{number} 已经撤销"),
        _ => Decision.Of(revoked),
    };
}
