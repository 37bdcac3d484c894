using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Defining.Kinds;
using Scoring.Api.Console.Defining.Rules;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Setup;

namespace Scoring.Api.Console.Defining;

/// <summary>赛项定义: the tree with its sums, and the part that is chosen. Every change is an entry of the ledger.</summary>
[Authorize(Policy = Policies.Organize)]
public sealed class DefinitionModel(Desk desk) : TradePage(desk)
{
    protected override string PageName => "definition";

    /// <summary>Null: nothing is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public Selection? At { get; set; }

    /// <summary>A figure to try the chosen aspect with.</summary>
    [BindProperty(SupportsGet = true, Name = "try")]
    public string? Try { get; set; }

    /// <summary>Needed once scoring has begun.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    public DefinitionView? View { get; private set; }

    /// <summary>What is chosen as it stands; null: nothing, or it is no longer there.</summary>
    public object? Part { get; private set; }

    /// <summary>Why a file of aspects was not taken, cell by cell.</summary>
    public IReadOnlyList<string> FileFaults { get; private set; } = [];

    public bool Locked => View is { Phase: >= Phase.Final };

    /// <summary>What can be set of the chosen part, or of the trade, beside its plain fields.</summary>
    public IEnumerable<RuleShown> Rules => View is { } view && (At is null || Part is not null)
        ? RuleForms.Of(view.Trade, Part ?? view.Trade).Select(r => new RuleShown(
            r, view.Trade, Part ?? view.Trade, At, view.Phase >= Phase.Scoring, Locked, Basis))
        : [];

    public IActionResult OnGet() => Show(Load);

    private void Load(TradeState trade) => (View, Part) = (DefinitionView.Of(trade), At?.In(trade.Definition));

    /// <summary>What the fields of a rule or an aspect come to as they are typed; nothing is kept.</summary>
    public IActionResult OnGetExample(string? rule)
    {
        if (Open.Read(state => state.Trade(Trade)?.Definition) is not { } trade || (At is not null && At.In(trade) is null))
        {
            return NotFound();
        }

        var part = At?.In(trade) ?? trade;
        var lines = RuleForms.Named(rule) is { } form && form.Fits(trade, part) ? Tried(form, trade, part)
            : part is Aspect aspect ? Example(aspect, new FormCollection(Request.Query.ToDictionary(q => q.Key, q => q.Value))) : [];
        return Partial("/Console/Defining/_Example.cshtml", lines);
    }

    /// <param name="typed">The fields as they stand in the form; null: as they are saved.</param>
    public IReadOnlyList<string> Example(Aspect saved, IFormCollection? typed = null)
    {
        var (aspect, fault) = typed is null ? (saved, null) : AspectForm.From(typed).Read(saved.Id);
        if (aspect is null || Open.Read(state => state.Trade(Trade)?.Definition) is not { } trade)
        {
            return [fault ?? ""];
        }

        var form = KindForms.Of(aspect).Form;
        var faults = Trial.Faults(aspect);
        return [form.Help, .. faults.Count > 0 ? faults : form.Example(trade, aspect)];
    }

    private IReadOnlyList<string> Tried(RuleForm form, Trade trade, object part)
    {
        var typed = new KindFields(form.Fields, name => Request.Query[name]);
        var changed = form.Read(part, typed);
        return typed.Fault is { } fault ? [fault] : form.Example(changed as Trade ?? trade, changed);
    }

    /// <summary>The trade as it stands in a competition file.</summary>
    public IActionResult OnGetFile() => Open.Read(state => state.Trade(Trade)?.Definition) is { } trade
        ? File(JsonSerializer.SerializeToUtf8Bytes(trade, new JsonSerializerOptions(ScoringJson.Options) { WriteIndented = true }), "application/json", $"{trade.Name}.json")
        : NotFound();

    /// <summary>The chosen module's sheet as a workbook; of an empty one the template.</summary>
    public IActionResult OnGetBook() => At is Selection.OfModule module && Open.Read(state => state.Trade(Trade)?.Module(module.Id)?.Definition) is { } found
        ? File(AspectSheet.Write(found), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"评分表 {found.Id} {found.Name}.xlsx")
        : NotFound();

    /// <summary>The chosen module's sheet from a workbook, all or nothing, while nothing is marked.</summary>
    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostSheet(IFormFile? file)
    {
        if (At is not Selection.OfModule module || file is null || file.Length is 0 or > SpreadsheetReader.LargestFile)
        {
            return Refused(new Decision.Refuse(Refusal.NoFile, $"请先选择模块，再选一个 20 MB 以内的 Excel 文件"));
        }

        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, HttpContext.RequestAborted);
        try
        {
            var (sheet, faults) = AspectSheet.Read(copy.ToArray(), file.FileName, module.Id.Value);
            if (faults.Count == 0)
            {
                return await Save($"已从“{file.FileName}”导入 {sheet.Sum(c => c.AllAspects().Count())} 个评分点", trade =>
                    Open.Read(state => state.Trade(Trade)?.Phase >= Phase.Scoring) ? (null, "评分已经开始，不能整表替换，请逐项修改")
                    : (trade.WithModule(module.Id, m => m with { Sheet = sheet }), null));
            }

            FileFaults = faults;
        }
        catch (UnreadableFileException unreadable)
        {
            FileFaults = [unreadable.Message];
        }

