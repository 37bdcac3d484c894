using System.Text.Json.Serialization;

namespace Scoring.Core.Definition;

/// <summary>评分点 (R-B5): one line of a score sheet. Its kind says what is typed and how that becomes 0…full, 2 decimals, half-up.</summary>
/// <param name="FullMark">Above 0.</param>
/// <param name="Hint">What the judge should look at; null: nothing more to say.</param>
/// <param name="Reasons">Deduction reasons to choose from (扣分原因); null: free text only.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PointsAspect), "points")]
[JsonDerivedType(typeof(BinaryAspect), "binary")]
[JsonDerivedType(typeof(FaultsAspect), "faults")]
[JsonDerivedType(typeof(ToleranceAspect), "tolerance")]
[JsonDerivedType(typeof(CountAspect), "count")]
[JsonDerivedType(typeof(TimeBandAspect), "timeBand")]
[JsonDerivedType(typeof(JudgementAspect), "judgement")]
[JsonDerivedType(typeof(AnswerKeyAspect), "answerKey")]
[JsonDerivedType(typeof(MetricAspect), "metric")]
[JsonDerivedType(typeof(BonusAspect), "bonus")]
[JsonDerivedType(typeof(FactorAspect), "factor")]
[JsonDerivedType(typeof(FieldAspect), "field")]
public abstract record Aspect(AspectId Id, string Text, decimal FullMark, string? Hint = null, IReadOnlyList<string>? Reasons = null)
{
    /// <summary>What it adds to its module's full mark; 0 where it stands outside (R-K9).</summary>
    public decimal Share() => this is BonusAspect or FactorAspect ? 0m : FullMark;
}

/// <summary>0…full by a step; the full mark itself is always allowed (R-J1).</summary>
public sealed record PointsAspect(AspectId Id, string Text, decimal FullMark, decimal Step = 0.5m, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>Entered 1: full, 0: zero.</summary>
public sealed record BinaryAspect(AspectId Id, string Text, decimal FullMark, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>Entered n faults, a whole number from 0: full − n × deduction.</summary>
/// <param name="Unit">处, 次, 个…</param>
public sealed record FaultsAspect(AspectId Id, string Text, decimal FullMark, decimal Deduction, string Unit = "处", string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>Entered a measured value: bands on |measured − nominal|, the first that holds, edge included, else 0.</summary>
/// <param name="Decimals">How many the instrument reads; more are refused.</param>
public sealed record ToleranceAspect(
    AspectId Id, string Text, decimal FullMark, decimal Nominal, string Unit, IReadOnlyList<ToleranceBand> Bands, int Decimals = 2,
    string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <param name="Within">Largest deviation of this band, in the aspect's unit; bands ascend.</param>
public sealed record ToleranceBand(decimal Within, decimal Mark);

/// <summary>Entered n, a whole number from 0: n × points, clamped to full.</summary>
public sealed record CountAspect(AspectId Id, string Text, decimal FullMark, decimal PointsEach, string Unit = "个", string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>Entered seconds: the first band whose upper edge is not exceeded, else 0 (R-J5).</summary>
/// <param name="Hundredths">Two decimals may be entered (R-K2); otherwise whole seconds.</param>
public sealed record TimeBandAspect(
    AspectId Id, string Text, decimal FullMark, IReadOnlyList<TimeBand> Bands, string? Hint = null, IReadOnlyList<string>? Reasons = null, bool Hundredths = false)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

public sealed record TimeBand(decimal UpToSeconds, decimal Mark);

/// <summary>R-G2: entered 0, 1, 2 or 3 against a written benchmark.</summary>
/// <param name="Benchmarks">Four texts, for 0, 1, 2 and 3.</param>
public sealed record JudgementAspect(AspectId Id, string Text, decimal FullMark, IReadOnlyList<string> Benchmarks, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>Entered one text a field; outer spaces, width and case ignored; blank is wrong (R-J5).</summary>
public sealed record AnswerKeyAspect(AspectId Id, string Text, decimal FullMark, IReadOnlyList<AnswerField> Fields, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <param name="Name">What is asked, e.g. 品种, 产地, 等级.</param>
/// <param name="Accepted">Right answers; never leaves the server towards a judge.</param>
/// <param name="Choices">Answers to choose from; null: free text.</param>
public sealed record AnswerField(string Name, decimal Points, IReadOnlyList<string> Accepted, IReadOnlyList<string>? Choices = null);

/// <summary>A result such as orders or kWh/t, mapped by a line through points or by steps (R-B5, R-J5). Exactly one of the two is set.</summary>
/// <param name="Line">Two or more points by ascending value; the line goes on beyond them, then clamped.</param>
/// <param name="Steps">First step that holds, edge included, else 0.</param>
/// <param name="Base">What is mapped is the difference from it, or its percentage (R-K8); null: the result itself.</param>
public sealed record MetricAspect(
    AspectId Id, string Text, decimal FullMark, string Unit, IReadOnlyList<MetricPoint>? Line = null, MetricSteps? Steps = null,
    string? Hint = null, IReadOnlyList<string>? Reasons = null, MetricBase? Base = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

public sealed record MetricPoint(decimal Value, decimal Mark);

/// <param name="Better">Whether a higher or a lower value is better: "at least" or "at most" the edge.</param>
public sealed record MetricSteps(MetricDirection Better, IReadOnlyList<MetricPoint> Edges);

public enum MetricDirection { Higher, Lower }

/// <summary>What a metric is measured from (R-K8, R-M7).</summary>
/// <param name="Value">The same for everyone, not 0; null: entered beside each result.</param>
public sealed record MetricBase(MetricTake Take, decimal? Value = null);

/// <summary>Value − base, or that ÷ base × 100.</summary>
public enum MetricTake { Difference, Percent }

/// <summary>加分 outside the module's full mark (R-K9): 0…full by a step, of which a sheet counts at most the module's bonus.</summary>
public sealed record BonusAspect(AspectId Id, string Text, decimal FullMark, decimal Step = 0.5m, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>系数 (R-K9): entered one of the factors; the sheet's aspects and bonus are multiplied by it, at most full mark + bonus.</summary>
/// <param name="FullMark">0: it has none.</param>
public sealed record FactorAspect(
    AspectId Id, string Text, IReadOnlyList<FactorChoice> Choices, decimal FullMark = 0m, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <param name="Factor">0 to 10; 1.1 is 110 %.</param>
/// <param name="Text">When it applies; null: the figure says it.</param>
public sealed record FactorChoice(decimal Factor, string? Text = null);

/// <summary>Entered a value; its mark comes from the values of all (R-K8, R-M7).</summary>
/// <param name="Off">By the mean: how much comes off, in proportion, …</param>
/// <param name="Per">… for so many units worse than the mean.</param>
/// <param name="Field">Whose values: the trade's entrants, or those of the same group (R-K3).</param>
/// <param name="Decimals">Of the value.</param>
public sealed record FieldAspect(
    AspectId Id, string Text, decimal FullMark, string Unit, FieldRule By, MetricDirection Better, decimal? Off = null, decimal? Per = null,
    FieldScope Field = FieldScope.Trade, int Decimals = 2, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

/// <summary>Best ÷ own (less is better) or own ÷ best; by place, first full, last 0, equal steps; by the distance from the mean.</summary>
public enum FieldRule { Ratio, Place, Mean }

public enum FieldScope { Trade, Group }
