using Scoring.Api.Console.Defining.Rules;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <summary>One rule on the page of a part.</summary>
/// <param name="Basis">The version of what the page's forms edit.</param>
public sealed record RuleShown(
    RuleForm Rule, Trade Trade, object Part, Selection? At, bool NeedsReason, bool Locked, string Basis) : IEdited
{
    public string? Set => Rule.Set(Part);
}
