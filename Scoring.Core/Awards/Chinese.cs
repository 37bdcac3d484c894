using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>Ranks as they stand in sentences.</summary>
internal static class Chinese
{
    /// <summary>第 7、9 名.</summary>
    public static Saying Ranks(IEnumerable<int> ranks) => $"第 {Saying.Join("、", ranks.Distinct())} 名";
}
