using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Publication;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console;

/// <summary>赛项定义: the tree with its sums, and the part that is chosen. Every change is an entry of the ledger.</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class DefinitionModel(Desk desk) : TradePage(desk)
{
    protected override string PageName => "definition";

    /// <summary>What is chosen, e.g. <c>a:A:A2.1</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    /// <summary>A figure to try the chosen aspect with.</summary>
    [BindProperty(SupportsGet = true, Name = "try")]
    public string? Try { get; set; }

    /// <summary>Needed once scoring has begun.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public DefinitionView? View { get; private set; }

    public Aspect? Aspect { get; private set; }

    public Module? Module { get; private set; }

    public Component? Component { get; private set; }

    public bool Locked => View is { Phase: >= Phase.Final };

    public IActionResult OnGet()
    {
        if (Elsewhere() is { } elsewhere)
        {
            return elsewhere;
        }

        if (TradeKey is not null)
        {
            View = Open.Read(state => DefinitionView.Of(state.Trade(Trade)!)); // Elsewhere saw the trade
            Choose(View.Trade);
        }

        return Page();
    }

    /// <summary>The trade as it stands in a competition file.</summary>
    public IActionResult OnGetFile() => Open.Read(state => state.Trade(Trade)?.Definition) is { } trade
        ? File(JsonSerializer.SerializeToUtf8Bytes(trade, new JsonSerializerOptions(ScoringJson.Options) { WriteIndented = true }), "application/json", $"{trade.Name}.json")
        : NotFound();

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostAspect(AspectForm form) => Save("评分点已保存", trade =>
        (At ?? "").Split(':', 3) is not ["a", var module, var aspect] ? (null, "请先选择评分点")
        : trade.Modules().FirstOrDefault(m => m.Id.Value == module)?.Aspects().FirstOrDefault(a => a.Id.Value == aspect) is not { } old ? (null, "评分点已不在，请刷新")
        : form.Read(old.Id, old.Reasons) is { Aspect: { } read } ? (trade.WithAspect(new ModuleId(module), old.Id, _ => read), null)
        : (null, form.Read(old.Id, old.Reasons).Fault));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostModule(string name, decimal fullMark, MarkingMethod marking, decimal? spread, string? limit) => Save("模块已保存", trade =>
        (At ?? "").Split(':') is not ["m", var module] ? (null, "请先选择模块")
        : limit is { Length: > 0 } && Minutes(limit) is null ? (null, "限时请填分钟数，例如 120；不限时就空着")
        : (trade.WithModule(new ModuleId(module), m => m with
        {
            Name = name.Trim(), FullMark = fullMark, Marking = marking, SpreadLimit = spread,
            Time = limit is { Length: > 0 } ? (m.Time ?? new TimeRule()) with { LimitSeconds = Minutes(limit) } : m.Time is null ? null : m.Time with { LimitSeconds = null },
        }), null));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostComponent(string name, decimal weight) => Save("部分已保存", trade =>
        (At ?? "").Split(':') is not ["c", var component] ? (null, "请先选择一个部分")
        : (trade.WithComponent(new ComponentId(component), c => c with { Name = name.Trim(), Weight = weight }), null));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostAdd(string what) => Save("已添加", trade => DefinitionAdd.To(trade, At, what));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRemove() => Save("已删除", trade => (At ?? "").Split(':', 3) switch
    {
        ["a", var module, var aspect] => (trade.WithAspect(new ModuleId(module), new AspectId(aspect), _ => null), null),
        ["k", var module, var criterion] => (trade.WithCriterion(new ModuleId(module), criterion, _ => null), null),
        ["m", var module] => (trade.WithModule(new ModuleId(module), _ => null), null),
        _ => (null, "请先选择要删除的评分点、评分项或模块"),
    });

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostMove(int step) => Save("次序已调整", trade =>
        (At ?? "").Split(':', 3) is ["a", var module, var aspect] ? (trade.MoveAspect(new ModuleId(module), new AspectId(aspect), Math.Sign(step)), null) : (null, "请先选择评分点"));

    private async Task<IActionResult> Save(string done, Func<Trade, (Trade? Changed, string? Fault)> change)
    {
        var effect = Effect(change);
        await Ask(effect is null ? done : $"{done}：{effect}", state => Decide(state, change));
        return LocalRedirect($"{PathFor(Trade)}{(At is null ? "" : $"?at={Uri.EscapeDataString(At)}")}");
    }

    private Decision Decide(CompetitionState state, Func<Trade, (Trade? Changed, string? Fault)> change)
    {
        if (state.Trade(Trade) is not { } trade)
        {
            return new Decision.Refuse("no-such-trade", "找不到这个赛项，请刷新后重选");
        }

        var (changed, fault) = change(trade.Definition);
        return changed is null ? new Decision.Refuse("bad-form", fault ?? "没有改动") : DefineTrade.Decide(state, Me.Actor, changed, Reason);
    }

    // What a change does to results that are already there (R-D2), told with the receipt.
    private string? Effect(Func<Trade, (Trade? Changed, string? Fault)> change) => Open.Read(state =>
        state.Trade(Trade) is { Phase: >= Phase.Scoring } trade && change(trade.Definition).Changed is { } changed
            ? WhatIf.Effect(state, Trade, new TradeDefined(changed, Reason))?.Words : null);

    private void Choose(Trade trade)
    {
        switch ((At ?? "").Split(':', 3))
        {
            case ["a", var module, var aspect]:
                Aspect = trade.Modules().FirstOrDefault(m => m.Id.Value == module)?.Aspects().FirstOrDefault(a => a.Id.Value == aspect);
                break;
            case ["m", var module]:
                Module = trade.Modules().FirstOrDefault(m => m.Id.Value == module);
                break;
            case ["c", var component]:
                Component = trade.Components.FirstOrDefault(c => c.Id.Value == component);
                break;
            default:
                break;
        }
    }

    private static int? Minutes(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 10_000 ? (int)(minutes * 60) : null;
}
