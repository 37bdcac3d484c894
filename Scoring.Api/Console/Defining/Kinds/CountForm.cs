using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class CountForm : KindForm<CountAspect>
{
    public override string Name => "计数";

    public override string Help => "数做成了几个，每个得一样多，到满分为止。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(KindField.First, "每个得分"), new(KindField.Unit, "单位", KindInput.Text, "个")];

    protected override IEnumerable<string> Samples(CountAspect aspect) => ["0", "1", "5"];

    protected override string Setting(CountAspect aspect) => $"每{aspect.Unit} {Plain(aspect.PointsEach)} 分";

    protected override IReadOnlyDictionary<string, string> Written(CountAspect aspect) =>
        new Dictionary<string, string> { [KindField.First] = Plain(aspect.PointsEach), [KindField.Unit] = aspect.Unit };

    public override Aspect Read(AspectHead head, KindFields typed) => new CountAspect(
        head.Id, head.Text, head.FullMark, typed.Figure(KindField.First), typed.Text(KindField.Unit), head.Hint, head.Reasons);
}
