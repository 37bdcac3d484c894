using System.Globalization;
using System.Text;
using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K12: 单项奖.</summary>
public sealed class SinglePrizesRule : RuleForm<Trade>
{
    private const string Prizes = "Prizes", Takes = "取", Gain = "进步";

    public override string Key => "singlePrizes";

    public override string Title => "单项奖";

    public override string Help => "一个模块或评分点上最好的几名另外得奖，不占等次名额，也不受限额约束；末位并列的都得；“进步”比的是和基数的差。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Prizes, "一行一个：奖名=模块编号 取 1；评分点写 模块/评分点，比进步写 模块/评分点 进步 取 3", KindInput.Lines),
    ];

    protected override string? Set(Trade part) =>
        part.Awards.Singles is { Count: > 0 } singles ? string.Join('、', singles.Select(s => $"{s.Name} {s.Count} 名")) : null;

    protected override IReadOnlyDictionary<string, string> Written(Trade part) => new Dictionary<string, string>
    {
        [Prizes] = string.Join('\n', (part.Awards.Singles ?? []).Select(s => $"{s.Name}={Where(s)} {Takes} {s.Count}")),
    };

    protected override Trade Read(Trade old, KindFields typed)
    {
        var read = typed.Lines(Prizes).Select(line => (Line: line, Prize: Prize(line, old))).ToList();
        if (read.FirstOrDefault(r => r.Prize is null).Line is { } wrong)
        {
            var modules = string.Join('、', old.Modules().Select(m => $"{m.Id}（{m.Name}）"));
            typed.Refuse<object>($"“{wrong}”看不懂：请写 奖名=模块 取 1，模块有 {modules}");
        }

        var prizes = read.Select(r => r.Prize).OfType<SinglePrize>().ToList();
        return old with { Awards = old.Awards with { Singles = prizes.Count == 0 ? null : prizes } };
    }

    protected override IReadOnlyList<string> Example(Trade trade, Trade part) =>
        part.Awards.Singles is not { Count: > 0 } singles ? ["不设单项奖"] :
    [
        .. singles.Select(s => $"{s.Name}：{NameOf(part, s)}{(s.Gain ? "比基数进步最多" : "最好")}的 {s.Count} 名；末位并列都得"),
        .. Trial.Faults(part).Where(f => f.Contains("单项奖", StringComparison.Ordinal) || f.Contains("另取", StringComparison.Ordinal)
            || f.Contains(Gain, StringComparison.Ordinal)),
    ];

    private static string NameOf(Trade trade, SinglePrize prize) =>
        trade.Modules().FirstOrDefault(m => m.Id == prize.Module) is not { } module ? prize.Module.Value
        : prize.Aspect is { } id ? $"{module.Name}的“{module.Aspects().FirstOrDefault(a => a.Id == id)?.Text ?? id.Value}”"
        : $"“{module.Name}”得分";

    private static string Where(SinglePrize prize) =>
        $"{prize.Module}{(prize.Aspect is { } id ? $"/{id}" : "")}{(prize.Gain ? $" {Gain}" : "")}";

    private static SinglePrize? Prize(string line, Trade trade)
    {
        if (line.Split(['=', '＝'], 2) is not [var name, var rest] || name.Trim().Length is 0 or > 40
            || rest.Normalize(NormalizationForm.FormKC).Split(Takes, 2) is not [var where, var count]
            || !int.TryParse(count.Trim().TrimEnd('名', '个', '项').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            || n is < 1 or > 9_999)
        {
            return null;
        }

        var gain = where.Trim().EndsWith(Gain, StringComparison.Ordinal);
        var parts = (gain ? where.Trim()[..^Gain.Length] : where).Split('/', 2, StringSplitOptions.TrimEntries);
        var module = trade.Modules().FirstOrDefault(m => m.Id.Value == parts[0] || m.Name == parts[0]);
        var aspect = parts.Length < 2 ? null : module?.Aspects().FirstOrDefault(a => a.Id.Value == parts[1] || a.Text == parts[1]);
        var old = trade.Awards.Singles?.FirstOrDefault(s => s.Name == name.Trim());
        return module is null || (parts.Length == 2 && aspect is null) ? null
            : new(name.Trim(), n, module.Id, aspect?.Id, gain, old?.Amount);
    }
}
