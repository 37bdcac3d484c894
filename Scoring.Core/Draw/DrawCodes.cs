using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Draw;

/// <summary>抽签 (R-A1): one layer of codes for everyone of a trade, by machine from a recorded seed or entered by hand.</summary>
public static class DrawCodes
{
    private const int LongestCode = 12;

    /// <param name="seed">Made outside Core, written to the ledger; the same seed gives the same draw.</param>
    /// <param name="prefix">Before the running number; null: A, B or C by the layer.</param>
    /// <param name="stations">With each code goes the 工位号 of its number, e.g. 3 号工位.</param>
    public static Decision ByMachine(CompetitionState state, Actor by, TradeId trade, int layer, string seed, string? prefix = null, bool stations = false)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade;
        }

        if ((Allowed(found, by, layer) ?? (string.IsNullOrWhiteSpace(seed) ? new Decision.Refuse("no-seed", "抽签需要随机种子") : null)) is { } refused)
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
                entrant, prefix + (i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0'), stations ? $"{i + 1} 号工位" : null)),
        ]));
    }

    /// <param name="codes">One for everyone who draws, no code twice.</param>
    public static Decision ByHand(CompetitionState state, Actor by, TradeId trade, int layer, IReadOnlyList<DrawnCode> codes)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade;
        }

        if (Allowed(found, by, layer) is { } refused)
        {
            return refused;
        }

        var faults = Faults(found, codes);
        return faults.Count > 0
            ? new Decision.Refuse("bad-codes", $"有 {faults.Count} 人的代号需要处理，改好后再提交", faults)
            : Decision.Of(new CodesDrawn(trade, layer, null, [.. codes.Select(c => c with { Code = c.Code.Trim() })]));
    }

    private static Dictionary<string, string> Faults(TradeState trade, IReadOnlyList<DrawnCode> codes)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var expected = Drawing(trade).Select(e => e.Entrant.Id).ToHashSet();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var given = new HashSet<EntrantId>();
        foreach (var code in codes)
        {
            var text = code.Code?.Trim() ?? "";
            var wrong = !expected.Contains(code.Entrant) ? "这个赛项没有这位选手，或已弃赛"
                : !given.Add(code.Entrant) ? "同一位选手有两个代号"
                : text.Length is 0 or > LongestCode ? $"代号须为 1 到 {LongestCode} 个字符"
                : !taken.Add(text) ? $"代号 {text} 重复" : null;
            if (wrong is not null)
            {
                faults[code.Entrant.Value] = wrong;
            }
        }

        foreach (var missing in expected.Where(e => !given.Contains(e)))
        {
            faults[missing.Value] = "还没有代号";
        }

        return faults;
    }

    /// <summary>Who draws: everyone who has not withdrawn and is not disqualified.</summary>
    public static IEnumerable<EntrantState> Drawing(TradeState trade) =>
        trade.Entrants.Where(e => e.Status is EntrantStatus.Normal or EntrantStatus.Absent);

    private static Decision.Refuse? Allowed(TradeState trade, Actor by, int layer)
    {
        if (Asking.Role(trade, by, Role.CodingOfficer, Role.Admin) is { } refused)
        {
            return refused;
        }

        if (layer < 1 || layer > trade.Definition.CodeLayers)
        {
            return new("no-such-layer", $"{trade.Definition.Name}有 {trade.Definition.CodeLayers} 层代号，没有第 {layer} 层");
        }

        if (!Drawing(trade).Any())
        {
            return new("nobody", "还没有选手，请先导入名单");
        }

        if (Enumerable.Range(1, layer - 1).FirstOrDefault(l => !IsDrawn(trade, l)) is > 0 and var missing)
        {
            return new("earlier-layer", $"请先抽第 {missing} 层");
        }

        // The third layer is drawn over work already handed in, while other modules are being marked.
        var open = trade.Phase <= Phase.Drawn || (trade.Phase == Phase.Scoring && (!IsDrawn(trade, layer) || !HasSheets(trade)));
        return open ? null : new("too-late", "已经开始评分，不能再抽签");
    }

    /// <summary>Everyone who draws has a code of this layer.</summary>
    public static bool IsDrawn(TradeState trade, int layer) => Drawing(trade).All(e => e.CodeOf(layer) is not null);

    private static bool HasSheets(TradeState trade) =>
        trade.Entrants.Any(e => trade.Modules.Any(m => e.Entries(m.Definition.Id) is { Sheets.Count: > 0 }));
}