        return Show(Load);
    }

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCriterion(string? name) => Save("评分项已保存", trade =>
        At is not Selection.OfCriterion at ? (null, "请先选择评分项")
        : string.IsNullOrWhiteSpace(name) ? (null, "请填写评分项的名称")
        : (trade.WithCriterion(at.Of, at.Id, c => c with { Name = name.Trim() }), null));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostAspect() => Save("评分点已保存", trade =>
    {
        if (At is not Selection.OfAspect at || at.In(trade) is null)
        {
            return (null, At is Selection.OfAspect ? "评分点已不在，请刷新" : "请先选择评分点");
        }

        var (read, fault) = AspectForm.From(Request.Form).Read(at.Id);
        return read is null ? (null, fault) : (trade.WithAspect(at.Of, at.Id, _ => read), null);
    });

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostModule(ModuleForm form) => Save("模块已保存", trade =>
    {
        if (At is not Selection.OfModule at || at.In(trade) is not { } old)
        {
            return (null, "请先选择模块");
        }

        var (read, fault) = form.Read(old);
        return read is null ? (null, fault) : (trade.WithModule(at.Id, _ => read), null);
    });

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostComponent(string? name, decimal weight, ComponentKind kind, decimal? passMark) => Save("部分已保存", trade =>
        At is not Selection.OfComponent at ? (null, "请先选择一个部分")
        : string.IsNullOrWhiteSpace(name) ? (null, "请填写部分的名称")
        : (trade.WithComponent(at.Id, c => c with { Name = name.Trim(), Weight = weight, Kind = kind, PassMark = passMark }), null));

    /// <summary>One rule of the chosen part, or of the trade where nothing is chosen.</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRule(string? rule) => Save($"{RuleForms.Named(rule)?.Title ?? "设置"}已保存", trade =>
    {
        var part = At is null ? trade : At.In(trade);
        if (part is null || RuleForms.Named(rule) is not { } form || !form.Fits(trade, part))
        {
            return (null, "这一处已不在，请刷新后再设");
        }

        var typed = new KindFields(form.Fields, name => Request.Form[name]);
        var changed = form.Read(part, typed);
        return typed.Fault is { } fault ? (null, fault) : changed switch
        {
            Component component when At is Selection.OfComponent at => (trade.WithComponent(at.Id, _ => component), null),
            Module module when At is Selection.OfModule at => (trade.WithModule(at.Id, _ => module), null),
            Trade whole => (whole, null),
            _ => (null, "这一处已不在，请刷新后再设"),
        };
    });

    /// <summary>All weights at once: each alone would have to add up with the old ones of the others.</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostWeights(string[] component, decimal[] weight) => Save("权重已保存", trade =>
        component.Length != weight.Length || !component.Order(StringComparer.Ordinal).SequenceEqual(trade.Components.Select(c => c.Id.Value).Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? (null, "部分有增减，请刷新后重填")
        : weight.Sum() != 100 ? (null, $"各部分权重合计应为 100，现在是 {weight.Sum().Plain()}")
        : (trade with { Components = [.. trade.Components.Select(c => c with { Weight = weight[Array.IndexOf(component, c.Id.Value)] })] }, null));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostAdd(string what) => Save("已添加", trade => DefinitionAdd.To(trade, At, what));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRemove() =>
        Save("已删除", trade => At is { } at ? at.RemoveFrom(trade) : (null, "请先选择要删除的评分点、评分项或模块"));

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostMove(int step) =>
        Save("次序已调整", trade => At is { } at ? (at.MoveIn(trade, Math.Sign(step)), null) : (null, "请先选择要移动的一行"));

    private Task<IActionResult> Save(string done, Func<Trade, (Trade? Changed, string? Fault)> change) =>
        Weigh(new WeighedStep("改评分方案", done, Back: Chosen), (state, _) => Decide(state, change));

    // A module is its own fields and its sheet, a component its own fields: who changes a part of another part is in nobody's way.
    protected override object? Edited(CompetitionState state)
    {
        if (state.Trade(Trade) is not { } trade)
        {
            return null;
        }

        var component = At?.In(trade.Definition) as Component;
        return At is not Selection.OfComponent && At?.In(trade.Definition) is { } part ? part
            : trade.Definition.Components.Select(c => c with { Modules = [] }).Where(c => component is null || c.Id == component.Id).ToList();
    }

    protected override bool Rewrites(LedgerEvent e) => e is TradeDefined defined && defined.Trade.Id == Trade;

    protected override IActionResult Refused(Decision.Refuse why)
    {
        Say(Words(why), bad: true);
        return LocalRedirect(Chosen);
    }

    private string Chosen => $"{PathFor(Trade)}{(At is null ? "" : $"?at={Uri.EscapeDataString(At.ToString())}")}";

    private Decision Decide(CompetitionState state, Func<Trade, (Trade? Changed, string? Fault)> change)
    {
        if (state.Trade(Trade) is not { } trade)
        {
            return new Decision.Refuse(Refusal.NoSuchTrade, $"找不到这个{TradeWord}，请刷新后重选");
        }

        var (changed, fault) = change(trade.Definition);
        return changed is null ? new Decision.Refuse(Refusal.BadForm, $"{fault ?? "没有改动"}") : DefineTrade.Decide(state, Me.Actor, changed, Reason);
    }
}
