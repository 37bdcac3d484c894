using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class FaultsForm : KindForm<FaultsAspect>
{
    public override string Name => "缺陷";

    public override string Help => "数有几处不对，每处扣一样多，扣到 0 为止。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(KindField.First, "每处扣分"), new(KindField.Unit, "单位", KindInput.Text, "处")];

    protected override IEnumerable<string> Samples(FaultsAspect aspect) => ["0", "1", "3"];

    protected override string Setting(FaultsAspect aspect) => $"每{aspect.Unit}扣 {Plain(aspect.Deduction)}";

    protected override IReadOnlyDictionary<string, string> Written(FaultsAspect aspect) =>
        new Dictionary<string, string> { [KindField.First] = Plain(aspect.Deduction), [KindField.Unit] = aspect.Unit };

    public override Aspect Read(AspectHead head, KindFields typed) => new FaultsAspect(
        head.Id, head.Text, head.FullMark, typed.Figure(KindField.First), typed.Text(KindField.Unit), head.Hint, head.Reasons);
}
