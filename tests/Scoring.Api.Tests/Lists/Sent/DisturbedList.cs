using Scoring.Api.Lists;
using Scoring.Core.Lists;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>A clean list of people and the same list as somebody might send it, made of a seed: columns moved, titles, merged cells,
/// spaces, full width, hidden rows, other header words, a sheet for each trade.</summary>
internal sealed class DisturbedList
{
    private static readonly string[] Trades = ["电工", "钳工", "数控车工"];
    private static readonly string[] Firms = ["洹水机电有限公司", "豫北锻造（集团）有限公司", "和平机械厂", "ABC Motors Ltd", "安阳市第一职业技术学校"];
    private static readonly string[] Names = ["石小川", "白敬之", "云水谣", "欧阳锋", "帕提古丽·肉孜", "李雷", "马䶮", "ANNA WEISS", "章小蕙", "共青", "合欢", "备得胜", "单位同", "无忧", "例之华", "项目里"];

    private readonly Random random;
    private readonly List<Dictionary<ListField, string>> people = [];
    private readonly List<ListField> columns;
    private readonly bool perTrade, leaders, leadersFirst, grouped;

    public DisturbedList(int seed)
    {
        random = new Random(seed);
        columns = [ListField.Name, ListField.IdNumber, ListField.Organization, ListField.Trade];
        columns.AddRange(SentHeaders.Words.Keys.Except(columns).Where(_ => random.Next(3) > 0));
        Kind = random.Next(4) switch { 0 => "xls", 1 => "csv", _ => "xlsx" };
        perTrade = Kind != "csv" && random.Next(3) == 0;
        leaders = random.Next(3) == 0;
        leadersFirst = random.Next(2) == 0;
        grouped = leaders && random.Next(3) > 0;
        for (var n = 0; n < random.Next(2, 9); n++)
        {
            people.Add(Person(n));
        }

        if (perTrade)
        {
            columns.Remove(ListField.Trade);
        }

        Shuffle(columns);
    }

    public string Kind { get; }

    /// <summary>Cells that were damaged: sheet and address.</summary>
    public HashSet<string> Damaged { get; } = [];

    /// <summary>Who stands there, as the list must be read; of a damaged row, nobody.</summary>
    public List<string> Expected { get; } = [];

    public byte[] File()
    {
        var groups = perTrade ? people.GroupBy(p => p[ListField.Trade]).Select(g => (Name: Dressed(g.Key), People: g.ToList())).ToList() : [(Pick("报名表", "Sheet1", "选手"), people)];
        var sheets = groups.Select(g => Sheet(g.Name, g.People)).ToList();
        if (perTrade && random.Next(2) == 0)
        {
            sheets.Insert(random.Next(sheets.Count + 1), new SentSheet("填表说明", [["一、请如实填写。"], ["二、电工、钳工分开填。"]]));
        }

        return Kind switch
        {
            "xls" => SentFile.Xls([.. sheets]), "csv" => SentFile.Csv(sheets[0], Pick("utf-8", "GB18030", "utf-16"), random.Next(3) switch { 0 => '\t', 1 => ';', _ => ',' }), _ => SentFile.Xlsx([.. sheets]),
        };
    }

    /// <summary>What of a read row is compared.</summary>
    public static string Of(ReadEntrant read, string trade) =>
        string.Join(
            '|', read.Name, read.Personal.IdNumber, read.Organization, trade, read.Gender, read.Personal.Phone, read.ExamNumber,
            read.Personal.Education, read.Grade, read.Personal.Leader, read.Personal.LeaderPhone);

