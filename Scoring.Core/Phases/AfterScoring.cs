using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Phases;

/// <summary>评分 → 复核 → 公示 → 公布.</summary>
internal static class AfterScoring
{
    private const int ShownCodes = 5;

    public static IReadOnlyList<PhaseNeed> Review(TradeState trade)
    {
        var incomplete = Modules(trade).Where(m => m.Result.Missing.Count > 0).ToList();
        var spread = Modules(trade).Where(m => m.Result.SpreadOpen).ToList();
        var unsigned = trade.Definition.WorldSkills ? trade.Modules.Where(m => !m.Locked).ToList() : [];
        List<PhaseNeed> needs =
        [
            new(Need.Complete, incomplete.Count == 0 ? (Saying)$"评分表和成绩全部交齐" : $"还有 {incomplete.Count} 项没有交齐：{List(incomplete.Select(m => (Saying)$"{m.Entrant.Code} {trade.Module(m.Result.Module)!.Definition.Name}：{m.Result.Missing[0]}"))}", incomplete.Count == 0),
            new(Need.Spread, spread.Count == 0 ? (Saying)$"极差超限全部处理" : $"极差超限 {spread.Count} 处未处理：{List(spread.Select(m => m.Entrant.Code ?? ""))}", spread.Count == 0),
        ];
        var panels = Modules(trade).Where(m => m.Result.PanelOpen is not null).ToList();
        if (panels.Count > 0)
        {
            needs.Add(new(Need.Panel, $"裁判人数不足 {panels.Count} 处须裁判长确认：{List(panels.Select(m => (Saying)$"{m.Entrant.Code} {m.Result.PanelOpen}"))}", false)); // not null: filtered
        }

        if (trade.Definition.WorldSkills)
        {
            needs.Add(new(Need.Signed, unsigned.Count == 0 ? (Saying)$"各模块已签字锁定" : $"未签字锁定：{List(unsigned.Select(m => m.Definition.Name))}", unsigned.Count == 0));
        }

        return needs;
    }

    public static IReadOnlyList<PhaseNeed> Publicity(TradeState trade)
    {
        var publication = trade.Publication;
        var ties = trade.Standings().OpenTies.Count;
        var undecoded = Enumerable.Range(1, trade.Definition.CodeLayers).Count(l => !publication.DecodedLayers.Contains(l));
        return
        [
            .. Review(trade),
            ReviewDone(trade),
            new(Need.CodedResults, publication.CodedResultsBy is not null ? (Saying)$"裁判长已提交编码成绩" : $"裁判长还没有提交编码成绩", publication.CodedResultsBy is not null),
            new(Need.Decoded, undecoded == 0 ? (Saying)$"解密完成" : $"还有 {undecoded} 层代号没有解密，须裁判长和监督两人", undecoded == 0),
            new(Need.Ties, ties == 0 ? (Saying)$"没有待议定的并列" : $"有 {ties} 处总分并列待组委会议定", ties == 0),
            Awards(trade),
        ];
    }

    public static IReadOnlyList<PhaseNeed> Final(TradeState trade, DateTimeOffset? now)
    {
        var open = trade.Publication.Appeals.Count(a => a.Answer is null);
        return
        [
            .. Publicity(trade),
            PublicityOver(trade, now),
            new(Need.Appeals, open == 0 ? (Saying)$"没有未答复的申诉" : $"有 {open} 件申诉未答复", open == 0),
        ];
    }

    internal static PhaseNeed ReviewDone(TradeState trade)
    {
        if (trade.Publication.Review is not { } review)
        {
            return new(Need.Review, $"还没有抽取复核样本", false);
        }

        var progress = review.Progress(trade.Standings());
        return !progress.Complete ? new(Need.Review, progress.Words, false)
            : review.Signed is null ? new(Need.Review, $"复核完成，还差裁判长和监督签字", false)
            : new(Need.Review, $"复核完成：{progress.Words}", true);
    }

    private static PhaseNeed Awards(TradeState trade)
    {
        var awards = trade.Awards();
        if (awards.Untagged.Count > 0)
        {
            return new(Need.Awards, $"有 {awards.Untagged.Count} 名选手没有标签“{trade.Definition.Awards.CountBy}”，不能定奖", false);
        }

        if (awards.Open)
        {
            return new(Need.Awards, $"奖项末位有并列，待组委会议定", false);
        }

        return trade.AwardsAreConfirmed
            ? new(Need.Awards, $"奖项方案已由裁判长核对", true)
            : new(Need.Awards, trade.Publication.AwardsConfirmed is null ? (Saying)$"奖项方案还没有由裁判长核对" : $"核对奖项后成绩有变动，请裁判长重新核对", false);
    }

    private static PhaseNeed PublicityOver(TradeState trade, DateTimeOffset? now)
    {
        var days = trade.Definition.PublicityDays;
        if (now is not { } at || PublicNotice.LastDay(trade) is not { } last)
        {
            return new(Need.Publicity, days == 0 ? (Saying)$"公示到颁奖为止" : $"公示 {days} 个工作日", true);
        }

        return new(Need.Publicity, $"公示 {days} 个工作日，到 {last.Month}月{last.Day}日为止", WorkingDays.DayOf(at) > last);
    }

    private static IEnumerable<(EntrantState Entrant, ModuleResult Result)> Modules(TradeState trade) =>
        trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).InCodeOrder().SelectMany(e => e.Result.Modules().Select(m => (e, m)));

    private static Saying List<T>(IEnumerable<T> items)
    {
        var all = items.ToList();
        return $"{Saying.Join("、", all.Take(ShownCodes))}{(all.Count > ShownCodes ? (Saying)$" 等" : null)}";
    }
}
