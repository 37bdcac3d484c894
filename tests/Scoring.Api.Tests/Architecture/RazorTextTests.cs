using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Scoring.Api.Tests.Architecture;

/// <summary>Razor takes <c>字@name</c> for a mail address and prints it as it stands: behind a letter, and every Chinese character is one,
/// it takes <c>@(name)</c>.</summary>
public sealed partial class RazorTextTests
{
    [Fact]
    public void Nothing_is_printed_that_was_meant_to_be_filled_in()
    {
        var pages = ((string[])["Scoring.Api", "Scoring.Display"])
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository(), project), "*.cshtml", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules")).ToList();
        Assert.True(pages.Count > 50);
        var meant = pages.SelectMany(f => Meant().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value}"));
        Assert.Empty(meant);
    }

    [Theory]
    [InlineData("奖项只算已公布的@Model.TradeWord。", true)]
    [InlineData("第@n名", true)]
    [InlineData("第 @n 名，@name", false)]
    [InlineData("已公布的@(Model.TradeWord)。", false)]
    public void Whatever_stands_behind_a_letter_is_found(string text, bool found) => Assert.Equal(found, Meant().IsMatch(text));

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../.."));

    [GeneratedRegex(@"\p{Lo}@[A-Za-z_]\w*", RegexOptions.None, 1000)]
    private static partial Regex Meant();
}
