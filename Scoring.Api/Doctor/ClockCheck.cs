namespace Scoring.Api.Doctor;

/// <summary>The date and the zone the machine believes in.</summary>
public static class ClockCheck
{
    private static readonly DateTimeOffset Built = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <param name="last">Of the newest entry in any ledger; null: there is none.</param>
    public static Finding Time(DateTimeOffset now, DateTimeOffset? last) =>
        now < Built ? new("clock", "时钟", Grade.Trouble, $"这台电脑以为现在是 {now:yyyy-MM-dd HH:mm}（世界时）", "请先校准电脑的日期和时间；主板电池没电时每次开机都会错。")
        : last - now > Tolerance ? new("clock", "时钟", Grade.Trouble, $"比台账最后一条早 {(last - now)!.Value.TotalMinutes:0} 分钟",
            "时钟被拨回或没电了。请先校准日期和时间，再接着录入、签发证书。")
        : Finding.Well("clock", "时钟", $"{now:yyyy-MM-dd HH:mm:ss}（世界时）");

    /// <param name="machine">Offset of the machine's own zone now.</param>
    /// <param name="contest">Of the contest in use.</param>
    public static Finding Zone(TimeSpan machine, TimeSpan contest) => machine == contest
        ? Finding.Well("zone", "时区", $"与比赛一致（UTC{machine:hh\\:mm}）")
        : new("zone", "时区", Grade.Caution, $"电脑是 UTC{Signed(machine)}，比赛按 UTC{Signed(contest)}",
            "比赛的时间一律按竞赛设置里的时区，不会错；但电脑右下角显示的时间不同，容易看错。请把电脑的时区改成北京时间。");

    private static string Signed(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? "-" : "+")}{offset:hh\\:mm}";
}
