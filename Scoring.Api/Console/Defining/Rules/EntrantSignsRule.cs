using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K18.</summary>
public sealed class EntrantSignsRule : RuleForm<Trade>
{
    private const string Asked = "Asked";

    public override string Key => "entrantSigns";

    public override string Title => "选手签字";

    public override string Help => "裁判交表时请选手也在平板上签字；选手拒签写明原因，照样可以交表。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(Asked, "评分表", KindInput.Choice, "no", [("no", "只由裁判签字"), ("yes", "裁判和选手都签字")])];

    protected override string? Set(Trade part) => part.EntrantSigns ? "裁判和选手都签字" : null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>
    {
        [Asked] = part.EntrantSigns ? "yes" : "no",
    };

    protected override Trade Read(Trade old, KindFields typed) => old with { EntrantSigns = typed.Text(Asked) == "yes" };

    protected override IReadOnlyList<string> Example(Trade trade, Trade part) =>
        [part.EntrantSigns ? "交表时：裁判签字 → 选手签字；拒签的记“选手拒签：原因”，打印的评分表上也有" : "交表时：裁判签字，平板不问选手"];
}
