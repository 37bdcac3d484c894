using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Lists;

/// <summary>Every list there is, with who may have it.</summary>
public static class ListBook
{
    public const string Roster = "roster", Programme = "programme", Summary = "summary", Publicity = "publicity", Results = "results", Honours = "honours",
        Advance = "advance", Payout = "payout";

    /// <param name="Lacks">What is said where the list would be empty.</param>
    /// <param name="Masked">The same for paper, where it holds ID numbers in full as a workbook: every export is logged (R-I2). Null: it holds none.</param>
    public sealed record Kind(string Key, string Name, string What, string Policy, string Lacks, Func<PaperSource, TradeId?, PaperList> Make,
        Func<PaperSource, TradeId?, PaperList>? Masked = null)
    {
        public bool FullNumbers => Masked is not null;

        /// <summary>With no number in full.</summary>
        public PaperList OnPaper(PaperSource source, TradeId? trade) => (Masked ?? Make)(source, trade);
    }

    public static IReadOnlyList<Kind> All { get; } =
    [
        new(Roster, "选手名册", "全部报名信息；改好后可以再导入", Policies.Organize, "还没有选手，请先导入名单。", (s, t) => RosterPaper.Make(s, t, masked: false),
            (s, t) => RosterPaper.Make(s, t, masked: true)),
        new(Programme, "秩序册", "日程安排、裁判、参赛单位、选手", Policies.Organize, "还没有选手，请先导入名单。", ProgrammePaper.Make),
        new(Summary, "成绩汇总表", "名次、分项、用时、总分；解密前只有代号", Policies.SeeResults, "还没有选手。", ResultPapers.Summary),
        new(Publicity, "公示名单", "进入公示的成绩；不含证件号码", Policies.SeeResults, "还没有成绩进入公示。", ResultPapers.Publicity),
        new(Results, "成绩册", "已公布的成绩和团体名次", Policies.SeeResults, "还没有公布成绩。", ResultPapers.Book),
        new(Honours, "获奖名单", "各等奖、荣誉称号和证书编号", Policies.SeeResults, "还没有公布成绩。", HonoursPaper.Make),
        new(Payout, "奖金发放表", "每人领多少，按单位、按奖项合计", Policies.SeeResults, "还没有公布成绩，或没有设奖金。", PayoutPaper.Make),
        new(Advance, "晋级名单", "给下一场比赛导入：名次、总分、递补", Policies.Organize, "还没有公布成绩，或没有设晋级。",
            (s, t) => AdvancePaper.Make(s, t, masked: false), (s, t) => AdvancePaper.Make(s, t, masked: true)),
    ];

    public static Kind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);
}
