// A fold, written as expected.json writes it, so that the two compare as text.
using System.Text.Json;
using Scoring.Core.Fold.State;
using Scoring.Core.Teams;

namespace Scoring.Api.Tests.Fixtures;

internal static class StateAsKept
{
    public static string Text(IReadOnlyList<KeptTrade> trades, IReadOnlyList<KeptTeams> teams, IReadOnlyList<KeptCertificate> papers) =>
        JsonSerializer.Serialize(new { trades, teams, papers }, Pretty);

    public static string Text(CompetitionState state) => Text(
        [.. state.TradesInOrder.Select(t => Trade(state, t))],
        [.. TeamRankings.Of(state).Select(t => new KeptTeams(
            t.Name, [.. t.Rows.Select(r => new KeptTeam(r.Organization?.Value ?? "", r.Rank, r.Total))], [.. t.Prize.Select(p => p.Organization.Value)]))],
        Papers(state.TeamCertificates));

    private static JsonSerializerOptions Pretty { get; } = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static KeptTrade Trade(CompetitionState state, TradeState trade)
    {
        var tiers = trade.Awards().Rows.ToDictionary(a => a.Entrant, a => a.Tier);
        return new(
            trade.Definition.Id.Value, trade.Phase.ToString(), trade.Visibility.ToString(),
            [.. trade.Standings().Rows.Select(r => new KeptEntrant(
                r.Result.Entrant.Value, state.Entrants[r.Result.Entrant].Entrant.Name, state.Entrants[r.Result.Entrant].Code, r.Result.Status.ToString(),
                r.Result.Total, r.Rank, tiers.GetValueOrDefault(r.Result.Entrant), r.Result.SecondsUsed,
                r.Result.Components.ToDictionary(c => c.Component.Value, c => c.Figure), r.Result.Modules().ToDictionary(m => m.Module.Value, m => m.Figure)))],
            [.. trade.Publication.Honours.Select(h => new KeptHonour(h.Entrant.Value, h.Title))],
            [.. trade.Publication.Appeals.Select(a => new KeptAppeal(a.Filed.Number, a.Filed.Entrant.Value, a.Answer?.Upheld))],
            Papers(trade.Publication.Certificates));
    }

    private static List<KeptCertificate> Papers(IReadOnlyList<CertificateIssue> issued) => [.. issued.Select(c => new KeptCertificate(
        c.Certificate.Facts.Number, c.Certificate.Facts.Kind.ToString(), c.Certificate.Entrant.Value, c.Certificate.Facts.Name, c.Certificate.Facts.Award,
        c.Certificate.Replaces, c.Certificate.Qr, c.RevokedBecause, c.Collected is not null))];
}
