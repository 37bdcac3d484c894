using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class AnswerKeyForm : KindForm<AnswerKeyAspect>
{
    private const string Hint = "每行写“空名=分值=答案1、答案2”；只能从选项里选的，后面再写“=选项1、选项2”";

    public override string Name => "答案";

    public override string Help => "对答案：几栏各有标准答案，大小写、全半角、前后空格都不算错。";

    public override IReadOnlyList<KindField> Fields { get; } =
        [new(KindField.Lines, "一行一空：空名=分值=答案1、答案2；有选项的再加 =选项1、选项2", KindInput.Lines)];

    protected override IEnumerable<string> Samples(AnswerKeyAspect aspect) =>
        [Answers(aspect, "?"), Answers(aspect, aspect.Fields.FirstOrDefault()?.Accepted.FirstOrDefault() ?? "?")];

    // The first right or wrong, the others right.
    private static string Answers(AnswerKeyAspect aspect, string first) =>
        string.Join('、', aspect.Fields.Select((f, i) => i == 0 ? first : f.Accepted.FirstOrDefault() ?? "?"));

    protected override string Setting(AnswerKeyAspect aspect) => $"{aspect.Fields.Count} 空";

    protected override IReadOnlyDictionary<string, string> Written(AnswerKeyAspect aspect) =>
        new Dictionary<string, string> { [KindField.Lines] = string.Join('\n', aspect.Fields.Select(Line)) };

    public override Aspect Read(AspectHead head, KindFields typed)
    {
        var fields = typed.Lines(KindField.Lines).Select(Field).ToList();
        return new AnswerKeyAspect(
            head.Id, head.Text, head.FullMark,
            fields.Count == 0 || fields.Contains(null) ? typed.Refuse<List<AnswerField>>(Hint) ?? [] : [.. fields.OfType<AnswerField>()],
            head.Hint, head.Reasons);
    }

    private static string Line(AnswerField field) =>
        $"{field.Name}={Plain(field.Points)}={string.Join('、', field.Accepted)}"
        + (field.Choices is { } choices ? $"={string.Join('、', choices)}" : "");

    private static AnswerField? Field(string line)
    {
        var parts = line.Split(['=', '＝'], 4, StringSplitOptions.TrimEntries);
        return parts is [var name, var points, var accepted, ..] && KindFields.Number(points) is { } p
            ? new AnswerField(name, p, Answers(accepted), parts.Length == 4 ? Answers(parts[3]) : null) : null;
    }

    private static string[] Answers(string text) =>
        text.Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
