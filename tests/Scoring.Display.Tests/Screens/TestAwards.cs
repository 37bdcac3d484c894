using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Display.Tests.Screens;

/// <summary>Confirmed awards as a host holds them: 电工 and 钳工; 铲车工 is not confirmed.</summary>
public static class TestAwards
{
    public static readonly IReadOnlyList<CeremonyTrade> All =
    [
        new(new TradeId("dg"), "电工", true,
        [
            new("一等奖", [new("张志远", "安阳恒泰电气有限公司", "zhāng zhì yuǎn")]),
            new("二等奖",
            [
                new("李文博", "殷都钢铁集团动力厂", "lǐ wén bó"), new("王磊", "豫北新能源科技有限公司", "wáng lěi"),
                new("赵晓峰", "安阳华祥化工股份有限公司", "zhào xiǎo fēng"),
            ]),
            new("三等奖",
            [
                new("欧阳文轩", "中州铁路装备安阳分公司", "ōu yáng wén xuān"), new("陈建国", "安阳龙泉水泥有限公司", "chén jiàn guó"),
                new("周海燕", "殷都区供电服务中心", "zhōu hǎi yàn"), new("刘洋", "洹河玻璃有限责任公司", "liú yáng"),
                new("艾力·买买提", "安阳恒泰电气有限公司", "ài lì mǎi mǎi tí"), new("马骏驰", "豫北新能源科技有限公司", "mǎ jùn chí"),
            ]),
        ]),
        new(new TradeId("qg"), "钳工", true, [new("一等奖", [new("田永强", "殷都钢铁集团动力厂")]), new("二等奖", [new("唐勇", "安阳华祥化工股份有限公司"), new("高翔", "洹河玻璃有限责任公司")])]),
        new(new TradeId("cc"), "铲车工", false, []),
    ];

    /// <summary>A freeze with everything in it: a leap to the first, nothing at the freeze, a disqualification behind it.</summary>
    public static readonly FrozenRanking Frozen = new(TestBoards.At,
    [
        Row("A", "韩冬梅", 90.00m, 91.50m, 2), Row("B", "田永强", 85.00m, 86.25m, 4), Row("C", "许国栋", 80.00m, null, null, EntrantStatus.Disqualified),
        Row("D", "诸葛明辉", 75.00m, 95.00m, 1), Row("E", "古丽·艾山", null, 88.75m, 3),
    ]);

    /// <summary>电工 as it was frozen with twelve marked, opened to the end of the pictures.</summary>
    public static CeremonyTrade Resolved()
    {
        var before = TestBoards.Board(marked: 18, practical: new Dictionary<string, decimal> { ["A13"] = 61m, ["A07"] = 82.5m, ["A16"] = 55m });
        var after = TestBoards.Board(view: Visibility.Named, phase: Core.Ledger.Events.Phase.Final, marked: 22);
        var rows = after.Rows.Select(r => new FrozenRow(
            r.Key, r.Name!, r.Organization!, before.Rows.FirstOrDefault(b => b.Key == r.Key)?.Total, EntrantStatus.Normal, r.Total, r.Rank, EntrantStatus.Normal));
        return All[0] with { Reveal = CeremonyReveal.Resolver, Frozen = new FrozenRanking(TestBoards.At, [.. rows]) };
    }

    private static FrozenRow Row(string key, string name, decimal? before, decimal? total, int? rank, EntrantStatus status = EntrantStatus.Normal) =>
        new(key, name, "殷都钢铁集团动力厂", before, EntrantStatus.Normal, total, rank, status);
}
