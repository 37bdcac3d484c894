// Where in a competition file something is wrong, in words: people never see the path of a file.
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Core.Checking;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Contests;

public static partial class FilePlace
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["trades"] = "个" + TradeWord.Usual, ["components"] = "个部分", ["modules"] = "个模块",
            ["sheet"] = "个评分项", ["parts"] = "个下级评分项", ["aspects"] = "个评分点",
            ["entrants"] = "位选手",
        ["judges"] = "位裁判", ["seats"] = "个席位", ["organizations"] = "个单位", ["marks"] = "条成绩", ["tieChain"] = "步同分办法",
            ["teamRankings"] = "个团体排名",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>第 2 个工种第 1 个模块：配分应为 100; a place in text that is no competition file stays a line and a column.</summary>
    public static string Words(Problem problem)
    {
        var place = string.Concat(Steps().Matches(problem.Path).Where(m => Names.ContainsKey(m.Groups["name"].Value)).Select(m =>
            $"第 {int.Parse(m.Groups["index"].Value, CultureInfo.InvariantCulture) + 1} {Names[m.Groups["name"].Value]}"));
        return place.Length > 0 ? $"{place}：{problem.Allowed}" : problem.Path.StartsWith('$') ? problem.Allowed.ToString()
            : $"{problem.Path}：{problem.Allowed}";
    }

    [GeneratedRegex(@"(?<name>[a-zA-Z]+)\[(?<index>\d{1,6})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Steps();
}
