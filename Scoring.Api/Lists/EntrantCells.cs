using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Single cells of a list of people, cleaned (R-I1b to R-I1d); what is wrong with one is a finding.</summary>
public static class EntrantCells
{
    public static string? Name(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Name);
        var (text, fault) = NameText.Clean(cell.Text);
        fault ??= text.Length == 0 ? "没有姓名。" : text.Length > 50 ? "姓名超过 50 个字，请核对。" : null;
        if (fault is null)
        {
            return text;
        }

        var parts = fault.Split(['：', '，'], 2);
        findings.Add(new Finding(table.Address(row, ListField.Name), true, parts[0].TrimEnd('。'), parts.Length > 1 ? parts[1] : "请补上再上传。"));
        return null;
    }

    public static DocumentNumber? Document(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.IdNumber);
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        var where = table.Address(row, ListField.IdNumber);
        if (cell.Kind is CellKind.Number or CellKind.Date)
        {
            findings.Add(new Finding(where, true, "证件号码被 Excel 存成了数字", "末几位已丢失，设为文本后重填。"));
            return null;
        }

        var read = DocumentNumber.Read(Text(table, row, ListField.IdType), cell.Text);
        if (read.Fault is { } fault)
        {
            findings.Add(new Finding(where, true, fault.Split('，')[0], "请按证件核对后重填。"));
            return null;
        }

        if (read.Doubt is { } doubt)
        {
            findings.Add(new Finding(where, false, "15 位的旧身份证号码", doubt));
        }

        return read;
    }

    // A phone keeps its digits as a number; what is longer than 15 digits, began with 0 or went to 1E+10 has lost some.
    public static string? Digits(ListTable table, int row, ListField field, string word, List<Finding> findings)
    {
        var cell = table.Read(row, field);
        if (cell.Kind == CellKind.Number && (cell.Text.Length > 15 || !cell.Text.All(char.IsAsciiDigit) || (field != ListField.Phone && cell.Text.Length >= 15)))
        {
            findings.Add(new Finding(table.Address(row, field), true, $"{word}被 Excel 存成了数字", "可能已丢失几位，设为文本后重填。"));
            return null;
        }

        return cell.Kind is CellKind.Blank or CellKind.Fault ? null : cell.Text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
    }

    /// <summary>Null: blank or faulty.</summary>
    public static string? Text(ListTable table, int row, ListField field) =>
        table.Read(row, field) is { Kind: not (CellKind.Blank or CellKind.Fault) } cell ? cell.Text.Trim() : null;

    /// <summary>#N/A and formulas without a value, wherever they stand (R-I1g).</summary>
    public static void Faults(ListTable table, int row, List<Finding> findings)
    {
        foreach (var (field, column) in table.Columns)
        {
            if (table.Read(row, field) is { Kind: CellKind.Fault } fault)
            {
                findings.Add(new Finding(Worksheet.Address(row, column), true, $"{ListHeaders.Name(field)}是 {fault.Text}", "请在 Excel 里改成实际内容再上传。"));
            }
        }
    }
}
