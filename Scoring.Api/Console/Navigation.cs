using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

public sealed record NavGroup(string Name, IReadOnlyList<NavItem> Items);

public sealed record NavItem(string Name, string Icon, string Href, bool Here, int Count = 0);

/// <summary>The left column: only what this person may open.</summary>
public static class Navigation
{
    private sealed record Entry(string Group, string Name, string Icon, string Page, string Policy);

    private static readonly Entry[] Entries =
    [
        new("比赛", "进程", "list", "road", Policies.Organize),
        new("比赛", "竞赛设置", "pencil", "contest", Policies.Organize),
        new("当日", "看板", "grid", "day", Policies.WatchDay),
        new("当日", "设备", "tablet", "devices", Policies.Devices),
        new("当日", "给平板发消息", "info", "messages", Policies.Devices),
        new("当日", "扫码收卷", "grid", "carry", Policies.Carry),
        new("当日", "纸质评分表", "print", "papers", Policies.PrintSheets),
        new("当日", "成绩录入", "pencil", "marks", Policies.EnterMarks),
        new("当日", "双录核定", "merge", "doubles", Policies.Settle),
        new("当日", "状态与违规", "flag", "floor", Policies.Floor),
        new("当日", "成绩导入", "ul", "import-marks", Policies.EnterMarks),
        new("当日", "大屏控制", "screen", "screens", Policies.Publish),
        new("赛前", "评分方案", "layers", "definition", Policies.Organize),
        new("赛前", TradeWord.Usual + "设置", "award", "settings", Policies.Organize),
        new("赛前", "名单导入", "ul", "import", Policies.Organize),
        new("赛前", "裁判名册导入", "ul", "import-judges", Policies.Organize),
        new("赛前", "选手", "user", "entrants", Policies.Organize),
        new("赛前", "单位", "home", "organizations", Policies.Organize),
        new("赛前", "抽签与编码", "shuffle", "draw", Policies.Draw),
        new("赛前", "换人与退赛", "users", "changes", Policies.Draw),
        new("赛前", "证件与桌签", "print", "cards", Policies.Organize),
        new("赛前", "分会场", "merge", "branches", Policies.Administer),
        new("赛前", "人员与回避", "users", "people", Policies.Organize),
        new("赛后", "评分核对", "list", "sheets", Policies.SeeResults),
        new("赛后", "复核", "eye", "review", Policies.SeeResults),
        new("赛后", "更正", "pencil", "corrections", Policies.SeeResults),
        new("赛后", "更正姓名单位", "user", "mend", Policies.Publish),
        new("赛后", "奖项", "award", "awards", Policies.SeeResults),
        new("赛后", "团体与组织奖", "users", "teams", Policies.SeeResults),
        new("赛后", "晋级与荣誉", "up", "outcomes", Policies.SeeResults),
        new("赛后", "奖金发放", "book", "payouts", Policies.SeeResults),
        new("赛后", "公示与公布", "flag", "publish", Policies.SeeResults),
        new("赛后", "申诉", "scale", "appeals", Policies.Appeals),
        new("赛后", "证书", "cert", "certificates", Policies.Certificates),
        new("赛后", "表册", "print", "lists", Policies.SeeResults),
        new("赛后", "备份与归档", "lock", "archive", Policies.Administer),
        new("赛后", "打印证书", "print", "printing", Policies.Certificates),
        new("赛后", "选手查询", "search", "portal-rules", Policies.Organize),
        new("赛后", "台账", "history", "ledger", Policies.Ledger),
        new("赛后", "核对台账", "shield", "verify", Policies.Ledger),
    ];

    /// <param name="here">Path of the page being shown.</param>
    /// <param name="word">What the contest calls its trades.</param>
    /// <param name="counts">Red figures by page name.</param>
    public static IReadOnlyList<NavGroup> Of(SignedIn me, CompetitionId competition, string here, IReadOnlyDictionary<string, int> counts, string word) =>
    [
        .. Entries.Where(e => me.May(e.Policy)).GroupBy(e => e.Group).Select(g => new NavGroup(g.Key,
        [
            .. g.Select(e =>
            {
                var href = $"/console/{competition}/{e.Page}";
                var at = here.Equals(href, StringComparison.OrdinalIgnoreCase) || here.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);
                return new NavItem(TradeWord.In(e.Name, word), e.Icon, href, at, counts.GetValueOrDefault(e.Page));
            }),
        ])),
    ];

    /// <summary>Where no competition is open.</summary>
    public static IReadOnlyList<NavGroup> General(SignedIn me, string here)
    {
        var items = new List<NavItem> { new("所有比赛", "layers", "/console/competitions", here == "/console/competitions"),
            new("日历", "clock", "/console/calendar", here == "/console/calendar") };
        if (me.May(Policies.SeeResults))
        {
            items.Add(new NavItem("历届", "history", "/console/history", here.StartsWith("/console/history", StringComparison.Ordinal)));
            items.Add(new NavItem("统计", "grid", "/console/figures", here == "/console/figures"));
        }

        if (me.May(Policies.Administer))
        {
            items.Add(new NavItem("查看记录", "eye", "/console/access", here == "/console/access"));
            items.Add(new NavItem("运行状况", "clock", "/console/running", here == "/console/running"));
            items.Add(new NavItem("检查这台电脑", "shield", "/console/doctor", here == "/console/doctor"));
            items.Add(new NavItem("账号", "users", "/console/accounts", here == "/console/accounts"));
            items.Add(new NavItem("证书密钥", "key", "/console/certificate-keys", here == "/console/certificate-keys"));
        }

        return [new NavGroup("总览", items)];
    }
}
