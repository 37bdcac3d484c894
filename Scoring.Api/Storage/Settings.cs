using Dapper;

namespace Scoring.Api.Storage;

/// <summary>What the organizer set for this installation, in catalog.db.</summary>
public sealed class Settings(Catalog catalog)
{
    /// <summary>A folder on another disk or a USB stick that gets every backup too.</summary>
    public const string SecondFolder = "backup.second-folder";

    /// <summary>What the installation is sealed with in every backup, itself protected; see InstallationBackup.</summary>
    public const string InstallationSeal = "backup.installation-seal";

    /// <summary>Null: not set.</summary>
    public string? Get(string name)
    {
        using var db = catalog.Connect();
        return db.QueryFirstOrDefault<string>("SELECT value FROM settings WHERE name = @name", new { name });
    }

    /// <param name="value">Null: no longer set.</param>
    public void Set(string name, string? value)
    {
        using var db = catalog.Connect();
        db.Execute(
            value is null
                ? "DELETE FROM settings WHERE name = @name"
                : "INSERT INTO settings (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name, value });
    }
}
