using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.Screens;

/// <summary>台上亮分: who comes on stage, on which screens, and when the marks show.</summary>
[Authorize(Policy = Policies.Publish)]
public sealed class StageModel(Desk desk, StageDirector stage, Display.Screens.Screens screens) : ContestPage(desk)
{
    /// <param name="Codes">Who may come, in the order of codes; those the panel has marked stand behind.</param>
    public sealed record ModuleChoice(string Key, string Name, IReadOnlyList<string> Codes);

    public IReadOnlyList<string> Screens => [.. screens.All.Select(s => s.State.Name)];

    public StagePicture? On => stage.Of(Open.Id);

    public IReadOnlyList<ModuleChoice> Modules => Open.Read(state => state.TradesInOrder
        .Where(t => t.Phase == Phase.Scoring && Mine(t.Definition.Id))
        .SelectMany(t => t.Modules.Where(m => m is { MarkedBy: Role.Judge, Seats.Count: > 0 }).Select(m => new ModuleChoice(
            $"{t.Definition.Id}/{m.Definition.Id}", $"{t.Definition.Name} {m.Definition.Name}", Waiting(t, m))))
        .ToList());

    /// <summary>Of the module that is on: whom the panel has not marked yet, after the one on stage; null: nobody.</summary>
    public string? Next => On is { } on
        ? Modules.FirstOrDefault(m => m.Key == $"{on.Trade}/{on.Module}")?.Codes.FirstOrDefault(c => c != on.Code) : null;

    public void OnGet()
    {
        // What the page shows is read where it is shown.
    }

    public IActionResult OnGetOn() => Partial("/Console/Screens/_Stage.cshtml", this);

    [Needs(Policies.Publish)]
    public async Task<IActionResult> OnPostPut(string? module, string? code, string[] picked, string? newScreen, bool whenAllIn)
    {
        var at = (module ?? "").Split('/');
        var names = picked.Append(newScreen?.Trim() ?? "").Where(Display.Screens.Screens.IsName).Distinct(StringComparer.Ordinal).ToList();
        if (at.Length != 2 || string.IsNullOrWhiteSpace(code) || names.Count == 0 || !Mine(new TradeId(at[0])))
        {
            return Told(names.Count == 0 ? "请勾选大屏，或填写新大屏的名称。" : "请选模块，并填写上台选手的代号。", bad: true);
        }

        return await stage.Put(Open.Id, names, new TradeId(at[0]), new ModuleId(at[1]), code, whenAllIn) is { } fault
            ? Told(fault, bad: true) : Told($"{code.Trim().ToUpperInvariant()} 已上台：大屏已换，评委平板已转到这份评分表。");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostReveal() => On is { } on && !Mine(on.Trade) ? Told("不是您负责的，请找负责的裁判长。", bad: true)
        : stage.Reveal(Open.Id) is { } fault ? Told(fault, bad: true) : Told("已亮分");

    [Needs(Policies.Publish)]
    public async Task<IActionResult> OnPostEnd()
    {
        await stage.End(Open.Id);
        return Told("已下台，大屏换回比赛名称。");
    }

    private static List<string> Waiting(TradeState trade, ModuleState module) =>
    [
        .. trade.Entrants.Where(e => e is { Code: not null, Status: EntrantStatus.Normal }).InCodeOrder()
            .OrderBy(e => e.Result.Module(module.Definition.Id)?.Panel is not null).Select(e => e.Code!), // not null: filtered
    ];

    private bool Mine(TradeId trade) => Me.Role == Role.Admin || Me.HoldsFor(trade);

    private LocalRedirectResult Told(string words, bool bad = false)
    {
        Say(words, bad);
        return LocalRedirect(Request.Path);
    }
}
