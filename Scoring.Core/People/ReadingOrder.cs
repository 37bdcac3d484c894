using System.Globalization;

namespace Scoring.Core.People;

/// <summary>How lists for people are ordered: names by their pinyin, numbers by their value (2 before 10), whatever their code points
/// are.</summary>
public static class ReadingOrder
{
    public static StringComparer Names { get; } =
        StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.NumericOrdering);
}
