using System.Diagnostics;
using Scoring.Testing;

namespace Scoring.Package.Tests;

/// <summary>The Linux package in a root that has nothing but what docs/packages.md names: the C and C++ libraries, ICU and
/// OpenSSL.</summary>
public sealed class LinuxPackageTests
{
    /// <summary>Of docs/packages.md. Others they need (libm, libgcc_s …) come with them.</summary>
    private static readonly string[] Needs = ["libstdc++.so.6", "libicui18n.so", "libicuuc.so", "libicudata.so", "libssl.so.3",
        "libcrypto.so.3"];

    [Fact]
    public async Task It_starts_in_a_root_with_only_what_it_names()
    {
        using var package = Package.Of("linux-x64");
        var root = Root(package);
        string[] into =
        [
            "--mount", "--pid", "--fork", "--kill-child", "bash", "-c",
            "mount --rbind /dev \"$0/dev\" && mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\"", root,
        ];
        string[] unshare = Environment.IsPrivilegedProcess ? into : ["--map-root-user", .. into];
        var (code, said) = Package.Tool("unshare", [.. unshare, "/scoring/program/Scoring.Api", "--version"]);
        Assert.SkipWhen(code == Api.Machine.SystemTool.Missing || said.Contains("unshare", StringComparison.Ordinal),
            $"no namespaces here: {said}");

        await using var server = new PackagedServer(url => new ProcessStartInfo("unshare",
            [.. unshare, "/scoring/program/Scoring.Api", "serve", "--demo", "--data", "/data", "--url", url]));
        await server.Run();
        using var admin = new ConsoleClient(new(server.Url));
        await admin.SignIn("admin", server.PasswordOf("admin"));
        Assert.Contains("殷都杯", await admin.Read("/console/competitions"), StringComparison.Ordinal);
        await admin.Read("/console/certificate-keys"); // a key is made: OpenSSL is there
        Assert.StartsWith("%PDF", System.Text.Encoding.ASCII.GetString(await admin.Bytes("/console/yindubei-2026/printing?handler=Test"),
            0, 4), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_systemd_unit_is_sound()
    {
        using var package = Package.Of("linux-x64");
        Assert.SkipUnless(Package.Has("systemd-analyze"), "systemd is not installed");
        var (code, unit) = Package.Tool(package.Under("program", "Scoring.Api"), "install", "--print", "--data", package.Scratch);
        Assert.True(code == 0, unit);
        var file = Path.Combine(package.Scratch, "scoring.service");
        File.WriteAllText(file, unit + "\n");
        var (verified, said) = Package.Tool("systemd-analyze", "verify", file);
        Assert.True(verified == 0 && !said.Contains("scoring.service:", StringComparison.Ordinal), said);
    }

    [Theory]
    [InlineData("win-x64", "开始.cmd")]
    [InlineData("linux-x64", "开始.sh")]
    public void What_stands_in_it_is_what_its_checksums_say(string system, string start)
    {
        using var package = Package.Of(system);
        var listed = File.ReadAllLines(package.Under("SHA256SUMS")).Select(l => l[66..].TrimStart('.', '/')).Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            Directory.EnumerateFiles(package.Root, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(package.Root, f))
                .Where(f => f != "SHA256SUMS").Order(StringComparer.Ordinal),
            listed);
        Assert.Equal(0, Package.Tool("bash", "-c", $"cd '{package.Root}' && sha256sum --quiet -c SHA256SUMS").Code);
        string[] within =
        [
            start, "先读我.txt", "LICENSE", "bom.json", "PACKAGE", "program/fonts/LXGWWenKai-Regular.ttf", "program/fonts/LXGWWenKai-OFL.txt",
            "program/web/judge/index.html", "program/web/display/index.html", "program/examples/yindubei.json",
        ];
        Assert.All(within, name => Assert.Contains(name, listed));
        Assert.DoesNotContain(listed, name => name.StartsWith("data/", StringComparison.Ordinal));
    }

    private static string Root(Package package)
    {
        var root = Path.Combine(package.Scratch, "root");
        foreach (var folder in (string[])["proc", "tmp", "data", "dev", "lib64"])
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        Directory.Move(package.Root, Path.Combine(root, "scoring"));
        var libraries = Package.Tool("bash", "-c",
            "for n in " + string.Join(' ', Needs)
            + "; do ldconfig -p | grep -F \"$n\" | grep x86-64 | sed 's/.*=> //' | head -1; done | sort -u").Said
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Needs.Length, libraries.Length);
        var all = libraries.Concat(libraries.Concat(Directory.EnumerateFiles(Path.Combine(root, "scoring", "program"), "*.so"))
            .SelectMany(l => Package.Tool("ldd", l).Said.Split('\n'))
            .SelectMany(l => l.Split(' ', '\t').Where(w => w.StartsWith('/')))).Distinct(StringComparer.Ordinal);
        foreach (var library in all)
        {
            var to = root + library;
            Directory.CreateDirectory(Path.GetDirectoryName(to)!); // not null: a file stands in a folder
            File.Copy(library, to, overwrite: true);
        }

        return root;
    }
}
