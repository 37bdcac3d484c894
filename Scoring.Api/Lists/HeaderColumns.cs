using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Which of several columns with one meaning counts, and what is said of columns that nobody reads (R-I1a).</summary>
internal static class HeaderColumns
{
    private static readonly ListField[] Weighty =
    [
        ListField.Name, ListField.IdNumber, ListField.Organization, ListField.Trade, ListField.Phone, ListField.ExamNumber, ListField.Mark, ListField.Code, ListField.Role, ListField.Team,
        ListField.LeaderPhone, ListField.Leader, ListField.FormerRank, ListField.FormerTotal, ListField.Work, ListField.Group,
    ];

    // Asked for by many forms, used by none of ours; named, but no reason to ask.
    private static readonly string[] Harmless =
    [
        "年龄", "出生", "照片", "相片", "银行", "开户", "卡号", "邮箱", "email", "签名", "签字", "盖章", "籍贯", "政治面貌", "地址", "邮编", "尺码", "住宿", "房", "餐", "车牌", "车次", "到达", "备注", "意见", "审核", "工龄", "年限", "专业", "入职", "毕业", "奖", "附件",
        "二维码", "费", "票", "健康", "保险", "微信", "qq", "部门", "车间", "班组", "序",
    ];

    public static (IReadOnlyList<ListColumn> Columns, List<Finding> Findings) Settle(
        Worksheet sheet, int number, HeaderBand band, IReadOnlyList<int> rows, ListShape shape)
    {
        var findings = new List<Finding>();
        var columns = band.Columns.Select(c => c.Field is { } f && !shape.Used.Contains(f) ? c with { Field = null } : c).ToList();
        OfLeader(columns);

        // A captain named beside people who stand in rows of their own is no second person of each row.
        if (columns.Where(c => c.Field == ListField.Members).ToList() is { Count: > 0 } members
            && members.TrueForAll(c => ListHeaders.MemberRole(c.Header) is not null))
        {
            columns = [.. columns.Select(c => c.Field == ListField.Members ? c with { Field = null } : c)];
        }

        foreach (var doubled in columns
            .Where(c => c.Field is not null and not (ListField.Members or ListField.MemberIdNumber or ListField.MemberPhone or ListField.Recusal or ListField.Tag)).GroupBy(c =>
                c.Field!.Value).Where(g => g.Count() > 1).ToList())
        {
            var keep = Keep(sheet, number, doubled.Key, [.. doubled], rows, shape, findings, band);
            columns = [.. columns.Select(c => c.Field == doubled.Key && c.Column != keep ? c with { Field = null } : c)];
        }

        if (columns.Count(c => c.Field == ListField.Members) == 1 && !columns.Exists(c => c.Field is ListField.Name or ListField.Team))
        {
            columns = [.. columns.Select(OfOne)]; // 队员 over one name a row
        }

        if (!columns.Exists(c => c.Field == ListField.Members))
        {
            columns = [.. columns.Select(c => c.Field is ListField.MemberIdNumber or ListField.MemberPhone ? c with { Field = null } : c)];
        }

        Unread(sheet, columns, band, rows, shape, findings);
        return (columns, findings);
    }

    private static ListColumn OfOne(ListColumn column) => column.Field switch
    {
        ListField.Members => column with { Field = ListField.Name },
        ListField.MemberIdNumber => column with { Field = ListField.IdNumber },
        ListField.MemberPhone => column with { Field = ListField.Phone },
        _ => column,
    };

    // On one row of header words: the phone right after 领队 is the leader's, if the entrants have one elsewhere.
    private static void OfLeader(List<ListColumn> columns)
    {
        var phones = columns.Where(c => c.Field == ListField.Phone).ToList();
        if (phones.Count < 2 || columns.Exists(c => c.Field == ListField.LeaderPhone) || columns.Find(c => c.Field == ListField.Leader) is not { } leader)
        {
            return;
        }

        var its = phones.Find(p => p.Column == leader.Column + 1) ?? (
            phones[0].Column < leader.Column && phones[^1].Column > leader.Column ? phones[^1] : null);
        if (its is not null)
        {
            columns[columns.IndexOf(its)] = its with { Field = ListField.LeaderPhone };
        }
    }

