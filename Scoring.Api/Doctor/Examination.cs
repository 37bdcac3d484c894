using System.Net;
using Scoring.Api.Files;
using Scoring.Api.Machine;
using Scoring.Api.Shelf;
using Scoring.Api.Storage;
using Scoring.Api.Tablets;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates;
using Scoring.Display;

namespace Scoring.Api.Doctor;

/// <summary>Everything that is looked at before and on the day, worst first.</summary>
public static class Examination
{
    /// <summary>Of the machine and the data folder, whether the program runs or not.</summary>
    /// <param name="port">Tablets use it.</param>
    /// <param name="running">Whether this program answers there now.</param>
    public static IEnumerable<Finding> OfMachine(string data, FontBook fonts, int port, bool running, DateTimeOffset now) =>
    [
        .. DiskCheck.Of(data),
        FontCheck.Of(fonts),
        KeyCheck.Signing(P256.New),
        KeyCheck.Authority(data, now),
        NetworkCheck.OfAddresses(Addresses.OnTheNetwork()),
        NetworkCheck.OfPort(port, running, !running && !Addresses.IsTaken($"http://0.0.0.0:{port}")),
        NetworkCheck.OfFirewall(Firewall.OfThisMachine.Obstacle(port)),
        ClockCheck.Zone(TimeZoneInfo.Local.GetUtcOffset(now), new ContestClock().LocalTimeZone.GetUtcOffset(now)),
    ];

    /// <summary>Of data that nobody has open: clock and backups as the files tell.</summary>
    public static IEnumerable<Finding> OfFiles(string data, DateTimeOffset now)
    {
        var entry = Ledgers(data).Max(LastEntryTime.Of);
        return [ClockCheck.Time(now, entry), BackupCheck.Age(BackupCheck.Newest(data), entry)];
    }

    public static IReadOnlyList<Finding> WorstFirst(IEnumerable<Finding> findings) => [.. findings.OrderByDescending(f => f.Grade)];

    private static IEnumerable<string> Ledgers(string data) =>
        Directory.Exists(DataFolder.CompetitionsIn(data)) ? Directory.EnumerateFiles(DataFolder.CompetitionsIn(data), "*.db") : [];
}

/// <summary>The same while the program runs, and what only then can be looked at: tablets, the second folder.</summary>
public sealed class LiveExamination(
    ContestCards cards, PairedTablets tablets, BackupKeeper backups, InstallationBackup installation, DataFolder folder,
    FontBook fonts, TimeProvider time)
{
    /// <param name="port">This request came to.</param>
    public async Task<IReadOnlyList<Finding>> Run(int port, Func<IPAddress, Task<TimeSpan?>> ask)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? entry = cards.All.Select(c => c.At).Max();
        return Examination.WorstFirst(
        [
            .. Examination.OfMachine(folder.Root, fonts, port, running: true, now),
            ClockCheck.Time(now, entry),
            BackupCheck.Second(backups.SecondFolder, backups.SecondFolderProblem, installation.Ready),
            BackupCheck.Age(BackupCheck.Newest(folder.Root), entry),
            .. await TabletCheck.Of(tablets.Reached(), ask),
        ]);
    }
}
