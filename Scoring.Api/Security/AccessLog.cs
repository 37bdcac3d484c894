using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Api.Security;

/// <summary>Who saw or took out personal data, and when (R-I2), in catalog.db. What changes results is in the ledgers instead.</summary>
public sealed class AccessLog(Catalog catalog, TimeProvider time)
{
    private const string Select = """
        SELECT id AS Id, at AS At, login AS Login, name AS Name, role AS Role, competition AS Competition, what AS What, detail AS Detail
        FROM access
        WHERE (@competition IS NULL OR competition = @competition)
          AND (@find IS NULL OR login = @find OR name LIKE '%' || @find || '%' OR what LIKE '%' || @find || '%' OR detail LIKE '%' || @find || '%')
          AND (@before IS NULL OR id < @before)
        ORDER BY id DESC LIMIT @count
        """;

    private sealed record Row(long Id, string At, string Login, string Name, string Role, string? Competition, string What, string? Detail);

    private const string Insert =
        "INSERT INTO access (at, login, name, role, competition, what, detail) VALUES (@At, @Login, @Name, @Role, @Competition, @What, @Detail)";

    private const int MostWaiting = 10_000;

    // What a full disk did not take: reading goes on, and who read is written once there is room.
    private readonly ConcurrentQueue<Row> waiting = new();

    /// <param name="what">e.g. 导出选手名册.</param>
    /// <param name="detail">How much of it; never a name or number of the people it is about.</param>
    public void Write(SignedIn who, CompetitionId? competition, string what, string? detail = null) =>
        Keep(new(0, Now, who.Login, who.Name, who.Role.ToString(), competition?.Value, what, detail));

    /// <summary>Somebody failed to get in. What was typed as a login may be anything, a password among them: only that of an account is written.</summary>
    public void Failed(string login, Account? account, string what, string detail) => Keep(new(
        0, Now, account?.Login ?? "", account?.Name ?? $"没有这个账号（{login.Length} 个字）", account?.Role.ToString() ?? "", account?.Competition?.Value, what, detail));

    private string Now => StoredTime.Write(time.GetUtcNow());

    private void Keep(Row row)
    {
        waiting.Enqueue(row);
        try
        {
            using var db = catalog.Connect();
            while (waiting.TryPeek(out var next))
            {
                db.Execute(Insert, next);
                waiting.TryDequeue(out _);
            }
        }
        catch (SqliteException full) when (StorageFailure.TakesNothing(full) || catalog.ForReading)
        {
            while (waiting.Count > MostWaiting)
            {
                waiting.TryDequeue(out _);
            }
        }
    }

    /// <summary>Newest first.</summary>
    /// <param name="competition">Null: all.</param>
    /// <param name="find">Part of a name, of what was done, or a whole login; null: everything.</param>
    /// <param name="before">Rows older than this id; null: from the newest.</param>
    public IReadOnlyList<Access> Read(CompetitionId? competition, string? find, long? before, int count)
    {
        using var db = catalog.Connect();
        return [.. db.Query<Row>(Select, new { competition = competition?.Value, find = string.IsNullOrWhiteSpace(find) ? null : find.Trim(), before, count }).Select(r => new Access(
            r.Id, StoredTime.Read(r.At), r.Login, r.Name, r.Role.Length == 0 ? null : Enum.Parse<Role>(r.Role), r.Competition is null ? null : new CompetitionId(r.Competition), r.What, r.Detail))];
    }
}

/// <param name="Role">Null: somebody without an account tried to get in.</param>
public sealed record Access(long Id, DateTimeOffset At, string Login, string Name, Role? Role, CompetitionId? Competition, string What, string? Detail);
