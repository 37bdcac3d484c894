using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class FactorForm : KindForm<FactorAspect>
{
    private const string How = "每行写一个系数，可以加说明，例如 1.1=难度高";

    public override string Name => "系数";

    public override string Help => "系数：把这张表的得分（含加分）乘上选定的系数，最多到满分加模块里写的加分。";

    public override IReadOnlyList<KindField> Fields { get; } = [new(KindField.Lines, "一行一个：系数=什么时候用（配分填 0）", KindInput.Lines)];

    protected override IEnumerable<string> Samples(FactorAspect aspect) => aspect.Choices.Select(c => Plain(c.Factor));

    // A factor alone has no mark: what it makes of 80 of 100.
    protected override IReadOnlyList<string> Example(Trade trade, FactorAspect aspect)
    {
        var points = new PointsAspect(new("t"), "得分", 100m);
        var module = new Module(new("P"), "示例", 100m, MarkingMethod.Judge, [new Criterion("t", "示例", [points, aspect])], Bonus: 100m);
        return [.. aspect.Choices.Select(c =>
        {
            var figures = SheetFigures.Of(
                new ModuleSheet(module), new Dictionary<AspectId, Entry> { [points.Id] = Entry.Of(80m), [aspect.Id] = Entry.Of(c.Factor) });
            return figures.Flaw?.ToString() ?? $"得分 80，选 {Plain(c.Factor)}{(c.Text is null ? "" : $"（{c.Text}）")}：{Words.Mark(figures.Total)}";
        })];
    }

    protected override string Setting(FactorAspect aspect) => string.Join('、', aspect.Choices.Select(c => Plain(c.Factor)));

    protected override IReadOnlyDictionary<string, string> Written(FactorAspect aspect) => new Dictionary<string, string>
    {
        [KindField.Lines] = string.Join(
            '\n', aspect.Choices.Select(c => c.Text is { } text ? $"{Plain(c.Factor)}={text}" : Plain(c.Factor))),
    };

    public override Aspect Read(AspectHead head, KindFields typed)
    {
        var choices = typed.Lines(KindField.Lines).Select(Choice).ToList();
        return new FactorAspect(
            head.Id, head.Text,
            choices.Count == 0 || choices.Contains(null) ? typed.Refuse<List<FactorChoice>>(How) ?? [] : [.. choices.OfType<FactorChoice>()],
            head.FullMark, head.Hint, head.Reasons);
    }

    private static FactorChoice? Choice(string line)
    {
        var parts = line.Split(['=', '＝'], 2, StringSplitOptions.TrimEntries);
        return KindFields.Number(parts[0]) is { } factor
            ? new FactorChoice(factor, parts.Length == 2 && parts[1].Length > 0 ? parts[1] : null) : null;
    }
}
