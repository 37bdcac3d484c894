using System.Net;
using System.Net.Sockets;
using Scoring.Api.Hosting;
using Scoring.Testing;

namespace Scoring.Api.Tests.Hosting;

/// <summary>The program is started while it runs, or where something else listens.</summary>
public sealed class SecondStartTests
{
    [Fact]
    public async Task A_second_double_click_goes_to_the_one_that_runs()
    {
        await using var server = await ServerProcess.Start(demo: false);
        var (code, said) = Start("--data", server.Data, "--open", "--url", "http://127.0.0.1:1");
        Assert.True(code == 0, said);
        Assert.Contains("评分系统已经在运行", said, StringComparison.Ordinal);
        Assert.Contains(server.Url + "/console", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_window_says_is_kept_for_a_service_and_for_nobody_else()
    {
        await using var server = await ServerProcess.Start(demo: false);
        var kept = RunningOne.FileIn(server.Data);
        await Wait.Until(() => Task.FromResult(File.Exists(kept)), TimeSpan.FromSeconds(30));
        Assert.Contains("/console/setup?token=", await File.ReadAllTextAsync(kept), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        }
    }

    [Fact]
    public void A_port_that_another_program_has_is_said_in_words()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var data = Directory.CreateTempSubdirectory("scoring-port-").FullName;
        try
        {
            var (code, said) = Start("--data", data, "--url", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
            Assert.Equal(1, code);
            Assert.Contains("端口被别的程序占用了", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static (int Code, string Said) Start(params string[] arguments) =>
        Api.Machine.SystemTool.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll"), "serve", .. arguments]);
}
