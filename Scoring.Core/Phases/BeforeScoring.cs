using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Phases;

/// <summary>筹备 → 抽签 → 评分.</summary>
internal static class BeforeScoring
{
    public static IReadOnlyList<PhaseNeed> Drawn(TradeState trade)
    {
        var problems = DefinitionCheck.Check(trade.Definition, trade.Entrants.Count).Where(p => !p.Warning).ToList();
        var undrawn = Enumerable.Range(1, Math.Min(2, trade.Definition.CodeLayers)).Where(layer => !DrawCodes.IsDrawn(trade, layer)).ToList();
        return
        [
            new(Need.Definition, problems.Count == 0 ? (Saying)$"评分方案合计正确" : $"评分方案有 {problems.Count} 处错误，不能锁定：{problems[0].Allowed}", problems.Count == 0),
            new(Need.Entrants, trade.Entrants.Count > 0 ? (Saying)$"选手 {trade.Entrants.Count} 人" : $"还没有选手，请先导入名单", trade.Entrants.Count > 0),
            new(Need.Codes, undrawn.Count == 0 ? (Saying)$"代号全部抽好" : $"第 {Saying.Join("、", undrawn)} 层代号还没有抽齐", undrawn.Count == 0),
        ];
    }

    public static IReadOnlyList<PhaseNeed> Scoring(TradeState trade)
    {
        var thin = trade.Modules.Where(m => m.MarkedBy == Role.Judge && m.Seats.Count < Needed(m.Definition)).ToList();
        return
        [
            .. Drawn(trade),
            new(
                Need.Judges,
                thin.Count == 0 ? (Saying)$"各模块裁判到位" : Saying.Join("；", thin.Select(m => (Saying)$"{m.Definition.Name}有裁判 {m.Seats.Count} 人，至少 {Needed(m.Definition)} 人")),
                thin.Count == 0),
        ];
    }

    private static int Needed(Module module) => module.Marking == MarkingMethod.Panel ? Math.Max(1, module.Panel?.Smallest ?? 1) : 1;
}
