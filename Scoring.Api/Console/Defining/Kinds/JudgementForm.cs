using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class JudgementForm : KindForm<JudgementAspect>
{
    public override string Name => "评判 0–3";

    public override string Help => "三位裁判各按四级标准给 0 到 3，合起来折成分；相差超过 1 的要合议。";

    public override IReadOnlyList<KindField> Fields { get; } = [new(KindField.Lines, "基准，四行依次对应 0、1、2、3", KindInput.Lines)];

    protected override IEnumerable<string> Samples(JudgementAspect aspect) => ["0", "1", "2", "3"];

    protected override string Setting(JudgementAspect aspect) => "三人评判";

    protected override IReadOnlyDictionary<string, string> Written(JudgementAspect aspect) =>
        new Dictionary<string, string> { [KindField.Lines] = string.Join('\n', aspect.Benchmarks) };

    public override Aspect Read(AspectHead head, KindFields typed) => new JudgementAspect(
        head.Id, head.Text, head.FullMark,
        typed.Lines(KindField.Lines) is { Count: 4 } four ? four
            : typed.Refuse<List<string>>("请写四行基准，依次对应 0、1、2、3") ?? [], head.Hint, head.Reasons);
}
