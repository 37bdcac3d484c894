using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Hosting;
using Scoring.Api.Machine;

namespace Scoring.Api.Tests.Machine;

/// <summary>What is asked of the machine: folders, firewall, services, addresses.</summary>
public sealed class MachineTests
{
    [Fact]
    public void Data_lie_beside_a_package_that_has_a_folder_for_them_and_else_in_the_machines_own()
    {
        var package = Directory.CreateTempSubdirectory("scoring-place-").FullName;
        try
        {
            var program = Directory.CreateDirectory(Path.Combine(package, "program")).FullName + Path.DirectorySeparatorChar;
            Assert.Null(ProgramPlace.PackageOf(program));
            File.WriteAllText(Path.Combine(package, ProgramPlace.Mark), "0.1.0 win-x64");
            Assert.Equal(package, ProgramPlace.PackageOf(program));
            Assert.Equal("/machine", ProgramPlace.DataOf(package, "/machine"));
            Directory.CreateDirectory(Path.Combine(package, "data"));
            Assert.Equal(Path.Combine(package, "data"), ProgramPlace.DataOf(package, "/machine"));
            Assert.Equal("data", ProgramPlace.DataOf(null, "/machine"));
        }
        finally
        {
            Directory.Delete(package, recursive: true);
        }
    }

    [Fact]
    public void The_firewall_is_opened_by_an_administrator_and_told_of_to_everybody_else()
    {
        var rules = new List<string>();
        (int, string) Netsh(string name, params string[] said)
        {
            if (said is [_, _, "add", ..])
            {
                rules.Add(string.Join(' ', said));
            }

            return name != "netsh" ? (SystemTool.Missing, "") : said is [_, _, "show", ..] && rules.Count == 0 ? (1, "没有匹配")
                : (0, @"Program: C:\评分\Scoring.Api.exe");
        }

        var visitor = new Firewall(Netsh, windows: true, administrator: false, @"C:\评分\Scoring.Api.exe");
        Assert.Contains("以管理员身份运行", visitor.Obstacle(5080), StringComparison.Ordinal);
        Assert.False(visitor.Open());
        var administrator = new Firewall(Netsh, windows: true, administrator: true, @"C:\评分\Scoring.Api.exe");
        Assert.True(administrator.Open());
        Assert.Contains(@"program=C:\评分\Scoring.Api.exe", Assert.Single(rules), StringComparison.Ordinal);
        Assert.Null(visitor.Obstacle(5080));
        Assert.False(administrator.Open()); // it is open
        // a rule for another folder
        Assert.NotNull(new Firewall(Netsh, windows: true, administrator: false, @"D:\新\Scoring.Api.exe").Obstacle(5080));
    }

    [Theory]
    [InlineData("Status: inactive", false)]
    [InlineData("Status: active\n22/tcp ALLOW Anywhere", true)]
    [InlineData("Status: active\n5080/tcp ALLOW Anywhere", false)]
    public void On_Linux_ufw_is_asked(string status, bool inTheWay)
    {
        var firewall = new Firewall((name, _) => name == "ufw" ? (0, status) : (SystemTool.Missing, ""), windows: false,
            administrator: true, "Scoring.Api");
        Assert.Equal(inTheWay, firewall.Obstacle(5080)?.Contains("sudo ufw allow 5080/tcp", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void A_Windows_service_of_an_earlier_version_is_led_to_the_new_one()
    {
        var data = Path.Combine(Path.GetTempPath(), $"scoring-service-{Guid.NewGuid():N}");
        var asked = new List<string>();
        var (done, lines) = WindowsService.Install((name, said) =>
        {
            asked.Add($"{name} {string.Join(' ', said)}");
            return (said[0] == "create" ? 1073 : 0, "");
        }, @"C:\评分 0.2\Scoring.Api.exe", ["--data", data], data);
        Directory.Delete(data);
        Assert.True(done, string.Join('\n', lines));
        Assert.Contains(asked, a => a.StartsWith("sc.exe config Scoring binPath= \"C:\\评分 0.2\\Scoring.Api.exe\" serve --data",
            StringComparison.Ordinal));
        Assert.Contains(asked, a => a.Contains("*S-1-5-19:(OI)(CI)M", StringComparison.Ordinal)); // nobody else reads keys
        Assert.Equal("sc.exe start Scoring", asked[^1]);
    }

    [Fact]
    public void A_refused_service_says_what_to_do()
    {
        var (done, lines) = WindowsService.Install((_, _) => (5, ""), "x", [], "y");
        Assert.False(done);
        Assert.Contains("以管理员身份", Assert.Single(lines), StringComparison.Ordinal);
        Assert.True(WindowsService.Uninstall((_, said) => (said[0] == "delete" ? 1060 : 0, "")).Done);
    }

    [Fact]
    public void Somebody_is_told_once_when_the_laptop_gets_another_address()
    {
        var time = new FakeTimeProvider();
        var (now, told) = ("http://192.168.1.5:5080", new List<string>());
        using var watch = new AddressWatch(time, () => now, told.Add);
        time.Advance(AddressWatch.Every);
        now = "http://10.0.0.7:5080";
        time.Advance(AddressWatch.Every * 3);
        Assert.Equal("http://10.0.0.7:5080", Assert.Single(told));
    }
}
