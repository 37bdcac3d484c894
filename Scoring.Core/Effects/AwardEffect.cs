// What a correction would change, computed from before and after without touching the ledger (R-D2).
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Sayings;

namespace Scoring.Core.Effects;

/// <param name="Entrants">Whose total, rank or award changes, in the order after; then those who are listed no more.</param>
/// <param name="Certificates">What becomes of certificates already issued (R-H5).</param>
/// <param name="Honours">Proposals that come or go (R-E5).</param>
/// <param name="Opens">The correction leaves a boundary to the committee (R-E2 c) that was not open before.</param>
/// <param name="Words">The whole in one sentence, e.g. 2 人名次变动，1 人奖项变动；证书作废 1 张.</param>
public sealed record AwardEffect(
    IReadOnlyList<EntrantEffect> Entrants, IReadOnlyList<CertificateEffect> Certificates, IReadOnlyList<HonourEffect> Honours, bool Opens, Saying Words)
{
    /// <summary>单项奖 that somebody wins or loses (R-K12).</summary>
    public IReadOnlyList<PrizeEffect> Singles { get; private init; } = [];

    /// <summary>Teams whose total, rank or prize changes, in every ranking of the competition (R-F1, R-F3).</summary>
    public IReadOnlyList<TeamEffect> Teams { get; private init; } = [];

    /// <summary>Numbers of team certificates (R-F1, R-F3) that would say what is no longer so.</summary>
    public IReadOnlyList<string> TeamCertificates { get; private init; } = [];

    /// <summary>Nothing of what is published changes.</summary>
    public bool None => Entrants.Count == 0 && Certificates.Count == 0 && Honours.Count == 0 && Singles.Count == 0 && Teams.Count == 0 && !Opens;

    /// <summary>The same correction with what it does to teams.</summary>
    public AwardEffect With(IReadOnlyList<TeamEffect> teams, IReadOnlyList<string> certificates) => teams.Count == 0 ? this : this with
    {
        Teams = teams,
        TeamCertificates = certificates,
        Words = $"{Words}；团体变动 {teams.Count} 项{(certificates.Count == 0 ? "" : $"；作废团体证书 {certificates.Count} 张")}",
    };

    /// <param name="valid">Certificates of the trade that were issued and not revoked; null: none.</param>
    public static AwardEffect Between(TradeOutcome before, TradeOutcome after, IReadOnlyList<IssuedCertificate>? valid = null)
    {
        var was = Place.All(before);
        var will = Place.All(after);
        var entrants = will.Keys.Union(was.Keys)
            .Select(id => EntrantEffect.Of(id, was.GetValueOrDefault(id, Place.Unlisted), will.GetValueOrDefault(id, Place.Unlisted), after.Trade.Decimals))
            .OfType<EntrantEffect>()
            .ToList();
        var certificates = CertificateEffects.Of(before, after, was, will, valid ?? []);
        var honours = HonourEffects(before.Honours, after.Honours);
        var opens = after.Awards.Open && !before.Awards.Open;
        var singles = PrizeEffect.Between(before.Awards, after.Awards);
        return new AwardEffect(entrants, certificates, honours, opens, Describe(entrants, certificates, honours, singles, opens)) { Singles = singles };
    }

    private static List<HonourEffect> HonourEffects(HonourList? before, HonourList? after)
    {
        if (before is null || after is null)
        {
            return [];
        }

        var had = before.Proposals.Select(p => (p.Entrant, p.Title)).ToList();
        var has = after.Proposals.Select(p => (p.Entrant, p.Title)).ToList();
        return had.Except(has).Select(h => new HonourEffect(h.Entrant, h.Title, Gained: false))
            .Concat(has.Except(had).Select(h => new HonourEffect(h.Entrant, h.Title, Gained: true)))
            .ToList();
    }

    private static Saying Describe(
        List<EntrantEffect> entrants, IReadOnlyList<CertificateEffect> certificates, List<HonourEffect> honours, IReadOnlyList<PrizeEffect> singles, bool opens)
    {
        var ranks = entrants.Count(e => e.RankBefore != e.RankAfter);
        var awards = entrants.Count(e => e.AwardBefore != e.AwardAfter);
        int Of(CertificateAction action) => certificates.Count(c => c.Action == action);
        (int Count, Saying Words)[] parts =
        [
            (ranks, $"{ranks} 人名次变动"),
            (awards, $"{awards} 人奖项变动"),
            (ranks + awards == 0 ? entrants.Count : 0, $"{entrants.Count} 人总分变动，名次和奖项不变"),
            (singles.Count, $"单项奖变动 {singles.Count} 项"),
            (honours.Count, $"荣誉提名变动 {honours.Count} 项"),
            (Of(CertificateAction.Revoke), $"作废证书 {Of(CertificateAction.Revoke)} 张"),
            (Of(CertificateAction.Reissue), $"作废并补发证书 {Of(CertificateAction.Reissue)} 张"),
            (Of(CertificateAction.Issue), $"新发证书 {Of(CertificateAction.Issue)} 张"),
            (Of(CertificateAction.Await), $"{Of(CertificateAction.Await)} 张证书待议定"),
            (opens ? 1 : 0, $"出现奖项末位并列，须先由组委会议定"),
        ];
        var said = parts.Where(part => part.Count > 0).Select(part => part.Words).ToList();
        return said.Count == 0 ? (Saying)$"总分、名次、奖项和证书都不变" : Saying.Join("；", said);
    }
}

/// <param name="Gained">Proposed now and not before; false: proposed before and no more.</param>
public sealed record HonourEffect(EntrantId Entrant, string Title, bool Gained)
{
    public Saying Words => Gained ? (Saying)$"新增提名：{Title}" : $"取消提名：{Title}";
}

/// <param name="Gained">Won now and not before; false: won before and no more.</param>
public sealed record PrizeEffect(EntrantId Entrant, string Prize, bool Gained)
{
    public Saying Words => Gained ? (Saying)$"获得{Prize}" : $"不再获得{Prize}";

    internal static IReadOnlyList<PrizeEffect> Between(AwardList before, AwardList after)
    {
        var (had, has) = (before.SinglesWon().ToList(), after.SinglesWon().ToList());
        return [.. had.Except(has).Select(p => new PrizeEffect(p.Entrant, p.Prize, false)), .. has.Except(had).Select(p => new PrizeEffect(p.Entrant, p.Prize, true))];
    }
}
