using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Review;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K16.</summary>
public sealed class ReviewRuleForm : RuleForm<Trade>
{
    private const string First = "First", Top = "Top", Sample = "Sample";

    private static readonly ReviewRule Usual = new();

    public override string Key => "review";

    public override string Title => "复核哪些人";

    public override string Help => "排在前面的全部复核，其余随机抽；“前几名”填了就不看百分比。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(First, "前几名（空着按百分比）"), new(Top, "前百分之几", Standard: "30"), new(Sample, "其余抽百分之几", Standard: "15"),
    ];

    protected override string? Set(Trade part) => part.Review is { } rule && rule != Usual ? Words(rule) : null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) =>
        (part.Review ?? Usual) is var rule ? new Dictionary<string, string>
    {
        [First] = Plain(rule.First), [Top] = Plain(rule.TopPercent), [Sample] = Plain(rule.SamplePercent),
    } : [];

    protected override Trade Read(Trade old, KindFields typed)
    {
        var first = typed.FigureIfAny(First);
        if (first is { } n && (n != decimal.Truncate(n) || n is < 1 or > 9999))
        {
            typed.Refuse<object>("前几名请填 1 至 9999 的整数，或空着");
            first = null;
        }

        var rule = new ReviewRule((int?)first, typed.Figure(Top), typed.Figure(Sample));
        return old with { Review = old.Review is null && rule == Usual ? null : rule };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Trade part)
    {
        var rule = part.Review ?? Usual;
        return [.. new[] { 10, 40 }.Select(ranked =>
        {
            var (top, sample) = ReviewDraw.Sizes(ranked, rule);
            return $"计名次 {ranked} 人：前 {top} 名全部复核，其余 {ranked - top} 人抽 {sample} 人，共 {top + sample} 份";
        })];
    }

    private static string Words(ReviewRule rule) =>
        $"{(rule.First is { } first ? $"前 {first} 名" : $"前 {Plain(rule.TopPercent)}%")}，其余抽 {Plain(rule.SamplePercent)}%";
}
