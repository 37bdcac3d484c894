using System.Security.Cryptography;
using System.Text;
using Dapper;
using Scoring.Api.Storage;

namespace Scoring.Api.Security;

/// <param name="Mark">By which a change is seen; not the link.</param>
/// <param name="Works">Not too old yet.</param>
public sealed record UnusedLink(string Mark, bool Works);

/// <summary>Links on paper by which one person sets the own password, once. Only a digest is kept; who uses it has it no more.</summary>
public sealed class AccountLinks(Catalog catalog, Accounts accounts, TimeProvider time)
{
    /// <summary>A link for that account; earlier ones of it stop working.</summary>
    /// <returns>The token, nowhere else to be read.</returns>
    public string Make(string login, DateTimeOffset until)
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        using var db = catalog.Connect();
        using var transaction = db.BeginTransaction();
        db.Execute("DELETE FROM account_links WHERE login = @login", new { login }, transaction);
        db.Execute(
            "INSERT INTO account_links (digest, login, expires_at) VALUES (@Digest, @Login, @Until)", new { Digest = Digest(token), Login = login, Until = StoredTime.Write(until) }, transaction);
        transaction.Commit();
        return token;
    }

    /// <summary>Whose link it is; null: none, used, or too old.</summary>
    public Account? Of(string? token)
    {
        using var db = catalog.Connect();
        var login = db.QuerySingleOrDefault<string>(
            "SELECT login FROM account_links WHERE digest = @Digest AND expires_at > @Now", new { Digest = Digest(token ?? ""), Now = StoredTime.Write(time.GetUtcNow()) });
        return login is not null && accounts.Find(login) is { Disabled: false } account ? account : null;
    }

    /// <summary>Links nobody has used yet, by their account.</summary>
    public IReadOnlyDictionary<string, UnusedLink> Unused()
    {
        using var db = catalog.Connect();
        return db.Query<(string Login, string Digest, string ExpiresAt)>("SELECT login, digest, expires_at FROM account_links")
            .ToDictionary(r => r.Login, r => new UnusedLink(r.Digest, StoredTime.Read(r.ExpiresAt) > time.GetUtcNow()), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Sets the password and spends the link; null: somebody was quicker.</summary>
    public Account? Use(string? token, string password)
    {
        if (Of(token) is not { } account)
        {
            return null;
        }

        using (var db = catalog.Connect())
        {
            if (db.Execute("DELETE FROM account_links WHERE digest = @Digest", new { Digest = Digest(token!) }) != 1) // a token of null is nobody's
            {
                return null;
            }
        }

        accounts.SetPassword(account.Login, password);
        return accounts.Find(account.Login);
    }

    private static string Digest(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
