using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Issuing;

/// <summary>A revoked paper came back (R-H5).</summary>
public static class CollectCertificate
{
    private const int LongestName = 50;

    /// <param name="from">Who handed it back.</param>
    public static Decision Decide(CompetitionState state, Actor by, string number, string? from)
    {
        if (by.Role is not (Role.Admin or Role.HeadJudge or Role.Supervisor))
        {
            return new Decision.Refuse(Refusal.WrongRole, $"收回证书只能由管理员、裁判长或监督登记");
        }

        if (string.IsNullOrWhiteSpace(from) || from.Trim().Length > LongestName)
        {
            return new Decision.Refuse(Refusal.NoName, $"请填写交回人，最多 {LongestName} 字");
        }

        var issue = state.TradesInOrder.SelectMany(t => t.Publication.Certificates).Concat(state.TeamCertificates).FirstOrDefault(c => c.Certificate.Facts.Number == number);
        return issue switch
        {
            null => new Decision.Refuse(Refusal.NoSuchCertificate, $"没有编号为 {number} 的证书"),
            { RevokedBecause: null } => new Decision.Refuse(Refusal.StillValid, $"{number} 仍然有效，不用收回；要收回请先撤销"),
            { Collected: { } } => new Decision.Refuse(Refusal.AlreadyCollected, $"{number} 已经收回"),
            _ => Decision.Of(new CertificateCollected(number, from.Trim())),
        };
    }
}
