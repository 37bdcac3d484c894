using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>Answers against the key: outer spaces, width and case ignored, any accepted answer, points per field, blank is wrong (R-J5).</summary>
public static class AnswerKeys
{
    private const int LongestAnswer = 200;

    public static string? Check(AnswerKeyAspect aspect, Entry entry)
    {
        if (entry.Answers is not { } answers || answers.Count != aspect.Fields.Count)
        {
            return $"请逐项填写 {aspect.Fields.Count} 项：{string.Join("、", aspect.Fields.Select(f => f.Name))}";
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

    public static decimal Points(AnswerKeyAspect aspect, Entry entry)
    {
        var points = 0m;
        for (var i = 0; i < aspect.Fields.Count && i < (entry.Answers?.Count ?? 0); i++)
        {
            points += IsRight(aspect.Fields[i], entry.Answers![i]) ? aspect.Fields[i].Points : 0m;
        }

        return points;
    }

    public static bool IsRight(AnswerField field, string answer) => !IsBlank(answer) && field.Accepted.Any(a => Same(a, answer));

    private static bool IsBlank(string answer) => string.IsNullOrWhiteSpace(answer);

    /// <summary>Outer spaces, width and case do not matter.</summary>
    internal static bool Same(string a, string b) => string.Equals(Narrow(a), Narrow(b), StringComparison.OrdinalIgnoreCase);

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
