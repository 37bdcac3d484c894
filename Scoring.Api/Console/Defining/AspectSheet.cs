// A module's score sheet as a workbook and back: headers in any order, a criterion's name counts down to the next.
using Scoring.Api.Console.Defining.Kinds;
using Scoring.Api.Lists;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

public static class AspectSheet
{
    private const int Criterion = 0, Text = 1, FullMark = 2, Kind = 3, FirstOfKind = 4;

    // What a kind adds, by the names of its fields.
    private static readonly (string Field, string Name, string[] Synonyms)[] OfKinds =
    [
        (KindField.First, "参数", ["步长", "每处扣", "标称值", "每个得分"]), (KindField.Unit, "单位", []), (KindField.Decimals, "小数位", []),
        (KindField.Lines, "各档", ["档", "评分标准", "基准", "答案"]), (KindField.Better, "指标算法", []), (KindField.Take, "比的是", []), (KindField.Base, "基数", []),
        (KindField.Precision, "用时记到", []), (KindField.By, "全场计分", []), (KindField.Scope, "与谁比", []), (KindField.Per, "每差多少", []),
        (KindField.Off, "扣几分", []),
    ];

    private static readonly (string Name, string[] Synonyms)[] Columns =
    [
        ("评分项", ["一级指标", "评分项目", "项目"]), ("评分点", ["评分内容", "考核内容", "评分要点", "内容", "名称"]), ("配分", ["分值", "满分", "标准分"]),
        ("评分方式", ["方式", "类型", "评分类型"]), .. OfKinds.Select(k => (k.Name, k.Synonyms)), ("评分提示", ["提示", "说明"]), ("扣分原因", ["原因"]),
    ];

    private static readonly int Hint = FirstOfKind + OfKinds.Length, Reasons = Hint + 1;

    /// <summary>Names of the kinds' fields that have a column.</summary>
    public static IEnumerable<string> Fields => OfKinds.Select(k => k.Field);

