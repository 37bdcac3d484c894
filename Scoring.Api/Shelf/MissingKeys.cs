using Scoring.Api.Certificates;
using Scoring.Api.Personal;

namespace Scoring.Api.Shelf;

/// <summary>Ledgers that were sealed, and certificates that were signed, with a key that is not here: after a restore without the keys, or
/// when their folder was lost.</summary>
public sealed class MissingKeys(ContestCards cards, PersonalSeal seal, CertificateKeys keys)
{
    /// <summary>A line for each, in Chinese, with what does not work and what to do.</summary>
    public IReadOnlyList<string> Lines() => [.. keys.Trouble is { } own ? [own] : Array.Empty<string>(), .. cards.All.SelectMany(Of)];

    private IEnumerable<string> Of(ShelfCard card)
    {
        if (card.IsSealed && !seal.CanOpen(card.Id))
        {
            yield return $"{card.Name}（{card.Id}）：打开证件号码的密钥 keys/{card.Id}.seal 不在这台电脑上，选手查不到自己的成绩，名册里没有号码。请从整套备份恢复，或把原电脑的 keys 文件夹拷来。";
        }

        var missing = card.SigningKeys.Where(id => !keys.PublicKeys.ContainsKey(id) && !keys.Lost.Contains(id)).ToList();
        if (missing.Count > 0)
        {
            yield return $"{card.Name}（{card.Id}）：签证书用的密钥 {string.Join("、", missing)} 不在这台电脑上，用它签的证书核验不了。请从整套备份恢复，或在“证书密钥”页导入。";
        }
    }
}
