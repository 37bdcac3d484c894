// Accounts of the console, in catalog.db.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Identity;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Api.Security;

public sealed record NewAccount(
    string Login, string Name, Role Role, CompetitionId? Competition = null, JudgeId? Judge = null, IReadOnlyList<TradeId>? Trades = null);

/// <summary>Held in memory as they are in the catalog: every request asks whose it is, also while the disk is full.</summary>
public sealed class Accounts
{
    public const int ShortestPassword = 10;

    private const string Columns = "login, name, role, competition, judge, trades, disabled, stamp, password";

    /// <summary>After a change of password or rights, with the login: what was open with it is worth nothing any more.</summary>
    public event Action<string>? Changed;

    private readonly Catalog catalog;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<string, Row> rows;
    private readonly PasswordHasher<string> hasher;
    private readonly string nobodysPassword;

    /// <param name="hasher">Null: the framework's.</param>
    public Accounts(Catalog catalog, TimeProvider time, PasswordHasher<string>? hasher = null)
    {
        (this.catalog, this.time, this.hasher) = (catalog, time, hasher ?? new());
        nobodysPassword = this.hasher.HashPassword("", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        using var db = catalog.Connect();
        rows = new(db.Query<Row>($"SELECT {Columns} FROM accounts").Select(r => KeyValuePair.Create(r.login, r)), StringComparer.OrdinalIgnoreCase);
    }

    public bool HasAdmin() => rows.Values.Any(r => r is { role: nameof(Role.Admin), disabled: 0 });

    public IReadOnlyList<Account> All() =>
        [.. rows.Values.OrderBy(r => r.role, StringComparer.Ordinal).ThenBy(r => r.login, StringComparer.Ordinal).Select(r => r.Account())];

    /// <summary>Null: nobody has this login, or none was given.</summary>
    public Account? Find(string? login) => login is null ? null : rows.GetValueOrDefault(login)?.Account();

    /// <summary>The account, if the password is its own. A missing account takes as long as a wrong password.</summary>
    public Account? SignIn(string login, string password)
    {
        var row = rows.GetValueOrDefault(login);
        var verdict = hasher.VerifyHashedPassword(row?.login ?? "", row?.password ?? nobodysPassword, password);
        return row is null || row.disabled != 0 || verdict == PasswordVerificationResult.Failed ? null : row.Account();
    }

    public bool Create(NewAccount account, string password)
    {
        using var db = catalog.Connect();
        var made = db.Execute(
            """
            INSERT INTO accounts (login, name, role, competition, judge, trades, disabled, stamp, password, created_at)
            VALUES (@Login, @Name, @Role, @Competition, @Judge, @Trades, 0, @Stamp, @Password, @At)
            ON CONFLICT (login) DO NOTHING
            """,
            new
            {
                account.Login,
                account.Name,
                Role = account.Role.ToString(),
                Competition = account.Competition?.Value,
                Judge = account.Judge?.Value,
                Trades = JsonSerializer.Serialize((account.Trades ?? []).Select(t => t.Value)),
                Stamp = NewStamp(),
                Password = hasher.HashPassword(account.Login, password),
                At = time.GetUtcNow().ToString("O"),
            }) == 1;
        Load(account.Login);
        return made;
    }

    public void SetPassword(string login, string password)
    {
        using var db = catalog.Connect();
        db.Execute(
            "UPDATE accounts SET password = @Password, stamp = @Stamp WHERE login = @login",
            new { login, Password = hasher.HashPassword(login, password), Stamp = NewStamp() });
        Load(login);
        Changed?.Invoke(login);
    }

    /// <summary>False if this would leave nobody to administer.</summary>
    public bool SetDisabled(string login, bool disabled)
    {
        using var db = catalog.Connect();
        var done = db.Execute(
            """
            UPDATE accounts SET disabled = @Disabled, stamp = @Stamp WHERE login = @login AND (@Disabled = 0 OR role <> 'Admin'
              OR (SELECT count(*) FROM accounts other WHERE other.role = 'Admin' AND other.disabled = 0 AND other.login <> @login) > 0)
            """,
            new { login, Disabled = disabled ? 1 : 0, Stamp = NewStamp() }) == 1;
        Load(login);
        if (done)
        {
            Changed?.Invoke(login);
        }

        return done;
    }

    private void Load(string login)
    {
        using var db = catalog.Connect();
        if (db.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM accounts WHERE login = @login", new { login }) is { } row)
        {
            rows[row.login] = row;
        }
    }

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    // Dapper fills it by column name; SQLite's integers are long.
    private sealed record Row(
        string login, string name, string role, string? competition, string? judge, string trades, long disabled, string stamp, string password)
    {
        public Account Account() => new(
            login,
            name,
            Enum.Parse<Role>(role),
            competition is null ? null : new CompetitionId(competition),
            judge is null ? null : new JudgeId(judge),
            [.. (JsonSerializer.Deserialize<string[]>(trades) ?? []).Select(t => new TradeId(t))],
            disabled != 0,
            stamp);
    }
}
