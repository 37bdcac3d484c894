using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;

namespace Scoring.Api.Console.Publishing;

/// <summary>公示与公布: the phases of a trade (R-A5), what the next step lacks, and who signs.</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class PublishModel(Desk desk, SecondPerson second) : TradePage(desk)
{
    protected override string PageName => "publish";

    public PublishView? View { get; private set; }

    public IActionResult OnGet()
    {
        var now = Desk.Now;
        WaitingForMe = Me.May(Policies.Sign) ? Open.Read(state => Waiting(state).Count()) : 0;
        return Show(trade => View = PublishView.Of(trade, now, Desk));
    }

    /// <summary>One step forward; a step the public sees wants the trade's name typed.</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostForward(Phase to, string? word, bool without)
    {
        var now = Desk.Now;
        return Carry($"已进入“{to.Chinese()}”", state =>
            to >= Phase.Publicity && word?.Trim() != state.Trade(Trade)?.Definition.Name
                ? new Decision.Refuse(Refusal.Word, $"输入的{TradeWord}名称不对，没有改动")
                : to == Phase.Archived && !without && state.Trade(Trade) is { } trade && PublishView.Of(trade, now, Desk).Unissued is > 0 and var unissued
                    ? new Decision.Refuse(Refusal.Unissued, $"还有 {unissued} 张获奖证书没有签发，归档后不能再签发。请先签发，或勾选“不发这些证书”再归档。")
                : ChangePhase.Decide(state, Me.Actor, Trade, to, now));
    }

    /// <summary>One step back: a reason and a second person.</summary>
    [Needs(Policies.Publish)]
    public async Task<IActionResult> OnPostBack(Phase to, string? reason, string? secondLogin, string? secondPassword)
    {
        var (signed, fault) = await second.Check(Me, Open, secondLogin, secondPassword, Trade, Role.HeadJudge, Role.Supervisor, Role.Admin);
        return signed is null
            ? await Refuse(fault!) // one of the two is always there
            : await Carry($"已退回“{to.Chinese()}”", state => ChangePhase.Decide(state, Me.Actor, Trade, to, null, reason, signed));
    }

    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostCoded() => Carry("编码成绩已提交", state => SubmitCodedResults.Decide(state, Me.Actor, Trade));

    /// <summary>Head judge and supervisor each on the own login; the second decodes (R-A2).</summary>
    [Needs(Policies.Sign)]
    public Task<IActionResult> OnPostDecode(int layer) => Carry("解密签名已记录", state => Decode.Decide(state, Me.Actor, Trade, layer));

    /// <summary>Signs for every trade whose next layer waits for this person; the others say what they lack.</summary>
    [Needs(Policies.Sign)]
    public async Task<IActionResult> OnPostDecodeAll()
    {
        List<string> signed = [], faults = [];
        foreach (var (id, name, layer) in Open.Read(state => Waiting(state).ToList()))
        {
            switch (await Open.Execute(EntryFor($"{id} {layer}"), Me.Actor.ToString(), state =>
                Decode.Decide(state, Me.Actor, id, layer), HttpContext.RequestAborted, via: Me.Via))
            {
                case Outcome.Accepted:
                    signed.Add(name);
                    break;
                case Outcome.Refused refused:
                    faults.Add($"{name}（{refused.Why.Message}）");
                    break;
                case Outcome.NotStored failed:
                    faults.Add($"{name}（{failed.Message}）");
                    break;
                default:
                    throw new InvalidOperationException("an outcome without a name");
            }
        }

        Say((signed.Count == 0 ? $"没有{TradeWord}等您签名解密。" : $"解密签名已记录：{string.Join('、', signed)}。") + (faults.Count == 0 ? ""
            : $"没有做成：{string.Join('；', faults)}。"), bad: signed.Count == 0);
        return LocalRedirect(Request.Path);
    }

    /// <summary>Trades in 复核 that were looked through, whose coded results are in and whose next layer this person has not
    /// signed.</summary>
    private IEnumerable<(TradeId Id, string Name, int Layer)> Waiting(CompetitionState state) =>
        from trade in state.TradesInOrder
        where trade.Phase == Phase.Review && Me.HoldsFor(trade.Definition.Id) && Me.May(Policies.Sign, trade.Definition.Id)
        let layer = PublishView.NextLayer(trade)
        where layer is not null && PhaseSteps.Needs(trade, Phase.Publicity, Desk.Now)
            .All(n => n.Code is not (Need.CodedResults or Need.Review) || n.Met)
            && !trade.Publication.DecodeRequests.GetValueOrDefault(layer.Value, []).Contains(Me.Actor.ToString())
        select (trade.Definition.Id, trade.Definition.Name, layer.Value);

    /// <summary>How many trades wait for this person's signature.</summary>
    public int WaitingForMe { get; private set; }

    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostConfirm() => Carry("奖项方案已核对", state => ConfirmAwards.Decide(state, Me.Actor, Trade));

    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostVisibility(Visibility visibility) => Carry("公众可见范围已改", state => ChangeVisibility.Decide(state, Me.Actor, Trade, visibility));

    private Task<IActionResult> Refuse(string why)
    {
        Say(why, bad: true);
        return Task.FromResult<IActionResult>(LocalRedirect(Request.Path));
    }
}
