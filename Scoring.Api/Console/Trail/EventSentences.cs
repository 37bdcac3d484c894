// Every kind of entry in words, here and nowhere else: what it is called, and what there is to say of one. Nothing in them tells what decoding would.
using System.Collections.Frozen;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Trail;

/// <summary>事项 and 内容 of the ledger's entries. The trade stands before the sentence and is none of it.</summary>
public static class EventSentences
{
    // What is entered by name carries no code, what is entered by code no name: an entry with both would tie them together before decoding (R-A1).
    private static readonly IReadOnlyList<Sentence> InOrder =
    [
        Of<CompetitionDefined>("定义比赛", (e, _) => Reasoned(e.Competition.Name, e.Reason)),
        Of<TradeDefined>("定义" + TradeWord.Usual, (e, _) => e.Boundary is null ? e.Reason ?? "" : "奖项末位并列的处理办法"),
        Of<TradeRemoved>("删除" + TradeWord.Usual, (e, _) => e.Trade.Value),
        Of<OrganizationDefined>("登记单位", (e, _) => e.Organization.Name),
        Of<EntrantsRegistered>("登记选手", (e, _) => From($"{e.Entrants.Count} 人", e.Source)),
        Of<EntrantCorrected>("更正选手", (e, _) => $"{e.To.Name}：{e.Reason}；{e.By} 和 {e.SecondPerson}{(e.Revoked.Count + e.TeamsRevoked.Count == 0 ? "" : $"；换发证书 {e.Issued.Count + e.TeamsIssued.Count} 张，作废 {string.Join('、', e.Revoked.Concat(e.TeamsRevoked))}")}"),
        Of<LateEntrantAdmitted>("补报选手", (e, _) => $"{e.Person.Name}：{e.Reason}；{e.By} 和 {e.SecondPerson}"),
        Of<EntrantSubstituted>("换人", (e, _) => $"换成 {e.By.Name}：{e.Reason}"),
        Of<EntrantRemoved>("移除选手", (e, state) => $"{state.Known(e.Entrant)?.Entrant.Name}：{e.Reason}"),
        Of<JudgesAppointed>("聘任裁判", (e, _) => Reasoned(From($"{e.Judges.Count} 人", e.Source), e.Reason)),
        Of<ImportUndone>("撤销导入", (e, _) => $"第 {e.Import} 条：{e.Reason}"),
        Of<JudgeDismissed>("解聘裁判", (e, _) => $"{e.Judge}：{(e.NotListed == true ? "导入时已不在裁判名单" : e.Reason)}"),
        Of<TradesLent>("分出到分会场", (e, _) => $"“{e.Name}”，{e.Trades.Count} 个"),
        Of<BranchOpened>("分会场开始", (e, state) => Branch(state, e.Branch)),
        Of<BranchClosed>("分会场交回", (e, state) => Branch(state, e.Branch)),
        Of<TradesRecalled>("收回分会场", (e, state) => $"{Branch(state, e.Branch)}：{e.Reason}"),
        Of<AccountChanged>("账号", (e, state) => $"{Change(e.Change)} {e.Login}（{e.Role.Chinese()}{(e.Official is { } official ? $"，以 {Judge(state, official)} 的身份" : "")}）{Beside(e.Beside, "这个职务已有账号")}"),
        Of<PairingCodeMade>("发配对码", (e, state) => Judge(state, e.Judge)),
        Of<TabletPaired>("平板配对", (e, state) => $"{Judge(state, e.Judge)}，平板 {e.Device}{Beside(e.Beside, "已有平板")}"),
        Of<TabletUnpaired>("平板解除配对", (e, state) => $"{Judge(state, e.Judge)}，平板 {e.Device}"),
        Of<CodesDrawn>("抽签", (e, _) => $"第 {e.Layer} 层，{e.Codes.Count} 人，{(e.Seed is null ? "手工录入" : $"种子 {e.Seed}")}{(e.Reason is null ? "" : $"，重抽：{e.Reason}")}"),
        Of<GroupsAssigned>("分组", (e, _) => $"{e.Entrants.Count} 人，{(e.Seed is null ? "按名单" : $"种子 {e.Seed}")}"
            + (e.Reason is { } reason ? $"，重新分组：{reason}" : "")),
        Of<ArrivalRecorded>("检录", (e, state) => e.Present ? Code(state, e) : $"{Code(state, e)}，撤销检录"),
        Of<EntrantsCalled>("检录叫号", (e, state) => string.Join('、', e.Called.Select(id => state.Known(id)?.Code ?? ""))),
        Of<ClockStarted>("开始计时", (e, state) => $"{Code(state, e)}，模块 {e.Module}{(e.Reason is null ? "" : $"，继续计时：{e.Reason}")}"),
        Of<ClockExtended>("补时", (e, state) => $"{Code(state, e)}，模块 {e.Module}，补 {Wording.Clock(e.Seconds)}：{e.Reason}"),
        Of<ClockReset>("撤销计时", (e, state) => $"{Code(state, e)}，模块 {e.Module}：{e.Reason}"),
        Of<TimeRecorded>("记录用时", (e, state) => Reasoned($"{Code(state, e)}，模块 {e.Module}，{Wording.Clock(e.UsedSeconds)}", e.Reason)),
        Of<SheetSubmitted>("交卷", (e, state) => $"{Code(state, e)}，模块 {e.Module}"),
        Of<PaperSheetEntered>("纸质补录", (e, state) => $"{Code(state, e)}，模块 {e.Module}，照片 {e.Picture[..8]}"),
        Of<SheetReturned>("退回重评", (e, state) => $"{Code(state, e)}，模块 {e.Module}：{e.Reason}"),
        Of<SpreadConfirmed>("确认极差", (e, state) => $"{Code(state, e)}，模块 {e.Module}：{e.Reason}"),
        Of<PanelConfirmed>("确认裁判人数", (e, state) => $"{Code(state, e)}，模块 {e.Module}：{e.Reason}"),
        Of<JudgementRemarked>("合议重评", (e, state) => $"{Code(state, e)}，模块 {e.Module}"),
        Of<AttemptResumed>("取消弃试", (e, state) => $"{Code(state, e)}，模块 {e.Module} 第 {e.Attempt} 次：{e.Reason}"),
        Of<AttemptWaived>("登记弃试", (e, state) => $"{Code(state, e)}，模块 {e.Module} 第 {e.Attempt} 次：{e.Reason}"),
        Of<ModuleMarkEntered>("录入成绩", (e, _) => $"模块 {e.Module}"),
        Of<CountsImported>("导入票数", (e, _) => From($"模块 {e.Module}，{e.Counts.Count} 人", e.Source)),
        Of<ModuleMarksImported>("导入成绩", (e, _) => From($"模块 {e.Module}，{e.Marks.Count} 人", e.Carried == true ? "上一阶段总分" : e.Source)),
        Of<DoubleEntryResolved>("双录核定", (e, _) => $"模块 {e.Module}：{e.Reason}"),
        Of<ViolationRecorded>("记录违规", (e, state) => $"{Code(state, e)}：{e.What}（{e.Outcome.Chinese()}）"),
        Of<ViolationWithdrawn>("撤销违规", (e, state) => $"{Code(state, e)}，第 {e.Number} 号：{e.Reason}"),
        Of<StatusChanged>("改变状态", (e, state) => $"{Code(state, e)} {e.Status.Chinese()}：{e.Reason}"),
        Of<SheetCorrected>("更正评分表", (e, state) => $"{Code(state, e)}，模块 {e.Module}：{e.Reason}"),
        Of<ModuleMarkCorrected>("更正成绩", (e, _) => $"模块 {e.Module}：{e.Reason}"),
        Of<ModuleSigned>("模块签字", (e, _) => $"模块 {e.Module}，{e.As.Chinese()}"),
        Of<DaySigned>("当日签字", (e, _) => $"模块 {string.Join('、', e.Modules)}，{e.As.Chinese()}"),
        Of<ModuleReopened>("模块解锁", (e, _) => $"模块 {e.Module}：{e.Reason}"),
        Of<PhaseChanged>("改变阶段", (e, _) => Reasoned($"到“{e.To.Chinese()}”", e.Reason)),
        Of<VisibilityChanged>("改变公众可见", (e, _) => e.Visibility.Chinese()),
        Of<CodedResultsSubmitted>("提交编码成绩", (_, _) => ""),
        Of<ReviewDrawn>("抽取复核样本", (e, _) => $"前 {e.Top.Count} 名，抽样 {e.Sample.Count} 人，种子 {e.Seed}"),
        Of<ReviewTicked>("复核一份", (e, state) => $"{Code(state, e)} {(e.Right ? "无误" : $"有误：{e.Remark}")}"),
        Of<ReviewSigned>("复核签字", (_, _) => ""),
        Of<DecodeRequested>("解密签名", (e, _) => $"第 {e.Layer} 层"),
        Of<Decoded>("解密", (e, _) => $"第 {e.Layer} 层"),
        Of<TieDecided>("议定并列", (e, _) => e.Reason),
        Of<BoundaryDecided>("议定末位", (e, _) => $"{e.Tier}：{e.Reason}"),
        Of<AdvanceDeclined>("放弃晋级", (e, state) => $"{Code(state, e)}：{e.Reason}"),
        Of<AdvanceAccepted>("撤回放弃晋级", (e, state) => $"{Code(state, e)}：{e.Reason}"),
        Of<AwardsConfirmed>("核对奖项", (_, _) => ""),
        Of<AppealFiled>("提出申诉", (e, _) => $"第 {e.Number} 号"),
        Of<AppealAnswered>("答复申诉", (e, _) => $"第 {e.Number} 号，{(e.Upheld ? "成立" : "不成立")}"),
        Of<HonoursApproved>("批准荣誉", (e, _) => $"{e.Honours.Count} 项"),
        Of<CertificatesIssued>("签发证书", (e, _) => $"{e.Certificates.Count} 张"),
        Of<CertificateRevoked>("撤销证书", (e, _) => $"{e.Number}：{e.Reason}"),
        Of<TeamCertificatesIssued>("签发团体证书", (e, _) => $"{e.Certificates.Count} 张"),
        Of<TeamCertificateRevoked>("撤销团体证书", (e, _) => $"{e.Number}：{e.Reason}"),
        Of<CertificateCollected>("收回证书", (e, _) => e.Number),
    ];

