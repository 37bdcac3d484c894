using Scoring.Core.Awards;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Feed.Figures;

/// <summary>One entry of an edition and what came of it: what figures are added up from.</summary>
/// <param name="People">Stand-ins of the entrant, or of each member of a pair or team; the same text wherever one person is.</param>
/// <param name="Tags">Kind → value, the nearest that holds (R-M13).</param>
/// <param name="Award">Null: none, or the trade is not published.</param>
/// <param name="Singles">单项奖.</param>
/// <param name="Titles">Honours approved, e.g. 技术能手 (R-E5).</param>
/// <param name="Certificates">Valid ones.</param>
/// <param name="Money">奖金 in yuan, of tiers, 单项奖 and honours (R-K12); 0: none.</param>
/// <param name="Metrics">What was reached in metrics of a published trade, e.g. kWh saved; null: it has none.</param>
public sealed record PastEntry(
    string Trade, string Name, IReadOnlyList<string> People, string Organization, IReadOnlyDictionary<string, string> Tags,
    string? Award = null, IReadOnlyList<string>? Singles = null, IReadOnlyList<string>? Titles = null, int Certificates = 0,
    decimal Money = 0, IReadOnlyList<MetricFigure>? Metrics = null);

/// <summary>Reads the entries of a contest.</summary>
internal static class PastEntries
{
    /// <param name="person">A stand-in for a person: of an entrant, the organization's name and one of the members (null: the
    /// entrant).</param>
    public static IReadOnlyList<PastEntry> Of(CompetitionState state, Func<Entrant, string, string?, string> person)
    {
        var kinds = Kinds(state).Distinct(StringComparer.Ordinal).ToList();
        return [.. state.TradesInOrder.SelectMany(trade => Of(state, trade, kinds, person))];
    }

    private static IEnumerable<PastEntry> Of(
        CompetitionState state, TradeState trade, List<string> kinds, Func<Entrant, string, string?, string> person)
    {
        var published = trade.Phase >= Phase.Final;
        var list = published ? trade.Awards() : null;
        var awards = list?.Rows.Where(r => r.Tier is not null).ToDictionary(r => r.Entrant, r => r.Tier) ?? [];
        var singles = (list?.SinglesWon() ?? []).ToLookup(s => s.Entrant, s => s.Prize);
        var titles = (published ? trade.Publication.Honours : []).ToLookup(h => h.Entrant, h => h.Title);
        var certificates = trade.Publication.Certificates.Where(c => c.RevokedBecause is null).ToLookup(c => c.Certificate.Entrant);
        var money = (published ? trade.Payments() : []).ToLookup(p => p.Entrant, p => p.Amount);
        foreach (var found in trade.Entrants)
        {
            var entrant = found.Entrant;
            var organization = state.Organizations.GetValueOrDefault(entrant.Organization)?.Name ?? "";
            yield return new(
                trade.Definition.Name, entrant.Name,
                entrant.Members is { Count: > 0 } members ? [.. members.Select(m => person(entrant, organization, m))]
                    : [person(entrant, organization, null)],
                organization,
                kinds.Select(kind => (Kind: kind, Value: state.TagOf(found, kind))).Where(t => t.Value is not null)
                    .ToDictionary(t => t.Kind, t => t.Value!, StringComparer.Ordinal), // those without a value are left out
                awards.GetValueOrDefault(entrant.Id), [.. singles[entrant.Id]], [.. titles[entrant.Id]], certificates[entrant.Id].Count(),
                money[entrant.Id].Sum(), published ? [.. MetricFigures.Of(trade.Definition, found.Result)] : null);
        }
    }

    private static IEnumerable<string> Kinds(CompetitionState state) =>
        ((IEnumerable<IReadOnlyDictionary<string, string>?>)[
            state.Competition?.Tags, .. state.TradesInOrder.Select(t => t.Definition.Tags),
            .. state.Organizations.Values.Select(o => o.Tags),
            .. state.Entrants.Values.Select(e => e.Entrant.Tags)]).SelectMany(t => t?.Keys ?? []);
}
