using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>Answers against the key: outer spaces, width and case ignored, any accepted answer, points per field, blank is wrong (R-J5).</summary>
internal sealed class AnswerKeyKind : AspectKind<AnswerKeyAspect>
{
    private const int LongestAnswer = 200;

    protected override Saying? Check(AnswerKeyAspect aspect, Entry entry, bool belowZero)
    {
        if (entry.Answers is not { } answers || answers.Count != aspect.Fields.Count)
        {
            return $"请逐项填写 {aspect.Fields.Count} 项：{Saying.Join("、", aspect.Fields.Select(f => f.Name))}";
        }

        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i].Length > LongestAnswer)
            {
                return $"“{aspect.Fields[i].Name}”的答案太长，最多 {LongestAnswer} 字";
            }

            if (aspect.Fields[i].Choices is { } choices && !IsBlank(answers[i]) && !choices.Any(c => Same(c, answers[i])))
            {
                return $"“{aspect.Fields[i].Name}”请从选项中选择";
            }
        }

        return null;
    }

    protected override decimal Value(AnswerKeyAspect aspect, Entry entry)
    {
        var points = 0m;
        for (var i = 0; i < aspect.Fields.Count; i++)
        {
            points += IsRight(aspect.Fields[i], Given(entry, i)) ? aspect.Fields[i].Points : 0m;
        }

        return points;
    }

    protected override Saying Because(AnswerKeyAspect aspect, Entry entry) =>
        Saying.Join("，", aspect.Fields.Select((field, i) => Because(field, Given(entry, i))));

    protected override IReadOnlyList<string> Fields(AnswerKeyAspect aspect) => [.. aspect.Fields.Select(f => f.Name)];

    protected override string Ask(AnswerKeyAspect aspect) => "答案";

    protected override string Guide(AnswerKeyAspect aspect) => $"填答案：{string.Join('、', aspect.Fields.Select(f => f.Name))}";

    protected override string Blank(AnswerKeyAspect aspect) => "＿＿＿＿";

    protected override string Typed(AnswerKeyAspect aspect, Entry entry) => string.Join(" / ", entry.Answers ?? []);

    protected override void Define(AnswerKeyAspect aspect, string path, Findings findings)
    {
        findings.Must(aspect.Fields.Count > 0, $"{path}.fields", $"空列表", $"至少要有一个答题栏，如品种、产地、等级");
        var readable = findings.Readable($"{path}.fullMark");
        findings.Unique(aspect.Fields, f => f.Name, i => $"{path}.fields[{i}].name", $"答题栏名称");
        foreach (var (index, field) in aspect.Fields.Index())
        {
            var at = $"{path}.fields[{index}]";
            findings.Name($"{at}.name", field.Name);
            findings.Must(field.Points > 0, $"{at}.points", field.Points, $"得分应大于 0");
            findings.Must(field.Accepted.Count > 0, $"{at}.accepted", $"空列表", $"至少要有一个正确答案");
            findings.Names($"{at}.accepted", field.Accepted);
            if (field.Choices is { } choices)
            {
                Choices(field, choices, at, findings);
            }

            readable &= findings.Readable($"{at}.points");
        }

        if (readable && aspect.Fields.Count > 0)
        {
            var sum = aspect.Fields.Sum(f => f.Points);
            findings.Must(
                sum == aspect.FullMark, $"{path}.fields", Sums.Of(aspect.Fields.Select(f => f.Points), sum),
                $"各栏得分合计应为满分 {Findings.Figure(aspect.FullMark)}{Sums.Off(sum, aspect.FullMark)}");
        }
    }

    private static void Choices(AnswerField field, IReadOnlyList<string> choices, string path, Findings findings)
    {
        findings.Names($"{path}.choices", choices);
        findings.Unique(choices, c => c, i => $"{path}.choices[{i}]", $"选项");
        if (choices.Count == 0)
        {
            findings.Error($"{path}.choices", $"空列表", $"至少要有一个选项；自由填写就不写 choices");
        }
        else if (findings.Whole($"{path}.choices"))
        {
            foreach (var (index, answer) in field.Accepted.Index())
            {
                findings.Must(
                    choices.Any(c => Same(c, answer)), $"{path}.accepted[{index}]", Findings.Quote(answer), $"正确答案不在选项里，选项有 {Nearest.List(choices)}");
            }
        }
    }

    private static string Given(Entry entry, int field) => field < (entry.Answers?.Count ?? 0) ? entry.Answers![field] : ""; // not null: counted

    private static Saying Because(AnswerField field, string answer) =>
        IsBlank(answer) ? (Saying)$"{field.Name}未答" : $"{field.Name}答“{answer.Trim()}”，{(IsRight(field, answer) ? (Saying)$"对" : $"错")}";

    private static bool IsRight(AnswerField field, string answer) => !IsBlank(answer) && field.Accepted.Any(a => Same(a, answer));

    private static bool IsBlank(string answer) => string.IsNullOrWhiteSpace(answer);

    private static bool Same(string a, string b) => string.Equals(Narrow(a), Narrow(b), StringComparison.OrdinalIgnoreCase);

    private static string Narrow(string text) => string.Create(text.Trim().Length, text.Trim(), static (span, t) =>
    {
        for (var i = 0; i < t.Length; i++)
        {
            span[i] = t[i] switch
            {
                '\u3000' => ' ',
                >= '\uFF01' and <= '\uFF5E' => (char)(t[i] - 0xFEE0),
                _ => t[i],
            };
        }
    });
}
