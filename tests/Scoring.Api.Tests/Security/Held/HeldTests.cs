using System.Text.RegularExpressions;

namespace Scoring.Api.Tests.Security.Held;

/// <param name="Expected">What holds.</param>
internal sealed record Attack(string Name, string Expected, Func<HeldSite, Task> Try);

/// <summary>
/// Attacks that were tried and held, a row each: attack, expected. docs/security.md lists all attacks with their rows and classes:
/// matrices of pages, handlers and hubs, flipped certificates, leaks and equal answers have classes of their own.
/// </summary>
public sealed partial class HeldTests(HeldSite site) : IClassFixture<HeldSite>
{
    private static readonly Attack[] Table =
        [.. AtTheDoor.Rows, .. OnTablets.Rows, .. OnPages.Rows, .. OnUploads.Rows, .. OnArchives.Rows, .. OnTheDisk.Rows, .. ByFlood.Rows];

    public static TheoryData<string, string> Attacks => new(Table.Select(row => (row.Name, row.Expected)));

    [Theory, MemberData(nameof(Attacks))]
    public async Task It_holds(string attack, string expected)
    {
        Assert.NotEmpty(expected);
        await Table.Single(row => row.Name == attack).Try(site);
        Assert.Empty(site.Host.Failures.Lines);
    }

    /// <summary>The list in docs/security.md is whole: every row stands there by how its name begins, every class it names is
    /// there.</summary>
    [Fact]
    public void Every_row_and_every_test_of_the_list_of_attacks_exists()
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Commands.CommandRun.Example(""))!, "docs", "security.md"));
        var named = Quoted().Matches(text).Select(m => m.Groups["name"].Value).ToList();
        Assert.All(Table, row => Assert.Contains(named, row.Name.StartsWith));
        Assert.All(named, name => Assert.Contains(Table, row => row.Name.StartsWith(name, StringComparison.Ordinal)));

        var tests = Path.Combine(Path.GetDirectoryName(Commands.CommandRun.Example(""))!, "tests");
        var files = Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();
        Assert.All(Classes().Matches(text).Select(m => m.Groups["name"].Value), name => Assert.Contains(name, files));
    }

    [GeneratedRegex("\"(?<name>[^\"`|]+?)…?\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("`(?<name>\\w+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Classes();
}
