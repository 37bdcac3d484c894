using Scoring.Api.Hubs;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.Progress;

/// <summary>One thing somebody has to do, the urgent ones first.</summary>
/// <param name="Urgency">0 blocks a judge now; higher can wait.</param>
/// <param name="Page">Where it is done, under the competition's path.</param>
public sealed record ToDo(int Urgency, string Icon, string Tone, string What, string Detail, string Action, string Page)
{
    private const int ShownCodes = 4;

    public static IEnumerable<ToDo> Of(TradeState trade, DateTimeOffset now)
    {
        var name = trade.Definition.Name;
        var id = trade.Definition.Id;
        var marked = trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).InCodeOrder().ToList();
        foreach (var module in trade.Modules)
        {
            var key = module.Definition.Id;
            foreach (var (entrant, sheet) in marked.SelectMany(e => (e.Entries(key)?.Sheets ?? []).Where(s => s.Returned).Select(s => (e, s))))
            {
                yield return new ToDo(0, "ret", "dangerc", $"{name} {key} 退回未交", $"{entrant.Code}，{sheet.Seat} 号裁判：{sheet.ReturnReason}", "查看", $"sheets/{id}?module={key}");
            }

            var spreads = marked.Where(e => e.Result.Module(key) is { AsksHeadJudge: true }).Select(e => e.Code ?? "").ToList();
            if (spreads.Count > 0)
            {
                yield return new ToDo(1, "spread", "dangerc", $"{name} {key} 极差超限 {spreads.Count} 份", $"{Some(spreads)}，等裁判长处理", "去处理", $"sheets/{id}?module={key}");
            }

            var different = marked.Where(e => EntrantRun.Of(e, module).Any(r => DayModule.Differs(r.Entries))).Select(e => e.Entrant.ExamNumber ?? e.Code ?? "").ToList();
            if (different.Count > 0)
            {
                yield return new ToDo(2, "merge", "amberc", $"{name}{module.Definition.Name}双录不一致 {different.Count} 处", $"{Some(different)}，等第三人核定", "查看", $"marks/{id}");
            }

            if (DayModule.Of(trade, module).AwaitsSignature)
            {
                yield return new ToDo(3, "sign", "amberc", $"{name} {key} 待裁判长签字", $"{marked.Count} 人的评分表已交齐", "去签字", $"sheets/{id}?module={key}");
            }
        }

        foreach (var appeal in trade.Publication.Appeals.Where(a => a.Answer is null))
        {
            yield return new ToDo(2, "scale", "amberc", $"{name} 第 {appeal.Filed.Number} 号申诉未答复", $"收到已 {Wording.Ago(now - appeal.Filed.ReceivedAt)}", "去答复", "appeals");
        }

        if (trade.Phase is Phase.Setup or Phase.Drawn)
        {
            var when = trade.Definition.StartsAt is { } start ? $" {start:HH:mm} 开赛" : trade.Phase == Phase.Setup ? "还在筹备" : "待开赛";
            yield return new ToDo(5, "clock", "muted", $"{name}{when}", trade.Phase == Phase.Drawn || IsDrawn(trade) ? "抽签已完成" : "尚未抽签", "查看", $"publish/{id}");
        }
    }

    private static bool IsDrawn(TradeState trade) =>
        trade.Entrants.Count > 0 && Enumerable.Range(1, Math.Min(2, trade.Definition.CodeLayers)).All(layer => Core.Draw.DrawCodes.IsDrawn(trade, layer));

    private static string Some(List<string> codes) => string.Join('、', codes.Take(ShownCodes)) + (codes.Count > ShownCodes ? " 等" : "");
}
