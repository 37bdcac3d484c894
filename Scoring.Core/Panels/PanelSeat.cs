using Scoring.Core.People;

namespace Scoring.Core.Panels;

/// <summary>A judge's place on a module's panel; panel order is by number.</summary>
/// <param name="Group">Of a module with groups (R-K3); null: it has none.</param>
/// <param name="Trainee">影子裁判 (R-K10): beside the panel, not on it.</param>
public sealed record PanelSeat(Judge Judge, int Number, string? Group = null, bool Trainee = false)
{
    /// <summary>e.g. 4 号裁判.</summary>
    public string Name => Trainee ? $"影子裁判 {Judge.Name}" : Number > 0 ? $"{Number} 号裁判" : "裁判";
}
