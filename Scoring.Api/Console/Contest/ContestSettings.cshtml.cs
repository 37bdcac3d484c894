using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using Scoring.Core.Setup;

namespace Scoring.Api.Console.Contest;

/// <summary>竞赛设置: what the contest says of itself on paper, screens and portal; its place on the shelf.</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class ContestSettingsModel(Desk desk, SecondPerson second, ContestLook look, Belongings belongings) : ContestPage(desk)
{
    /// <summary>By the name of their zone, with what people call it.</summary>
    public static IReadOnlyList<(string Zone, string Name)> Zones { get; } =
    [
        ("Asia/Shanghai", "北京时间"), ("Asia/Urumqi", "乌鲁木齐时间"), ("Asia/Hong_Kong", "香港时间"), ("Asia/Macau", "澳门时间"), ("Asia/Taipei", "台北时间"),
            ("Asia/Singapore", "新加坡时间"),
        ("Asia/Tokyo", "东京时间"), ("Europe/Paris", "巴黎时间"), ("Europe/Moscow", "莫斯科时间"), ("America/New_York", "纽约时间"), ("UTC", "世界协调时"),
    ];

    public ContestForm Form { get; private set; } = null!; // every handler that shows the page loads it

    /// <summary>What is wrong with what was typed; what was typed stays.</summary>
    public string? Fault { get; private set; }

    public bool IsPublished { get; private set; }

    /// <summary>Nobody registered and nothing drawn: it may be deleted.</summary>
    public bool IsEmpty { get; private set; }

    public IReadOnlyList<TradeChoice> Trades =>
        Open.Read(s => s.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList());

    public ContestLook Look => look;

    /// <summary>Of the award certificates; null: the usual ones.</summary>
    public Display.Certificates.CertificateWords CertificateWords => look.WordsOf(Open.Id, TradeWord);

    /// <summary>Of the trades, as they stand.</summary>
    public IReadOnlyList<TradeId> Order => Open.Read(OrderOf);

    private static IReadOnlyList<TradeId> OrderOf(CompetitionState state) => [.. state.TradesInOrder.Select(t => t.Definition.Id)];

    public bool IsHidden => Desk.Competitions.IsHidden(Open.Id);

    public bool IsInUse => Desk.Competitions.Current == Open;

    public IReadOnlyList<PhaseNeed> Advice { get; private set; } = [];

    public void OnGet() => Load(null, null);

    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostSave(ContestForm form, string? reason, string? secondLogin, string? secondPassword)
    {
        var (now, published) = Open.Read(state => (state.Competition!, state.TradesInOrder.Where(t => t.Phase >= Phase.Final).Select(t => t.Definition.Id).ToList())); // a page without a competition is not found
        var (contest, fault) = form.Read(now);
        if (contest is null)
        {
            return Shown(form, fault!); // one of the two is always there
        }

        if (contest.CertificatePrefix is { } prefix && prefix != now.CertificatePrefix
            && Desk.Cards.All.Any(c => c.Id != Open.Id && c.NumberPrefix == prefix))
        {
            return Shown(form, $"证书编号前缀 {prefix} 别的比赛已经用过，请换一个：编号不能重复。");
        }

        Actor? signed = null;
        if (published.Count > 0)
        {
            (signed, var wrong) = await second.Check(Me, Open, secondLogin, secondPassword, published[0], Role.Admin, Role.HeadJudge, Role.Supervisor);
            if (signed is null)
            {
                return Shown(form, wrong!, reason); // without a person there is a fault
            }
        }

        var refused = "";
        var done = await Ask("竞赛设置已保存", state => DefineCompetition.Decide(state, Me.Actor, contest, reason, signed) switch
        {
            Decision.Refuse no => Note(no),
            var yes => yes,
        });
        return done ? LocalRedirect(Request.Path) : Shown(form, refused.Length > 0 ? refused : Notice ?? "", reason);

        Decision Note(Decision.Refuse no)
        {
            refused = Words(no);
            return no;
        }
    }

    /// <param name="place">The number typed beside each trade; equal ones stay as they stood.</param>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostOrder(string[] trade, int[] place) => Carry($"{TradeWord}的先后已保存", state =>
        OrderTrades.Decide(state, Me.Actor, [.. trade.Zip(place).OrderBy(x => x.Second).Select(x => new TradeId(x.First))]), OrderOf);

    /// <summary>The words of the award certificates; blank: the usual ones.</summary>
    [Needs(Policies.Organize)]
    public IActionResult OnPostWords(string? body, string? closing)
    {
        if (ChangedMeanwhile(CertificateWords))
        {
            return LocalRedirect(Request.Path);
        }

        var fault = look.Say(Open.Id, TradeWord, body, closing);
        Say(fault ?? "证书用语已保存；已经签发的证书按新用语重新排版，内容不变。", bad: fault is not null);
        return LocalRedirect(Request.Path);
    }

    /// <summary>The contest's sign, on every screen and on badges and 准考证.</summary>
    [Needs(Policies.Organize)]
    public IActionResult OnPostLogo(IFormFile? file)
    {
        var fault = look.Hang(file);
        Say(fault ?? "标志已保存，大屏、胸牌和准考证都用它。", bad: fault is not null);
        return LocalRedirect(Request.Path);
    }

    /// <summary>A copy restored beside its original is left out of 历届 and of the public list, or shown again.</summary>
    [Needs(Policies.Administer)]
    public IActionResult OnPostHide(bool hidden)
    {
        Desk.Competitions.Hide(Open, hidden);
        Say(hidden ? "已从历届和公众的比赛列表里隐藏；控制台里照常可以打开。" : "已重新显示在历届和公众的比赛列表里。");
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostDelete(string? word)
    {
        var (name, empty) = Open.Read(state => (state.Competition?.Name, Empty(state)));
        if (!empty || word?.Trim() != name)
        {
            Say(empty ? "输入的比赛全称不对，没有删除。" : "比赛里已有选手或已经抽签，不能删除；可以在这一页隐藏。", bad: true);
            return LocalRedirect(Request.Path);
        }

        try
        {
            await Desk.Competitions.Remove(Open);
            belongings.Remove(Open.Id);
        }
        catch (IOException failure)
        {
            Say(StorageFailure.Explain(failure), bad: true);
            return LocalRedirect(Request.Path);
        }

        Desk.Access.Write(Me, null, "删除比赛", Open.Id.Value);
        Say($"{name} 已删除，它的账号已停用，平板已解除配对；删除前的备份留在数据文件夹的 backups 里。");
        return LocalRedirect("/console/competitions");
    }

    private PageResult Shown(ContestForm form, string fault, string? reason = null)
    {
        Load(form, fault);
        Reason = reason;
        return Page();
    }

    /// <summary>As typed before it was refused.</summary>
    public string? Reason { get; private set; }

    private void Load(ContestForm? typed, string? fault)
    {
        Fault = fault;
        Open.Read(state =>
        {
            Form = typed ?? ContestForm.Of(state.Competition!);
            IsPublished = DefineCompetition.IsPublished(state);
            IsEmpty = Empty(state);
            Advice = PhaseSteps.Advice(state.Competition);
            return true;
        });
    }

    private static bool Empty(CompetitionState state) => state.Entrants.Count == 0 && state.TradesInOrder.All(t => t.Phase == Phase.Setup);

    protected override object? Edited(CompetitionState state) => state.Competition! with { TeamRankings = null };

    protected override bool Rewrites(LedgerEvent e) => e is CompetitionDefined;
}
