using System.Globalization;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>秩序册: contest, timetable, officials, delegations and entrants by name. No code stands beside a name (R-A1).</summary>
public static class ProgrammePaper
{
    public static PaperList Make(PaperSource source, TradeId? only)
    {
        var trades = source.Trades(only).ToList();
        return new PaperList(
            ListBook.Programme, "秩序册",
            [source.Contest, .. ResultPapers.Held(source), .. Hosts("主办单位", source.State.Competition?.Hosts), .. Hosts("承办单位", source.State.Competition?.Organizers),
                .. Hosts("协办单位", source.State.Competition?.CoOrganizers), .. source.State.Competition?.Contact is { } contact ? (string[])[$"联系人：{contact}"] : []],
            [
                new PaperTable($"{source.State.TradeWord}安排", [new(source.State.TradeWord, 18), new("开始", 9, ColumnKind.Centre), new("内容", 40), new("人数", 8, ColumnKind.Count)],
                    [.. trades.Select(Arrangement)]),
                new PaperTable("裁判和工作人员", [new(source.State.TradeWord, 18), new("职责", 12), new("姓名", 12), new("职称", 16), new("模块", 16)], [.. trades.SelectMany(t => Officials(source, t))]),
                new PaperTable("参赛单位", [new("单位", 36), .. trades.Count > 8 ? [] : trades.Select(t => new PaperColumn(t.Definition.Name, 10, ColumnKind.Count)), new("人数", 8, ColumnKind.Count)], Delegations(source, trades)),
                .. trades.Where(t => t.Entrants.Count > 0).Select(t => new PaperTable(
                    t.Definition.Name, [new("序号", 7, ColumnKind.Count), new("准考证号", 16), new("姓名", 12), new("性别", 7, ColumnKind.Centre), new("单位", 36)],
                    [
                        .. t.Entrants.OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Index).Select((e, i) =>
                            (IReadOnlyList<string>)[PaperSource.Count(i + 1), e.Entrant.ExamNumber ?? "", e.Entrant.Name, e.Entrant.Gender ?? "", source.Organization(e)]),
                    ],
                    $"参赛选手：{t.Definition.Name}")),
            ],
            [], source.Foot);
    }

    private static IEnumerable<string> Hosts(string word, IReadOnlyList<string>? names) => names is { Count: > 0 } ? [$"{word}：{string.Join('、', names)}"] : [];

    private static IReadOnlyList<string> Arrangement(TradeState trade) =>
    [
        trade.Definition.Name, trade.Definition.StartsAt?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
        string.Join('；', trade.Definition.Components.Select(c => $"{c.Name}（{string.Join('、', c.Modules.Select(m => m.Name))}）")), PaperSource.Count(trade.Entrants.Count),
    ];

    private static IEnumerable<IReadOnlyList<string>> Officials(PaperSource source, TradeState trade) =>
        from judge in source.State.Judges.Values
        from seat in judge.Seats
        where seat.Trade == trade.Definition.Id
        group seat.Module by (judge.Id, judge.Name, judge.Title, seat.Role) into duty
        orderby Order(duty.Key.Role), duty.Key.Id.Value
        select (IReadOnlyList<string>)
        [
            trade.Definition.Name, duty.Key.Role.Chinese(), duty.Key.Name, duty.Key.Title ?? "", string.Join('、', duty.OfType<ModuleId>().Select(m => m.Value)),
        ];

    private static int Order(Role role) => role switch { Role.HeadJudge => 0, Role.Judge => 1, Role.Supervisor => 3, Role.Arbitrator => 4, _ => 2 };

    private static IReadOnlyList<IReadOnlyList<string>> Delegations(PaperSource source, List<TradeState> trades) =>
    [
        .. trades.SelectMany(t => t.Entrants).GroupBy(e => e.Entrant.Organization).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(e => e.Index)).Select(g => (IReadOnlyList<string>)
        [
            source.Organization(g.First()), .. trades.Count > 8 ? [] : trades.Select(t => g.Count(e => e.Trade == t) is > 0 and var n ? PaperSource.Count(n) : ""), PaperSource.Count(g.Count()),
        ]),
    ];
}
