using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class BonusForm : KindForm<BonusAspect>
{
    public override string Name => "加分";

    public override string Help => "加分：在满分之外，整张表最多加模块里写的那么多。";

    public override IReadOnlyList<KindField> Fields { get; } = [new(KindField.First, "步长", Standard: "0.5")];

    protected override IEnumerable<string> Samples(BonusAspect aspect) => [Plain(aspect.Step), Plain(aspect.FullMark)];

    protected override string Setting(BonusAspect aspect) => $"加分，步长 {Plain(aspect.Step)}";

    protected override IReadOnlyDictionary<string, string> Written(BonusAspect aspect) =>
        new Dictionary<string, string> { [KindField.First] = Plain(aspect.Step) };

    public override Aspect Read(AspectHead head, KindFields typed) =>
        new BonusAspect(head.Id, head.Text, head.FullMark, typed.Figure(KindField.First), head.Hint, head.Reasons);
}
