namespace Scoring.Api.Storage;

/// <summary>Lets one display that runs on its own read what is public, and nothing else.</summary>
/// <param name="RevokedAt">Null: it works.</param>
public sealed record DisplayKey(string Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
