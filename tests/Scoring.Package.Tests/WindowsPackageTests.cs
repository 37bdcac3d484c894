using System.Net;
using System.Text.RegularExpressions;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Package.Tests;

/// <summary>The Windows package under Debian's wine: as near to an organizer's laptop as a build machine comes (docs/packages.md says what
/// that is not).</summary>
public sealed partial class WindowsPackageTests
{
    private const string Contest = "/console/yindubei-2026/";

    [Fact]
    public async Task Under_wine_it_carries_the_demonstration_through_a_power_cut()
    {
        using var package = Package.Of("win-x64");
        using var wine = new Wine(package.Scratch);
        var data = Path.Combine(package.Scratch, "数据");
        await using var server = new PackagedServer(url =>
            wine.Command(Wine.PathOf(package.Under("program", "Scoring.Api.exe")), "serve", "--demo", "--data", Wine.PathOf(data),
                "--url", url));
        await server.Run();
        Assert.Contains("技能大赛评分系统", server.Output, StringComparison.Ordinal); // UTF-8 whatever the code page
        Assert.Contains("“殷都杯”职工技能大赛", server.Output, StringComparison.Ordinal);

        using var admin = new ConsoleClient(new(server.Url));
        var password = server.PasswordOf("admin");
        await admin.SignIn("admin", password);
        await EveryPageAnswers(admin, server.Url);
        await ACertificateIsSet(admin, package.Scratch);

        await admin.Read(Contest + "road");
        await admin.Post(Contest + "road?handler=Draw", new() { ["stations"] = "true" });
        await admin.Post(Contest + "road?handler=Forward", new() { ["to"] = "Scoring" });
        await using var tablet = await TabletClient.Pair(server.Url, server.PairingCode());
        var session = await tablet.Open();
        var module = session.Modules.First(m => m.Open && m.Sheet.Count > 0);
        var sheet = TabletClient.Sheet(module, module.Cards[0], Zero);
        var answer = await tablet.Submit(sheet);
        Assert.True(answer.Receipt is not null, answer.Message);

        ASecondStartGoesToTheRunningOne(wine, package, data, server.Url);

        server.Kill();
        await server.Run();
        await using var again = await tablet.Again();
        Assert.Equal(answer.Receipt, (await again.Submit(sheet)).Receipt);
    }

    [Fact]
    public void Under_wine_it_becomes_a_service_and_stops_being_one()
    {
        using var package = Package.Of("win-x64");
        using var wine = new Wine(package.Scratch);
        var program = Wine.PathOf(package.Under("program", "Scoring.Api.exe"));

        // No service manager of a signed-in Windows: whether it starts there is not known. It is made with its line and its folder, and
        // gone again.
        var (_, made) = wine.Run(program, "install", "--data", Wine.PathOf(Path.Combine(package.Scratch, "服务 数据")), "--url",
            "http://127.0.0.1:15099");
        var (_, key) = wine.Run("reg", "query", @"HKLM\System\CurrentControlSet\Services\Scoring", "/v", "ImagePath");
        Assert.True(key.Contains("Scoring.Api.exe\" serve --data \"", StringComparison.Ordinal), $"{key}\n{made}");
        var (code, gone) = wine.Run(program, "uninstall");
        Assert.True(code == 0, gone);
        Assert.Contains("已卸下", gone, StringComparison.Ordinal);
    }

    private static async Task EveryPageAnswers(ConsoleClient admin, string url)
    {
        var pages = Href().Matches(await admin.Read(Contest + "road")).Concat(Href().Matches(await admin.Read("/console/competitions")))
            .Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value))
                .Concat(["/", "/judge/", "/display/", "/portal", "/trust", "/help", "/health"])
            .Distinct(StringComparer.Ordinal).ToList();
        Assert.True(pages.Count > 40, string.Join('\n', pages));
        var failed = new List<string>();
        foreach (var page in pages)
        {
            if (await Refusal(admin, page) is { } refused)
            {
                failed.Add(refused);
            }
        }

        Assert.Empty(failed);
    }

    /// <summary>Null: it answers, or leads to one that does (a page of a trade to its first).</summary>
    private static async Task<string?> Refusal(ConsoleClient admin, string page)
    {
        for (var (at, steps) = (page, 0); ; steps++)
        {
            try
            {
                await admin.Read(at);
                return null;
            }
            catch (InvalidOperationException refused)
            {
                if (steps > 2 || refused.Message.Split(" answered Found ") is not [_, var to])
                {
                    return $"{page} {refused.Message}";
                }

                at = to;
            }
        }
    }

    /// <summary>Set with the package's own fonts, on a system that has none.</summary>
    private static async Task ACertificateIsSet(ConsoleClient admin, string scratch)
    {
        Assert.SkipUnless(Package.Has("pdftotext"), "poppler-utils is not installed");
        var pdf = Path.Combine(scratch, "样张.pdf");
        await File.WriteAllBytesAsync(pdf, await admin.Bytes(Contest + "printing?handler=Test"));
        Assert.Contains("LXGWWenKai", Package.Tool("pdffonts", pdf).Said, StringComparison.Ordinal);
    }

    private static void ASecondStartGoesToTheRunningOne(Wine wine, Package package, string data, string url)
    {
        var (code, said) = wine.Run("cmd", "/c", Wine.PathOf(package.Under("开始.cmd")), "--data", Wine.PathOf(data));
        Assert.True(code == 0, said);
        Assert.Contains($"评分系统已经在运行", said, StringComparison.Ordinal);
        Assert.Contains(url + "/console", said, StringComparison.Ordinal);
    }

    private static Entry Zero(Core.Definition.Aspect aspect) => Entry.Of(0);

    [GeneratedRegex("href=\"(?<to>/console/[^\"?#]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Href();
}
