using System.Text;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>A contest file with everything long: eight entrants of four firms, a pair among them, marks, limits, an advance list and a
/// prize for teams.</summary>
internal static class HardContest
{
    /// <param name="phase">Of its one trade: <c>scoring</c>, <c>final</c>.</param>
    public static byte[] File(string phase)
    {
        string[] names = ["阿依古丽·买买提江·阿卜杜热合曼", "欧阳娜娜", "王伟", "李芳", "勇攀高峰创新工作室联合攻关一队", "刘洋", "陈静", "赵磊"];
        static string Firm(int n) => $"河南省安阳市殷都区先进制造业产业集群高质量发展联合工会委员会第{"一二三四"[n]}分会机械加工部";
        var firms = Enumerable.Range(0, 4).Select(n => $$"""{ "id": "u{{n}}", "name": "{{Firm(n)}}" }""");
        var people = names.Select((name, i) => $$$"""
            { "id": "e{{{i + 1}}}", "name": "{{{name}}}", "organization": "u{{{i % 4}}}", "trade": "hg",
              "tags": { "组别": "{{{(i % 2 == 0 ? "职工组" : "学生组")}}}" }{{{(i == 4 ? Pair : "")}}} }
            """);
        var marks = names.Select((_, i) => $$"""
            { "entrant": "e{{i + 1}}", "modules": [
              { "module": "LL", "figures": [{ "clerk": "k", "mark": {{98 - i}} }], "time": { "usedSeconds": {{5400 + i}} } },
              { "module": "SC", "figures": [{ "clerk": "k", "mark": {{(i == 3 ? 58 : 96 - (i * 2))}} }] }] }
            """);
        return Encoding.UTF8.GetBytes($$"""
            { "format": 1,
              "competition": { "id": "hard", "name": "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛", "date": "2026-04-23", "hosts": ["安阳市总工会"],
                "teamRankings": [{ "name": "单位团体", "method": "bestTotals", "bestOf": 3,
                  "prize": { "name": "优秀组织奖", "by": "entrants", "count": 2 } }] },
              "trades": [{ "id": "hg", "name": "化工总控与焊接自动化联合操作工", "code": "HG", "codeLayers": 0, "publicityDays": 0,
                "components": [
                  { "id": "ll", "name": "理论", "kind": "theory", "weight": 30, "modules": [
                    { "id": "LL", "name": "理论", "fullMark": 100, "marking": "clerk", "sheet": [], "time": {} }] },
                  { "id": "sc", "name": "实操", "kind": "practical", "weight": 70, "modules": [
                    { "id": "SC", "name": "实操", "fullMark": 100, "marking": "clerk", "sheet": [] }] }],
                "awards": { "tiers": [{ "name": "一等奖", "quota": 1, "amount": 3000 }, { "name": "二等奖", "quota": 3, "amount": 1500.5 }],
                  "limits": [{ "most": 1, "per": "organization" }],
                  "singles": [{ "name": "理论之星", "count": 1, "module": "LL", "amount": 500 }] },
                "advance": { "to": "河南省第十二届职工技能竞赛决赛", "top": 3, "reserves": 2, "limits": [{ "most": 1, "per": "organization" }] } }],
              "organizations": [{{string.Join(", ", firms)}}],
              "entrants": [{{string.Join(", ", people)}}],
              "judges": [{ "id": "k", "name": "录入员", "seats": [{ "role": "clerk", "trade": "hg" }] },
                { "id": "h", "name": "裁判长", "seats": [{ "role": "headJudge", "trade": "hg" }] }],
              "marks": [{{string.Join(", ", marks)}}],
              "progress": [{ "trade": "hg", "phase": "{{phase}}"{{(phase == "final" ? """, "awardsConfirmedBy": "h" """ : "")}} }] }
            """);
    }

    private const string Pair =
        """, "members": ["王五", "阿依古丽·买买提江"], "personal": { "members": [{ "name": "王五", "idNumber": "110101199001010015" }] }""";
}
