// Between the cookie's claims and the field's words.
using System.Security.Claims;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Security;

/// <summary>The person at the console.</summary>
public sealed record SignedIn(string Login, string Name, Role Role, string Id, CompetitionId? Competition, IReadOnlyList<TradeId> Trades)
{
    private const string NameClaim = "name", IdClaim = "id", CompetitionClaim = "competition", TradeClaim = "trade";

    internal const string StampClaim = "stamp", SessionClaim = "session";

    public Actor Actor => new(Role, Id, new Office(Competition, Trades));

    /// <summary>For the ledger, beside the person: with which account.</summary>
    public string Via => $"login:{Login}";

    public bool HoldsFor(TradeId trade) => Trades.Count == 0 || Trades.Contains(trade);

    public bool May(string policy) => Policies.Allows(policy, Role);

    public bool May(string policy, TradeId trade) => May(policy) && HoldsFor(trade);

    public bool MayEnter(CompetitionId competition) => Competition is null || Competition == competition;

    public static SignedIn? From(ClaimsPrincipal user)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } login || !Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role))
        {
            return null;
        }

        var competition = user.FindFirstValue(CompetitionClaim);
        return new SignedIn(
            login,
            user.FindFirstValue(NameClaim) ?? login,
            role,
            user.FindFirstValue(IdClaim) ?? login,
            competition is null ? null : new CompetitionId(competition),
            [.. user.FindAll(TradeClaim).Select(c => new TradeId(c.Value))]);
    }

    public static ClaimsPrincipal Principal(Account account)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Login),
            new(NameClaim, account.Name),
            new(ClaimTypes.Role, account.Role.ToString()),
            new(IdClaim, account.Id),
            new(StampClaim, account.Stamp),
            new(SessionClaim, ConsoleSessions.NewId()),
            .. account.Trades.Select(t => new Claim(TradeClaim, t.Value)),
        ];
        if (account.Competition is { } competition)
        {
            claims.Add(new Claim(CompetitionClaim, competition.Value));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, ConsoleCookie.Scheme, ClaimTypes.NameIdentifier, ClaimTypes.Role));
    }
}
