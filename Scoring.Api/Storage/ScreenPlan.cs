using Scoring.Core.Contracts;

namespace Scoring.Api.Storage;

/// <summary>What several screens play together, kept under a name (开幕, 比赛中, 颁奖), so that one key sets them all.</summary>
public sealed record ScreenPlan(string Name, IReadOnlyList<PlannedScene> Scenes);

public sealed record PlannedScene(string Screen, Scene Scene);
