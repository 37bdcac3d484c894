using Scoring.Core.Checking;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Setup;

namespace Scoring.Api.Console.Defining;

/// <summary>赛项设置: everything of a trade beside its tree: tie chain, awards, honours, visibility, phases. New trades and removed ones.</summary>
[Authorize(Policy = Policies.Organize)]
public sealed partial class SettingsModel(Desk desk) : TradePage(desk)
{
    protected override string PageName => "settings";

    public Trade? Definition { get; private set; }

    public SettingsForm Form { get; private set; } = null!; // loaded with the definition

    public Phase Phase { get; private set; }

    public int Entrants { get; private set; }

    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>What is wrong with what was typed; what was typed stays.</summary>
    public string? Fault { get; private set; }

    public bool NeedsReason => Phase >= Phase.Scoring;

    public IActionResult OnGet() => Elsewhere() is { } elsewhere ? elsewhere : Shown(null);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostSave(SettingsForm form, string? reason)
    {
        typed = form;
        return Weigh(new WeighedStep($"改{TradeWord}设置", $"{TradeWord}设置已保存"), (state, _) =>
            state.Trade(Trade) is not { } trade ? new Decision.Refuse(Refusal.NoSuchTrade, $"找不到这个{TradeWord}，请刷新后重选")
            : form.Read(trade.Definition) is { Changed: { } changed } ? Numbers(changed) ?? DefineTrade.Decide(state, Me.Actor, changed, reason)
            : new Decision.Refuse(Refusal.BadForm, $"{form.Read(trade.Definition).Fault}"));
    }

    /// <summary>A trade like a template, or with the usual two components, to be filled.</summary>
    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostNew(string? name, string? key, string? code, string? template = null)
    {
        var id = (key ?? "").Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        var (called, shortened) = ((name ?? "").Trim(), (code ?? "").Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant());
        var made = TradeTemplates.Of(template, new TradeId(id), called, shortened) ?? FirstScheme.Of(new TradeId(id), called, shortened);
        var done = await Ask($"{TradeWord}“{made.Name}”已新增", state =>
            made.Name.Length == 0 ? new Decision.Refuse(Refusal.NoName, $"请填写{TradeWord}名称")
            : !PlainId().IsMatch(id) ? new Decision.Refuse(Refusal.BadId, $"编号应为小写英文字母、数字或 -，以字母开头，例如 dg")
            : !ShortCode().IsMatch(made.Code) ? new Decision.Refuse(Refusal.BadCode, $"短代码应为 1 至 8 个英文字母或数字，用在证书编号里，例如 DG")
            : state.TradesInOrder.FirstOrDefault(t => t.Definition.Id.Value == id || t.Definition.Code == made.Code || t.Definition.Name == made.Name) is { } taken
                ? new Decision.Refuse(Refusal.Taken, $"{taken.Definition.Name}已经用了这个名称、编号或短代码")
            : DefineTrade.Decide(state, Me.Actor, made, null));
        return LocalRedirect(done ? $"/console/{Open.Id}/definition/{id}" : Request.Path);
    }

    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostRemove(string? word)
    {
        var gone = await Ask($"{TradeWord}已删除", state => word?.Trim() == state.Trade(Trade)?.Definition.Name
            ? RemoveTrade.Decide(state, Me.Actor, Trade) : new Decision.Refuse(Refusal.Word, $"输入的{TradeWord}名称不对，没有改动"));
        return LocalRedirect(gone ? $"/console/{Open.Id}/settings" : Request.Path);
    }

    private SettingsForm? typed;

    protected override object? Edited(CompetitionState state) => state.Trade(Trade) is { } trade ? SettingsForm.Of(trade.Definition) : null;

    protected override bool Rewrites(LedgerEvent e) => e is TradeDefined defined && defined.Trade.Id == Trade;

    protected override IReadOnlyList<string> Differences(LedgerEvent? shown)
    {
        if (shown is not TradeDefined was || Open.Read(state => state.Trade(Trade)?.Definition) is not { } now)
        {
            return [];
        }

        var (before, after) = (SettingsForm.Of(was.Trade), SettingsForm.Of(now));
        typed = typed?.On(before, after);
        return SettingsForm.Differences(before, after);
    }

    protected override IActionResult Refused(Decision.Refuse why) => Shown(Words(why));

    private IActionResult Shown(string? fault)
    {
        Fault = fault;
        Open.Read(state =>
        {
            if (state.Trade(Trade) is { } trade)
            {
                (Definition, Phase, Entrants) = (trade.Definition, trade.Phase, trade.Entrants.Count);
                Problems = DefinitionCheck.Check(trade.Definition, trade.Entrants.Count);
                Form = typed ?? SettingsForm.Of(trade.Definition);
            }

            return true;
        });
        return Page();
    }

    private Decision.Refuse? Numbers(Trade trade) =>
        string.IsNullOrWhiteSpace(trade.Name) ? new(Refusal.NoName, $"请填写{TradeWord}名称")
        : !ShortCode().IsMatch(trade.Code) ? new(Refusal.BadCode, $"短代码应为 1 至 8 个英文字母或数字") : null;

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainId();

    [GeneratedRegex(@"^[A-Za-z0-9]{1,8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShortCode();
}
