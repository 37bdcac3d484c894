using System.Diagnostics;
using Scoring.Testing;

namespace Scoring.Package.Tests;

/// <summary>The package for arm64, computed by qemu on this machine, with arm64's libraries from Debian
/// (<c>deploy/packaging/arm64-root</c>).</summary>
public sealed class Arm64PackageTests
{
    private const string Emulator = "qemu-aarch64-static";

    [Fact]
    public async Task Under_qemu_it_starts_with_the_demonstration_and_sets_a_certificate()
    {
        var root = Environment.GetEnvironmentVariable("SCORING_ARM64_ROOT");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "only deploy/test --all makes arm64's libraries and names them in SCORING_ARM64_ROOT");
        Assert.SkipUnless(Package.Has(Emulator), "qemu-user-static is not installed");
        using var package = Package.Of("linux-arm64");
        var program = package.Under("program", "Scoring.Api");
        var (code, version) = Package.Tool(Emulator, "-L", root, program, "--version");
        Assert.True(code == 0, version);
        Assert.StartsWith(File.ReadAllText(package.Under("PACKAGE")).Split(' ')[0], version, StringComparison.Ordinal);

        await using var server = new PackagedServer(url =>
        {
            var start = new ProcessStartInfo(Emulator,
                ["-L", root, program, "serve", "--demo", "--data", Path.Combine(package.Scratch, "数据"), "--url", url]);
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // qemu 7.2 sees code written through a second mapping too late
            return start;
        });
        await server.Run();
        using var admin = new ConsoleClient(new(server.Url));
        await admin.SignIn("admin", server.PasswordOf("admin"));
        Assert.Contains("殷都杯", await admin.Read("/console/competitions"), StringComparison.Ordinal);
        await admin.Read("/console/certificate-keys"); // a key is made
        var pdf = await admin.Bytes("/console/yindubei-2026/printing?handler=Test");
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(pdf, 0, 4), StringComparison.Ordinal);
    }
}
