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

    /// <summary>A contest played through before it is held: its trades, sheets and judges, invented entrants in place of its own, nothing
    /// drawn and nothing marked.</summary>
    /// <param name="real">As exported.</param>
    public static CompetitionFile Rehearsal(CompetitionFile real, CompetitionId id) => Of(real, id) with
    {
        Entrants = real.Entrants is { } entrants ? [.. entrants.Select((e, at) => Invented(e, at + 1))] : null,
        Judges = real.Judges is { } judges ? [.. judges.Select(j => j with { RecusedFrom = null })] : null,
        Marks = null, Progress = null, FormerSeats = null, TeamCertificates = null, TeamRevoked = null,
    };

    private static FileEntrant Invented(FileEntrant real, int number) => new(
        real.Id, $"练习选手{number}", real.Organization, real.Trade, Gender: real.Gender, ExamNumber: real.ExamNumber, Grade: real.Grade,
        Members: real.Members is { } members ? [.. members.Select((_, at) => $"练习队员{number}-{at + 1}")] : null, Team: real.Team,
        Group: real.Group, Groups: real.Groups, Tags: real.Tags, Counts: real.Counts, MemberRoles: real.MemberRoles, Work: real.Work);

    /// <summary>The built-in demonstration is none: it keeps its name.</summary>
    public static bool Is(Competition competition) => competition.Demo && competition.Name.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>The name somebody typed, marked if the contest is one for practice.</summary>
    public static string Named(Competition before, string name) => Is(before) && !name.StartsWith(Mark, StringComparison.Ordinal)
        ? Mark + name : name;
}