    private static readonly FrozenDictionary<string, Sentence> ByType = InOrder.ToFrozenDictionary(s => s.Type, StringComparer.Ordinal);

    /// <summary>What kinds of entries there are and what they are called, in the order of a contest.</summary>
    public static IEnumerable<(string Type, string Word)> Kinds => InOrder.Select(s => (s.Type, s.Word));

    public static string Word(LedgerEvent e) => ByType[EventTypes.NameOf(e)].Word;

    /// <summary>Empty where the word and the trade say it all.</summary>
    public static string Detail(CompetitionState state, LedgerEvent e) => ByType[EventTypes.NameOf(e)].Detail(e, state);

    private static Sentence Of<T>(string word, Func<T, CompetitionState, string> detail) where T : LedgerEvent =>
        new(typeof(T).Name, word, (e, state) => detail((T)e, state));

    private static string Code(CompetitionState state, IOfEntrant e) => state.Known(e.Entrant)?.Code ?? "";

    private static string Judge(CompetitionState state, JudgeId judge) => !state.Judges.TryGetValue(judge, out var person) ? judge.Value
        : state.Judges.Values.Count(j => j.Name == person.Name) == 1 ? person.Name : $"{person.Name} {judge}"; // two of one name are told apart

    private static string Branch(CompetitionState state, int number) => $"“{state.Branches.Find(number)?.Name}”";

    private static string Beside(IReadOnlyList<string>? others, string words) => others is null ? "" : $"；{words} {string.Join('、', others)}";

    private static string Change(AccountChange change) => change switch
    {
        AccountChange.Created => "新建",
        AccountChange.PasswordReset => "重设密码",
        AccountChange.Disabled => "停用",
        AccountChange.Enabled => "启用",
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "a change without words"),
    };

    private static string From(string what, string? source) => source is null ? what : $"{what}，来自 {source}";

    private static string Reasoned(string what, string? reason) => reason is null ? what : $"{what}：{reason}";

    private sealed record Sentence(string Type, string Word, Func<LedgerEvent, CompetitionState, string> Detail);
}
