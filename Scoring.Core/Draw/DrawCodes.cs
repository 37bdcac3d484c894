using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using Scoring.Core.Scoring;

namespace Scoring.Core.Draw;

/// <summary>抽签 (R-A1): one layer of codes for everyone of a trade, by machine from a recorded seed or entered by hand.</summary>
public static class DrawCodes
{
    private const int LongestCode = 12;

    /// <param name="seed">Made outside Core, written to the ledger; the same seed gives the same draw.</param>
    /// <param name="prefix">Before the running number; null: A, B or C by the layer.</param>
    /// <param name="reason">Needed when somebody has a code of this layer already: it is taken away, and what was printed is false.</param>
    /// <param name="stations">With each code goes the 工位号 of its number, e.g. 3 号工位.</param>
    public static Decision ByMachine(CompetitionState state, Actor by, TradeId trade, int layer, string seed, string? prefix = null, bool stations = false,
        string? reason = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Allowed(found, by, layer) ?? Again(found, layer, reason) ?? (string.IsNullOrWhiteSpace(seed) ? new Decision.Refuse(Refusal.NoSeed, $"抽签需要随机种子") : null)) is { } refused)
        {
            return refused;
        }

        // By id, so that the order of registration plays no part.
        var drawn = Shuffle.Of($"{seed}\n{trade.Value}\n{layer}", Drawing(found).Select(e => e.Entrant.Id).OrderBy(id => id.Value, StringComparer.Ordinal));
        var width = Math.Max(2, drawn.Count.ToString(CultureInfo.InvariantCulture).Length);
        prefix ??= layer switch { 1 => "A", 2 => "B", _ => "C" };
        return Decision.Of(new CodesDrawn(trade, layer, seed,
        [
            .. drawn.Select((entrant, i) => new DrawnCode(
                entrant, prefix + (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'), Place: stations ? i + 1 : null)),
        ], Kept(found, layer, reason)));
    }

    /// <param name="codes">One for everyone who draws, no code twice.</param>
    public static Decision ByHand(CompetitionState state, Actor by, TradeId trade, int layer, IReadOnlyList<DrawnCode> codes, string? reason = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Allowed(found, by, layer) ?? Again(found, layer, reason)) is { } refused)
        {
            return refused;
        }

        var faults = Faults(found, codes);
        return faults.Count > 0
            ? new Decision.Refuse(Refusal.BadCodes, $"有 {faults.Count} 人的代号需要处理，改好后再提交", faults)
            : Decision.Of(new CodesDrawn(trade, layer, null, [.. codes.Select(c => c with { Code = c.Code.Trim() })], Kept(found, layer, reason)));
    }

    private static Dictionary<string, Saying> Faults(TradeState trade, IReadOnlyList<DrawnCode> codes)
    {
        var faults = new Dictionary<string, Saying>(StringComparer.Ordinal);
        var expected = Drawing(trade).Select(e => e.Entrant.Id).ToHashSet();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var given = new HashSet<EntrantId>();
        foreach (var code in codes)
        {
            var text = code.Code?.Trim() ?? "";
            var wrong = !expected.Contains(code.Entrant) ? (Saying)$"这个{trade.Competition.TradeWord}没有这位选手，或已弃赛"
                : !given.Add(code.Entrant) ? (Saying)$"同一位选手有两个代号"
                : text.Length is 0 or > LongestCode ? (Saying)$"代号须为 1 到 {LongestCode} 个字符"
                : !taken.Add(text) ? (Saying)$"代号 {text} 重复" : null;
            if (wrong is not null)
            {
                faults[code.Entrant.Value] = wrong;
            }
        }

        foreach (var missing in expected.Where(e => !given.Contains(e)))
        {
            faults[missing.Value] = $"还没有代号";
        }

        return faults;
    }

    /// <summary>Who draws: everyone who has not withdrawn and is not disqualified.</summary>
    public static IEnumerable<EntrantState> Drawing(TradeState trade) =>
        trade.Entrants.Where(e => e.Status is EntrantStatus.Normal or EntrantStatus.Absent);

    /// <summary>What drawing this layer now would take away; null: nobody has a code of it.</summary>
    public static RedrawLoss? Loss(TradeState trade, int layer)
    {
        var drawn = trade.Entrants.Count(e => e.CodeOf(layer) is not null);
        return drawn == 0 ? null : new RedrawLoss(
            drawn, trade.Entrants.Count(e => e.CodeOf(layer) is not null && e.Station is not null),
            [.. Enumerable.Range(layer + 1, Math.Max(0, trade.Definition.CodeLayers - layer)).Where(l => trade.Entrants.Any(e => e.CodeOf(l) is not null))]);
    }

    private static Decision.Refuse? Again(TradeState trade, int layer, string? reason) => Loss(trade, layer) is { } loss && Asking.Reason(reason) is { } lacking
        ? lacking.Code == Refusal.NoReason ? lacking with { Message = $"{loss.Words}。确要重抽，请写明理由" } : lacking
        : null;

    private static string? Kept(TradeState trade, int layer, string? reason) => Loss(trade, layer) is null ? null : reason!.Trim(); // Again saw it

    private static Decision.Refuse? Allowed(TradeState trade, Actor by, int layer)
    {
        if (Asking.Role(trade, by, Role.CodingOfficer, Role.Admin) is { } refused)
        {
            return refused;
        }

        if (layer < 1 || layer > trade.Definition.CodeLayers)
        {
            return new(Refusal.NoSuchLayer, $"{trade.Definition.Name}有 {trade.Definition.CodeLayers} 层代号，没有第 {layer} 层");
        }

        if (!Drawing(trade).Any())
        {
            return new(Refusal.Nobody, $"还没有选手，请先导入名单");
        }

        if (Enumerable.Range(1, layer - 1).FirstOrDefault(l => !IsDrawn(trade, l)) is > 0 and var missing)
        {
            return new(Refusal.EarlierLayer, $"请先抽第 {missing} 层");
        }

        // The third layer is drawn over work already handed in, while other modules are being marked.
        var open = trade.Phase <= Phase.Drawn || (trade.Phase == Phase.Scoring && (!IsDrawn(trade, layer) || !HasSheets(trade)));
        return open ? null : new(Refusal.TooLate, $"已经开始评分，不能再抽签");
    }

    /// <summary>Everyone who draws has a code of this layer.</summary>
    public static bool IsDrawn(TradeState trade, int layer) => Drawing(trade).All(e => e.CodeOf(layer) is not null);

    private static bool HasSheets(TradeState trade) =>
        trade.Entrants.Any(e => trade.Modules.Any(m => e.Entries(m.Definition.Id) is { Sheets.Count: > 0 }));
}

/// <summary>What a draw takes away from people who had a code.</summary>
/// <param name="Codes">How many have one.</param>
/// <param name="Stations">How many have a 工位号 with it.</param>
/// <param name="Later">Layers drawn on top of this one.</param>
public sealed record RedrawLoss(int Codes, int Stations, IReadOnlyList<int> Later)
{
    /// <summary>In one sentence, without a full stop.</summary>
    public Saying Words => $"{Codes} 人已有这一层代号，重抽后全部作废{(Stations > 0 ? (Saying)$"，{Stations} 个工位号一起作废" : null)}"
        + $"{(Later.Count > 0 ? (Saying)$"，第 {Saying.Join("、", Later)} 层也要重抽" : null)}；已打印的码单、赛位签和评分表都要收回重印";
}
