// Where in a trade something is wrong, in the trade's own words: people never see the path of a file.
using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <param name="Words">e.g. 实操，模块 A 装配，评分点 A1.2 接线.</param>
/// <param name="At">Its line in the tree; null: the trade itself.</param>
public sealed partial record ProblemPlace(string Words, Selection? At)
{
    /// <param name="path">As the path says it, from the trade on.</param>
    public static ProblemPlace Of(Trade trade, string path)
    {
        List<string> words = [];
        Selection? at = null;
        Component? component = null;
        Module? module = null;
        IReadOnlyList<Criterion> criteria = [];
        Criterion? criterion = null;
        foreach (var (name, index) in Steps().Matches(path).Select(m => (m.Groups["name"].Value, int.Parse(m.Groups["index"].Value, CultureInfo.InvariantCulture))))
        {
            switch (name)
            {
                case "components" when trade.Components.ElementAtOrDefault(index) is { } found:
                    (component, at) = (found, new Selection.OfComponent(found.Id));
                    words.Add(found.Name);
                    break;
                case "modules" when component?.Modules.ElementAtOrDefault(index) is { } found:
                    (module, criteria, at) = (found, found.Sheet, new Selection.OfModule(found.Id));
                    words.Add($"模块 {found.Id} {found.Name}");
                    break;
                case "sheet" or "parts" when module is not null && criteria.ElementAtOrDefault(index) is { } found:
                    (criterion, criteria, at) = (found, found.Parts ?? [], new Selection.OfCriterion(module.Id, found.Id));
                    words.Add($"评分项 {found.Id} {found.Name}");
                    break;
                case "aspects" when module is not null && criterion?.Aspects?.ElementAtOrDefault(index) is { } found:
                    at = new Selection.OfAspect(module.Id, found.Id);
                    words.Add($"评分点 {found.Id} {found.Text}");
                    break;
                default:
                    break;
            }
        }

        return new(words.Count == 0 ? "奖项与设置" : string.Join('，', words), at);
    }

    [GeneratedRegex(@"(?<name>[a-zA-Z]+)\[(?<index>\d{1,6})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Steps();
}
