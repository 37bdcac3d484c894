using Dapper;

namespace Scoring.Api.Storage;

/// <summary>Keys of displays that run on their own, in the catalog.</summary>
public sealed class DisplayKeyRows(Catalog catalog)
{
    private sealed record Row(string Id, string Name, string Digest, string CreatedAt, string? RevokedAt);

    public IReadOnlyList<(DisplayKey Key, string Digest)> All()
    {
        using var db = catalog.Connect();
        return [.. db.Query<Row>("SELECT id AS Id, name AS Name, digest AS Digest, created_at AS CreatedAt, revoked_at AS RevokedAt FROM display_keys ORDER BY created_at")
            .Select(r => (new DisplayKey(r.Id, r.Name, StoredTime.Read(r.CreatedAt), r.RevokedAt is { } at ? StoredTime.Read(at) : null), r.Digest))];
    }

    public void Insert(DisplayKey key, string digest)
    {
        using var db = catalog.Connect();
        db.Execute(
            "INSERT INTO display_keys (id, name, digest, created_at) VALUES (@Id, @Name, @digest, @CreatedAt)",
            new { key.Id, key.Name, digest, CreatedAt = StoredTime.Write(key.CreatedAt) });
    }

    public void Revoke(string id, DateTimeOffset now)
    {
        using var db = catalog.Connect();
        db.Execute("UPDATE display_keys SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", new { id, now = StoredTime.Write(now) });
    }
}
