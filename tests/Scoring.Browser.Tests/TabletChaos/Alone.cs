namespace Scoring.Browser.Tests.TabletChaos;

/// <summary>Tests that need the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
