using Scoring.Core.Contracts;
using Scoring.Core.Definition;

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
}
