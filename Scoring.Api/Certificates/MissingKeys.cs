using System.Collections.Concurrent;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;

namespace Scoring.Api.Certificates;

/// <summary>Ledgers that were sealed, and certificates that were signed, with a key that is not here: after a restore without the keys, or when their folder was lost.</summary>
public sealed class MissingKeys(Competitions competitions, PersonalSeal seal, CertificateKeys keys)
{
    private readonly ConcurrentDictionary<CompetitionId, (int Count, IReadOnlySet<string> Keys)> signed = new();

    /// <summary>A line for each, in Chinese, with what does not work and what to do.</summary>
    public IReadOnlyList<string> Lines() => [.. keys.Trouble is { } own ? [own] : Array.Empty<string>(), .. competitions.All.SelectMany(Of)];

    private IEnumerable<string> Of(OpenCompetition open)
    {
        var (name, sealedHere, used) = open.Read(state => (state.Competition?.Name ?? open.Id.Value, state.Entrants.Values.Any(e => e.Entrant.Sealed is not null), Used(open.Id, state)));
        if (sealedHere && !seal.CanOpen(open.Id))
        {
            yield return $"{name}（{open.Id}）：打开证件号码的密钥 keys/{open.Id}.seal 不在这台电脑上，选手查不到自己的成绩，名册里没有号码。请从整套备份恢复，或把原电脑的 keys 文件夹拷来。";
        }

        var missing = used.Where(id => !keys.PublicKeys.ContainsKey(id) && !keys.Lost.Contains(id)).ToList();
        if (missing.Count > 0)
        {
            yield return $"{name}（{open.Id}）：签证书用的密钥 {string.Join("、", missing)} 不在这台电脑上，用它签的证书核验不了。请从整套备份恢复，或在“证书密钥”页导入。";
        }
    }

    private IReadOnlySet<string> Used(CompetitionId id, CompetitionState state)
    {
        var all = state.TradesInOrder.Select(t => t.Publication.Certificates).Append(state.TeamCertificates).ToList();
        var count = all.Sum(c => c.Count);
        if (!signed.TryGetValue(id, out var known) || known.Count != count)
        {
            signed[id] = known = (count, all.SelectMany(c => c).Select(c => SignedCertificate.KeyOf(VerificationLink.PayloadOf(c.Certificate.Qr))).OfType<string>().ToHashSet(StringComparer.Ordinal));
        }

        return known.Keys;
    }
}
