using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Security;

/// <summary>Someone who signs in to the console. Scoring judges have none: they pair a tablet.</summary>
/// <param name="Login">Typed to sign in; unique, case ignored.</param>
/// <param name="Name">Shown beside what the person did.</param>
/// <param name="Judge">The same person in the competition's list of judges and officials; null: not listed there.</param>
/// <param name="Competition">Null: every competition (the admin).</param>
/// <param name="Trades">Trades the role is held for (R-A4); empty: all of the competition.</param>
/// <param name="Stamp">Changes with password and rights; a cookie with another stamp is worth nothing.</param>
public sealed record Account(
    string Login, string Name, Role Role, CompetitionId? Competition, JudgeId? Judge, IReadOnlyList<TradeId> Trades, bool Disabled, string Stamp)
{
    /// <summary>Who acts in the ledger: the official if known as one, else the account.</summary>
    public string Id => Judge?.Value ?? Login;

    public Office Office => new(Competition, Trades);

    public bool HoldsFor(TradeId trade) => Trades.Count == 0 || Trades.Contains(trade);
}
