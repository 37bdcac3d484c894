using Dapper;

namespace Scoring.Api.Storage;

/// <summary>Sessions of the console that were ended by signing out, in catalog.db, as long as their cookies could still be shown.</summary>
public sealed class SessionRows(Catalog catalog, TimeProvider time)
{
    public IReadOnlyList<string> Ended()
    {
        using var db = catalog.Connect();
        if (!catalog.ForReading)
        {
            db.Execute("DELETE FROM ended_sessions WHERE until < @Now", new { Now = StoredTime.Write(time.GetUtcNow()) });
        }

        return [.. db.Query<string>("SELECT id FROM ended_sessions")];
    }

    public void End(string session, DateTimeOffset until)
    {
        using var db = catalog.Connect();
        db.Execute("INSERT INTO ended_sessions (id, until) VALUES (@session, @Until) ON CONFLICT (id) DO NOTHING", new { session, Until = StoredTime.Write(until) });
    }
}
