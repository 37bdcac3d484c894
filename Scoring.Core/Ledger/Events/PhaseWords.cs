namespace Scoring.Core.Ledger.Events;

/// <summary>R-A5: what each phase is called.</summary>
public static class PhaseWords
{
    public static string Of(Phase phase) => phase switch
    {
        Phase.Setup => "筹备",
        Phase.Drawn => "抽签",
        Phase.Scoring => "评分",
        Phase.Review => "复核",
        Phase.Publicity => "公示",
        Phase.Final => "公布",
        Phase.Archived => "归档",
    };
}
