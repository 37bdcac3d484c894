using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K6, R-M5.</summary>
public sealed class OvertimeStepsRule : RuleForm<Module>
{
    private const string Every = "Every", Off = "Off", Counted = "Counted", AtMost = "AtMost", Above = "Above", Then = "Then";

    public override string Key => "overtime";

    public override string Title => "超时按步扣分、淘汰";

    public override string Help => "每超多少秒扣多少分，代替一档一档写；超过上限的淘汰或本模块记 0。先在上面填限时。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Every, "每超时几秒（空着不按步扣）"), new(Off, "扣几分"),
        new(Counted, "不足一步的", KindInput.Choice, "begun", [("begun", "按一步算"), ("full", "不算")]), new(AtMost, "最多扣几分（空着不限）"),
        new(Above, "超时超过几分钟就出局（空着不设）"),
        new(Then, "出局是指", KindInput.Choice, nameof(OutMeans.Entrant),
            [(nameof(OutMeans.Entrant), "超时淘汰，不排名次"), (nameof(OutMeans.Module), "本模块记 0 分")]),
    ];

    protected override string? Set(Module part) =>
        part.Time is { PerStep: null, Out: null } or null ? null : string.Join("，", Told(part.Time));

    private static IEnumerable<string> Told(TimeRule rule)
    {
        if (rule.PerStep is { } steps)
        {
            yield return $"每 {Plain(steps.EverySeconds)} 秒扣 {Plain(steps.Deduction)} 分";
        }

        if (rule.Out is { } limit)
        {
            yield return $"超时 {Words.Time(limit.AboveSeconds)} 以上{(limit.Then == OutMeans.Entrant ? "淘汰" : "记 0")}";
        }
    }

    protected override IReadOnlyDictionary<string, string> Written(Module part) => new Dictionary<string, string>
    {
        [Every] = Plain(part.Time?.PerStep?.EverySeconds), [Off] = Plain(part.Time?.PerStep?.Deduction),
        [Counted] = part.Time?.PerStep?.Full == true ? "full" : "begun", [AtMost] = Plain(part.Time?.PerStep?.AtMost),
        [Above] = Plain(part.Time?.Out?.AboveSeconds / 60m), [Then] = KeyOf(part.Time?.Out?.Then ?? OutMeans.Entrant),
    };

    protected override Module Read(Module old, KindFields typed)
    {
        var (every, above) = (typed.FigureIfAny(Every), typed.FigureIfAny(Above));
        if (old.Time?.LimitSeconds is null && (every ?? above) is not null)
        {
            typed.Refuse<object>("请先在模块里填写限时并保存");
            return old;
        }

        var steps = every is { } seconds ? new OvertimeSteps(seconds, typed.Figure(Off), typed.Text(Counted) == "full",
            typed.FigureIfAny(AtMost)) : null;
        var limit = above is { } minutes ? new OutRule(minutes * 60m, typed.Choice<OutMeans>(Then)) : null;
        return old.Time is not { } time ? old
            : old with { Time = time with { PerStep = steps, Out = limit, Overtime = steps is null ? time.Overtime : null } };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Module part)
    {
        if (part.Time is not { LimitSeconds: { } limit } rule || (rule.PerStep is null && rule.Out is null))
        {
            return [part.Time?.LimitSeconds is null ? "这个模块不限时，没有超时" : "没有按步扣分，也没有出局；各档扣分在上面的“超时扣分”里"];
        }

        var of = Trial.Of(trade, Trial.Entered(part) with { Attempts = null, PerMember = null });
        if (Trial.Faults(of) is { Count: > 0 } faults)
        {
            return faults;
        }

        var edges = new[] { rule.PerStep?.EverySeconds, rule.PerStep?.EverySeconds + 1, (rule.PerStep?.EverySeconds * 3) + 1,
            rule.Out?.AboveSeconds, rule.Out?.AboveSeconds + 1 };
        return [.. edges.OfType<decimal>().Distinct().Order().Select(over =>
            $"用时 {Words.Time(limit + over)}，超时 {Words.Time(over)}：{Consequence(rule, limit + over)}")];
    }

    private static string Consequence(TimeRule rule, decimal used) =>
        Overtime.IsOut(rule, used) ? rule.Out?.Then == OutMeans.Entrant ? "超时淘汰" : "本模块记 0 分"
        : Overtime.Of(rule, used) is { } off ? $"扣 {Words.Mark(off.Points)}" : "不扣分";
}
