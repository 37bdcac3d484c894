using System.Security.Cryptography;
using System.Text;
using Scoring.Api.Screens;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Sayings;

namespace Scoring.Api.Console.Weighing;

/// <summary>What an entry would change, before it is made (R-D2): everyone who moves, awards, certificates. Names only once decoded (R-A2).</summary>
public sealed record EffectView(
    string Words, bool None, bool Named, IReadOnlyList<EffectLine> Lines, IReadOnlyList<string> Certificates, IReadOnlyList<string> Honours,
    IReadOnlyList<string> Teams, int Decimals)
{
    /// <summary>Of all of it: what was seen is what is carried out, or the person is asked again.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', [Words, .. Lines.Select(l => $"{l.Code} {l.Words}"), .. Certificates, .. Honours, .. Teams]))))[..16];

    /// <summary>Null: the entry concerns no trade that is there.</summary>
    public static EffectView? Of(CompetitionState state, TradeId trade, LedgerEvent e)
    {
        if (state.Trade(trade) is not { } found || WhatIf.Effect(state, trade, e) is not { } effect)
        {
            return null;
        }

        string Code(EntrantId id) => state.Entrant(id)?.Code ?? "—";
        string Who(EntrantId id) => found.IsDecoded && state.Entrant(id) is { } entrant ? $"{entrant.Code} {entrant.Entrant.Name}" : Code(id);
        return new EffectView(
            effect.Words.ToString(), effect.None, found.IsDecoded,
            [.. effect.Entrants.Select(x => new EffectLine(Code(x.Entrant), found.IsDecoded ? state.Entrant(x.Entrant)?.Entrant.Name : null, x))],
            [.. effect.Certificates.Select(c => $"{Who(c.Entrant)}：{c.Words}"), .. effect.TeamCertificates.Select(number => Team(state, number))],
            [
                .. effect.Singles.Select(p => $"{Who(p.Entrant)}：{p.Words}"), .. effect.Honours.Select(h => $"{Who(h.Entrant)}：{h.Words}"),
            ],
            // A team's name would tell whose a code is (R-A2).
            found.IsDecoded ? [.. effect.Teams.Select(t => $"{t.Ranking}，{PublicTeams.NameOf(state, t.Organization, t.Team)}：{t.Words}")] : [],
            found.Definition.Decimals);
    }

    private static string Team(CompetitionState state, string number)
    {
        var facts = state.TeamCertificates.First(c => c.Certificate.Facts.Number == number).Certificate.Facts;
        return $"{facts.Name}：{facts.Award}证书 {number} 作废";
    }
}

public sealed record EffectLine(string Code, string? Name, EntrantEffect Effect)
{
    public Saying Words => Effect.Words;
}
