using Dapper;

namespace Scoring.Api.Storage;

/// <summary>Spellings of organizations that were decided once and hold for every later list (R-I1f), in catalog.db.</summary>
public sealed class Spellings(Catalog catalog)
{
    private sealed record Row(string Written, string Name);

    /// <summary>What a spelling stands for, by what was written.</summary>
    public IReadOnlyDictionary<string, string> All()
    {
        using var db = catalog.Connect();
        return db.Query<Row>("SELECT written AS Written, name AS Name FROM spellings").ToDictionary(r => r.Written, r => r.Name, StringComparer.Ordinal);
    }

    public void Remember(IEnumerable<(string Written, string Name)> decided)
    {
        using var db = catalog.Connect();
        foreach (var (written, name) in decided)
        {
            db.Execute("INSERT INTO spellings (written, name) VALUES (@written, @name) ON CONFLICT (written) DO UPDATE SET name = excluded.name", new { written, name });
        }
    }
}
