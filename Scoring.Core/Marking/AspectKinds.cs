using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>Every kind there is.</summary>
internal static class AspectKinds
{
    private static readonly PointsKind Points = new();
    private static readonly BinaryKind Binary = new();
    private static readonly FaultsKind Faults = new();
    private static readonly ToleranceKind Tolerance = new();
    private static readonly CountKind Count = new();
    private static readonly TimeBandKind TimeBand = new();
    private static readonly JudgementKind Judgement = new();
    private static readonly AnswerKeyKind AnswerKey = new();
    private static readonly MetricKind Metric = new();
    private static readonly BonusKind Bonus = new();
    private static readonly FactorKind Factor = new();
    private static readonly FieldKind Field = new();

    public static AspectKind Of(Aspect aspect) => aspect switch
    {
        PointsAspect => Points,
        BinaryAspect => Binary,
        FaultsAspect => Faults,
        ToleranceAspect => Tolerance,
        CountAspect => Count,
        TimeBandAspect => TimeBand,
        JudgementAspect => Judgement,
        AnswerKeyAspect => AnswerKey,
        MetricAspect => Metric,
        BonusAspect => Bonus,
        FactorAspect => Factor,
        FieldAspect => Field,
        _ => throw new ArgumentOutOfRangeException(nameof(aspect), aspect.GetType().Name, "an aspect of unknown kind"),
    };
}
