using System.Text.Json.Serialization;

namespace Scoring.Core.Definition;

/// <summary>A contest: what is printed on its certificates and shown over its boards. Its trades are defined one by one.</summary>
/// <param name="Name">Full name, e.g. 2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛.</param>
/// <param name="NameLines">The name broken where it is spoken, for screens; null: broken by width.</param>
/// <param name="Series">Name of the series over the years, e.g. 殷都杯; null if it is a single contest.</param>
/// <param name="Edition">Which time the series is held, from 1; null if unknown.</param>
/// <param name="Hosts">主办.</param>
/// <param name="Organizers">承办.</param>
/// <param name="Issuers">颁发单位 on the certificates, in order (R-H1); null: the hosts.</param>
/// <param name="CertificatePrefix">First part of every certificate number, e.g. YDB2026 (R-H5).</param>
/// <param name="Holidays">放假 weekdays by the State Council's notice, which are no working days of 公示 (R-D3).</param>
/// <param name="ExtraWorkdays">调休上班 Saturdays and Sundays, which are.</param>
/// <param name="Level">Of the contest, e.g. 市级一类; null: unsaid.</param>
/// <param name="CoOrganizers">协办.</param>
/// <param name="LastDate">The last day where there are several; null: <paramref name="Date"/> is the only one.</param>
/// <param name="TimeZone">IANA name of the zone in which times are shown and typed; null: <see cref="UsualTimeZone"/>.</param>
/// <param name="Contact">Whom to ask, as printed in the 秩序册.</param>
/// <param name="TradeOrder">In which order the trades stand on every list and screen; those not named follow as defined. Null: as defined.</param>
/// <param name="Tags">Kind → value, e.g. 级别 → 市级 (R-K15); they come down to trades, organizations and entrants.</param>
/// <param name="TradeWord">What the contest calls its trades, e.g. 赛项; null: <see cref="Definition.TradeWord.Usual"/>.</param>
/// <param name="Salutation">After names on certificates; null: as the template says, 同志.</param>
/// <param name="Demo">True for the built-in demonstration: every page says so.</param>
public sealed record Competition(
    CompetitionId Id,
    string Name,
    IReadOnlyList<string>? NameLines = null,
    string? Series = null,
    int? Edition = null,
    DateOnly? Date = null,
    string? Venue = null,
    IReadOnlyList<string>? Hosts = null,
    IReadOnlyList<string>? Organizers = null,
    IReadOnlyList<string>? Issuers = null,
    string? CertificatePrefix = null,
    bool Demo = false,
    IReadOnlyList<TeamRanking>? TeamRankings = null,
    IReadOnlyList<DateOnly>? Holidays = null,
    IReadOnlyList<DateOnly>? ExtraWorkdays = null,
    string? Level = null,
    IReadOnlyList<string>? CoOrganizers = null,
    DateOnly? LastDate = null,
    string? City = null,
    string? TimeZone = null,
    string? Contact = null,
    IReadOnlyList<TradeId>? TradeOrder = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    string? TradeWord = null,
    Salutation? Salutation = null)
{
    public const string UsualTimeZone = "Asia/Shanghai";

    /// <summary>The same moment on the clock of the venue.</summary>
    public DateTimeOffset? AtVenue(DateTimeOffset? moment) => moment is { } at ? TimeZoneInfo.ConvertTime(at, ZoneOf(TimeZone)) : null;

    /// <summary>The zone of this name. A machine without a table of zones still knows Beijing time.</summary>
    /// <param name="name">IANA name; null: the usual one.</param>
    public static TimeZoneInfo ZoneOf(string? name) => TimeZoneInfo.TryFindSystemTimeZoneById(name ?? UsualTimeZone, out var found) ? found
        : TimeZoneInfo.CreateCustomTimeZone(UsualTimeZone, TimeSpan.FromHours(8), UsualTimeZone, UsualTimeZone);

    /// <summary>What certificate numbers begin with where no prefix is given: the contest's own id.</summary>
    [JsonIgnore]
    public string NumberPrefix => CertificatePrefix ?? Id.Value.ToUpperInvariant();

    /// <summary>Who stands under the certificates (R-H1); empty: nobody is named, so none can be issued.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Signing => Issuers is { Count: > 0 } ? Issuers : Hosts ?? [];

    /// <summary>The contest's last day; null: no day is set.</summary>
    [JsonIgnore]
    public DateOnly? Ends => LastDate ?? Date;
}
