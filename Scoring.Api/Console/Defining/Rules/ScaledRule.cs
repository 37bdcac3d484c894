using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K1.</summary>
public sealed class ScaledRule : RuleForm<Component>
{
    private const string Scaled = "Scaled";

    private static readonly decimal[] Shares = [0.92m, 0.885m, 0.79m];

    public override string Key => "scaled";

    public override string Title => "折算成 100 分";

    public override string Help => "各模块满分加起来不是 100（例如三个试件各 100，或初赛 3500 分）时，按比例折算成 100 再乘权重。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(Scaled, "各模块满分", KindInput.Choice, "no", [("no", "加起来必须是 100"), ("yes", "加起来多少都行，折算成 100")])];

    protected override bool Fits(Trade trade, Component part) => trade.Scoring == ScoringMode.Weighted;

    protected override string? Set(Component part) => part.Scaled ? $"满分 {Plain(part.ModulesFullMark)} 折算成 100" : null;

    protected override IReadOnlyDictionary<string, string> Written(Component part) =>
        new Dictionary<string, string> { [Scaled] = part.Scaled ? "yes" : "no" };

    protected override Component Read(Component old, KindFields typed) => old with { Scaled = typed.Text(Scaled) == "yes" };

    protected override IReadOnlyList<string> Example(Trade trade, Component part)
    {
        if (part.Modules.Count == 0)
        {
            return ["这个部分还没有模块，加了模块再看"];
        }

        var plain = part with
        {
            Modules = [.. part.Modules.Select(m => Trial.Entered(m) with { Time = null, Attempts = null, PerMember = null, Bonus = null })],
        };
        var of = Trial.Of(trade, plain);
        var marks = plain.Modules.Select((m, i) => Trial.Figure(m, Trial.Part(m.FullMark, Shares[i % Shares.Length]))).ToArray();
        return Trial.Results(of, Trial.Entrant(1, marks)) is [var result]
            ? [result.Explanation.Select(l => l.ToString()).First(l => l.StartsWith(part.Name, StringComparison.Ordinal))]
            : Trial.Faults(of);
    }
}
