using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K12 limits, and awards by a tag's groups (R-K15).</summary>
public sealed class PrizeLimitsRule : RuleForm<Trade>
{
    private const string Limits = "Limits", CountBy = "CountBy";

    public override string Key => "prizeLimits";

    public override string Title => "奖项限额和分组定奖";

    public override string Help => "一个单位、区县或一个人至多拿几个奖，超过的让给后面的人；分组定奖时每组按自己的人数各有一份名额（标签在“选手”里填）。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Limits, "限额，一行一条：每单位至多 3、每单位一等奖至多 1、每人至多 1（空着不限）", KindInput.Lines),
        new(CountBy, "按哪个标签分组定奖，例如 组别（空着不分）", KindInput.Text),
    ];

    protected override string? Set(Trade part) =>
        (part.Awards.Limits ?? []).Select(LimitLines.Line).Append(part.Awards.CountBy is { } kind ? $"按{kind}分开定奖" : null)
            .OfType<string>().ToList() is { Count: > 0 } words ? string.Join('，', words) : null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>
    {
        [Limits] = string.Join('\n', (part.Awards.Limits ?? []).Select(LimitLines.Line)), [CountBy] = part.Awards.CountBy ?? "",
    };

    protected override Trade Read(Trade old, KindFields typed)
    {
        var tiers = old.Awards.Tiers.Concat((old.Awards.Few ?? []).SelectMany(r => r.Tiers)).Select(t => t.Name).Distinct().ToList();
        var limits = typed.Lines(Limits).Select(l => LimitLines.Read(l, tiers)).ToList();
        if (limits.Contains(null))
        {
            typed.Refuse<object>(LimitLines.How);
        }

        return old with
        {
            Awards = old.Awards with
            {
                Limits = limits.Count == 0 ? null : [.. limits.OfType<AwardLimit>()],
                CountBy = typed.Text(CountBy) is { Length: > 0 } kind ? kind : null,
            },
        };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Trade part)
    {
        var tags = (part.Awards.Limits ?? []).Select(l => l.Tag).Append(part.Awards.CountBy).OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var computed = PrizeTrial.Compute(PrizeTrial.Of(trade, PrizeTrial.Small(part.Awards)), tags);
        return [PrizeTrial.Who, .. computed.Entrants.Select(e => $"{e.Organization}{e.Name}：{e.Award ?? "没有奖"}（{e.AwardReason}）")];
    }
}