    private Dictionary<ListField, string> Person(int n)
    {
        var number = random.Next(0, 400) * 2;
        var person = new Dictionary<ListField, string>
        {
            [ListField.Serial] = (n + 1).ToString(), [ListField.Name] = Names[(n + random.Next(2)) % Names.Length] + (n > 7 ? "甲" : ""), [ListField.Gender] = random.Next(2) == 0 ? "男" : "女",
            [ListField.IdType] = "身份证", [ListField.Phone] = $"139{random.Next(10_000_000, 99_999_999)}", [ListField.Organization] = Firms[random.Next(Firms.Length)], [ListField.Trade] = Trades[random.Next(Trades.Length)],
            [ListField.ExamNumber] = $"0{random.Next(1_000_000, 9_999_999)}", [ListField.Education] = Pick("大专", "本科", "高中"), [ListField.Grade] = Pick("高级工", "技师"),
            [ListField.Leader] = Pick("邢带队", "贺领航"), [ListField.LeaderPhone] = $"137{random.Next(10_000_000, 99_999_999)}",
        };
        person[ListField.IdNumber] = MessyWorkbook.Id(
            (n * 100) + (number % 100) - (number % 2) + (person[ListField.Gender] == "男" ? 1 : 0));
        return person;
    }

    private SentSheet Sheet(string name, List<Dictionary<ListField, string>> here)
    {
        var rows = new List<object?[]>();
        var merges = new List<string>();
        var hidden = new List<int>();
        ListField?[] leader = leaders ? [ListField.Leader, ListField.LeaderPhone] : [];
        List<ListField?> order = leadersFirst ? [.. leader, .. columns.Select(c => (ListField?)c)] : [.. columns.Select(c => (ListField?)c), .. leader];
        if (random.Next(3) == 0)
        {
            order.Insert(random.Next(grouped ? order.Count : order.Count + 1) is var at && leaders && Math.Abs(at - (leadersFirst ? 1 : order.Count - 1)) <= 1 ? (leadersFirst ? order.Count : 0) : at, null); // a column nobody reads
        }

        Above(rows, merges, order.Count);
        Header(rows, merges, order);
        if (random.Next(6) == 0)
        {
            rows.Add([.. order.Select((_, i) => (object?)(i == 0 ? "示例" : "张三"))]);
        }

        var first = rows.Count;
        foreach (var person in here)
        {
            if (random.Next(12) == 0)
            {
                rows.Add(Kind == "csv" ? ["\u00A0", " "] : []);
            }

            if (Kind != "csv" && random.Next(8) == 0)
            {
                hidden.Add(rows.Count);
            }

            rows.Add(Row(name, person, order, rows.Count));
        }

        Merge(rows, merges, order, first);
        if (random.Next(3) == 0)
        {
            rows.Add([Pick("合计", "共计", $"共{here.Count}人"), $"{here.Count}人"]);
        }

        if (random.Next(3) == 0)
        {
            rows.Add([Pick("填表人：李主任", "单位（盖章）：", "注：请附身份证复印件")]);
        }

        return new SentSheet(name, rows, Merges: merges, HiddenRows: hidden);
    }

    private void Above(List<object?[]> rows, List<string> merges, int width)
    {
        for (var n = random.Next(3); n > 0; n--)
        {
            rows.Add([Pick("第二届职业技能大赛报名汇总表", "参赛选手报名表", "请用文本格式填写证件号码，领队也要填", "填报单位：组委会办公室")]);
            if (Kind != "csv" && width > 1 && random.Next(2) == 0)
            {
                merges.Add($"A{rows.Count}:{Worksheet.Address(rows.Count - 1, width - 1)}");
            }
        }

        if (random.Next(4) == 0)
        {
            rows.Add([]);
        }
    }

    private void Header(List<object?[]> rows, List<string> merges, List<ListField?> order)
    {
        var words = order.Select(f => f switch { null => Pick("备注", "照片", "年龄"), ListField.Leader => "领队", ListField.LeaderPhone => "领队手机", { } field => Pick(SentHeaders.Words[field]) }).ToArray();
        if (!grouped)
        {
            rows.Add([.. words]);
            return;
        }

        // 领队 over its two columns, the entrants' own over the rest or in one piece with the row below.
        var (start, top) = (order.IndexOf(ListField.Leader), rows.Count);
        var others = random.Next(2) == 0;
        var group = leadersFirst ? (From: start + 2, To: order.Count - 1) : (From: 0, To: start - 1);
        rows.Add([.. order.Select((f, i) => (object?)(i == start ? Pick("领队", "带队人", "领队信息") : others ? (i == group.From ? Pick("选手", "参赛选手信息") : null) : f is ListField.Leader or ListField.LeaderPhone ? null : words[i]))]);
        rows.Add([.. order.Select((f, i) => (object?)(f switch { ListField.Leader => "姓名", ListField.LeaderPhone => Pick("手机", "联系电话"), _ => others ? words[i] : null }))]);
        if (Kind != "csv" && random.Next(2) == 0)
        {
            merges.Add($"{Worksheet.Address(top, start)}:{Worksheet.Address(top, start + 1)}");
            if (others && group.To > group.From)
            {
                merges.Add($"{Worksheet.Address(top, group.From)}:{Worksheet.Address(top, group.To)}");
            }
        }
    }

