using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.Drawing;

/// <summary>抽签与编码 (R-A1): by machine from a recorded seed or by hand, layer by layer; slips to cut. No marks on this page.</summary>
[Authorize(Policy = Policies.Draw)]
[ShowsPeople("抽签名单")]
public sealed class DrawModel(Desk desk) : TradePage(desk)
{
    public sealed record Row(string Key, string? ExamNumber, string Name, string? Organization, IReadOnlyList<string?> Codes, string? Station);

    protected override string PageName => "draw";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public int Layers { get; private set; }

    /// <summary>The layer to draw next; null: all are drawn.</summary>
    public int? NextLayer { get; private set; }

    /// <summary>Layers whose codes somebody has already, and what drawing them again takes away.</summary>
    public IReadOnlyDictionary<int, RedrawLoss> Losses { get; private set; } = new Dictionary<int, RedrawLoss>();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Modules with panels side by side (R-K3).</summary>
    public IReadOnlyList<Module> Grouped { get; private set; } = [];

    public IReadOnlyList<GroupSet> Sets { get; private set; } = [];

    public bool SlipNames { get; private set; }

    /// <summary>Without names they lie in the order of the codes, which tells nobody's (R-A1).</summary>
    public IEnumerable<Row> Slips => Rows.Where(r => r.Codes.Any(c => c is not null)) is var drawn && SlipNames ? drawn
        : drawn.OrderBy(r => r.Codes.Last(c => c is not null), ReadingOrder.Names);

    /// <summary>Once marks come in, only the coding officer sees whose code is whose (R-A1), until it is decoded (R-A2).</summary>
    public bool ShowsCodes { get; private set; }

    public bool MayDraw => Phase < Phase.Scoring && Me.May(Policies.Draw, Trade);

    public IActionResult OnGet() => Show(Read);

    /// <summary>Slips for the drawing bag or the desk: one a person, cut along the lines.</summary>
    /// <param name="names">Name and organization beside the code; false: the code alone, for the drawing bag.</param>
    public IActionResult OnGetSlips(bool names = true)
    {
        SlipNames = names;
        var page = Show(Read);
        return page is not PageResult ? page : ShowsCodes ? Partial("/Console/Drawing/_Slips.cshtml", this) : LocalRedirect(PathFor(Trade));
    }

    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostMachine(int layer, string? prefix, bool stations, string? reason)
    {
        var seed = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return Carry($"第 {layer} 层已抽好", state => DrawCodes.ByMachine(state, Me.Actor, Trade, layer, seed, string.IsNullOrWhiteSpace(prefix) ? null : prefix.Trim(), stations, reason));
    }

    /// <summary>What was drawn from the bag, typed in.</summary>
    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostHand(int layer, string[] entrant, string[] code, string? reason)
    {
        var codes = entrant.Zip(code, (e, c) => new DrawnCode(new EntrantId(e), (c ?? "").Trim())).Where(c => c.Code.Length > 0).ToList();
        return entrant.Length == code.Length
            ? Carry($"第 {layer} 层已录入", state => DrawCodes.ByHand(state, Me.Actor, Trade, layer, codes, reason))
            : Task.FromResult<IActionResult>(BadRequest());
    }

    /// <summary>分组 (R-K3): everyone dealt out to the panels side by side.</summary>
    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostGroups(string? module, string? reason)
    {
        var seed = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return Carry("已抽好分组", state => AssignGroups.ByMachine(state, Me.Actor, Trade, Of(module), seed, reason));
    }

    /// <summary>Set by hand, whoever is to move.</summary>
    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostGroupsByHand(string? module, string[] entrant, string[] group) => entrant.Length == group.Length
        ? Carry("分组已保存", state => AssignGroups.ByHand(
            state, Me.Actor, Trade, Of(module),
            [.. entrant.Zip(group, (e, g) => new GroupedEntrant(new EntrantId(e), g ?? "")).Where(g => g.Group.Length > 0)]),
            state => state.Trade(Trade) is { } found ? GroupSet.Of(found, Of(module), "").Rows : null)
        : Task.FromResult<IActionResult>(BadRequest());

    private static ModuleId? Of(string? module) => string.IsNullOrEmpty(module) ? null : new ModuleId(module);

    private void Read(TradeState trade)
    {
        Grouped = [.. trade.Modules.Select(m => m.Definition).Where(m => m.Panel?.Groups is not null)];
        // The same groups everywhere are shown and set once.
        Module? first = Grouped.Count > 0 && AssignGroups.Of(trade, null) is not null ? Grouped[0] : null;
        Sets = first is not null ? [GroupSet.Of(trade, null, $"{string.Join('、', Grouped.Select(m => m.Name))}")]
            : [.. Grouped.Select(m => GroupSet.Of(trade, m.Id, m.Name))];
        (TradeName, Phase, Layers) = (trade.Definition.Name, trade.Phase, trade.Definition.CodeLayers);
        ShowsCodes = Me.Role == Role.CodingOfficer || Phase < Phase.Scoring || trade.IsDecoded;
        NextLayer = Enumerable.Range(1, Layers).Where(l => !DrawCodes.IsDrawn(trade, l)).Select(l => (int?)l).FirstOrDefault();
        Losses = Enumerable.Range(1, Layers).Select(l => (Layer: l, Loss: DrawCodes.Loss(trade, l))).Where(x => x.Loss is not null).ToDictionary(x => x.Layer, x => x.Loss!); // chosen so
        Rows =
        [
            .. DrawCodes.Drawing(trade).OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Index).Select(e => new Row(
                e.Entrant.Id.Value, e.Entrant.ExamNumber, e.Entrant.Name, trade.Competition.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name,
                [.. Enumerable.Range(1, Layers).Select(l => ShowsCodes ? e.CodeOf(l) : null)], ShowsCodes ? e.Station : null)),
        ];
    }
}
