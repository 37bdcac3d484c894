using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Certificates;

/// <summary>Which valid certificates are printed, and in what order they leave the printer.</summary>
/// <param name="Trade">Null: the whole competition.</param>
/// <param name="Teams">Only those of teams and organizations.</param>
/// <param name="Numbers">Only these; empty: all.</param>
public sealed record PrintSelection(TradeId? Trade, IReadOnlyList<string> Numbers, PrintOrder Order, bool Teams = false)
{
    /// <summary>How an address says <see cref="Teams"/> where a trade's key stands.</summary>
    public const string TeamsScope = "@teams";

    public IReadOnlyList<IssuedCertificate> From(CompetitionState state)
    {
        var wanted = Numbers.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var chosen = state.TradesInOrder
            .Where(trade => !Teams && (Trade is null || trade.Definition.Id == Trade))
            .SelectMany(InAwardOrder)
            .Concat(Trade is null ? OfTeams(state) : [])
            .Where(c => wanted.Count == 0 || wanted.Contains(c.Facts.Number));
        return Order == PrintOrder.Organization
            ? [.. chosen.OrderBy(c => c.Facts.Organization ?? c.Facts.Name, ReadingOrder.Names)] // stable: award order within each
            : [.. chosen];
    }

    /// <summary>As they are handed out: kind by kind, best tier first, then by number.</summary>
    private static IEnumerable<IssuedCertificate> InAwardOrder(TradeState trade)
    {
        var tiers = trade.Definition.Awards.Tiers.Select(tier => tier.Name).ToList();
        return trade.Publication.Certificates
            .Where(c => c.RevokedBecause is null)
            .Select(c => c.Certificate)
            .OrderBy(c => c.Facts.Kind is CertificateKind.Award ? 0 : (int)c.Facts.Kind)
            .ThenBy(c => tiers.IndexOf(c.Facts.Award) is >= 0 and var tier ? tier : tiers.Count)
            .ThenBy(c => c.Facts.Number, StringComparer.Ordinal);
    }

    /// <summary>As they were issued: teams by rank, then organizations.</summary>
    private static IEnumerable<IssuedCertificate> OfTeams(CompetitionState state) =>
        state.TeamCertificates.Where(c => c.RevokedBecause is null).Select(c => c.Certificate).OrderBy(c => c.Facts.Kind).ThenBy(c => c.Facts.Number, StringComparer.Ordinal);
}

public enum PrintOrder { Award, Organization }

/// <summary>One file to print from, or an archive of single files.</summary>
public enum PrintFormat { Merged, Single }
