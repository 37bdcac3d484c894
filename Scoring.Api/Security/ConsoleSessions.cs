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
    private readonly Accounts _accounts;
    private readonly SessionRows _rows;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, byte> _ended;
    private readonly ConcurrentDictionary<string, (string Login, string Session, Action Abort)> _connections = new(StringComparer.Ordinal);

    public ConsoleSessions(Accounts accounts, SessionRows rows, TimeProvider time)
    {
        (_accounts, _rows, _time) = (accounts, rows, time);
        _ended = new(rows.Ended().Select(s => KeyValuePair.Create(s, (byte)0)), StringComparer.Ordinal);
        accounts.Changed += login => Cut(c => string.Equals(c.Login, login, StringComparison.OrdinalIgnoreCase));
    }

    public static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>The account the claims speak of, if they still hold.</summary>
    public Account? Of(ClaimsPrincipal? user) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } login && !_ended.ContainsKey(SessionOf(user))
        && _accounts.Find(login) is { Disabled: false } account && account.Stamp == user.FindFirstValue(SignedIn.StampClaim)
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

        _ended[session] = 0;
        _rows.End(session, _time.GetUtcNow() + ConsoleCookie.Life);
        Cut(c => c.Session == session);
    }

    internal void Came(string connection, ClaimsPrincipal user, Action abort)
    {
        _connections[connection] = (user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", SessionOf(user), abort);
        if (Of(user) is null)
        {
            abort(); // ended between the door and here
        }
    }

    internal void Went(string connection) => _connections.TryRemove(connection, out _);

    private void Cut(Func<(string Login, string Session, Action Abort), bool> which)
    {
        foreach (var connection in _connections.Values.Where(which))
        {
            connection.Abort();
        }
    }

    private static string SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SignedIn.SessionClaim) ?? "";
}
