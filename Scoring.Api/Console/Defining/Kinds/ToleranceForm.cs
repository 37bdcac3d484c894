using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class ToleranceForm : KindForm<ToleranceAspect>
{
    public override string Name => "公差";

    public override string Help => "填量出来的数，和标称值差多少落在哪一档就得哪一档的分，正好在边上算这一档。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(KindField.First, "标称值"), new(KindField.Unit, "单位", KindInput.Text), new(KindField.Decimals, "小数位", Standard: "2"),
        new(KindField.Lines, "各档，一行一档：偏差不超过=得分", KindInput.Lines),
    ];

    protected override IEnumerable<string> Samples(ToleranceAspect aspect) =>
    [
        Plain(aspect.Nominal), .. aspect.Bands.Select(b => Plain(aspect.Nominal + b.Within)),
        Plain(aspect.Nominal + ((aspect.Bands.LastOrDefault()?.Within ?? 0) * 2) + 1),
    ];

    protected override string Setting(ToleranceAspect aspect) => $"标称 {Plain(aspect.Nominal)} {aspect.Unit}，{aspect.Bands.Count} 档";

    protected override IReadOnlyDictionary<string, string> Written(ToleranceAspect aspect) => new Dictionary<string, string>
    {
        [KindField.First] = Plain(aspect.Nominal), [KindField.Unit] = aspect.Unit, [KindField.Decimals] = Plain(aspect.Decimals),
        [KindField.Lines] = Pairs(aspect.Bands.Select(b => (b.Within, b.Mark))),
    };

    public override Aspect Read(AspectHead head, KindFields typed) => new ToleranceAspect(
        head.Id, head.Text, head.FullMark, typed.Figure(KindField.First), typed.Text(KindField.Unit),
        [.. typed.Pairs(KindField.Lines, "偏差档请每行写“偏差=得分”，例如 0.2=6").Select(p => new ToleranceBand(p.Left, p.Right))],
        (int)typed.Figure(KindField.Decimals), head.Hint, head.Reasons);
}
