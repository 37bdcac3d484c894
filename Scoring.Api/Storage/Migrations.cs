// Numbered SQL scripts that bring a database file up to this program's shape.
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Scoring.Api.Storage;

/// <summary>The scripts <c>Storage/Migrations/&lt;database&gt;/NNNN_what.sql</c>, each run once, in order. A released script is never edited.</summary>
public sealed class Migrations
{
    public static Migrations Competition { get; } = new("Competition");
    public static Migrations Catalog { get; } = new("Catalog");

    private readonly IReadOnlyList<Script> scripts;

    private Migrations(string database)
    {
        var prefix = $"{database}/";
        scripts = [.. typeof(Migrations).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Script.FromResource(name, name[prefix.Length..]))];
    }

    /// <exception cref="NewerFileException">The file was written by a newer version of the program.</exception>
    /// <param name="last">Number of the last script to run.</param>
    public void Apply(SqliteConnection connection, long last = long.MaxValue)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        var done = connection.QuerySingle<long>("SELECT coalesce(max(number), 0) FROM migrations");
        if (done > scripts[^1].Number)
        {
            throw new NewerFileException(connection.DataSource);
        }

        foreach (var script in scripts.Where(s => s.Number > done && s.Number <= last))
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(script.Sql, transaction: transaction);
            connection.Execute("INSERT INTO migrations (number, name) VALUES (@Number, @Name)", new { script.Number, script.Name }, transaction);
            transaction.Commit();
        }
    }

    /// <summary>Whether <see cref="Apply"/> would change something in a file that is already of this kind.</summary>
    public bool Behind(SqliteConnection connection) => connection.QuerySingle<long>("SELECT coalesce(max(number), 0) FROM migrations") < scripts[^1].Number;

    /// <summary>Whether the file is of this kind and no newer than this program.</summary>
    public bool Knows(SqliteConnection connection) => connection.QuerySingle<long>("SELECT coalesce(max(number), 0) FROM migrations") is > 0 and var done && done <= scripts[^1].Number;

    private sealed record Script(long Number, string Name, string Sql)
    {
        public static Script FromResource(string resource, string file)
        {
            using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(resource)!); // listed by the assembly itself
            return new(long.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file), reader.ReadToEnd());
        }
    }
}

/// <summary>The file's shape is newer than this program knows.</summary>
public sealed class NewerFileException(string path) : Exception($"{path} was written by a newer version");
