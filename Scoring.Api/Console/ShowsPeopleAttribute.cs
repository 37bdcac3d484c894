namespace Scoring.Api.Console;

/// <summary>The page shows people by name with more about them: every look is written down (R-I2).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShowsPeopleAttribute(string what) : Attribute
{
    /// <summary>e.g. 选手名单.</summary>
    public string What => what;
}
