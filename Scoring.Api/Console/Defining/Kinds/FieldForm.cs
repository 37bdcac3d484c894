using System.Globalization;
using Scoring.Api.Console.Defining.Rules;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class FieldForm : KindForm<FieldAspect>
{
    public override string Name => "按全场";

    public override string Help => "分数看全场：与最好的成比例、按名次等差，或与平均值相差多少；人没有到齐时是暂定。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(KindField.By, "怎样计分", KindInput.Choice, "ratio", [("ratio", "与最好的成比例"), ("place", "按名次等差"), ("mean", "与平均值的差距")]),
        new(KindField.Better, "怎样算好", KindInput.Choice, "higher", [("higher", "越高越好"), ("lower", "越低越好")]),
        new(KindField.Scope, "与谁比", KindInput.Choice, "trade", [("trade", "全场"), ("group", "同组")]),
        new(KindField.Unit, "单位", KindInput.Text), new(KindField.Decimals, "小数位", Standard: "2"),
        new(KindField.Per, "比平均值每差多少（按平均值时填）"), new(KindField.Off, "扣几分（按平均值时填）"),
    ];

    protected override IEnumerable<string> Samples(FieldAspect aspect) => ["300", "360", "450"];

    // Three entrants, as the whole field.
    protected override IReadOnlyList<string> Example(Trade trade, FieldAspect aspect)
    {
        var alone = aspect with { Field = FieldScope.Trade };
        var module = new Module(
            new("P"), "示例", aspect.FullMark, MarkingMethod.Judge, [new Criterion("t", "示例", [alone])], SpreadLimit: null);
        var of = Trial.Of(trade, module);
        var values = Samples(aspect).ToList();
        var results = Trial.Results(of, [.. values.Select((v, i) => Trial.Entrant(i, new ModuleMarks(
            module.Id, [new FileSheet(Trial.JudgeOf(0), new Dictionary<AspectId, Entry> { [aspect.Id] = Entry.Of(decimal.Parse(v, CultureInfo.InvariantCulture)) })])))]);
        return results is null ? Trial.Faults(of)
            : [$"全场 {string.Join('、', values)} {aspect.Unit}：得 {string.Join('、', results.Select(r => Trial.Two(r.Result.Modules().First().Figure)))}"];
    }

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