    public static byte[] Write(Module module)
    {
        var rows = new List<IReadOnlyList<OutCell>> { Columns.Select(c => new OutCell(c.Name, CellStyle.Head)).ToList() };
        foreach (var criterion in module.Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)))
        {
            foreach (var aspect in criterion.Aspects ?? [])
            {
                var kind = KindForms.Of(aspect).Form;
                var form = AspectForm.Of(aspect);
                string?[] cells =
                [
                    criterion.Name, form.Text, form.FullMark, kind.Name, .. OfKinds.Select(k => Cell(kind, form, k.Field)), form.Hint, Joined(form.Reasons),
                ];
                rows.Add(cells.Select(c => new OutCell(c ?? "")).ToList());
            }
        }

        if (rows.Count == 1)
        {
            string[][] examples =
            [
                ["安全文明", "穿戴劳保用品", "2", "是否"], ["安装接线", "导线无损伤", "6", "缺陷", "1", "处", .. Enumerable.Repeat("", Reasons - 6), "绝缘破损；露铜过长"],
                ["安装接线", "工艺美观", "4", "分值", "0.5"], ["调试", "整定电流", "8", "公差", "8", "A", "1", "0.2=8；0.5=4"],
            ];
            rows.AddRange(examples.Select(e => e.Select(c => new OutCell(c)).ToList()));
        }

        return XlsxWriter.Write(new OutSheet("评分表", [16, 32, 8, 12, 10, 8, 8, 40, .. Enumerable.Repeat(12, OfKinds.Length - 4), 24, 32], rows));
    }

    /// <summary>The sheet, or what is wrong, each with its cell; with a fault nothing is taken.</summary>
    /// <exception cref="UnreadableFileException">No table that could be a score sheet.</exception>
    public static (IReadOnlyList<Criterion> Sheet, IReadOnlyList<string> Faults) Read(byte[] file, string fileName, string module)
    {
        var (sheet, head, at) = Table(SpreadsheetReader.Read(file, fileName));
        var faults = new List<string>();
        var criteria = new List<Criterion>();
        for (var row = head + 1; row < sheet.Rows.Count; row++)
        {
            string Of(int column) => at[column] is { } c ? sheet.Covering(row, c).Text.Trim() : "";
            var text = Of(Text);
            if (text.Length == 0 || text is "合计" or "总计" or "小计")
            {
                continue;
            }

            var group = Of(Criterion);
            var before = criteria.LastOrDefault();
            if (before is null || (group.Length > 0 && group != before.Name))
            {
                criteria.Add(before = new Criterion($"{module}{criteria.Count + 1}", group.Length > 0 ? group : "评分", []));
            }

            if (KindForms.Named(Of(Kind) is { Length: > 0 } named ? named : "points") is not ({ } key, { } kind))
            {
                var known = string.Join('、', KindForms.All.Select(k => k.Form.Name));
                faults.Add($"{Worksheet.Address(row, at[Kind] ?? 0)} {text}：评分方式“{Of(Kind)}”认不出，应为 {known}");
                continue;
            }

            var fields = OfKinds.Index().ToDictionary(k => k.Item.Field, k => Typed(kind, k.Item.Field, Of(FirstOfKind + k.Index)), StringComparer.Ordinal);
            var form = new AspectForm(key, text, Of(FullMark), Of(Hint), Of(Reasons), fields);
            var (aspect, fault) = form.Read(new AspectId($"{before.Id}.{before.Aspects!.Count + 1}")); // made with a list
            if (aspect is null)
            {
                faults.Add($"{Worksheet.Address(row, at[Text] ?? 0)} {text}：{fault}");
                continue;
            }

            criteria[^1] = before with { Aspects = [.. before.Aspects, aspect] };
        }

        return (criteria, criteria.Count == 0 && faults.Count == 0 ? ["表里没有评分点，请从第二行起填写"] : faults);
    }

    // A choice is written in its words, a list in one cell.
    private static string Cell(KindForm kind, AspectForm form, string name)
    {
        var value = form.Fields.GetValueOrDefault(name) ?? "";
        var choices = kind.Fields.FirstOrDefault(f => f.Name == name)?.Choices;
        return choices?.Where(c => c.Key == value).Select(c => c.Words).FirstOrDefault() ?? Joined(value);
    }

    // The end of a choice's words is enough: 越高越好.
    private static string Typed(KindForm kind, string name, string cell) => kind.Fields.FirstOrDefault(f => f.Name == name) switch
    {
        { Input: KindInput.Lines } => cell.Replace('；', '\n').Replace(';', '\n'),
        { Choices: { } choices } when cell.Length > 0 =>
            choices.Where(c => c.Words.EndsWith(cell, StringComparison.Ordinal)).Select(c => c.Key).FirstOrDefault(cell),
        _ => cell,
    };

    private static string Joined(string? lines) => (lines ?? "").Replace("\n", "；", StringComparison.Ordinal);

    private static (Worksheet Sheet, int Head, int?[] Columns) Table(Spreadsheet book)
    {
        foreach (var sheet in book.Sheets)
        {
            for (var row = 0; row < Math.Min(sheet.Rows.Count, 20); row++)
            {
                var at = Columns.Select(c => (int?)Enumerable.Range(0, sheet.Rows[row].Count).Where(i => Matches(sheet.Rows[row][i].Text, c)).Select(i => i + 1).FirstOrDefault()).Select(i => i == 0 ? null : i - 1).ToArray();
                if (at[Text] is not null && at[FullMark] is not null)
                {
                    return (sheet, row, at);
                }
            }
        }

        throw new UnreadableFileException("没有找到评分表：表头里要有“评分点”和“配分”。可以下载评分表对照。");
    }

    private static bool Matches(string cell, (string Name, string[] Synonyms) column)
    {
        var word = string.Concat(cell.Where(c => !char.IsWhiteSpace(c)));
        return word == column.Name || column.Synonyms.Contains(word);
    }
}
