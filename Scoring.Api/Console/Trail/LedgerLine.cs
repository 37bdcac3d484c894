// Entries in words: what happened, to whom, without anything that decoding would tell.
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console;

public sealed record LedgerLine(long Sequence, string When, string Who, string What, string Detail, string ShortHash)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        [nameof(CompetitionDefined)] = "定义比赛", [nameof(TradeDefined)] = "定义赛项", [nameof(TradeRemoved)] = "删除赛项", [nameof(OrganizationDefined)] = "登记单位",
        [nameof(EntrantsRegistered)] = "登记选手", [nameof(EntrantSubstituted)] = "换人", [nameof(EntrantRemoved)] = "移除选手", [nameof(JudgesAppointed)] = "聘任裁判",
        [nameof(ImportUndone)] = "撤销导入", [nameof(JudgeDismissed)] = "解聘裁判", [nameof(CodesDrawn)] = "抽签", [nameof(SheetSubmitted)] = "交卷", [nameof(SheetReturned)] = "退回重评",
        [nameof(SpreadConfirmed)] = "确认极差", [nameof(ModuleMarkEntered)] = "录入成绩", [nameof(ModuleMarksImported)] = "导入成绩", [nameof(DoubleEntryResolved)] = "双录核定",
        [nameof(TimeRecorded)] = "记录用时", [nameof(ViolationRecorded)] = "记录违规", [nameof(ViolationWithdrawn)] = "撤销违规", [nameof(StatusChanged)] = "改变状态",
        [nameof(SheetCorrected)] = "更正评分表", [nameof(ModuleMarkCorrected)] = "更正成绩", [nameof(ModuleSigned)] = "模块签字", [nameof(ModuleReopened)] = "模块解锁",
        [nameof(PhaseChanged)] = "改变阶段", [nameof(VisibilityChanged)] = "改变公众可见", [nameof(CodedResultsSubmitted)] = "提交编码成绩", [nameof(ReviewDrawn)] = "抽取复核样本",
        [nameof(ReviewTicked)] = "复核一份", [nameof(ReviewSigned)] = "复核签字", [nameof(DecodeRequested)] = "解密签名", [nameof(Decoded)] = "解密", [nameof(TieDecided)] = "议定并列",
        [nameof(BoundaryDecided)] = "议定末位", [nameof(AwardsConfirmed)] = "核对奖项", [nameof(AppealFiled)] = "提出申诉", [nameof(AppealAnswered)] = "答复申诉",
        [nameof(ArrivalRecorded)] = "检录", [nameof(ClockStarted)] = "开始计时", [nameof(ClockExtended)] = "补时", [nameof(ClockReset)] = "撤销计时",
        [nameof(DaySigned)] = "当日签字", [nameof(PaperSheetEntered)] = "纸质补录",
        [nameof(HonoursApproved)] = "批准荣誉", [nameof(CertificatesIssued)] = "签发证书", [nameof(CertificateRevoked)] = "撤销证书",
        [nameof(TeamCertificatesIssued)] = "签发团体证书", [nameof(TeamCertificateRevoked)] = "撤销团体证书", [nameof(CertificateCollected)] = "收回证书",
    };

    public static IEnumerable<(string Type, string Word)> AllKinds => Kinds.Select(k => (k.Key, k.Value));

    public static LedgerLine Of(CompetitionState state, LedgerEntry entry, Desk desk)
    {
        var e = EventTypes.Read(entry);
        var trade = TradeOf(state, e) is { } id ? state.Trade(id)?.Definition.Name : null;
        var detail = Describe(state, e);
        return new LedgerLine(
            entry.Sequence, desk.Local(entry.At).ToString("M月d日 HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), Person(state, entry.Actor),
            Kinds.GetValueOrDefault(entry.Type, entry.Type), string.Join("，", ((string?[])[trade, detail]).Where(t => !string.IsNullOrEmpty(t))),
            Convert.ToHexStringLower(entry.Hash.Span)[..8]);
    }

    public static TradeId? TradeOf(CompetitionState state, LedgerEvent e) => e switch
    {
        PhaseChanged x => x.Trade,
        VisibilityChanged x => x.Trade,
        TradeDefined x => x.Trade.Id,
        CodesDrawn x => x.Trade,
        ModuleSigned x => x.Trade,
        ModuleReopened x => x.Trade,
        DaySigned x => x.Trade,
        CodedResultsSubmitted x => x.Trade,
        ReviewDrawn x => x.Trade,
        ReviewTicked x => x.Trade,
        ReviewSigned x => x.Trade,
        DecodeRequested x => x.Trade,
        Decoded x => x.Trade,
        TieDecided x => x.Trade,
        BoundaryDecided x => x.Trade,
        AwardsConfirmed x => x.Trade,
        AppealFiled x => x.Trade,
        AppealAnswered x => x.Trade,
        CertificatesIssued x => x.Trade,
        CertificateRevoked x => x.Trade,
        _ => Entrant(e) is { } entrant ? state.Entrant(entrant)?.Trade?.Definition.Id : null,
    };

    private static EntrantId? Entrant(LedgerEvent e) => e switch
    {
        SheetSubmitted x => x.Entrant,
        SheetReturned x => x.Entrant,
        SpreadConfirmed x => x.Entrant,
        ModuleMarkEntered x => x.Entrant,
        DoubleEntryResolved x => x.Entrant,
        TimeRecorded x => x.Entrant,
        ViolationRecorded x => x.Entrant,
        ViolationWithdrawn x => x.Entrant,
        StatusChanged x => x.Entrant,
        SheetCorrected x => x.Entrant,
        ModuleMarkCorrected x => x.Entrant,
        ReviewTicked x => x.Entrant,
        ArrivalRecorded x => x.Entrant,
        ClockStarted x => x.Entrant,
        ClockExtended x => x.Entrant,
        ClockReset x => x.Entrant,
        PaperSheetEntered x => x.Entrant,
        AppealFiled x => x.Entrant,
        _ => null,
    };

    private static string Describe(CompetitionState state, LedgerEvent e)
    {
        var code = Entrant(e) is { } entrant ? state.Entrant(entrant)?.Code ?? "" : "";
        return e switch
        {
            EntrantsRegistered x => $"{x.Entrants.Count} 人{(x.Source is null ? "" : $"，来自 {x.Source}")}",
            JudgesAppointed x => $"{x.Judges.Count} 人{(x.Source is null ? "" : $"，来自 {x.Source}")}",
            ImportUndone x => $"第 {x.Import} 条：{x.Reason}",
            TradeDefined { Reason: { } reason } => reason,
            CodesDrawn x => $"第 {x.Layer} 层，{x.Codes.Count} 人，{(x.Seed is null ? "手工录入" : $"种子 {x.Seed}")}",
            SheetSubmitted x => $"{code}，模块 {x.Module}",
            SheetReturned x => $"{code}，模块 {x.Module}：{x.Reason}",
            SpreadConfirmed x => $"{code}，模块 {x.Module}：{x.Reason}",
            // A clerk's entry is by name: its code would tie the two together before decoding (R-A1).
            ModuleMarkEntered x => $"模块 {x.Module}",
            ModuleMarksImported x => $"模块 {x.Module}，{x.Marks.Count} 人",
            TimeRecorded x => $"{code}，模块 {x.Module}，{Wording.Clock(x.UsedSeconds)}{(x.Reason is null ? "" : $"：{x.Reason}")}",
            ArrivalRecorded x => x.Present ? code : $"{code}，撤销检录",
            ClockStarted x => $"{code}，模块 {x.Module}{(x.Reason is null ? "" : $"，继续计时：{x.Reason}")}",
            ClockExtended x => $"{code}，模块 {x.Module}，补 {Wording.Clock(x.Seconds)}：{x.Reason}",
            ClockReset x => $"{code}，模块 {x.Module}：{x.Reason}",
            PaperSheetEntered x => $"{code}，模块 {x.Module}，照片 {x.Picture[..8]}",
            DaySigned x => $"模块 {string.Join('、', x.Modules)}，{x.As.Chinese()}",
            ViolationRecorded x => $"{code}：{x.What}（{x.Outcome.Chinese()}）",
            StatusChanged x => $"{code} {x.Status.Chinese()}：{x.Reason}",
            SheetCorrected x => $"{code}，模块 {x.Module}：{x.Reason}",
            ModuleSigned x => $"模块 {x.Module}，{x.As.Chinese()}",
            ModuleReopened x => $"模块 {x.Module}：{x.Reason}",
            PhaseChanged x => $"到“{x.To.Chinese()}”{(x.Reason is null ? "" : $"：{x.Reason}")}",
            ReviewDrawn x => $"前 30% {x.Top.Count} 人，抽样 {x.Sample.Count} 人，种子 {x.Seed}",
            ReviewTicked x => $"{code} {(x.Right ? "无误" : $"有误：{x.Remark}")}",
            Decoded x => $"第 {x.Layer} 层",
            DecodeRequested x => $"第 {x.Layer} 层",
            TieDecided x => x.Reason,
            BoundaryDecided x => $"{x.Tier}：{x.Reason}",
            AppealFiled x => $"第 {x.Number} 号",
            AppealAnswered x => $"第 {x.Number} 号，{(x.Upheld ? "成立" : "不成立")}",
            CertificatesIssued x => $"{x.Certificates.Count} 张",
            CertificateRevoked x => $"{x.Number}：{x.Reason}",
            TeamCertificatesIssued x => $"{x.Certificates.Count} 张",
            TeamCertificateRevoked x => $"{x.Number}：{x.Reason}",
            CertificateCollected x => x.Number,
            _ => "",
        };
    }

    private static string Person(CompetitionState state, string actor)
    {
        if (actor == Actor.System)
        {
            return "系统";
        }

        var parts = actor.Split(':', 2);
        var role = Enum.TryParse<Role>(parts[0], ignoreCase: true, out var known) ? known.Chinese() : parts[0] == "participant" ? "选手" : parts[0];
        return parts.Length < 2 ? role : $"{role} {state.Judges.GetValueOrDefault(new JudgeId(parts[1]))?.Name ?? parts[1]}";
    }
}
