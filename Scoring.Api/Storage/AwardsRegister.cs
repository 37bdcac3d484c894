using System.Globalization;
using Dapper;

namespace Scoring.Api.Storage;

/// <summary>An award or title won elsewhere, or before this program kept them (R-E5).</summary>
/// <param name="Level">国家级, 省级 …; null: not written.</param>
/// <param name="Giver">颁发单位.</param>
/// <param name="Contest">Where it was won.</param>
/// <param name="Awarded">2019, 2019-05 or 2019-05-01; null: not written.</param>
/// <param name="Number">Of the certificate, text.</param>
public sealed record RegisteredAward(
    string Name, string Organization, string Title, string? Level = null, string? Giver = null, string? Contest = null,
        string? Awarded = null, string? Number = null);

/// <param name="Batch">Stands for the list.</param>
public sealed record RegisteredList(string Batch, string Source, string AddedAt, int Awards);

/// <summary>The register of awards over the years, in catalog.db: it belongs to the installation, not to one competition.</summary>
public sealed class AwardsRegister(Catalog catalog, TimeProvider time)
{
    private const string Columns =
        """
        name AS Name, organization AS Organization, title AS Title, level AS Level, giver AS Giver, contest AS Contest, awarded AS Awarded,
        number AS Number
        """;

    public IReadOnlyList<RegisteredAward> All()
    {
        using var db = catalog.Connect();
        return [.. db.Query<RegisteredAward>($"SELECT {Columns} FROM awards_register ORDER BY awarded DESC, id")];
    }

    /// <summary>Lists taken in, newest first.</summary>
    public IReadOnlyList<RegisteredList> Lists()
    {
        using var db = catalog.Connect();
        return [.. db.Query<(string Batch, string Source, string AddedAt, long Awards)>(
            "SELECT batch, source, added_at, COUNT(*) FROM awards_register GROUP BY batch, source, added_at ORDER BY added_at DESC")
            .Select(r => new RegisteredList(r.Batch, r.Source, r.AddedAt, (int)r.Awards))];
    }

    /// <summary>One list, whole or not at all.</summary>
    public void Add(string source, IEnumerable<RegisteredAward> awards)
    {
        var (batch, at) = (Guid.NewGuid().ToString("N"), time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        using var db = catalog.Connect();
        using var whole = db.BeginTransaction();
        foreach (var a in awards)
        {
            db.Execute(
                """
                INSERT INTO awards_register (batch, source, added_at, name, organization, title, level, giver, contest, awarded, number)
                VALUES (@batch, @source, @at, @Name, @Organization, @Title, @Level, @Giver, @Contest, @Awarded, @Number)
                """,
                new { batch, source, at, a.Name, a.Organization, a.Title, a.Level, a.Giver, a.Contest, a.Awarded, a.Number }, whole);
        }

        whole.Commit();
    }

    public void Remove(string batch)
    {
        using var db = catalog.Connect();
        db.Execute("DELETE FROM awards_register WHERE batch = @batch", new { batch });
    }
}
