using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Members of a pair or team in one cell or several (R-F4, R-K14), each cleaned; what stands in brackets after a name or before a
/// colon is what they are
/// in the team.</summary>
internal static class MemberCells
{
    private const int LongestRole = 20;

    public static IReadOnlyList<ReadMember>? Read(ListTable table, int row, List<Finding> findings)
    {
        if (EntrantCells.Text(table, row, ListField.Members) is not { } text)
        {
            return null;
        }

        var where = table.Address(row, ListField.Members);
        var members = new List<ReadMember>();
        var parts = EntrantCells.Parts(text);
        if (parts is [var only] && EntrantCells.Spaced(only) is { Count: > 1 } apart)
        {
            findings.Add(new Finding(where, false, $"成员之间只有空格：按 {apart.Count} 个人读", "请核对；用顿号分开最清楚。", Kind: "成员之间只有空格"));
            parts = apart;
        }

        foreach (var part in parts)
        {
            var (bare, role) = Divided(part);
            var (name, fault) = NameText.Clean(bare);
            fault ??= !name.Any(char.IsLetter) || CellText.IsDitto(name) ? $"“{part}”不是姓名，请按身份证填写。" : name.Length > 50
                ? "成员姓名超过 50 个字，请核对。" : null;
            if (fault is not null)
            {
                findings.Add(EntrantCells.Fault(where, "成员的" + fault.Replace("成员", "", StringComparison.Ordinal)));
            }
            else if (members.Exists(m => m.Name == name))
            {
                findings.Add(new Finding(where, true, $"成员里有两个{name}", "请核对，一人只写一次。"));
            }
            else
            {
                // Numbers of members are personal data and have no sealed place: they are said and left out (R-I2).
                if (role.Count(char.IsAsciiDigit) > 4 || role.Length > LongestRole)
                {
                    findings.Add(new Finding(where, false, $"{name}后面写的内容不导入", "成员后面只写角色，例如：张三（队长）、李四。", Kind: "成员后面写的内容不导入"));
                    role = "";
                }

                members.Add(new ReadMember(name, role));
            }
        }

        return members.Count == 0 ? null : members;
    }

    // 石小川（队长）, 队长：石小川
    private static (string Name, string Role) Divided(string part)
    {
        if (part.IndexOfAny(['（', '(', '【', '[']) is > 0 and var bracket)
        {
            return (part[..bracket], CellText.Trim(part[(bracket + 1)..].TrimEnd('）', ')', '】', ']', ' ')));
        }

        var colon = part.IndexOfAny(['：', ':']);
        return colon > 0 && colon < part.Length - 1 ? (part[(colon + 1)..], CellText.Trim(part[..colon])) : (part, "");
    }
}

/// <param name="Role">队长, 主厨 …; empty: nothing is written.</param>
public sealed record ReadMember(string Name, string Role);