    private static int Keep(
        Worksheet sheet, int number, ListField field, List<ListColumn> several, IReadOnlyList<int> rows, ListShape shape, List<Finding> findings, HeaderBand band)
    {
        var question = $"column:{number}:{band.Bottom}:{field}";
        if (shape.Answers.TryGetValue(question, out var given) && several.Find(c => Worksheet.ColumnName(c.Column) == given) is { } chosen)
        {
            return chosen.Column;
        }

        var filled = several.Where(c => rows.Any(r => sheet.At(r, c.Column).Kind != CellKind.Blank)).ToList();
        var best = filled.GroupBy(c => shape.Own?.ContainsKey(c.Word) == true && field != ListField.FormerTotal ? -1
            : Rank(field, c.Word)).OrderBy(g => g.Key).FirstOrDefault()?.ToList() ?? several;
        var first = best[0].Column;
        if (best.Count > 1 && Weighty.Contains(field) && best.Skip(1).Any(c => rows.Any(r => sheet.Covering(r, c.Column).Text != sheet.Covering(r, first).Text)))
        {
            findings.Add(new Finding(
                Worksheet.Address(band.Bottom, best[1].Column), true, $"有 {best.Count} 列都是“{ListHeaders.Name(field, shape.TradeWord)}”，分不清用哪一列", "请选择；也可以改好表头再上传。",
                new Choice([.. best.Select(c => new Option(question, Worksheet.ColumnName(c.Column), $"用 {Worksheet.ColumnName(c.Column)} 列“{c.Header}”"))], null)));
        }

        return first;
    }

    // Words that name the field outright go before those that may mean something near it.
    private static int Rank(ListField field, string word) => field switch
    {
        ListField.Phone => word.Contains("手机", StringComparison.Ordinal) || word.Contains("mobile", StringComparison.Ordinal) ? 0 : 1,
        ListField.Mark => word.Contains("理论", StringComparison.Ordinal) ? 0 : word.Contains('总') || word.Contains("最终", StringComparison.Ordinal) ? 2 : 1,
        ListField.Name => word.Contains("姓名", StringComparison.Ordinal) || word.Contains("name", StringComparison.Ordinal) ? 0 : 1,
        ListField.Trade => word.Contains("工种", StringComparison.Ordinal) || word.Contains("赛项", StringComparison.Ordinal) ? 0 : 1,
        _ => 0,
    };

    private static void Unread(
        Worksheet sheet, List<ListColumn> columns, HeaderBand band, IReadOnlyList<int> rows, ListShape shape, List<Finding> findings)
    {
        foreach (var column in columns.Where(c => c.Field is null && rows.Any(r => sheet.At(r, c.Column).Kind != CellKind.Blank)))
        {
            var known = ListHeaders.Recognize(column.Header) is not null || shape.Decided(column.Header) is not null
                || Harmless.Any(w => column.Word.Contains(w, StringComparison.Ordinal))
                || ListHeaders.GroupOf(column.Header) != HeaderGroup.Entrant;
            findings.Add(new Finding(
                Worksheet.Address(band.Bottom, column.Column), false, $"没有用的列：{Worksheet.ColumnName(column.Column)} {column.Header}",
                known ? "这一列不导入。" : "看不懂这个表头，这一列不导入。如果要用，请选它是什么：", known ? null : Meanings(column, columns, shape), Note: known));
        }

        // Columns that hold something below no header at all.
        foreach (var column in Enumerable.Range(0, sheet.Columns).Where(c => columns.TrueForAll(h => h.Column != c) && rows.Any(r => sheet.At(r, c).Kind != CellKind.Blank)))
        {
            findings.Add(new Finding(Worksheet.Address(band.Bottom, column), false, $"没有表头的列：{Worksheet.ColumnName(column)}", "这一列不导入。如果要用，请在 Excel 里补上表头再上传。", Note: column > columns.Max(c => c.Column)));
        }
    }

    private static Choice Meanings(ListColumn column, List<ListColumn> columns, ListShape shape) => new(
        [
            .. shape.Used.Where(f => f is not (ListField.Serial or ListField.Remark)
                && (f == ListField.Tag || columns.TrueForAll(c => c.Field != f))).Order()
                .Select(f => new Option(ListShape.Header + column.Word, f.ToString(), ListHeaders.Name(f, shape.TradeWord))),
            new Option(ListShape.Header + column.Word, ListShape.Unused, "不用这一列"),
        ],
        null, Open: false);
}
