// Accounts of the console, in catalog.db.
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

public sealed class Accounts(Catalog catalog, TimeProvider time)
{
    public const int ShortestPassword = 10;

    private const string Columns = "login, name, role, competition, judge, trades, disabled, stamp, password";

    /// <summary>After a change of password or rights, with the login: what was open with it is worth nothing any more.</summary>
    public event Action<string>? Changed;

    private readonly PasswordHasher<string> hasher = new();
    private readonly string nobodysPassword = new PasswordHasher<string>().HashPassword("", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    public bool HasAdmin()
    {
        using var db = catalog.Connect();
        return db.ExecuteScalar<long>("SELECT count(*) FROM accounts WHERE role = 'Admin' AND disabled = 0") > 0;
    }

    public IReadOnlyList<Account> All()
    {
        using var db = catalog.Connect();
        return [.. db.Query<Row>($"SELECT {Columns} FROM accounts ORDER BY role, login").Select(r => r.Account())];
    }

    public Account? Find(string login) => Load(login)?.Account();

    /// <summary>The account, if the password is its own. A missing account takes as long as a wrong password.</summary>
    public Account? SignIn(string login, string password)
    {
        var row = Load(login);
        var verdict = hasher.VerifyHashedPassword(row?.login ?? "", row?.password ?? nobodysPassword, password);
        return row is null || row.disabled != 0 || verdict == PasswordVerificationResult.Failed ? null : row.Account();
    }

    public bool Create(NewAccount account, string password)
    {
        using var db = catalog.Connect();
        return db.Execute(
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
    }

    public void SetPassword(string login, string password)
    {
        using var db = catalog.Connect();
        db.Execute(
            "UPDATE accounts SET password = @Password, stamp = @Stamp WHERE login = @login",
            new { login, Password = hasher.HashPassword(login, password), Stamp = NewStamp() });
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
        if (done)
        {
            Changed?.Invoke(login);
        }

        return done;
    }

    private Row? Load(string login)
    {
        using var db = catalog.Connect();
        return db.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM accounts WHERE login = @login", new { login });
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
