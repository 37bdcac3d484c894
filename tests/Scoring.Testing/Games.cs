using System.Globalization;
using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Testing;

/// <summary>A city's games: many trades, each with theory and a practical module under a panel, and a registration list of thousands.</summary>
public sealed record Games(int Entrants = 4_000, int Trades = 108, int Judges = 5)
{
    public static readonly CompetitionId Id = new("games");

    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾";
    private const string Given = "志远建国海涛立新丽娜晓明文博嘉伟振华春燕国强玉兰俊杰思雨浩然秀英";

    public static TradeId Trade(int n) => new(string.Create(CultureInfo.InvariantCulture, $"t{n:000}"));

    public static string TradeName(int n) => string.Create(CultureInfo.InvariantCulture, $"第{n:000}项");

    /// <summary>Definition and judges, nobody registered yet.</summary>
    public CompetitionFile File() => new(
        CompetitionFile.CurrentFormat, new Competition(Id, "市第八届职工技能运动会", Series: "市职工技能运动会", Edition: 8, Date: new DateOnly(2026, 5, 1), CertificatePrefix: "GAMES8"),
        [.. Numbers(Trades).Select(Definition)],
        Judges: [.. Numbers(Trades).SelectMany(t => Numbers(Judges).Select(n => new Judge(
            new JudgeId($"J{t:000}-{n}"), $"裁判{t}-{n}", [new JudgeSeat(Role.Judge, Trade(t), new ModuleId("A"), n)])))]);

    /// <summary>The registration list as an organizer sends it, .xlsx.</summary>
    public byte[] List()
    {
        ListField[] fields = [ListField.Serial, ListField.Name, ListField.Gender, ListField.IdNumber, ListField.Phone, ListField.Organization, ListField.Trade, ListField.ExamNumber, ListField.Grade];
        return XlsxWriter.Write(new OutSheet(
            "报名表", [6, 10, 6, 22, 14, 30, 12, 14, 10],
            [
                [.. fields.Select(f => new OutCell(ListHeaders.Name(f), CellStyle.Head))],
                .. Numbers(Entrants).Select(n => (IReadOnlyList<OutCell>)
                [
                    new(Text(n)), new(Name(n)), new(n % 3 == 0 ? "女" : "男"), new(IdNumber(n)), new(string.Create(CultureInfo.InvariantCulture, $"138{n:00000000}")),
                    new($"第{n % 400 + 1}工程有限公司"), new(TradeName((n % Trades) + 1)), new(string.Create(CultureInfo.InvariantCulture, $"G8{n:00000}")), new("高级工"),
                ]),
            ]));
    }

    /// <summary>Different for the first 17,000 people; the check digit is right.</summary>
    public static string IdNumber(int n)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"410500{new DateOnly(1980, 1, 1).AddDays(n / 900):yyyyMMdd}{n % 900:000}");
        return digits + ResidentId.CheckDigit(digits);
    }

    private static string Name(int n) => $"{Surnames[n % Surnames.Length]}{Given[n % Given.Length]}{Given[n / Given.Length % Given.Length]}";

    private static Trade Definition(int n) => new(
        Trade(n), TradeName(n), string.Create(CultureInfo.InvariantCulture, $"T{n:000}"),
        [
            new(new("ll"), "理论", ComponentKind.Theory, 30m, [new Module(new("LL"), "理论考试", 100m, MarkingMethod.Clerk, [])]),
            new(new("sc"), "实操", ComponentKind.Practical, 70m,
                [new Module(new("A"), "实际操作", 100m, MarkingMethod.Panel, [new("A1", "评分项", [.. Numbers(20).Select(a => new PointsAspect(new($"A1.{a}"), $"评分点 {a}", 5m))])])]),
        ],
        new([new("一等奖", 1), new("二等奖", 3), new("三等奖", 6)]));

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
