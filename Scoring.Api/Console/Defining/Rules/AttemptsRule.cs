using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K7, R-M6.</summary>
public sealed class AttemptsRule : RuleForm<Module>
{
    private const string Most = "Most", Counts = "Counts", Best = "Best";

    private static readonly decimal[] Shares = [0.81m, 0.90m, 0.88m, 0.74m, 0.93m, 0.65m, 0.70m, 0.84m, 0.79m, 0.87m];

    public override string Key => "attempts";

    public override string Title => "做几次";

    public override string Help => "一个模块可以做不止一次（机器人、射击这类），每次有自己的评分表和用时；没做的那次不算 0，弃试写明原因。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Most, "最多几次", Standard: "1"),
        new(Counts, "算哪一次", KindInput.Choice, nameof(AttemptCount.Best),
        [
            (nameof(AttemptCount.Best), "最好的一次"), (nameof(AttemptCount.Last), "最后一次"), (nameof(AttemptCount.Sum), "各次相加"),
            (nameof(AttemptCount.SumOfBest), "最好的几次相加"),
        ]),
        new(Best, "最好的几次"),
    ];

    protected override bool Fits(Trade trade, Module part) => part.PerMember is null && part.Marking != MarkingMethod.DoubleEntry;

    protected override string? Set(Module part) => part.Attempts is { } rule ? $"{rule.Most} 次，{Told(rule)}" : null;

    private string Told(AttemptRule rule) => rule.Counts == AttemptCount.SumOfBest ? $"最好的 {rule.Best} 次相加"
        : Fields[1].Choices!.First(c => c.Key == KeyOf(rule.Counts)).Words; // every other count has its words there

    protected override IReadOnlyDictionary<string, string> Written(Module part) => new Dictionary<string, string>
    {
        [Most] = Plain(part.Attempts?.Most ?? 1), [Counts] = KeyOf(part.Attempts?.Counts ?? AttemptCount.Best),
            [Best] = Plain(part.Attempts?.Best),
    };

    protected override Module Read(Module old, KindFields typed)
    {
        var most = typed.Figure(Most);
        if (most != decimal.Truncate(most) || most is < 1 or > 10)
        {
            typed.Refuse<object>("最多几次请填 1 至 10 的整数");
            return old;
        }

        var counts = typed.Choice<AttemptCount>(Counts);
        return old with
        {
            Attempts = most == 1 ? null : new AttemptRule((int)most, counts, counts == AttemptCount.SumOfBest
                ? (int?)typed.FigureIfAny(Best) : null),
        };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Module part)
    {
        if (part.Attempts is not { } rule)
        {
            return ["只做一次"];
        }

        var sample = Trial.Entered(part) with { Time = null, Bonus = null };
        var of = Trial.Of(trade, sample);
        if (Trial.Faults(of) is { Count: > 0 } faults)
        {
            return faults;
        }

        ModuleMarks Run(int n) => Trial.Figure(sample, Trial.Part(sample.FullMarkOfOne, Shares[n - 1]), n);
        var all = Enumerable.Range(1, rule.Most).Select(Run).ToArray();
        ModuleMarks[] waived = [Run(1), .. Enumerable.Range(2, rule.Most - 1).Select(n => Trial.Figure(sample, 0, n, waived: "器材故障"))];
        var results = Trial.Results(of, Trial.Entrant(1, all), Trial.Entrant(2, waived))!; // not null: no faults
        return [.. results.Select(r => Told(r.Result.Modules().First()))];
    }

    private static string Told(ModuleResult result)
    {
        var runs = (result.Attempts ?? []).Select(
            a => $"第 {a.Number} 次 {(a.Waived is null ? Trial.Two(a.Figure) : "弃试")}{(a.Counts ? "（算）" : "")}");
        return $"{string.Join("；", runs)} → {Trial.Two(result.Figure)}";
    }
}
