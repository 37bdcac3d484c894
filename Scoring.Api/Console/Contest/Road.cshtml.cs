using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;
using Scoring.Core.Setup;

namespace Scoring.Api.Console.Contest;

/// <summary>The contest's first page: its path as a list of steps, and what is done for all trades at once.</summary>
[Authorize(Policy = Policies.Publish)]
public sealed class RoadModel(Desk desk, Accounts accounts, PairedTablets tablets, PrintedHandOuts printed) : ContestPage(desk)
{
    public IReadOnlyList<RoadStep> Steps { get; private set; } = [];

    public IReadOnlyList<TradeChoice> Trades { get; private set; } = [];

    /// <summary>Links and codes that were printed and still work.</summary>
    public IReadOnlyList<string> Links { get; private set; } = [];

    /// <inheritdoc cref="Links"/>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The first step that is not done.</summary>
    public RoadStep? Next => Steps.FirstOrDefault(s => s.Done == false);

    public void OnGet()
    {
        (Links, Codes) = (printed.Links(Open), printed.Codes(Open));
        var people = Officials.Of(Open.Read(s => s.Judges.Values.ToList()));
        var own = accounts.All().Where(a => a.Competition == Open.Id && !a.Disabled).ToList();
        var paired = tablets.All.Where(d => d.Competition == Open.Id).Select(d => d.Judge).ToHashSet();
        Open.Read(state =>
        {
            var onTablets = Officials.OnTablets(state);
            Steps = Roads.Of(state, (people.Count(p => own.Exists(a => p.Has(a))), people.Count), (onTablets.Count(j => paired.Contains(j.Id)), onTablets.Count));
            Trades = [.. state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name))];
            return true;
        });
    }

    /// <summary>A trade for each word in the list's 工种 that is none yet; like the first that adds up, so that its sheet need not be made again.</summary>
    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostTrades(IFormFile? file)
    {
        if (file is null || file.Length is 0 or > SpreadsheetReader.LargestFile)
        {
            return Told("请选择名单（.xlsx、.xls 或 .csv，不超过 20 MB）。", bad: true);
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        IReadOnlyList<string> names;
        try
        {
            names = ListedTrades.In(SpreadsheetReader.Read(bytes.ToArray(), file.FileName));
        }
        catch (UnreadableFileException unreadable)
        {
            return Told(unreadable.Message, bad: true);
        }

        if (names.Count == 0)
        {
            return Told($"名单里没有“{TradeWord}”一列，没有新建。", bad: true);
        }

        List<string> made = [], faults = [];
        foreach (var name in names)
        {
            if (await Step(name, state => Listed(state, name) ? new Decision.Refuse(Refusal.There, $"") : NewTrades.Make(state, Me.Actor, name)) is not { } fault)
            {
                made.Add(name);
            }
            else if (fault.Length > 0)
            {
                faults.Add($"{name}（{fault}）");
            }
        }

        return Told(
            (made.Count > 0 ? $"已新建 {made.Count} 个{TradeWord}：{string.Join('、', made)}。" : $"名单里的{TradeWord}都已经有了。") + (faults.Count > 0 ? $"没有新建：{string.Join('；', faults)}" : ""), bad: faults.Count > 0);
    }

    /// <summary>Sheet or settings of one trade for all others that are still being prepared.</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCopy(string? from, bool sheet, bool settings)
    {
        var source = new TradeId(from ?? "");
        return !sheet && !settings ? Task.FromResult<IActionResult>(Told("请勾选要套用的内容。", bad: true))
            : Each("已套用到", t => t.Definition.Id != source && t.Phase == Phase.Setup, $"没有别的{TradeWord}在筹备阶段，没有套用。", (state, trade) =>
            state.Trade(source)?.Definition is { } like && state.Trade(trade) is { Phase: Phase.Setup } to
                ? DefineTrade.Decide(state, Me.Actor, Like(to.Definition, like, sheet, settings), null)
                : new Decision.Refuse(Refusal.Gone, $"{TradeWord}已经不在筹备阶段，请刷新"));
    }

    /// <summary>Every layer that is not drawn yet, of every trade with entrants; nothing that was drawn is drawn again.</summary>
    [Needs(Policies.Draw)]
    public Task<IActionResult> OnPostDraw(bool stations) => Each("已抽签", t => t.Phase < Phase.Scoring && Roads.Undrawn(t), $"各{TradeWord}都已经抽好，没有再抽。", (state, trade) =>
        state.Trade(trade) is { } found && Roads.NextLayer(found) is { } layer
            ? DrawCodes.ByMachine(state, Me.Actor, trade, layer, RandomNumberGenerator.GetHexString(16, lowercase: true), null, stations)
            : new Decision.Refuse(Refusal.Drawn, $"已经抽好"),
        again: (state, trade) => state.Trade(trade) is { } found && Roads.Undrawn(found));

    /// <summary>Steps the public sees, or that cannot be undone: they are asked for by their word here as on the trade's own page.</summary>
    public static IReadOnlyList<(Phase To, string Says)> Asked { get; } =
    [
        (Phase.Publicity, "公众看到名次和总分，照各自的设置；申诉时限从此时起算。退回要写理由，并由第二人签名。"),
        (Phase.Final, "公众看到姓名、单位、名次和奖项，选手可以查询，可以签发证书。退回要写理由，并由第二人签名。"),
        (Phase.Archived, "归档后不再改动，也不能再签发证书。"),
    ];

    /// <summary>Names of the trades a step concerns now.</summary>
    public IReadOnlyList<string> Ready(Phase to) =>
        Open.Read(state => state.TradesInOrder.Where(t => Stands(t, to)).Select(t => t.Definition.Name).ToList());

    private bool Stands(TradeState trade, Phase to) =>
        Me.HoldsFor(trade.Definition.Id) && (trade.Phase == to - 1 || (to == Phase.Scoring && trade.Phase == Phase.Setup));

    /// <summary>One phase for every trade that lacks nothing for it; the others say what they lack.</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostForward(Phase to, string? word)
    {
        var now = Desk.Now;
        if (Asked.Any(a => a.To == to) && word?.Trim() != to.Chinese())
        {
            return Task.FromResult<IActionResult>(Told($"请输入“{to.Chinese()}”以确认，没有改动。", bad: true));
        }

        return Each(
            $"已进入“{to.Chinese()}”", t => Stands(t, to), $"没有{TradeWord}可以进入“{to.Chinese()}”。",
            (state, trade) => state.Trade(trade) is not { } found ? new Decision.Refuse(Refusal.Gone, $"找不到这个{TradeWord}")
                : to == Phase.Archived && !Roads.HasCertificates(found) ? new Decision.Refuse(Refusal.Certificates, $"还没有签发证书；不发证书的，请到“公示与公布”里单独归档")
                : to == Phase.Archived && IssueCertificates.Plan(found, DateOnly.FromDateTime(Desk.Local(now).DateTime)).Count is > 0 and var left
                    ? new Decision.Refuse(Refusal.Unissued, $"还有 {left} 张获奖证书没有签发，归档后不能再签发")
                : ChangePhase.Decide(state, Me.Actor, trade, found.Phase + 1, now),
            again: (state, trade) => state.Trade(trade)?.Phase < to);
    }

    /// <summary>Puts a step to every trade it concerns, and says of each what became of it.</summary>
    /// <param name="again">Whether the step is to be put to the trade once more; null: never.</param>
    private async Task<IActionResult> Each(
        string done, Func<TradeState, bool> which, string none, Func<CompetitionState, TradeId, Decision> step, Func<CompetitionState, TradeId, bool>? again = null)
    {
        var trades = Open.Read(state => state.TradesInOrder.Where(which).Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList());
        var well = new List<string>();
        var faults = new List<(string Trade, string Fault)>();
        foreach (var trade in trades)
        {
            string? fault;
            var time = 0;
            do
            {
                fault = await Step($"{trade.Id} {time++}", state => step(state, trade.Id));
            }
            while (fault is null && again is not null && Open.Read(state => again(state, trade.Id)));
            if (fault is null)
            {
                well.Add(trade.Name);
            }
            else
            {
                faults.Add((trade.Name, fault));
            }
        }

        // What several lack alike is said once.
        var lacking = faults.GroupBy(f => f.Fault, StringComparer.Ordinal).Select(g => $"{string.Join('、', g.Select(f => f.Trade))}（{g.Key}）");

        return trades.Count == 0 ? Told(none, bad: true)
            : Told((well.Count > 0 ? $"{done}：{string.Join('、', well)}。" : "") + (faults.Count > 0 ? $"没有做成：{string.Join('；', lacking)}。" : ""), bad: faults.Count > 0);
    }

    /// <returns>Null: done; otherwise why not, in words.</returns>
    private async Task<string?> Step(string which, Func<CompetitionState, Decision> decide) =>
        await Open.Execute(EntryFor(which), Me.Actor.ToString(), decide, HttpContext.RequestAborted, via: Me.Via) switch
        {
            Outcome.Accepted => null,
            Outcome.Refused refused => refused.Why.Message.ToString(),
            Outcome.NotStored failed => failed.Message,
            _ => throw new InvalidOperationException("an outcome without a name"),
        };

    private static bool Listed(CompetitionState state, string name) =>
        state.TradesInOrder.Any(t => (t.Definition.Aliases ?? []).Prepend(t.Definition.Name).Any(n => ReadPlaces.Bare(n) == ReadPlaces.Bare(name)));

    private static Trade Like(Trade to, Trade like, bool sheet, bool settings)
    {
        var named = like with { Id = to.Id, Name = to.Name, Code = to.Code, Aliases = to.Aliases, StartsAt = to.StartsAt, Venue = to.Venue };
        return sheet && settings ? named
            : sheet ? to with { Components = like.Components, Scoring = like.Scoring, RawTotal = like.RawTotal, Rounding = like.Rounding, WorldSkills = like.WorldSkills, TieChain = like.TieChain }
            : named with { Components = to.Components, Scoring = to.Scoring, RawTotal = to.RawTotal, Rounding = to.Rounding, WorldSkills = to.WorldSkills, TieChain = to.TieChain };
    }

    private LocalRedirectResult Told(string words, bool bad = false)
    {
        Say(words, bad);
        return LocalRedirect(Request.Path);
    }
}
