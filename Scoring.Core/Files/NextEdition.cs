using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>The next edition of a contest from the last one's file: how it is scored and by whom, nothing of who took part.</summary>
public static class NextEdition
{
    /// <param name="last">As exported; entrants, marks and progress are left behind.</param>
    /// <param name="certificatePrefix">Not used by any contest before, as numbers are never used again (R-H5); null: made from the id.</param>
    public static CompetitionFile Of(CompetitionFile last, CompetitionId id, string name, string? certificatePrefix) => last with
    {
        Competition = last.Competition with
        {
            Id = id, Name = name, NameLines = null, Date = null, LastDate = null, Holidays = null, ExtraWorkdays = null, Demo = false, Edition = last.Competition.Edition + 1,
            CertificatePrefix = certificatePrefix ?? string.Concat(id.Value.Where(char.IsLetterOrDigit)).ToUpperInvariant(),
        },
        Entrants = null,
        Marks = null,
        Progress = null,
        FormerSeats = null,
        TeamCertificates = null,
        TeamRevoked = null,
        Judges = last.Judges is { } judges ? [.. judges.Select(j => j with { RecusedFrom = null })] : null,
    };
}