    private object?[] Row(string sheet, Dictionary<ListField, string> person, List<ListField?> order, int row)
    {
        var cells = order.Select(f => f is { } field ? (object?)Written(field, person[field]) : Pick("35", "无", "自带")).ToArray();
        if (random.Next(10) == 0)
        {
            var (field, wrong) = random.Next(4) switch
            {
                0 => (ListField.Name, "刘□华"), 1 => (ListField.IdNumber, (object)4.10502199e17), 2 => (ListField.Organization, "/"), _ => (
                    ListField.IdNumber, "41050219********1X"),
            };
            var column = order.IndexOf(field);
            cells[column] = Kind == "csv" && wrong is double ? "4.10502E+17" : wrong;
            Damaged.Add($"{(Kind == "csv" ? "名单" : sheet.Trim())}!{Worksheet.Address(row, column)}");
            return cells;
        }

        string? If(ListField field) => order.Contains(field) ? person[field] : null;
        Expected.Add(string.Join('|', person[ListField.Name], person[ListField.IdNumber], person[ListField.Organization], person[ListField.Trade], If(ListField.Gender), If(ListField.Phone), If(ListField.ExamNumber),
            If(ListField.Education), If(ListField.Grade), If(ListField.Leader), If(ListField.LeaderPhone)));
        return cells;
    }

    // Equal neighbours in one merged cell, as people do with firms and trades.
    private void Merge(List<object?[]> rows, List<string> merges, List<ListField?> order, int first)
    {
        foreach (var field in new ListField?[] { ListField.Organization, ListField.Trade })
        {
            if (Kind == "csv" || order.IndexOf(field) is not (>= 0 and var column) || random.Next(2) == 0)
            {
                continue;
            }

            for (var row = first; row + 1 < rows.Count; row++)
            {
                if (rows[row].Length > column && rows[row + 1].Length > column && rows[row][column] is string text && text.Length > 1 && text == rows[row + 1][column] as string)
                {
                    rows[row + 1][column] = null;
                    merges.Add($"{Worksheet.Address(row, column)}:{Worksheet.Address(row + 1, column)}");
                    row++;
                }
            }
        }
    }

    private string Written(ListField field, string value) => field switch
    {
        ListField.Name when value.All(c => c > 127) && random.Next(4) == 0 => string.Join(Pick(" ", "\u3000"), value.EnumerateRunes()) is var apart && value.Length < 4 ? apart : value,
        ListField.Name when value.Contains('·') => value.Replace("·", Pick("·", "•", "．", "··"), StringComparison.Ordinal),
        ListField.IdNumber or ListField.Phone or ListField.LeaderPhone when random.Next(6) == 0 => string.Concat(
            value.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
        ListField.IdNumber when random.Next(6) == 0 => value.ToLowerInvariant().Insert(6, Pick(" ", "\u00A0")),
        ListField.Phone when random.Next(6) == 0 => Pick("+86 ", "手机：", "") + value.Insert(3, "-"),
        ListField.Organization when value.Contains('（') && random.Next(2) == 0 => value.Replace('（', '(').Replace('）', ')'),
        ListField.Trade when random.Next(4) == 0 => string.Join(' ', value.ToCharArray()),
        _ when random.Next(5) == 0 => Pick(" ", "\u00A0", "\u200B", "\u202D", "\u3000") + value + Pick("", "\u202C", " "),
        _ => value,
    };

    private string Dressed(string trade) => trade + Pick("", "（24人）", "报名表", " 选手名单", "赛项");

    private string Pick(params string[] of) => of[random.Next(of.Length)];

    private void Shuffle(List<ListField> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
