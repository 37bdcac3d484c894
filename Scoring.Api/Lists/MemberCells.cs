using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Members of a pair or team in one cell or several (R-F4, R-K14), each cleaned; what stands in brackets after a name or before a
/// colon is what they are
/// in the team, or a number of theirs.</summary>
internal static class MemberCells
{
    private const int LongestRole = 20;

    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly char[] InBrackets = [' ', '，', ',', '\u3000'];

    /// <param name="day">Of the contest: nobody is born after it.</param>
    public static IReadOnlyList<ReadMember>? Read(ListTable table, int row, DateOnly day, List<Finding> findings)
    {
        if (EntrantCells.Text(table, row, ListField.Members) is not { } text)
        {
            return null;
        }

        var where = table.Address(row, ListField.Members);
        var members = new List<ReadMember>();
        var parts = EntrantCells.Members(text);
        if (parts is [var only] && EntrantCells.Spaced(only) is { Count: > 1 } apart)
        {
            findings.Add(new Finding(where, false, $"成员之间只有空格：按 {apart.Count} 个人读", "请核对；用顿号分开最清楚。", Kind: "成员之间只有空格"));
            parts = apart;
        }

        foreach (var part in parts)
        {
            var (bare, beside) = Divided(part);
            var (name, fault) = NameText.Clean(bare);
            fault ??= !name.Any(char.IsLetter) || CellText.IsDitto(name) ? $"“{Masks.Within(part)}”不是姓名，请按身份证填写。" : name.Length > 50
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
                members.Add(InBracket(new ReadMember(name, ""), beside, where, day, findings));
            }
        }

        return members.Count == 0 ? null : MemberNumbers.Read(table, row, members, day, findings);
    }

    // 张三（队长，410502…，138…）: what looks like neither number is the role.
    private static ReadMember InBracket(ReadMember member, string beside, string where, DateOnly day, List<Finding> findings)
    {
        foreach (var word in beside.Split(InBrackets, StringSplitOptions.RemoveEmptyEntries))
        {
            var cell = new Cell(word, CellKind.Text);
            if (word.Count(char.IsAsciiDigit) >= 15 || (member.Phone is not null && word.Count(char.IsAsciiDigit) > 4))
            {
                member = member with { Document = EntrantCells.Document(cell, where, null, day, findings) ?? member.Document };
            }
            else if (PhoneText.Read(word) is { Fault: null, Doubt: null } phone)
            {
                member = member with { Phone = phone.Number };
            }
            else if (word.Count(char.IsAsciiDigit) > 4 || member.Role.Length + word.Length > LongestRole)
            {
                findings.Add(new Finding(where, false, $"{member.Name}后面写的内容不导入", "成员后面写角色、证件号码和手机，例如：张三（队长）、李四。", Kind: "成员后面写的内容不导入"));
            }
            else
            {
                member = member with { Role = member.Role.Length == 0 ? word : $"{member.Role} {word}" };
            }
        }

        return member;
    }

    // 石小川（队长）, 队长：石小川
    private static (string Name, string Beside) Divided(string part)
    {
        if (part.IndexOfAny(['（', '(', '【', '[']) is > 0 and var bracket)
        {
            return (part[..bracket], CellText.Trim(part[(bracket + 1)..].TrimEnd('）', ')', '】', ']', ' ')));
        }

        // 张三 410502…: a number behind a name is none of the name.
        if (part.Count(char.IsAsciiDigit) > 7 && part.IndexOfAny(Digits) is > 0 and var number && part.IndexOfAny(['：', ':']) < 0)
        {
            return (part[..number], part[number..]);
        }

        var colon = part.IndexOfAny(['：', ':']);
        return colon > 0 && colon < part.Length - 1 ? (part[(colon + 1)..], CellText.Trim(part[..colon])) : (part, "");
    }
}

/// <param name="Role">队长, 主厨 …; empty: nothing is written.</param>
/// <param name="Document">Null: no number is written.</param>
public sealed record ReadMember(string Name, string Role, DocumentNumber? Document = null, string? Phone = null);
