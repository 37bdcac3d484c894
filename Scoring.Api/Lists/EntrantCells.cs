using System.Text;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Single cells of a list of people, cleaned (R-I1b to R-I1d); what is wrong with one is a finding.</summary>
public static class EntrantCells
{
    private static readonly char[] BetweenNames = ['、', '，', ',', '；', ';', '/', '\\', '\n', '|'];

    public static string? Name(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Name);
        if (cell.Kind == CellKind.Fault)
        {
            return null;
        }

        var (text, fault) = NameText.Clean(cell.Text);
        fault ??= text.Length == 0 ? "没有姓名，请补上再上传。"
            : cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Date ? $"“{cell.Text}”不是姓名，请按身份证填写。"
            : CellText.IsDitto(text) ? "姓名写了“同上”，请写上姓名。"
            : text.Length > 50 ? "姓名超过 50 个字，请核对。"
            : Parts(cell.Text) is { Count: > 1 } several && several.TrueForAll(IsChinese) ? $"一格里有 {several.Count} 个名字，请一人一行；双人、团体赛请写“队名”和“成员”两列。"
            : text.Any(c => c is '*' or '＊' or '×') ? "姓名被遮住了几个字，请写全。"
            : !text.Any(char.IsLetter) ? $"“{text}”不是姓名，请按身份证填写。"
            : null;
        var where = table.Address(row, ListField.Name);
        if (fault is not null)
        {
            findings.Add(Fault(where, fault));
            return null;
        }

        if (NameText.Foreign(text) is { } strange && !Rune.IsDigit(strange))
        {
            findings.Add(new Finding(where, false, $"姓名里有“{strange}”", "会原样印在证书上，请核对。"));
        }
        else if (Spaced(cell.Text) is { Count: > 1 } apart)
        {
            findings.Add(new Finding(where, false, $"姓名中间有空格：按一个人“{text}”读", $"如果是 {apart.Count} 个人，请一人一行。", Kind: "姓名中间有空格"));
        }

