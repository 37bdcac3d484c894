using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class TimeBandForm : KindForm<TimeBandAspect>
{
    private const string Hundredths = "hundredths";

    public override string Name => "计时";

    public override string Help => "填用了多少秒，第一个没有超过的档就是得分，正好在边上算这一档。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(KindField.Precision, "用时记到", KindInput.Choice, "seconds", [("seconds", "整秒"), (Hundredths, "百分之一秒")]),
        new(KindField.Lines, "各档，一行一档：秒数不超过=得分", KindInput.Lines),
    ];

    protected override IEnumerable<string> Samples(TimeBandAspect aspect) =>
        [.. aspect.Bands.Select(b => Plain(b.UpToSeconds)), Plain((aspect.Bands.LastOrDefault()?.UpToSeconds ?? 0) + 1)];

    protected override string Setting(TimeBandAspect aspect) => $"{aspect.Bands.Count} 档{(aspect.Hundredths ? "，百分之一秒" : "")}";

    protected override IReadOnlyDictionary<string, string> Written(TimeBandAspect aspect) => new Dictionary<string, string>
    {
        [KindField.Precision] = aspect.Hundredths ? Hundredths : "seconds",
        [KindField.Lines] = Pairs(aspect.Bands.Select(b => (b.UpToSeconds, b.Mark))),
    };

    public override Aspect Read(AspectHead head, KindFields typed) => new TimeBandAspect(
        head.Id, head.Text, head.FullMark,
        [.. typed.Pairs(KindField.Lines, "时间档请每行写“秒数=得分”，例如 600=10").Select(p => new TimeBand(p.Left, p.Right))],
        head.Hint, head.Reasons, typed.Text(KindField.Precision) == Hundredths);
}
