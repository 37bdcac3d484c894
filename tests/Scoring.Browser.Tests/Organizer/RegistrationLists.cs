using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Files as an organizer gets them: a registration list with twelve errors and the same one mended, judges, theory marks.</summary>
internal static class RegistrationLists
{
    private static readonly object?[] Head = ["序号", "选手姓名", "性别", "身份证号码", "所在单位", "参赛项目", "联系电话", "考号"];

    public static byte[] WithTwelveErrors()
    {
        var list = Titled();
        Row(list, 1, idNumber: 4.10500199001e17);
        Row(list, 2, idNumber: MessyWorkbook.Id(2)[..17] + (MessyWorkbook.Id(2)[17] == '1' ? '2' : '1'));
        Row(list, 3, name: "选?3");
        Row(list, 4, trade: "裁缝");
        Row(list, 5, name: "");
        Row(list, 6);
        Row(list, 7, name: "选手6", idNumber: MessyWorkbook.Id(6));
        Row(list, 8, organization: "=VLOOKUP(A1,B:C,2,0)");
        Row(list, 9, phone: 1.38000000091e16);
        Row(list, 10, idNumber: MessyWorkbook.Id(10)[..17]);
        Row(list, 11, name: "选手十一", idNumber: MessyWorkbook.Id(9));
        Row(list, 12, organization: null);
        Row(list, 13, name: new string('长', 51));
        return list.Row("合计", "13人").Bytes();
    }

    public static byte[] Mended()
    {
        var list = Titled();
        for (var n = 1; n <= 12; n++)
        {
            Row(list, n);
        }

        return list.Row("合计", "12人").Row("填表人：李主任").Bytes();
    }

    public static byte[] Judges() => new MessyWorkbook("裁判名册").Row("裁判名册").Merge("A1:F1").Row("姓名", "工作单位", "职称", "角色", "赛项", "模块")
        .Row("裁判甲", "安阳市职业技术学院", "高级技师", "裁判员", "钳工", "全部").Row("裁判乙", "安阳市职业技术学院", "高级技师", "裁判员", "钳工", "A、B").Row("裁判丙", null, "技师", "裁判员", "钳工", null)
        .Row("宋裁判长", null, "教授", "裁判长", "钳工", null).Row("赵监督", null, null, "监督员", null, null).Row("何录入", null, null, "统分员", null, null)
        .Row("郑仲裁", null, null, "仲裁", null, null).Bytes();

    /// <summary>Falling by one, but the fourth and the fifth are equal: a tie at the end of the second prize.</summary>
    public static byte[] Theory()
    {
        var list = new MessyWorkbook("成绩导出").Row("理论考试成绩导出").Row("考号", "考生姓名", "成绩");
        for (var n = 1; n <= 12; n++)
        {
            list.Row(Exam(n), $"选手{n}", n == 5 ? 94.0 : 98.0 - n);
        }

        return list.Bytes();
    }

    private static MessyWorkbook Titled() => new MessyWorkbook("报名表").Row("第二届“殷都杯”报名表").Merge("A1:H1").Row("请用文本格式填写证件号码").Row(Head);

    private static void Row(
        MessyWorkbook list, int n, string? name = null, object? idNumber = null, string? organization = "安阳恒泰电气有限公司", string trade = "钳工", object? phone = null) =>
        list.Row(n, name ?? $"选手{n}", n % 2 == 0 ? "女" : "男", idNumber ?? MessyWorkbook.Id(n), organization, trade, phone ?? $"138000000{n:00}", Exam(n));

    private static string Exam(int n) => $"QG2027{n:000}";
}
