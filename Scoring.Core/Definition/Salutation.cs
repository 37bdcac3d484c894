namespace Scoring.Core.Definition;

/// <summary>How a contest's certificates address those whose list has no 称呼 of their own (R-H1).</summary>
public enum Salutation
{
    /// <summary>The name alone.</summary>
    None,

    /// <summary>先生 or 女士 by 性别; the name alone where it is not known.</summary>
    ByGender,

    /// <summary>同学.</summary>
    Student,
}
