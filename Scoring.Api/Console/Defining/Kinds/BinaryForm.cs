using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class BinaryForm : KindForm<BinaryAspect>
{
    public override string Name => "是否";

    public override string Help => "做到得满分，没做到得 0 分。";

    public override IReadOnlyList<KindField> Fields { get; } = [];

    protected override IEnumerable<string> Samples(BinaryAspect aspect) => ["1", "0"];

    protected override string Setting(BinaryAspect aspect) => $"是 {Plain(aspect.FullMark)}，否 0";

    protected override IReadOnlyDictionary<string, string> Written(BinaryAspect aspect) => new Dictionary<string, string>();

    public override Aspect Read(AspectHead head, KindFields typed) =>
        new BinaryAspect(head.Id, head.Text, head.FullMark, head.Hint, head.Reasons);
}
