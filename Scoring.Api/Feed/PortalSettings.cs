using System.Collections.Concurrent;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Feed;

/// <summary>What the organizer lets participants see and do on their phones, a file per competition in <c>portal/</c>.</summary>
public sealed class PortalSettings(string folder)
{
    private readonly ConcurrentDictionary<CompetitionId, Settings> read = new();

    /// <param name="ExplainsRanks">Says why this rank, in words.</param>
    /// <param name="TakesAppeals">Appeals may be handed in from a phone while the window is open (R-D4).</param>
    /// <param name="ShowsModules">Shows the own figure of each module once the trade is published.</param>
    public sealed record Settings(bool ExplainsRanks = true, bool TakesAppeals = true, bool ShowsModules = false);

    public Settings Of(CompetitionId competition) => read.GetOrAdd(competition, id =>
        File.Exists(PathOf(id)) ? JsonSerializer.Deserialize<Settings>(File.ReadAllText(PathOf(id)), ScoringJson.Options) ?? new() : new());

    public void Save(CompetitionId competition, Settings settings)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(PathOf(competition) + ".new", JsonSerializer.Serialize(settings, ScoringJson.Options));
        File.Move(PathOf(competition) + ".new", PathOf(competition), overwrite: true);
        read[competition] = settings;
    }

    private string PathOf(CompetitionId competition) => Path.Combine(folder, competition.Value + ".json");
}
