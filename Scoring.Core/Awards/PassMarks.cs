using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>The award gate (R-E4): rounded components against a pass mark per 100 of full (R-J10).</summary>
internal static class PassMarks
{
    /// <summary>On unless a trade says otherwise (R-E4).</summary>
    private static readonly AwardGate Default = new();

    /// <summary>What keeps an entrant from an award, e.g. 理论 59.50 低于 60; null: nothing does.</summary>
    public static Saying? Failed(Trade trade, EntrantResult result) =>
        Below(trade, result, c => c.PassMark ?? (IsPart(c) ? (trade.Awards.Gate ?? Default).PassMark : null));

    /// <summary>Theory and practical below <paramref name="mark"/>, in words; null: neither. Used for promotion (R-E5) with its fixed 60.</summary>
    public static Saying? Below(Trade trade, EntrantResult result, decimal mark) =>
        Below(trade, result, c => IsPart(c) ? mark : null);

    /// <summary>Whether every component reaches its pass mark, 60 per 100 unless the trade says another (R-K13, R-M12).</summary>
    public static bool PassesAll(Trade trade, EntrantResult result)
    {
        var usual = (trade.Awards.Gate ?? Default).PassMark is > 0 and var gate ? gate : Default.PassMark;
        return Below(trade, result, c => c.PassMark ?? usual) is null;
    }

    public static IEnumerable<Component> Parts(Trade trade) => trade.Components.Where(IsPart);

    private static bool IsPart(Component component) => component.Kind is ComponentKind.Theory or ComponentKind.Practical;

    private static Saying? Below(Trade trade, EntrantResult result, Func<Component, decimal?> required)
    {
        var failures = trade.Components
            .Select(c => (Component: c, Required: required(c), result.Components.FirstOrDefault(r => r.Component == c.Id)?.Figure))
            .Where(x => x.Required is { } mark && !Reaches(x.Figure, mark, x.Component))
            .Select(x => Words(x.Component, x.Figure, x.Required!.Value, trade.Decimals)) // the line before kept only those that have one
            .ToList();
        return failures.Count == 0 ? null : Saying.Join("、", failures);
    }

    private static bool Reaches(decimal? figure, decimal mark, Component component) =>
        figure is { } f && f * 100m >= mark * component.FullMark;

    private static Saying Words(Component component, decimal? figure, decimal mark, int decimals)
    {
        if (figure is not { } f)
        {
            return $"{component.Name}没有成绩";
        }

        var full = component.FullMark;
        return full == 100m
            ? (Saying)$"{component.Name} {Marking.Words.Mark(f, decimals)} 低于 {Marking.Words.Plain(mark)}"
            : $"{component.Name} {Marking.Words.Mark(f, decimals)} 低于满分 {Marking.Words.Plain(full)} 的 {Marking.Words.Plain(mark)}%";
    }
}
