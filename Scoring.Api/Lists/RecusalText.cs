using System.Text.RegularExpressions;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>回避 as lists write it: a firm, a person, a person of a firm, one's own firm (R-A4).</summary>
internal sealed partial class RecusalText(CompetitionState state, IReadOnlyList<TradeState> trades, OrganizationId? own)
{
    private static readonly string[] Own = ["本单位", "所在单位", "自己单位", "本人单位", "本人所在单位", "自己所在单位", "原单位", "工作单位", "本单位选手", "本单位人员", "本公司", "本校", "own organization"];

    private static readonly string[] Endings = ["全体选手", "所有选手", "的选手", "选手", "全体人员", "人员", "全体", "（全部）", "（全体）"];

    private static readonly string[] Nobody = ["无需回避", "不需要", "无需", "不回避", "没有回避", "无回避", "否"];

    public sealed record Read(
        IReadOnlyList<OrganizationId> Organizations, IReadOnlyList<EntrantId> Entrants, IReadOnlyList<(string What, string Advice)> Faults);

    public Read Of(string text)
    {
        List<OrganizationId> organizations = [];
        List<EntrantId> entrants = [];
        List<(string, string)> faults = [];
        foreach (var word in Organization(CellText.Trim(text)) is not null ? [CellText.Trim(text)] : RoleText.Parts(text))
        {
            var parts = word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (Nobody.Contains(word))
            {
                continue;
            }

            if (!Take(word, organizations, entrants) && !(parts.Length > 1 && parts.All(p => Take(p, organizations, entrants))))
            {
                faults.Add(Fault(word));
            }
        }

        return new Read(organizations, entrants, faults);
    }

    private bool Take(string word, List<OrganizationId> organizations, List<EntrantId> entrants)
    {
        if ((Own.Contains(word) ? own : Organization(word)) is { } organization)
        {
            organizations.Add(organization);
            return true;
        }

        // One person in two trades, or two of one name in one firm: the judge is kept from all of them.
        if (Named(word) is { Count: > 0 } named && named.DistinctBy(e => e.Organization).Count() == 1)
        {
            entrants.AddRange(named.Select(e => e.Id));
            return true;
        }

        return false;
    }

    private OrganizationId? Organization(string word)
    {
        foreach (var name in Endings.Where(e => word.EndsWith(e, StringComparison.Ordinal) && word.Length > e.Length).Select(e => word[..^e.Length]).Prepend(word))
        {
            var key = OrganizationNames.Key(name);
            if (key.Length > 0 && state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Key(o.Name) == key || o.ShortName == name) is { } found)
            {
                return found.Id;
            }
        }

        return null;
    }

    private List<Entrant> Named(string word)
    {
        var all = trades.SelectMany(t => t.Entrants).Select(e => e.Entrant).ToList();
        var name = NameText.Clean(word).Text;
        if (all.Where(e => e.Name == name).ToList() is { Count: > 0 } plain)
        {
            return plain;
        }

        // 同名（洹水机电有限公司）, 洹水机电有限公司（同名）, 洹水机电有限公司的同名, 洹水机电有限公司-同名
        foreach (var (one, other) in new[] { InBrackets().Match(word), Joined().Match(word) }.Where(m => m.Success).Select(m => (m.Groups["one"].Value, m.Groups["other"].Value)))
        {
            foreach (var (person, firm) in new[] { (one, other), (other, one) })
            {
                if (Organization(firm) is { } organization
                    && all.Where(e => e.Organization == organization && e.Name == NameText.Clean(person).Text).ToList() is { Count: > 0 } found)
                {
                    return found;
                }
            }
        }

        return [];
    }

    private (string What, string Advice) Fault(string word) =>
        Own.Contains(word) ? ($"回避“{word}”，但这一行没有写单位", "请写出要回避的单位。")
        : Named(word) is { Count: > 1 } several ? ($"有 {several.Count} 个{word}", "分不清回避哪一位，请写成“姓名（单位）”。")
        : ($"回避的“{word}”不是参赛单位，也不是本{state.TradeWord}的选手",
            NearestNames.Of(word, state.Organizations.Values.Select(o => o.Name)) is { Count: > 0 } near ? $"最接近：{string.Join('、', near)}。" : "请核对。");

    [GeneratedRegex("^(?<one>[^（(]+)[（(](?<other>.+)[）)]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex("^(?<one>.{2,40}?)(?:\\s*[-—:：]\\s*|的|\\s+)(?<other>.{2,40})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Joined();
}
