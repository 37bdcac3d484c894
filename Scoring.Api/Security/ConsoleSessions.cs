using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Scoring.Api.Storage;

namespace Scoring.Api.Security;

/// <summary>
/// Who is signed in still. A cookie is worth something while its account has the stamp it was made with and nobody signed out with it; an open socket is cut the moment
/// either ends, and every call on it asks again.
/// </summary>
public sealed class ConsoleSessions
{
    private readonly Accounts accounts;
    private readonly SessionRows rows;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, byte> ended;
    private readonly ConcurrentDictionary<string, (string Login, string Session, Action Abort)> connections = new(StringComparer.Ordinal);

    public ConsoleSessions(Accounts accounts, SessionRows rows, TimeProvider time)
    {
        (this.accounts, this.rows, this.time) = (accounts, rows, time);
        ended = new(rows.Ended().Select(s => KeyValuePair.Create(s, (byte)0)), StringComparer.Ordinal);
        accounts.Changed += login => Cut(c => string.Equals(c.Login, login, StringComparison.OrdinalIgnoreCase));
    }

    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The account the claims speak of, if they still hold.</summary>
    public Account? Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } login && !ended.ContainsKey(SessionOf(user))
        && accounts.Find(login) is { Disabled: false } account && account.Stamp == user.FindFirstValue(SignedIn.StampClaim)
            ? account
            : null;

    /// <summary>Signed out: a copy of the cookie opens nothing any more, here or after a restart.</summary>
    public void End(ClaimsPrincipal user)
    {
        var session = SessionOf(user);
        if (session.Length == 0)
        {
            return;
        }

        ended[session] = 0;
        rows.End(session, time.GetUtcNow() + ConsoleCookie.Life);
        Cut(c => c.Session == session);
    }

    internal void Came(string connection, ClaimsPrincipal user, Action abort)
    {
        connections[connection] = (user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", SessionOf(user), abort);
        if (Of(user) is null)
        {
            abort(); // ended between the door and here
        }
    }

    internal void Went(string connection) => connections.TryRemove(connection, out _);

    private void Cut(Func<(string Login, string Session, Action Abort), bool> which)
    {
        foreach (var connection in connections.Values.Where(which))
        {
            connection.Abort();
        }
    }

    private static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SignedIn.SessionClaim) ?? "";
}
