using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Api.Shelf;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>What the pages share: the open competitions and the venue's clock.</summary>
public sealed class Desk(Competitions competitions, ContestCards cards, Cautions cautions, AccessLog access, TimeProvider time)
{
    public Competitions Competitions => competitions;

    /// <summary>What is known of each without opening it.</summary>
    public ContestCards Cards => cards;

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
