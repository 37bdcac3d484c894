using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>What the pages share: the open competitions and the venue's clock.</summary>
public sealed class Desk(Competitions competitions, Cautions cautions, AccessLog access, TimeProvider time)
{
    public Competitions Competitions => competitions;

    public Cautions Cautions => cautions;

    /// <summary>Looks at personal data are written down (R-I2).</summary>
    public AccessLog Access => access;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>As the clock on the venue's wall shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset utc) => TimeZoneInfo.ConvertTime(utc, time.LocalTimeZone);

    /// <summary>What a clock on the venue's wall shows, as a moment.</summary>
    public DateTimeOffset AtVenue(DateTime wall) => new(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), time.LocalTimeZone), TimeSpan.Zero);

    public OpenCompetition? Find(string id) => competitions.Find(new CompetitionId(id));
}
