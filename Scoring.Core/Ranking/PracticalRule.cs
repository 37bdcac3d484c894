using Scoring.Core.Definition;

namespace Scoring.Core.Ranking;

internal sealed class PracticalRule() : ComponentRule(TieStepKind.Practical, ComponentKind.Practical, $"实操");
