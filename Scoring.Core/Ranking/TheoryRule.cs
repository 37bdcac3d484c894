using Scoring.Core.Definition;

namespace Scoring.Core.Ranking;

internal sealed class TheoryRule() : ComponentRule(TieStepKind.Theory, ComponentKind.Theory, $"理论");
