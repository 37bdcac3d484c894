using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Scoring.Api.Tests.Packaging;

/// <summary><c>deploy/bom</c> over the program as it was built: what is shipped is named, what only builds it is not.</summary>
public sealed class BillOfMaterialsTests
{
    // What runs in a browser or is a font. A new one joins with its licence, which must not be a copyleft one.
    private static readonly Dictionary<string, string> InTheBrowser = new()
    {
        ["@expo-google-fonts/noto-serif-sc"] = "MIT AND OFL-1.1", ["@fontsource-variable/noto-sans-sc"] = "OFL-1.1",
        ["@fontsource-variable/noto-serif-sc"] = "OFL-1.1", ["@microsoft/signalr"] = "MIT", ["@noble/hashes"] = "MIT",
        ["@vue/reactivity"] = "MIT", ["@vue/runtime-core"] = "MIT", ["@vue/runtime-dom"] = "MIT", ["@vue/shared"] = "MIT",
        ["echarts"] = "Apache-2.0", ["fflate"] = "MIT", ["htmx.org"] = "0BSD", ["idb"] = "ISC", ["pinyin-pro"] = "MIT",
            ["qr"] = "MIT OR Apache-2.0",
        ["workbox-core"] = "MIT", ["workbox-precaching"] = "MIT", ["workbox-routing"] = "MIT", ["workbox-strategies"] = "MIT",
        ["zrender"] = "BSD-3-Clause",
    };

    private static readonly string Root = Above(AppContext.BaseDirectory);

    private static readonly string Built =
        AppContext.BaseDirectory.Replace(Path.Combine("tests", "Scoring.Api.Tests"), "Scoring.Api", StringComparison.Ordinal);

    private static readonly Lazy<JsonObject[]> Components = new(Make);

    [Fact]
    public void It_names_every_package_of_the_program_with_its_version_and_a_licence()
    {
        var libraries = JsonNode.Parse(File.ReadAllText(Path.Combine(Built, "Scoring.Api.deps.json")))!["libraries"]!.AsObject();
        var shipped = libraries.Where(l => l.Value!["type"]!.GetValue<string>() is "package")
            .Select(l => $"pkg:nuget/{l.Key.Replace('/', '@')}");
        Assert.Equal(shipped.Order(StringComparer.Ordinal), Purls("pkg:nuget/"));
        Assert.All(Components.Value, c => Assert.NotEmpty(Licence(c)));
        Assert.DoesNotContain(Components.Value, c => Licence(c).Contains("GPL", StringComparison.Ordinal));
    }

    [Fact]
    public void It_names_what_runs_in_the_browser_and_nothing_that_only_builds_it()
    {
        var npm = Components.Value.Where(c => Purl(c).StartsWith("pkg:npm/", StringComparison.Ordinal))
            .ToDictionary(c => Text(c, "name"), Licence);
        Assert.Equal(InTheBrowser.OrderBy(p => p.Key, StringComparer.Ordinal), npm.OrderBy(p => p.Key, StringComparer.Ordinal));

        var installed = Path.Combine(Root, "node_modules");
        foreach (var component in Components.Value.Where(c => npm.ContainsKey(Text(c, "name"))))
        {
            var package = JsonNode.Parse(File.ReadAllText(Path.Combine(installed, Text(component, "name"), "package.json")))!;
            Assert.Equal(package["version"]!.GetValue<string>(), Text(component, "version"));
            Assert.Matches("^[0-9a-f]{128}$", component["hashes"]![0]!["content"]!.GetValue<string>());
        }
    }

    /// <summary>What no list can forget: the text of each package stands in what the server hands out.</summary>
    [Theory]
    [InlineData("web/judge", "Invocation canceled due to the underlying connection being closed", "@microsoft/signalr")]
    [InlineData("web/display", "__v_isReactive", "@vue/reactivity")]
    [InlineData("web/judge", "workbox:precaching", "workbox-precaching")]
    [InlineData("web/console", "htmx:beforeRequest", "htmx.org")]
    [InlineData("web/console", "invalid zip data", "fflate")]
    [InlineData("web/console", "echarts_instance_", "echarts")]
    [InlineData("web/console", "zrEventControl", "zrender")]
    public void What_is_found_in_the_files_is_in_the_bill(string folder, string text, string package)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Built, folder), "*.js", SearchOption.AllDirectories);
        Assert.Contains(files, f => File.ReadAllText(f).Contains(text, StringComparison.Ordinal));
        Assert.Contains(Components.Value, c => Text(c, "name") == package);
    }

    [Fact]
    public void The_same_program_gives_the_same_bill()
    {
        _ = Components.Value;
        var once = File.ReadAllText(Path.Combine(Built, "bom.json"));
        _ = Make();
        Assert.Equal(once, File.ReadAllText(Path.Combine(Built, "bom.json")));
    }

    private static JsonObject[] Make()
    {
        using var run = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Root, "deploy", "bom"), Built])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var said = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, said);
        return [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Built, "bom.json")))!["components"]!.AsArray().Select(c => c!.AsObject())];
    }

    private static IEnumerable<string> Purls(string kind) =>
        Components.Value.Select(Purl).Where(p => p.StartsWith(kind, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static string Purl(JsonObject component) => Text(component, "purl");

    private static string Text(JsonObject component, string property) => component[property]!.GetValue<string>();

    private static string Licence(JsonObject component) => string.Join(" / ", component["licenses"]!.AsArray().Select(l =>
        (l!["expression"] ?? l["license"]!["id"] ?? l["license"]!["name"])!.GetValue<string>()));

    private static string Above(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "scoring.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("scoring.sln not found above the tests");
        }

        return folder;
    }
}
