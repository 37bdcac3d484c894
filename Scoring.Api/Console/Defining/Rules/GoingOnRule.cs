using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K11.</summary>
public sealed class GoingOnRule : RuleForm<Trade>
{
    private const string To = "To", Places = "Places", Passed = "Passed", Limits = "Limits", Reserves = "Reserves";

    public override string Key => "goingOn";

    public override string Title => "谁晋级";

    public override string Help => "按名次取前几名或百分之几，末位并列的都进；可以要求过合格线、限制每个单位几人、排出递补。放弃晋级在“晋级与荣誉”里登记。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(To, "晋级到哪里（空着不设）", KindInput.Text), new(Places, "人数或比例（3 或 20%）", KindInput.Text),
        new(Passed, "合格线", KindInput.Choice, "no", [("no", "不看"), ("yes", "没过合格线的不晋级")]),
        new(Reserves, "递补排几人", Standard: "0"), new(Limits, "限额，一行一条：每单位至多 1、每区县至多 2（空着不限）", KindInput.Lines),
    ];

    protected override string? Set(Trade part) => part.Advance is not { } rule ? null
        : $"{AwardLines.Amount(rule.Top, rule.Percent)}{(rule.Top is null ? "" : " 名")}到{rule.To}{(rule.PassMarks ? "，要过合格线" : "")}"
            + string.Concat((rule.Limits ?? []).Select(l => "，" + LimitLines.Line(l)))
            + (rule.Reserves > 0 ? $"，递补 {rule.Reserves} 人" : "");

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>
    {
        [To] = part.Advance?.To ?? "", [Places] = AwardLines.Amount(part.Advance?.Top, part.Advance?.Percent),
        [Passed] = part.Advance?.PassMarks == true ? "yes" : "no", [Reserves] = Plain(part.Advance?.Reserves ?? 0),
        [Limits] = string.Join('\n', (part.Advance?.Limits ?? []).Select(LimitLines.Line)),
    };

    protected override Trade Read(Trade old, KindFields typed)
    {
        if (typed.Text(To) is not { Length: > 0 } to)
        {
            return old with { Advance = null };
        }

        var places = AwardLines.Amount(typed.Text(Places)) ?? typed.Refuse<(decimal Figure, bool Percent)>("晋级人数请填数字或比例，例如 3 或 20%");
        var reserves = typed.Figure(Reserves);
        var limits = typed.Lines(Limits).Select(l => LimitLines.Read(l, [])).ToList();
        if (limits.Contains(null) || reserves != decimal.Truncate(reserves) || reserves is < 0 or > 9_999)
        {
            typed.Refuse<object>(limits.Contains(null) ? LimitLines.How : "递补人数请填 0 至 9999 的整数");
        }

        return old with
        {
            Advance = (old.Advance ?? new AdvanceRule("")) with
            {
                To = to, Top = places.Percent ? null : (int)places.Figure, Percent = places.Percent ? places.Figure : null,
                PassMarks = typed.Text(Passed) == "yes", Reserves = (int)reserves,
                Limits = limits.Count == 0 ? null : [.. limits.OfType<AwardLimit>()],
            },
        };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Trade part)
    {
        if (part.Advance is not { } rule)
        {
            return ["不设晋级"];
        }

        var tags = (rule.Limits ?? []).Select(l => l.Tag).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var tried = rule.Top is > 3 ? rule with { Top = 3 } : rule;
        var computed = PrizeTrial.Compute(PrizeTrial.Of(trade, new AwardScheme([], Gate: new AwardGate(60m)), tried), tags);
        return computed.Advance is not { } list ? Trial.Faults(part) :
        [
            PrizeTrial.Who + (tried == rule ? "" : "；例子只取 3 名"), $"{list.Words}：{Names(computed, list.Entrants)}",
            .. list.PassedOver.Select(p => $"{PrizeTrial.NameOf(computed, p.Entrant)}：{p.Words}"),
            .. list.Reserves.Count == 0 ? Array.Empty<string>() : [$"递补依次：{Names(computed, list.Reserves)}"],
        ];
    }

    private static string Names(Core.Files.Computing.ComputedTrade computed, IEnumerable<EntrantId> ids) =>
        string.Join('、', ids.Select(id => PrizeTrial.NameOf(computed, id)));
}
