using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Lists as they come: titles, a hint, a second header line, spaces in words, blank rows, totals, one cell forgotten. Five trades,
/// thirty entrants, twenty judges and two of the office.</summary>
internal static class FiveTrades
{
    public const int Entered = 30;

    public static readonly string[] Names = ["钳工", "电工", "电焊工", "铲车工", "化工仪表工"];

    public static byte[] Entrants()
    {
        var list = new MessyWorkbook("报名汇总").Row("2027年第二届“殷都杯”职工技能大赛报名汇总表").Merge("A1:G1")
            .Row("填报单位：市总工会", null, null, null, "填报日期：2027.4.1").Row("身份证号请用文本格式填写")
            .Row("序号", "选手姓名", "性别", "身份证号码", "所在单位", "参赛工种", "联系电话");
        for (var n = 1; n <= Entered; n++)
        {
            if (n is 11 or 21)
            {
                list.Row();
            }

            var trade = Names[n % Names.Length];
            list.Row(
                n, n == 4 ? " 选手4　" : $"选手{n}", n % 2 == 0 ? "女" : "男", n == 6 ? $" {MessyWorkbook.Id(n)[..6]} {MessyWorkbook.Id(n)[6..]}"
                    : MessyWorkbook.Id(n),
                n == 7 ? null : n % 2 == 0 ? "安阳钢铁厂 " : "林州机械厂", n == 9 ? $"{trade[..1]} {trade[1..]}" : trade, n % 3 == 0 ? null
                    : $"1380000{n:0000}");
        }

        return list.Row().Row("合计", $"{Entered}人").Row("填表人：李主任").Bytes();
    }

    public static byte[] Judges()
    {
        var list = new MessyWorkbook("裁判名册").Row("裁判和工作人员名册").Merge("A1:F1").Row("姓名", "工作单位", "职称", "角色", "赛项", "模块");
        foreach (var (trade, at) in Names.Select((t, i) => (t, i)))
        {
            foreach (var n in Enumerable.Range(1, 3))
            {
                list.Row($"裁判{"甲乙丙丁戊"[at]}{"一二三"[n - 1]}", "市职业技术学院", "高级技师", "裁判员", trade, "全部");
            }

            list.Row(Head(at), "市职业技术学院", "教授", "裁判长", trade, null);
        }

        return list.Row("赵监督", null, null, "监督员", null, null).Row("何录入", null, null, "统分员", null, null).Bytes();
    }

    /// <summary>By ID number, of all trades together; everybody in a trade has another mark.</summary>
    public static byte[] Theory()
    {
        var list = new MessyWorkbook("成绩导出").Row("理论考试成绩导出").Row("姓名", "身份证号", "工种", "成绩");
        for (var n = 1; n <= Entered; n++)
        {
            list.Row($"选手{n}", MessyWorkbook.Id(n), Names[n % Names.Length], 98.5 - n);
        }

        return list.Bytes();
    }

    public static string Head(int trade) => $"裁判长{"甲乙丙丁戊"[trade]}";
}
