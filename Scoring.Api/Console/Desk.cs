using Scoring.Api.Ledger;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>What the pages share: the open competitions and the venue's clock.</summary>
public sealed class Desk(Competitions competitions, TimeProvider time)
{
    public Competitions Competitions => competitions;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>As the clock on the venue's wall shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset utc) => TimeZoneInfo.ConvertTime(utc, time.LocalTimeZone);

    public OpenCompetition? Find(string id) => competitions.Find(new CompetitionId(id));
}
