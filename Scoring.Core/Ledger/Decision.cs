using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ledger;

/// <summary>What a use case answers, given the state: the one event to append, or why not. Pure; the ledger's writer carries it out.</summary>
public abstract record Decision
{
    private Decision() { }

    public sealed record Append(LedgerEvent Event) : Decision;

    /// <param name="Code">For programs.</param>
    /// <param name="Message">For people: what is wrong and what to do next.</param>
    /// <param name="Fields">Which parts are at fault and why, by aspect or field; null: the whole.</param>
    public sealed record Refuse(Refusal Code, Saying Message, IReadOnlyDictionary<string, Saying>? Fields = null) : Decision;

    public static Decision Of(LedgerEvent e) => new Append(e);
}

/// <summary>Who acts. Written to the ledger as <c>role:id</c>.</summary>
/// <param name="Id">Of the judge or account.</param>
/// <param name="Office">What the account they signed in with holds; null: no account, only a seat in the contest speaks for them.</param>
public sealed record Actor(Role Role, string Id, Office? Office = null)
{
    /// <summary>The program itself: imports, demo, restore.</summary>
    public const string System = "system";

    public override string ToString() => $"{char.ToLowerInvariant(Role.ToString()[0])}{Role.ToString()[1..]}:{Id}";
}

/// <summary>Where an account holds its role (R-A4). Who holds one in one contest is a stranger in every other.</summary>
/// <param name="Competition">Null: all, which an admin alone can hold.</param>
/// <param name="Trades">Empty: every trade of the contest.</param>
public sealed record Office(CompetitionId? Competition, IReadOnlyList<TradeId> Trades)
{
    public bool Covers(Role role, CompetitionId? competition, TradeId trade) =>
        (Competition is null ? role == Role.Admin : Competition == competition) && (Trades.Count == 0 || Trades.Contains(trade));
}
