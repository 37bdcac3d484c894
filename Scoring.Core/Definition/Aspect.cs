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
public abstract record Aspect(AspectId Id, string Text, decimal FullMark, string? Hint = null, IReadOnlyList<string>? Reasons = null);

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

/// <summary>Entered whole seconds: the first band whose upper edge is not exceeded, else 0 (R-J5).</summary>
public sealed record TimeBandAspect(AspectId Id, string Text, decimal FullMark, IReadOnlyList<TimeBand> Bands, string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

public sealed record TimeBand(int UpToSeconds, decimal Mark);

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
public sealed record MetricAspect(
    AspectId Id, string Text, decimal FullMark, string Unit, IReadOnlyList<MetricPoint>? Line = null, MetricSteps? Steps = null,
    string? Hint = null, IReadOnlyList<string>? Reasons = null)
    : Aspect(Id, Text, FullMark, Hint, Reasons);

public sealed record MetricPoint(decimal Value, decimal Mark);

/// <param name="Better">Whether a higher or a lower value is better: "at least" or "at most" the edge.</param>
public sealed record MetricSteps(MetricDirection Better, IReadOnlyList<MetricPoint> Edges);

public enum MetricDirection { Higher, Lower }
