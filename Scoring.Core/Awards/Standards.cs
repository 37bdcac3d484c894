using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>Tiers that ask for a mark (R-K12).</summary>
internal static class Standards
{
    /// <summary>The published figure that is compared (R-M11); null: there is none.</summary>
    public static decimal? Figure(AwardStandard standard, EntrantResult result) =>
        standard.Component is { } id ? result.Components.FirstOrDefault(c => c.Component == id)?.Figure : result.Total;

    /// <summary>总分 92.00 达到 90; 实操 59.00 低于 60.</summary>
    public static Saying Words(AwardStandard standard, Trade trade, EntrantResult result)
    {
        Saying name = standard.Component is { } id ? $"{trade.Components.FirstOrDefault(c => c.Id == id)?.Name ?? id.Value}" : (Saying)$"总分";
        return Figure(standard, result) is not { } figure ? (Saying)$"{name}没有成绩"
            : $"{name} {Marking.Words.Mark(figure, trade.Decimals)} {(figure >= standard.Mark ? (Saying)$"达到" : $"低于")} {Marking.Words.Plain(standard.Mark)}";
    }
}
