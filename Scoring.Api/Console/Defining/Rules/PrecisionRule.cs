using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K2.</summary>
public sealed class PrecisionRule : RuleForm<Trade>
{
    private const string Decimals = "Decimals", Mode = "Mode";

    private static readonly decimal[] Samples = [87.50465m, 92.345m, 99.99999m];

    public override string Key => "precision";

    public override string Title => "保留几位小数";

    public override string Help => "各部分成绩和总分先算出准确数，再按这里的位数和办法取一次；评分点始终两位。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Decimals, "小数位", KindInput.Choice, "2", [("0", "整数"), ("1", "一位"), ("2", "两位（通常）"), ("3", "三位"), ("4", "四位")]),
        new(Mode, "怎样取", KindInput.Choice, nameof(RoundingMode.HalfUp),
            [.. Enum.GetValues<RoundingMode>().Select(m => (KeyOf(m), m.Chinese()))]),
    ];

    protected override string? Set(Trade part) =>
        (part.Decimals, part.Rounding) == (2, RoundingMode.HalfUp) ? null : $"{part.Decimals} 位，{part.Rounding.Chinese()}";

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>
    {
        [Decimals] = Plain(part.Decimals), [Mode] = KeyOf(part.Rounding),
    };

    protected override Trade Read(Trade old, KindFields typed) => old with
    {
        Decimals = (int)typed.Figure(Decimals), Rounding = typed.Choice<RoundingMode>(Mode),
    };

    protected override IReadOnlyList<string> Example(Trade trade, Trade part) => part.Decimals is < 0 or > 4
        ? [$"小数位应为 0 至 4"]
        : [string.Join("；", Samples.Select(s =>
            $"{Words.Plain(s)} 记作 {Words.Mark(Rounding.Round(s, part.Rounding, part.Decimals), part.Decimals)}"))];
}
