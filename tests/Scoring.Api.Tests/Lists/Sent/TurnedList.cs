using Scoring.Api.Lists;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>One list as two other senders would send it: an .xls with its columns turned round below a title, and a CSV with its columns
/// moved on and
/// its header words in other languages; where a cell of the list has gone can be asked.</summary>
internal sealed class TurnedList
{
    private static readonly Dictionary<string, (string Xls, string Csv)> Words = new()
    {
        ["序号"] = ("编号", "No."), ["姓名"] = ("参赛选手", "姓 名 Name"), ["性别"] = ("性 别", "Gender"), ["证件类型"] = ("证件种类", "ID Type"),
        ["证件号码"] = ("身份证号码\n（18位）", "ID Number"), ["手机"] = ("联系电话", "Mobile"), ["单位"] = ("工作单位（盖章）", "Company"),
        ["工种"] = ("报名项目", "Trade"), ["准考证号"] = ("考号", "Exam No."), ["文化程度"] = ("学历", "Education"), ["原证书号"] = ("证书编号", "Certificate No."),
        ["领队"] = ("带队人", "Team Leader"), ["角色"] = ("执裁岗位", "Role"), ["回避"] = ("需回避的单位或选手", "Recusal"), ["成绩"] = ("考试成绩", "Score"),
    };

    private readonly string kind;
    private readonly List<int> order;
    private readonly string[] head;
    private readonly int above;

    public TurnedList(string kind, object?[] head, params object?[][] rows)
    {
        this.kind = kind;
        this.head = [.. head.Select(h => (string)h!)];
        var all = Enumerable.Range(0, head.Length);
        order = kind == "xls" ? [.. all.Reverse()] : [.. all.Select(i => (i + 3) % head.Length)];
        above = kind == "xls" ? 1 : 0;
        List<object?[]> sheet = kind == "xls" ? [["第二届职工职业技能大赛汇总表"]] : [];
        sheet.Add([.. order.Select(i => (object?)Word(this.head[i]))]);
        sheet.AddRange(rows.Select(r => order.Select(i => i < r.Length ? Written(r[i]) : null).ToArray()));
        File = kind == "xls" ? SentFile.Xls(new SentSheet("Sheet1", sheet)) : SentFile.Csv(new SentSheet("a", sheet), "utf-8", '\t');
    }

    public byte[] File { get; }

    public string Name => "来件." + kind;

    /// <param name="row">From 1 among the people.</param>
    public string At(string column, int row) => Worksheet.Address(above + row, order.IndexOf(Array.IndexOf(head, column)));

    /// <summary>e.g. <c>姓名1 单位3</c>, in the order in which a sheet is read.</summary>
    public IEnumerable<string> At(string cells) => cells.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(c => At(c[..^1], c[^1] - '0')).OrderBy(a => Worksheet.Place(a)!.Value.Row);

    private string Word(string header) => Words.TryGetValue(header, out var words) ? kind == "xls" ? words.Xls : words.Csv : header;

    // What a spreadsheet kept as a number leaves in a CSV as it was shown.
    private object? Written(object? cell) => cell is double number && kind == "csv" ? number.ToString("0.#####E+00", null) : cell;
}
