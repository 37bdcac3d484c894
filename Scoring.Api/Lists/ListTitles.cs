using System.Text.RegularExpressions;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>What lines above a table and the names of sheets and files say of all its rows (R-I1a).</summary>
public static partial class ListTitles
{
    /// <summary>参赛单位：甲公司（盖章); null: no line says it. Who fills in, hosts or collects is no entrant's organization.</summary>
    public static string? Organization(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            if (OrganizationLine().Match(line) is { Success: true } found && CellText.Trim(found.Groups["name"].Value) is { Length: > 1 } name && !CellText.IsBlank(name))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>What a title may call a trade by: 工种：电工, 二、电工（24人）, 电工报名表.</summary>
    public static IEnumerable<string> Trades(string line)
    {
        if (TradeLine().Match(line) is { Success: true } said)
        {
            yield return said.Groups["name"].Value;
        }

        yield return line;
        var bare = Around().Replace(Counts().Replace(line, ""), "");
        yield return bare;
        for (var (before, now) = ("", bare); before != now;)
        {
            before = now;
            now = Endings().Replace(now, "");
            if (now.Length > 0 && now != before)
            {
                yield return now;
            }
        }
    }

    /// <summary>A name that says nothing: Sheet1, 报名表.</summary>
    public static bool SaysNothing(string name) => Endings().Replace(Generic().Replace(Counts().Replace(name, ""), ""), "").Length == 0;

    [GeneratedRegex("(?<![填主承协组举办报织持总])(?:单位|参赛单位|代表队|报名单位|学校|所在单位|工作单位)(?:名称)?(?:[（(]?盖?章?[)）]?)[:：]\\s*(?<name>[^\\s（(_：:]{2,40}(?:[（(][^（()）盖章]{1,12}[)）][^\\s（(_：:]{0,30})?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrganizationLine();

    [GeneratedRegex("(?:工种|赛项|参赛项目|竞赛项目|项目|职业)(?:名称)?[:：]\\s*(?<name>[^\\s：:]{1,40})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TradeLine();

    [GeneratedRegex("[（(\\[【][^）)\\]】]*[）)\\]】]|\\d+\\s*[人名]", RegexOptions.None, 1000)]
    private static partial Regex Counts();

    [GeneratedRegex("^\\s*(?:[一二三四五六七八九十]+|\\d+)\\s*[、.．)）\\-_ ]+|^附件\\s*\\d*[:：]?|\\s+|[-_—]+$", RegexOptions.None, 1000)]
    private static partial Regex Around();

    [GeneratedRegex("(?:选手名单|参赛名单|报名名单|报名表|汇总表|报名汇总表|登记表|名单|名册|花名册|选手|参赛|报名|赛项|工种|项目|组|表|\\d+|[-_— ]+)$", RegexOptions.None, 1000)]
    private static partial Regex Endings();

    [GeneratedRegex("^(?:sheet|工作表|表|list|data|export|导出|新建.*|book|工作簿|附件)[\\s_-]*\\d*$|裁判|成绩|汇总", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Generic();
}
