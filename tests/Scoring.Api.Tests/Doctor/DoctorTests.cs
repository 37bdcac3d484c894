using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Doctor;
using Scoring.Api.Files;
using Scoring.Api.Hosting.Https;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.People;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Api.Tests.Doctor;

/// <summary>Each finding provoked, and each says what to do.</summary>
public sealed class DoctorTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 23, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<Grade, string, Finding> Provoked => new()
    {
        { Grade.Trouble, "清理磁盘", DiskCheck.Space(400_000_000) },
        { Grade.Caution, "清理", DiskCheck.Space(3L << 30) },
        { Grade.Well, "", DiskCheck.Space(50L << 30) },
        { Grade.Trouble, "固态硬盘", DiskCheck.Speed(TimeSpan.FromMilliseconds(900)) },
        { Grade.Caution, "杀毒软件", DiskCheck.Speed(TimeSpan.FromMilliseconds(200)) },
        { Grade.Well, "", DiskCheck.Speed(TimeSpan.FromMilliseconds(5)) },
        { Grade.Trouble, "校准", ClockCheck.Time(new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero), null) },
        { Grade.Trouble, "校准", ClockCheck.Time(Now, Now.AddHours(1)) },
        { Grade.Well, "", ClockCheck.Time(Now, Now.AddHours(-1)) },
        { Grade.Caution, "北京时间", ClockCheck.Zone(TimeSpan.FromHours(-5), TimeSpan.FromHours(8)) },
        { Grade.Well, "", ClockCheck.Zone(TimeSpan.FromHours(8), TimeSpan.FromHours(8)) },
        { Grade.Trouble, "重新解压", FontCheck.Of(FontBook.Load([])) },
        { Grade.Trouble, "网线", NetworkCheck.OfAddresses([]) },
        { Grade.Trouble, "DHCP", NetworkCheck.OfAddresses([IPAddress.Parse("169.254.3.4")]) },
        { Grade.Caution, "断开用不着的网络", NetworkCheck.OfAddresses([IPAddress.Parse("192.168.1.5"), IPAddress.Parse("10.0.0.5")]) },
        { Grade.Well, "", NetworkCheck.OfAddresses([IPAddress.Parse("192.168.1.5")]) },
        { Grade.Trouble, "换一个端口", NetworkCheck.OfPort(5080, ours: false, free: false) },
        { Grade.Caution, "以管理员身份运行", NetworkCheck.OfFirewall(
            new Api.Machine.Firewall((_, _) => (1, ""), windows: true, administrator: false, "Scoring.Api.exe").Obstacle(5080)) },
        { Grade.Trouble, "另一台电脑", KeyCheck.Signing(() => throw new CryptographicException("not here")) },
        { Grade.Well, "", KeyCheck.Signing(() => ECDsa.Create(ECCurve.NamedCurves.nistP256)) },
        { Grade.Caution, "U 盘", BackupCheck.Second(null, null, sealedToo: true) },
        { Grade.Trouble, "拔了", BackupCheck.Second("E:", "拒绝", sealedToo: true) },
        { Grade.Caution, "口令", BackupCheck.Second("E:", null, sealedToo: false) },
        { Grade.Caution, "现在备份", BackupCheck.Age(null, Now) },
        { Grade.Caution, "现在备份", BackupCheck.Age(Now.AddHours(-2), Now) },
        { Grade.Caution, "Wi-Fi", TabletCheck.Of("03", null) },
        { Grade.Trouble, "路由器", TabletCheck.Of("03", TimeSpan.FromSeconds(2)) },
        { Grade.Caution, "信号不好", TabletCheck.Of("03", TimeSpan.FromMilliseconds(250)) },
    };

    [Theory, MemberData(nameof(Provoked))]
    public void Whatever_is_wrong_says_what_to_do(Grade grade, string to, Finding finding)
    {
        Assert.Equal(grade, finding.Grade);
        Assert.Equal(grade == Grade.Well, finding.Do is null);
        Assert.Contains(to, $"{finding.What}{finding.Do}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_style_and_a_broken_file_among_the_fonts_are_told()
    {
        var folder = Directory.CreateTempSubdirectory("scoring-fonts-").FullName;
        var serif = Path.Combine(AppContext.BaseDirectory, "fonts", "NotoSerifSC_400Regular.ttf");
        Assert.Contains("LXGW WenKai", FontCheck.Of(FontBook.Load([serif])).What, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "坏.ttf"), "no font");
        Assert.NotEqual(Grade.Well, FontCheck.Of(FontBook.Load([.. FontBook.UsualPlaces(folder), folder])).Grade);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_authority_is_looked_at_whether_it_is_early_late_broken_or_not_there()
    {
        var data = Directory.CreateTempSubdirectory("scoring-authority-").FullName;
        Assert.Contains("--https", KeyCheck.Authority(data, Now).Do, StringComparison.Ordinal);
        var https = Directory.CreateDirectory(Path.Combine(data, "https")).FullName;
        VenueAuthority.Open(https, "laptop", Now);
        Assert.Equal(Grade.Well, KeyCheck.Authority(data, Now).Grade);
        Assert.Contains("校准", KeyCheck.Authority(data, Now.AddYears(-5)).Do, StringComparison.Ordinal);
        Assert.Contains("重新信任", KeyCheck.Authority(data, Now.AddYears(6)).Do, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(https, "authority.crt"), "no certificate");
        Assert.Contains("备份", KeyCheck.Authority(data, Now).Do, StringComparison.Ordinal);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task The_command_looks_at_a_folder_and_a_port()
    {
        using var other = new TcpListener(IPAddress.Any, 0);
        other.Start();
        var data = Directory.CreateTempSubdirectory("scoring-doctor-").FullName;
        try
        {
            var (code, said, _) = await CommandRun.Of("doctor", "--data", data, "--url",
                $"http://0.0.0.0:{((IPEndPoint)other.LocalEndpoint).Port}");
            Assert.Equal(1, code);
            Assert.Contains("[问题] 端口", said, StringComparison.Ordinal);
            Assert.All(["磁盘空间", "磁盘写入", "时钟", "时区", "字体", "签名", "现场证书", "网络地址", "防火墙", "备份"],
                name => Assert.Contains($"] {name}：", said, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public async Task The_page_asks_every_connected_tablet()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        await tablet.Heartbeat();
        var page = WebUtility.HtmlDecode(await admin.Read("/console/doctor"));
        Assert.Contains("平板 01", page, StringComparison.Ordinal);
        Assert.Contains("没有设第二个文件夹", page, StringComparison.Ordinal);
        var live = host.App.Services.GetRequiredService<LiveExamination>();
        Assert.Contains(await live.Run(5080, _ => Task.FromResult<TimeSpan?>(TimeSpan.FromSeconds(3))), f => f
            is { Key: "tablet", Grade: Grade.Trouble });

        var gone = Path.Combine(host.Folder, "stick");
        host.App.Services.GetRequiredService<Api.Storage.Settings>().Set(Api.Storage.Settings.SecondFolder, gone);
        File.WriteAllText(gone, "a file where the folder was"); // nobody can write a backup there
        host.App.Services.GetRequiredService<BackupKeeper>().Make(open, "试");
        Assert.Contains(await live.Run(5080, TabletCheck.Ping), f => f is { Key: "backup-second", Grade: Grade.Trouble });
    }

    [Fact]
    public async Task The_bundle_for_support_has_no_person_in_it()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        host.Accounts.Create(new("zhangqiling", "张起灵", Role.Clerk, open.Id), "a-long-Passw0rd");
        await File.WriteAllTextAsync(Path.Combine(host.Data.Backups, $"{open.Id}-20260423T080000Z-张起灵.db"), "");
        Directory.CreateDirectory(Path.Combine(host.Folder, "张起灵"));
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "张起灵", "410500199001011234.张起灵"), "");
        host.App.Services.GetRequiredService<Api.Storage.Settings>().Set(Api.Storage.Settings.SecondFolder, "/home/张起灵/备份");

        using var answer = await admin.Get("/console/doctor?handler=Bundle");
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(["contests.json", "files.json", "findings.json", "hour.json", "machine.json"], zip.Entries.Select(e => e.FullName)
            .Order(StringComparer.Ordinal));
        var text = string.Concat(zip.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
        Assert.Contains("backup-second", text, StringComparison.Ordinal);
        var people = open.Read(s => s.Entrants.Values.SelectMany(e => new[] { e.Entrant.Name, e.Entrant.Id.Value })
            .Concat(s.Judges.Values.Select(j => j.Name)).Concat(s.Organizations.Values.Select(o => o.Name)).ToList());
        string[] planted = ["张起灵", "zhangqiling", "410500199001011234", "Passw0rd", host.Folder, Environment.MachineName + "\"",
            open.Id.Value];
        Assert.True(people.Count > 200);
        Assert.All([.. people, .. planted], word => Assert.DoesNotContain($"\"{word}\"", text, StringComparison.Ordinal));
        Assert.All(planted.Take(5), word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }
}
