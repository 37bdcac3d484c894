using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K12: what each prize and honour pays.</summary>
public sealed class AmountsRule : RuleForm<Trade>
{
    private const string Amounts = "Amounts";

    // Where the definition says the grade; people write 晋升 alone.
    private const string Grade = "{等级}";

    public override string Key => "amounts";

    public override string Title => "奖金";

    public override string Help => "每个奖项、单项奖和荣誉发多少元，一对、一队按一份算；发放表在“奖金发放”里，荣誉批准以后才计入。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(Amounts, "一行一个：奖项=金额，例如 一等奖=3000（空着不发）", KindInput.Lines)];

    protected override string? Set(Trade part) =>
        Lines(part) is { Count: > 0 } lines ? string.Join('、', lines.Select(l => $"{l.Name} {Plain(l.Amount)} 元")) : null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>
    {
        [Amounts] = string.Join('\n', Lines(part).Select(l => $"{l.Name}={Plain(l.Amount)}")),
    };

    protected override Trade Read(Trade old, KindFields typed)
    {
        var said = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in typed.Lines(Amounts))
        {
            if (line.Split(['=', '＝'], 2) is not [var name, var figure] || KindFields.Number(figure.TrimEnd(' ', '元')) is not { } amount
                || amount is <= 0 or > 100_000_000 || decimal.Round(amount, 2) != amount)
            {
                typed.Refuse<object>($"“{line}”看不懂：请写 奖项=金额，例如 一等奖=3000");
            }
            else if (!Names(old).Contains(name.Trim()) || !said.TryAdd(name.Trim(), amount))
            {
                typed.Refuse<object>(Names(old).Contains(name.Trim()) ? $"“{name.Trim()}”写了两遍"
                    : $"没有“{name.Trim()}”这个奖项，有的是 {string.Join('、', Names(old))}");
            }
        }

        decimal? Of(string name) => said.TryGetValue(name, out var amount) ? amount : null;
        IReadOnlyList<AwardTier> Paid(IReadOnlyList<AwardTier> tiers) => [.. tiers.Select(t => t with { Amount = Of(t.Name) })];
        return old with
        {
            Awards = old.Awards with
            {
                Tiers = Paid(old.Awards.Tiers),
                Few = old.Awards.Few is { } few ? [.. few.Select(r => r with { Tiers = Paid(r.Tiers) })] : null,
                Singles = old.Awards.Singles is { } singles ? [.. singles.Select(s => s with { Amount = Of(s.Name) })] : null,
            },
            Honours = old.Honours is { } honours ? [.. honours.Select(h => h with { Amount = Of(Bare(h)) })] : null,
        };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Trade part)
    {
        var lines = Lines(part);
        if (lines.Count == 0)
        {
            return ["不发奖金"];
        }

        var paid = part.Awards.Tiers.Where(t => t is { Amount: > 0, Quota: > 0 }).ToList();
        return
        [
            paid.Count == 0 ? string.Join('，', lines.Select(l => $"{l.Name}每个 {Plain(l.Amount)} 元"))
                : string.Join('；', paid.Select(t => $"{t.Name} {t.Quota} 名 × {Plain(t.Amount)} = {Plain(t.Quota * t.Amount)} 元"))
                    + $"；名额发满共 {Plain(paid.Sum(t => t.Quota * t.Amount))} 元",
        ];
    }

    private static string Bare(HonourRule rule) => rule.Title.Replace(Grade, "", StringComparison.Ordinal);

    private static List<string> Names(Trade trade) =>
        [.. All(trade).Select(a => a.Name).Distinct(StringComparer.Ordinal)];

    private static List<(string Name, decimal Amount)> Lines(Trade trade) =>
        [.. All(trade).Where(a => a.Amount is not null).Select(a => (a.Name, a.Amount!.Value)).DistinctBy(a => a.Name)]; // chosen so

    private static IEnumerable<(string Name, decimal? Amount)> All(Trade trade) =>
    [
        .. trade.Awards.Tiers.Concat((trade.Awards.Few ?? []).SelectMany(r => r.Tiers)).Select(t => (t.Name, t.Amount)),
        .. (trade.Awards.Singles ?? []).Select(s => (s.Name, s.Amount)), .. (trade.Honours ?? []).Select(h => (Bare(h), h.Amount)),
    ];
}
