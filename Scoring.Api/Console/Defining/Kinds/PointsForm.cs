using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class PointsForm : KindForm<PointsAspect>
{
    public override string Name => "分值";

    public override string Help => "裁判按步长打分，满分总是可以打。";

    public override IReadOnlyList<KindField> Fields { get; } = [new(KindField.First, "步长", Standard: "0.5")];

    protected override IEnumerable<string> Samples(PointsAspect aspect) =>
        [Plain(aspect.FullMark), Plain(aspect.FullMark - aspect.Step), Plain(aspect.FullMark + aspect.Step)];

    protected override string Setting(PointsAspect aspect) => $"步长 {Plain(aspect.Step)}";

    protected override IReadOnlyDictionary<string, string> Written(PointsAspect aspect) =>
        new Dictionary<string, string> { [KindField.First] = Plain(aspect.Step) };

    public override Aspect Read(AspectHead head, KindFields typed) =>
        new PointsAspect(head.Id, head.Text, head.FullMark, typed.Figure(KindField.First), head.Hint, head.Reasons);
}
