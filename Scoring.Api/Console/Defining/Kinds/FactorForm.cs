using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class FactorForm : KindForm<FactorAspect>
{
    private const string How = "每行写一个系数，可以加说明，例如 1.1=难度高";

    public override string Name => "系数";

    public override IReadOnlyList<KindField> Fields { get; } = [new(KindField.Lines, "一行一个：系数=什么时候用（配分填 0）", KindInput.Lines)];

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
