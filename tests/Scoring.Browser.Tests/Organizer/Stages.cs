using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>District, city and province as competition files: the first with its marks, the others with nobody yet. Nothing is drawn, so
/// that
/// what counts is who goes on and what they bring.</summary>
internal static class Stages
{
    /// <summary>In the order of the district's ranks.</summary>
    public static readonly (string Name, string Firm, decimal Mark)[] District =
        [("郑一", "安阳钢铁厂", 95m), ("王二", "林州机械厂", 92m), ("李三", "安阳钢铁厂", 90m), ("赵四", "滑县化工厂", 88m), ("孙五", "林州机械厂", 70m)];

    private static readonly TradeId Trade = new(Cup.Trade);

    private static readonly Module Theory = new(new("LL"), "理论", 100m, MarkingMethod.Clerk, [], SpreadLimit: null);

    private static readonly Module Practical = new(new("A"), "实操", 100m, MarkingMethod.Clerk, [], SpreadLimit: null);

    /// <summary>Final: three go on, one more would move up.</summary>
    public static byte[] DistrictFile()
    {
        var trade = Of(new Component(new("ll"), "理论", ComponentKind.Theory, 100m, [Theory])) with { Advance = new AdvanceRule("市赛", 3,
            Reserves: 1) };
        return Written(new CompetitionFile(
            CompetitionFile.CurrentFormat, new Competition(new("district-2027"), "殷都区职工技能大赛", Date: new DateOnly(2027, 3, 1),
                Hosts: ["殷都区总工会"]),
            [trade], [.. District.Select(d => d.Firm).Distinct().Select(f => new Organization(new(f), f))],
            [
                .. District.Select((d, i) => new FileEntrant(Id(i), d.Name, new(d.Firm), Trade, Personal: new PersonalData
                {
                    IdType = "居民身份证", IdNumber = MessyWorkbook.Id(i + 1),
                })),
            ], [],
            [.. District.Select((d, i) => new EntrantMarks(Id(i), [new ModuleMarks(Theory.Id, Figures: [new("L1", d.Mark)])]))],
            [new TradeProgress(Trade, Core.Ledger.Events.Phase.Final)]));
    }

    /// <summary>The district's total counts 40 %.</summary>
    public static byte[] CityFile() => Written(new CompetitionFile(
        CompetitionFile.CurrentFormat, new Competition(new(Cup.Key), "安阳市职工技能大赛", Date: new DateOnly(2027, 4, 23), Hosts: ["安阳市总工会"]),
        [Of(new("ll"), "区赛成绩", 40m, 60m) with { Advance = new AdvanceRule("省赛", 1, Reserves: 1) }], Judges:
        [
            new(new("h"), "宋裁判长", [new(Role.HeadJudge, Trade)]), new(new("l"), "何录入", [new(Role.Clerk, Trade)]),
            new(new("z"), "郑仲裁", [new(Role.Arbitrator, Trade)]), new(new("j"), "赵监督", [new(Role.Supervisor, Trade)]),
        ]));

    public static byte[] ProvinceFile() => Written(new CompetitionFile(
        CompetitionFile.CurrentFormat, new Competition(new("province-2027"), "河南省职工技能大赛", Date: new DateOnly(2027, 6, 1),
            Hosts: ["河南省总工会"]),
        [Of(new("ll"), "市赛成绩", 30m, 70m)], Judges: [new(new("l"), "周录入", [new(Role.Clerk, Trade)])]));

    /// <summary>What the city gives for the practical part.</summary>
    public static byte[] CityPractical() => new MessyWorkbook("实操").Row("姓名", "证件号码", "成绩")
        .Row("王二", MessyWorkbook.Id(2), 85).Row("李三", MessyWorkbook.Id(3), 86).Row("赵四", MessyWorkbook.Id(4), 80).Bytes();

    /// <summary>Somebody wrote another name over it.</summary>
    public static byte[] Altered(byte[] signed) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(signed).Replace("王二", "王五",
        StringComparison.Ordinal));

    private static EntrantId Id(int n) => new($"e{n + 1}");

    private static byte[] Written(CompetitionFile file) => CompetitionFileWriter.Write(file);

    private static Trade Of(ComponentId carried, string name, decimal weight, decimal rest) => Of(
        new Component(carried, name, ComponentKind.Theory, weight, [Theory with { Name = name }]),
        new Component(new("sc"), "实操", ComponentKind.Practical, rest, [Practical]));

    private static Trade Of(params Component[] components) => new(
        Trade, Cup.TradeName, "QG", components, new AwardScheme([new("一等奖", 1)], Gate: new AwardGate(0)), CodeLayers: 0, PublicityDays: 0);
}