        return text;
    }

    /// <summary>A fault's first part says what is wrong, the rest what to do.</summary>
    public static Finding Fault(string where, string fault, string? kind = null)
    {
        var cut = fault.LastIndexOf('，') is > 0 and var comma ? comma : fault.IndexOf('：', StringComparison.Ordinal);
        return cut > 0 ? new Finding(where, true, fault[..cut], fault[(cut + 1)..], Kind: kind) : new Finding(
            where, true, fault.TrimEnd('。'), "请核对。", Kind: kind);
    }

    public static DocumentNumber? Document(ListTable table, int row, DateOnly day, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.IdNumber);
        var where = table.Address(row, ListField.IdNumber);
        if (cell.Kind == CellKind.Blank && table.Has(ListField.IdNumber))
        {
            findings.Add(new Finding(where, false, "没有证件号码", "没有号码时按姓名、单位和手机认人，请尽量补上。"));
        }

        return Document(cell, where, Text(table, row, ListField.IdType), day, findings);
    }

    /// <param name="type">证件类型; null: told by the number.</param>
    public static DocumentNumber? Document(Cell cell, string where, string? type, DateOnly day, List<Finding> findings)
    {
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        if (cell.Kind is not CellKind.Text)
        {
            findings.Add(new Finding(where, true, "证件号码被 Excel 存成了数字", "末几位已丢失，设为文本后重填。"));
            return null;
        }

        var read = DocumentNumber.Read(type, cell.Text, day);
        if (read.Fault is { } fault)
        {
            findings.Add(new Finding(where, true, fault.Split('，')[0].TrimEnd('。'), fault.Contains('，', StringComparison.Ordinal) ? fault[(fault.LastIndexOf('，') + 1)..] : "请按证件核对后重填。"));
            return null;
        }

        if (read.Doubt is { } doubt)
        {
            findings.Add(new Finding(where, false, read.Number.Length == 15 ? "15 位的旧身份证号码" : doubt.Split('，')[0], read.Number.Length == 15 ? doubt : "请核对。"));
        }

        return read;
    }

    public static string? Phone(ListTable table, int row, ListField field, List<Finding> findings) =>
        Phone(table.Read(row, field), table.Address(row, field), findings);

    public static string? Phone(Cell cell, string where, List<Finding> findings)
    {
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        if (cell.Kind is not (CellKind.Text or CellKind.Number) || (cell.Kind == CellKind.Number && (cell.Text.Length > 13 || !cell.Text.All(char.IsAsciiDigit))))
        {
            findings.Add(new Finding(where, true, "手机号被 Excel 存成了数字", "可能已丢失几位，设为文本后重填。"));
            return null;
        }

        var read = PhoneText.Read(cell.Text);
        if (read.Fault is { } fault)
        {
            findings.Add(Fault(where, fault));
            return null;
        }

        if (read.Doubt is { } doubt)
        {
            findings.Add(new Finding(where, false, doubt.Split('，')[0], doubt.Split('，')[^1]));
        }

        return read.Number;
    }

    // A leading zero is lost without a trace, so that no number is taken that Excel keeps as one.
    public static string? Digits(ListTable table, int row, ListField field, string word, List<Finding> findings)
    {
        var cell = table.Read(row, field);
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        if (cell.Kind is not CellKind.Text || (cell.Text.Contains("E+", StringComparison.OrdinalIgnoreCase) && cell.Text.Count(char.IsAsciiDigit) >= cell.Text.Length - 3))
        {
            findings.Add(new Finding(table.Address(row, field), true, $"{word}被 Excel 存成了数字", "开头的 0 或末几位可能已丢失，设为文本后重填。"));
            return null;
        }

        return string.Concat(cell.Text.Normalize(NormalizationForm.FormKC).Where(c => !CellText.IsUnseen(c)));
    }

    /// <summary>男 or 女; what the document number says against it is worth a look.</summary>
    public static string? Gender(ListTable table, int row, DocumentNumber? document, List<Finding> findings)
    {
        var text = Text(table, row, ListField.Gender);
        var said = text?.ToUpperInvariant() switch
        {
            null => null,
            "男" or "男性" or "M" or "MALE" or "先生" => "男",
            "女" or "女性" or "F" or "FEMALE" or "女士" => "女",
            _ => text,
        };
        if (said is not null and not ("男" or "女"))
        {
            findings.Add(new Finding(table.Address(row, ListField.Gender), false, $"性别写的是“{said}”", "应为男或女，请核对。"));
        }
        else if (said is not null && document?.Type is DocumentNumber.Resident or DocumentNumber.ResidencePermit or DocumentNumber.PermanentResidence
            && ResidentId.Gender(document.Number) is { } by && by != said)
        {
            findings.Add(
                new Finding(table.Address(row, ListField.Gender), false, $"性别写{said}，证件号码是{by}", "请按证件核对性别和号码。", Kind: "性别和证件号码不一致"));
        }

        return said;
    }

    /// <summary>Null: blank or faulty.</summary>
    public static string? Text(ListTable table, int row, ListField field) =>
        table.Read(row, field) is { Kind: not (CellKind.Blank or CellKind.Fault) } cell ? cell.Text : null;

    /// <summary>#N/A and formulas without a value, wherever they stand (R-I1g).</summary>
    public static void Faults(ListTable table, int row, List<Finding> findings)
    {
        foreach (var column in table.Headers.Where(h => h.Field is not null && table.Form is null))
        {
            if (table.Sheet.Covering(row, column.Column) is { Kind: CellKind.Fault } fault)
            {
                findings.Add(new Finding(
                    Worksheet.Address(row, column.Column), true, $"{ListHeaders.Name(column.Field!.Value, table.TradeWord)}是 {fault.Text}", "请在 Excel 里改成实际内容再上传。"));
            }
        }
    }

    private static bool IsChinese(string text) => text.Any(c => c >= '\u2E80');

    // 张三 李四: two words of two characters and more each; 王 磊 is one name.
    internal static List<string> Spaced(string text) =>
        text.Split([' ', '\u3000', '\u00A0', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList() is { Count: > 1 } words
        && words.TrueForAll(w => w.Length > 1 && w.All(c => c is >= '\u3400' and <= '\u9FFF')) ? words : [];

    internal static List<string> Parts(string text) =>
        [.. text.Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries).Select(CellText.Trim).Where(p => p.Length > 0 && !CellText.IsBlank(p))];

    /// <summary>Names with what stands in brackets after each: signs between names inside brackets part nobody.</summary>
    internal static List<string> Members(string text)
    {
        var (depth, inside) = (0, text.ToCharArray());
        for (var i = 0; i < inside.Length; i++)
        {
            depth += inside[i] is '（' or '(' or '【' or '[' ? 1 : inside[i] is '）' or ')' or '】' or ']' ? -1 : 0;
            if (depth > 0 && BetweenNames.Contains(inside[i]))
            {
                inside[i] = ' ';
            }
        }

        return Parts(depth == 0 ? new string(inside) : text);
    }

    /// <summary>The same where each place stands for somebody: 无 and nothing keep theirs, empty.</summary>
    internal static List<string> Places(string text) =>
        [.. text.Split(['、', '，', ',', '；', ';', '\n', '|']).Select(CellText.Trim).Select(p => CellText.IsBlank(p) ? "" : p)];
}
