using System.Globalization;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Display.Tests.Screens;

/// <summary>The boards of the pictures: 电工 of the 殷都杯, eighteen of twenty-two marked.</summary>
public static class TestBoards
{
    public static readonly CompetitionId Id = new("yindu");
    public static readonly DateTimeOffset At = new(2026, 4, 23, 2, 42, 0, TimeSpan.Zero);

    public static readonly CompetitionCard Card = new(
        Id, "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛", ["2026年安阳市先进制造业", "劳动技能竞赛暨第一届", "“殷都杯”职工技能大赛"],
        new DateOnly(2026, 4, 23), ["安阳市总工会"], ["殷都区总工会"], Demo: false);

    private static readonly (string Code, string Name, string Organization, decimal Theory, decimal Practical)[] People =
    [
        ("A12", "张志远", "安阳恒泰电气有限公司", 94.00m, 95.40m), ("A03", "李文博", "殷都钢铁集团动力厂", 92.50m, 94.20m),
        ("A07", "王磊", "豫北新能源科技有限公司", 90.00m, 94.35m), ("A18", "赵晓峰", "安阳华祥化工股份有限公司", 95.00m, 91.60m),
        ("A21", "欧阳文轩", "中州铁路装备安阳分公司", 89.50m, 92.80m), ("A09", "陈建国", "安阳龙泉水泥有限公司", 91.00m, 90.75m),
        ("A15", "周海燕", "殷都区供电服务中心", 87.50m, 91.30m), ("A02", "刘洋", "洹河玻璃有限责任公司", 93.00m, 87.90m),
        ("A20", "艾力·买买提", "安阳恒泰电气有限公司", 88.00m, 88.65m), ("A05", "马骏驰", "豫北新能源科技有限公司", 85.50m, 88.20m),
        ("A14", "孙鹏", "安阳华祥化工股份有限公司", 90.50m, 84.70m), ("A11", "郭子豪", "殷都钢铁集团动力厂", 82.00m, 86.10m),
        ("A01", "韩冬梅", "殷都区供电服务中心", 84.00m, 83.20m), ("A04", "田永强", "殷都钢铁集团动力厂", 80.50m, 84.00m),
        ("A06", "许国栋", "安阳龙泉水泥有限公司", 86.00m, 80.10m), ("A08", "诸葛明辉", "中州铁路装备安阳分公司", 79.00m, 82.35m),
        ("A10", "高翔", "洹河玻璃有限责任公司", 83.50m, 79.40m), ("A13", "宋佳琪", "豫北新能源科技有限公司", 78.00m, 80.60m),
        ("A16", "唐勇", "安阳华祥化工股份有限公司", 76.50m, 79.95m), ("A17", "吴晓东", "安阳恒泰电气有限公司", 81.00m, 76.80m),
        ("A19", "古丽·艾山", "安阳恒泰电气有限公司", 74.00m, 78.10m), ("A22", "冯雪", "殷都钢铁集团动力厂", 72.50m, 74.25m),
    ];

    private static readonly BoardColumn[] Columns =
        [new(new ComponentId("theory"), "理论", 30m, 100m), new(new ComponentId("practical"), "实操", 70m, 100m)];

    /// <summary>The first <paramref name="marked"/> entrants have their marks; totals and ranks follow from them.</summary>
    public static Board Board(
        string trade = "dg", string name = "电工", int marked = 18, long version = 100, Visibility view = Visibility.Codes, Phase phase = Phase.Scoring,
        int entrants = 22, IReadOnlyDictionary<string, decimal>? practical = null)
    {
        var named = view == Visibility.Named;
        var final = phase is Phase.Final or Phase.Archived;
        var rows = People.Take(marked)
            .Select(p => p with { Practical = practical?.GetValueOrDefault(p.Code, p.Practical) ?? p.Practical })
            .Select(p => (Person: p, Total: Math.Round(p.Theory * 0.3m + p.Practical * 0.7m, 2, MidpointRounding.AwayFromZero)))
            .OrderByDescending(p => p.Total)
            .ToList();
        return new Board(
            Id, new TradeId(trade), name, version, At, view, phase, final, marked, entrants, 100m, Columns,
            named && final ? ["一等奖", "二等奖", "三等奖"] : [],
            view == Visibility.Hidden ? [] : [.. rows.Select((r, i) => new BoardRow(
                r.Person.Code, r.Person.Code, rows.FindIndex(o => o.Total == r.Total) + 1, named ? r.Person.Name : null, named ? r.Person.Organization : null,
                [r.Person.Theory, r.Person.Practical], null, r.Total, EntrantStatus.Normal, named && final ? Tier(i) : null, null))]);
    }

    /// <summary>A board with nothing but its version and one total in it, for counting messages.</summary>
    public static Board Versioned(long version, string trade = "dg") => Board(trade, version: version, marked: 1);

    /// <summary>Trades of a progress wall, some done, some under way, some waiting.</summary>
    public static IEnumerable<Board> Wall(int trades)
    {
        string[] names = ["化工仪表工", "电工", "钳工", "电焊工", "铲车工", "车工", "铣工", "磨工", "无人机装调检修工", "管工", "数控车工", "工业机器人系统操作员"];
        for (var i = 0; i < trades; i++)
        {
            var expected = 14 + i * 7 % 17;
            var (complete, phase) = (i % 4) switch { 0 => (expected, Phase.Review), 3 => (0, Phase.Drawn), _ => (expected * (i % 5 + 1) / 6, Phase.Scoring) };
            yield return Board(string.Create(CultureInfo.InvariantCulture, $"t{i}"), names[i % names.Length], marked: 0, phase: phase, entrants: expected) with { Complete = complete };
        }
    }

    private static int? Tier(int place) => place switch { 0 => 0, < 4 => 1, < 10 => 2, _ => null };
}
