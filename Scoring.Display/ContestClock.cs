using Scoring.Core.Definition;

namespace Scoring.Display;

/// <summary>The machine's time, shown and typed in the zone of the contest in use: a laptop fresh from its box knows nothing of the venue's.</summary>
public sealed class ContestClock : TimeProvider
{
    private volatile TimeZoneInfo zone = Competition.ZoneOf(null);

    public override TimeZoneInfo LocalTimeZone => zone;

    /// <param name="name">IANA name; null: the usual one.</param>
    public void Use(string? name) => zone = Competition.ZoneOf(name);

    /// <summary>A line for whoever started the program on a machine that is set to another zone; null: it is not.</summary>
    public string? Notice =>
        TimeZoneInfo.Local.GetUtcOffset(GetUtcNow()) == zone.GetUtcOffset(GetUtcNow()) ? null
        : $"这台电脑的时区是 {TimeZoneInfo.Local.Id}；比赛的时间一律按 {zone.Id} 显示和填写（在竞赛设置里改）。";
}
