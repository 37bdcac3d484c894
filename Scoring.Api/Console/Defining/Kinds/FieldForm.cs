using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class FieldForm : KindForm<FieldAspect>
{
    public override string Name => "按全场";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(KindField.By, "怎样计分", KindInput.Choice, "ratio", [("ratio", "与最好的成比例"), ("place", "按名次等差"), ("mean", "与平均值的差距")]),
        new(KindField.Better, "怎样算好", KindInput.Choice, "higher", [("higher", "越高越好"), ("lower", "越低越好")]),
        new(KindField.Scope, "与谁比", KindInput.Choice, "trade", [("trade", "全场"), ("group", "同组")]),
        new(KindField.Unit, "单位", KindInput.Text), new(KindField.Decimals, "小数位", Standard: "2"),
        new(KindField.Per, "比平均值每差多少（按平均值时填）"), new(KindField.Off, "扣几分（按平均值时填）"),
    ];

    protected override string Setting(FieldAspect aspect) => $"{Words(KindField.By, aspect.By)}，{Words(KindField.Better, aspect.Better)}";

    protected override IReadOnlyDictionary<string, string> Written(FieldAspect aspect) => new Dictionary<string, string>
    {
        [KindField.By] = Key(aspect.By), [KindField.Better] = Key(aspect.Better), [KindField.Scope] = Key(aspect.Field),
        [KindField.Unit] = aspect.Unit, [KindField.Decimals] = Plain(aspect.Decimals), [KindField.Per] = Plain(aspect.Per), [KindField.Off] = Plain(aspect.Off),
    };

    public override Aspect Read(AspectHead head, KindFields typed) => new FieldAspect(
        head.Id, head.Text, head.FullMark, typed.Text(KindField.Unit), typed.Choice<FieldRule>(KindField.By),
        typed.Choice<MetricDirection>(KindField.Better), typed.FigureIfAny(KindField.Off), typed.FigureIfAny(KindField.Per),
        typed.Choice<FieldScope>(KindField.Scope), (int)typed.Figure(KindField.Decimals),
        head.Hint, head.Reasons);

    private static string Key<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private string Words<T>(string field, T value) where T : struct, Enum =>
        Fields.First(f => f.Name == field).Choices!.First(c => c.Key == Key(value)).Words; // not null: a choice
}
