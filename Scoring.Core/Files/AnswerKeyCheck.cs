using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Files;

/// <summary>The fields of an answer key: points that make the full mark, answers that can be chosen (R-J5).</summary>
internal static class AnswerKeyCheck
{
    public static void Check(AnswerKeyAspect key, string path, Findings findings)
    {
        findings.Must(key.Fields.Count > 0, $"{path}.fields", "空列表", "至少要有一个答题栏，如品种、产地、等级");
        var readable = findings.Readable($"{path}.fullMark");
        findings.Unique(key.Fields, f => f.Name, i => $"{path}.fields[{i}].name", "答题栏名称");
        foreach (var (index, field) in key.Fields.Index())
        {
            var at = $"{path}.fields[{index}]";
            findings.Name($"{at}.name", field.Name);
            findings.Must(field.Points > 0, $"{at}.points", field.Points, "得分应大于 0");
            findings.Must(field.Accepted.Count > 0, $"{at}.accepted", "空列表", "至少要有一个正确答案");
            findings.Names($"{at}.accepted", field.Accepted);
            if (field.Choices is { } choices)
            {
                Choices(field, choices, at, findings);
            }

            readable &= findings.Readable($"{at}.points");
        }

        if (readable && key.Fields.Count > 0)
        {
            var sum = key.Fields.Sum(f => f.Points);
            findings.Must(
                sum == key.FullMark, $"{path}.fields", ComponentCheck.Sum(key.Fields.Select(f => f.Points), sum),
                $"各栏得分合计应为满分 {Findings.Figure(key.FullMark)}{ComponentCheck.Off(sum, key.FullMark)}");
        }
    }

    private static void Choices(AnswerField field, IReadOnlyList<string> choices, string path, Findings findings)
    {
        findings.Names($"{path}.choices", choices);
        findings.Unique(choices, c => c, i => $"{path}.choices[{i}]", "选项");
        if (choices.Count == 0)
        {
            findings.Error($"{path}.choices", "空列表", "至少要有一个选项；自由填写就不写 choices");
        }
        else if (findings.Whole($"{path}.choices"))
        {
            foreach (var (index, answer) in field.Accepted.Index())
            {
                findings.Must(
                    choices.Any(c => AnswerKeys.Same(c, answer)), $"{path}.accepted[{index}]", Findings.Quote(answer), $"正确答案不在选项里，选项有 {Nearest.List(choices)}");
            }
        }
    }
}
