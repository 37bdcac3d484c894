namespace Scoring.Api.Console;

/// <summary>The policy of one handler that changes something. A POST handler without it is refused to everyone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(string policy) : Attribute
{
    public string Policy => policy;
}
