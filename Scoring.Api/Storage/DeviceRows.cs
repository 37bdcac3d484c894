using Dapper;
using Scoring.Core.Definition;

namespace Scoring.Api.Storage;

/// <summary>Rows of devices and pairing codes in the catalog.</summary>
public sealed class DeviceRows(Catalog catalog)
{
    private const string SelectAll = """
        SELECT id AS Id, name AS Name, competition AS Competition, judge AS Judge, paired_at AS PairedAt, revoked_at AS RevokedAt
        FROM devices
        """;

    private const string InsertDevice = """
        INSERT INTO devices (id, name, competition, judge, paired_at) VALUES (@Id, @Name, @Competition, @Judge, @PairedAt)
        """;

    private const string RevokeDevice = "UPDATE devices SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL";

    private const string ForgetCodes = "DELETE FROM pairing_codes WHERE competition = @Competition AND judge = @Judge AND used_at IS NULL";

    private const string InsertCode = """
        INSERT INTO pairing_codes (digest, competition, judge, expires_at) VALUES (@digest, @Competition, @Judge, @ExpiresAt)
        """;

    private const string SpendCode = """
        UPDATE pairing_codes SET used_at = @now WHERE digest = @digest AND used_at IS NULL AND expires_at > @now
        """;

    private const string SelectCode = "SELECT competition AS Competition, judge AS Judge FROM pairing_codes WHERE digest = @digest";

    private sealed record Row(string Id, string Name, string Competition, string Judge, string PairedAt, string? RevokedAt);

    private sealed record CodeRow(string Competition, string Judge);

    public IReadOnlyList<Device> All()
    {
        using var db = catalog.Connect();
        return [.. db.Query<Row>(SelectAll).Select(r => new Device(
            r.Id, r.Name, new(r.Competition), new(r.Judge), StoredTime.Read(r.PairedAt), r.RevokedAt is { } at ? StoredTime.Read(at) : null))];
    }

    public void Insert(Device device)
    {
        using var db = catalog.Connect();
        db.Execute(InsertDevice, new
        {
            device.Id, device.Name, Competition = device.Competition.Value, Judge = device.Judge.Value, PairedAt = StoredTime.Write(device.PairedAt),
        });
    }

    public void Revoke(string id, DateTimeOffset now)
    {
        using var db = catalog.Connect();
        db.Execute(RevokeDevice, new { id, now = StoredTime.Write(now) });
    }

    public void ReplaceCode(string digest, PairingCode code)
    {
        var row = new { digest, Competition = code.Competition.Value, Judge = code.Judge.Value, ExpiresAt = StoredTime.Write(code.ExpiresAt) };
        using var db = catalog.Connect();
        using var transaction = db.BeginTransaction();
        db.Execute(ForgetCodes, row, transaction);
        db.Execute(InsertCode, row, transaction);
        transaction.Commit();
    }

    /// <summary>Digests of codes that nobody has used and that still work, with whose each is.</summary>
    public IReadOnlyList<(string Digest, JudgeId Judge)> Unused(CompetitionId competition, DateTimeOffset now)
    {
        using var db = catalog.Connect();
        return
        [
            .. db.Query<(string Digest, string Judge)>(
                "SELECT digest, judge FROM pairing_codes WHERE competition = @Value AND used_at IS NULL AND expires_at > @Now ORDER BY digest",
                new { competition.Value, Now = StoredTime.Write(now) }).Select(r => (r.Digest, new JudgeId(r.Judge))),
        ];
    }

    /// <summary>Spends a code that is unused and not expired; null if there is none.</summary>
    public (CompetitionId Competition, JudgeId Judge)? UseCode(string digest, DateTimeOffset now)
    {
        using var db = catalog.Connect();
        if (db.Execute(SpendCode, new { digest, now = StoredTime.Write(now) }) != 1)
        {
            return null;
        }

        var row = db.QuerySingle<CodeRow>(SelectCode, new { digest });
        return (new(row.Competition), new(row.Judge));
    }
}
