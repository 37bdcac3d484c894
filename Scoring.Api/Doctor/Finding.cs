namespace Scoring.Api.Doctor;

public enum Grade
{
    Well,

    /// <summary>Works, and could go wrong on the day.</summary>
    Caution,

    /// <summary>Will go wrong, or has.</summary>
    Trouble,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Key">Stable, for support.</param>
/// <param name="Name">What was looked at, in Chinese.</param>
/// <param name="What">How it is; figures and words of the program only, nothing that somebody typed and no path: it goes into the support
/// bundle.</param>
/// <param name="Do">What to do now; null: nothing.</param>
public sealed record Finding(string Key, string Name, Grade Grade, string What, string? Do = null)
{
    public static Finding Well(string key, string name, string what) => new(key, name, Grade.Well, what);
}
