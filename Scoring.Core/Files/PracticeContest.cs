using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>A contest to play with. It says so wherever its name is written (console, tablets, screens, papers, certificates), and cannot
/// be renamed into a real one.</summary>
public static class PracticeContest
{
    /// <summary>Every name begins with it.</summary>
    public const string Mark = "【练习】";

    /// <param name="example">Whose trades, people and sheets are played with.</param>
    public static CompetitionFile Of(CompetitionFile example, CompetitionId id) => example with
    {
        Competition = example.Competition with
        {
            Id = id, Name = Mark + example.Competition.Name, NameLines = example.Competition.NameLines is { Count: > 0 } lines
                ? [Mark + lines[0], .. lines.Skip(1)] : null,
            Demo = true, Series = null, Edition = null, CertificatePrefix = "LIANXI" + string.Concat(id.Value.Where(char.IsAsciiDigit)),
        },
    };

    /// <summary>The built-in demonstration is none: it keeps its name.</summary>
    public static bool Is(Competition competition) => competition.Demo && competition.Name.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The name somebody typed, marked if the contest is one for practice.</summary>
    public static string Named(Competition before, string name) => Is(before) && !name.StartsWith(Mark, StringComparison.Ordinal)
        ? Mark + name : name;
}
