using Scoring.Core.Marking;

namespace Scoring.Api.Hubs;

/// <summary>What makes a module's figure beyond its panel, a line each: groups brought to one level, runs that count, deductions.</summary>
internal static class ResultLines
{
    public static IEnumerable<string> Of(EntrantRun run)
    {
        if (run.Entrant.Result.Module(run.Module.Definition.Id) is not { } result)
        {
            yield break;
        }

        if (result.Levelled is { } level)
        {
            var coefficient = Words.Plain(decimal.Round(level.Coefficient, 6));
            yield return $"{level.Group}平均 {Figure(level.Mean)}，拉平到 {Figure(level.Common)}，系数 {coefficient}："
                + $"{Figure(level.Raw)} 变为 {Figure(decimal.Round(level.Raw * level.Coefficient, 4))}";
        }

        if (run.Attempt is not null && result.Figure is not null)
        {
            var counts = EntrantRun.Of(run.Entrant, run.Module).Where(r => r.Counts == true).Select(r => r.Name);
            yield return $"计入{string.Join('、', counts)}";
        }

        foreach (var deduction in result.Deductions)
        {
            yield return $"{deduction.Because}，扣 {Figure(deduction.Points)}";
        }

        if (result.Figure is { } figure && (result.Deductions.Count > 0 || run.Attempt is not null || result.Levelled is not null))
        {
            yield return $"模块得分 {Figure(figure)}{(result.Provisional is { } why ? $"，{why}" : "")}";
        }
        else if (result.Provisional is { } open)
        {
            yield return open.ToString();
        }
    }

    private static string Figure(decimal figure) => Core.Marking.Words.Unrounded(figure);
}
