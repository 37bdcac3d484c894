using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Names as they come: of fifty characters, in other scripts, pairs and teams, organizations of forty characters, trades of twenty.</summary>
internal static class HardData
{
    public const string LongTrade = "新能源汽车动力电池系统检测与维修技术（职工组）";

    public static readonly (string Name, string Organization, string? Short, string[]? Members)[] People =
    [
        ("阿卜杜热合曼·买买提艾力江·吐尔逊尼亚孜", "中国石油化工股份有限公司安阳殷都区石油化工销售分公司仪表自动化维护检修中心", null, null),
        ("王磊", "安阳恒泰电气有限公司", null, null),
        ("Alexander Montgomery-Worthington the Third of Kent", "Siemens Energy (Shanghai) Co., Ltd. Anyang Transformer Works Branch", "西门子能源", null),
        ("殷都一队", "中州铁路装备有限责任公司安阳分公司机车车辆检修基地", "中州铁装", ["欧阳文轩", "艾力·买买提"]),
        ("艾力·买买提", "洹河玻璃有限责任公司", null, null),
        ("欧阳上官司马诸葛长孙慕容宇文", "河南省安阳市殷都区先进制造业开发区职业技术教育中心学校实训基地（南校区）", null, null),
        ("安阳市总工会劳模创新工作室联合攻关队", "安阳市总工会", null, ["张志远", "李文博", "赵晓峰", "陈建国", "古丽·艾山", "诸葛明辉"]),
        ("Nguyễn Thị Phương Thảo", "殷都钢铁集团动力厂", null, null),
        ("𬭸䶮𠅤", "豫北新能源科技有限公司", null, null),
        ("李伟　王磊", "安阳华祥化工股份有限公司", null, ["李伟", "王磊"]),
        ("Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren", "Donaudampfschifffahrtsgesellschaft", null, null),
        ("刘洋", "安阳龙泉水泥有限公司", null, null),
    ];

    public static readonly CompetitionCard Card = TestBoards.Card with
    {
        Teams = [new TeamBoard("团体总分",
            [.. People.Select((p, i) => new TeamBoardRow(i == 11 ? null : i + 1, p.Organization, 296.50m - (i * 3.25m), 5 - (i % 3), "总分低于前一队", p.Short))],
            "优秀组织奖", [.. People.Take(8).Select(p => p.Organization)])],
    };

    /// <summary>Every third has equal totals with the one before; the last is absent.</summary>
    public static Board Board(string trade = "hd", string name = LongTrade, int entrants = 24, Visibility view = Visibility.Named, Phase phase = Phase.Final)
    {
        var named = view == Visibility.Named;
        var final = phase == Phase.Final;
        var rows = Enumerable.Range(0, entrants).Select(i =>
        {
            var p = People[i % People.Length];
            var total = 99.75m - ((i - (i % 3 == 2 ? 1 : 0)) * 0.25m);
            var absent = i == entrants - 1 && entrants > 3;
            return new BoardRow(
                $"T{i + 1:000}", $"T{i + 1:000}", absent ? null : i + 1, named ? p.Name : null, named ? p.Organization : null, absent ? [null, null] : [98.00m, 97.25m], 3731,
                absent ? null : total, absent ? EntrantStatus.Absent : EntrantStatus.Normal, named && final && i < entrants / 2 ? i == 0 ? 0 : i < entrants / 6 ? 1 : 2 : null,
                i % 3 == 2 ? $"总分同为 {total}，实操 97.25 低于 97.50" : "总分低于前一名", named ? p.Short : null, named ? p.Members : null);
        });
        return new Board(
            TestBoards.Id, new TradeId(trade), name, 100, TestBoards.At, view, phase, final, Math.Max(0, entrants - 1), entrants, 100m,
            [new(new ComponentId("theory"), "理论", 30m, 100m), new(new ComponentId("practical"), "实操", 70m, 100m)],
            named && final ? ["一等奖", "二等奖", "三等奖"] : [], view == Visibility.Hidden ? [] : [.. rows], new TimeOnly(9, 30));
    }

    /// <param name="who">Whose name and marks show; below 0: a code, nothing revealed.</param>
    public static StagePicture OnStage(int seats, int who) => new(
        TestBoards.Id, new TradeId("hd"), LongTrade, new ModuleId("m"), "高压安全防护与绝缘检测（现场答辩）", "2026-HD-0107",
        who < 0 ? null : People[who].Name, who < 0 ? null : People[who].Organization, TestBoards.At, 5400, null,
        [.. Enumerable.Range(1, seats).Select(n => new StageSeat(n, n % 4 != 3, who < 0 || n % 4 == 3 ? null : 100m,
            who < 0 ? null : n == 1 ? SheetUse.DroppedHigh : SheetUse.Counted))],
        who >= 0, false, who < 0 ? null : 100m, who < 0 ? null : 100m, who < 0 ? null : 128);

    /// <summary>Every third has come, every fifth was called before.</summary>
    public static CallUp Call(int entrants) => new(TestBoards.At, [.. Enumerable.Range(1, entrants).Select(i =>
        new CalledEntrant(i % 7 == 0 ? $"2026-DG-{i:0000}" : $"A{i:000}", i % 4 == 0 ? null : $"二号车间北侧 {i} 号工位", i % 3 == 0, i % 5 == 0 ? 2 : 1))]);

    public static IEnumerable<Board> Wall(int trades) => Enumerable.Range(0, trades).Select(i =>
        Board($"w{i}", i % 4 == 0 ? LongTrade : i % 4 == 1 ? "电工" : i % 4 == 2 ? "工业机器人系统操作员" : "化工仪表维修工", 2, Visibility.Codes, i % 5 == 0 ? Phase.Drawn : Phase.Scoring)
            with { Complete = i % 5 == 0 ? 0 : i % 3 == 0 ? 198 : 87, Expected = 198, Rows = [] });

    public static CeremonyWinner Winner(int i, string? photo = null) =>
        new(People[i % 12].Name, People[i % 12].Organization, Photo: photo, ShortName: People[i % 12].Short, Members: People[i % 12].Members);

    public static CeremonyTrade Tier(int winners, string award = "一等奖", Func<int, CeremonyWinner>? winner = null) =>
        new(new TradeId($"t{winners}"), LongTrade, true, [new CeremonyTier(award, [.. Enumerable.Range(0, winners).Select(winner ?? (i => Winner(i)))])]);

    public static CeremonyTrade Organizations(int winners, bool overall = false) => new(new TradeId("o"), "团体总分", true,
        [new CeremonyTier("优秀组织奖", [.. Enumerable.Range(0, winners).Select(i => new CeremonyWinner(People[i % 12].Organization, overall ? "团体总分 296.50" : "", Kind: WinnerKind.Organization))])]);

    public static CeremonyTrade Resolved()
    {
        var board = Board(phase: Phase.Publicity);
        return new(new TradeId("hd"), LongTrade, true, [new CeremonyTier("一等奖", [Winner(0)])], CeremonyReveal.Resolver, new FrozenRanking(TestBoards.At,
            [.. board.Rows.Select((r, i) => new FrozenRow(r.Key, r.Name!, r.Organization!, r.Total - (i % 4 == 3 ? 2m : 0m), EntrantStatus.Normal, r.Total, r.Rank, r.Status, r.ShortName, r.Members))]));
    }
}
