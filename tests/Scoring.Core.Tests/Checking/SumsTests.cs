using System.Globalization;
using Scoring.Core.Checking;

namespace Scoring.Core.Tests.Checking;

/// <summary>A sum that should come to something, and by how much it misses (R-B1).</summary>
public sealed class SumsTests
{
    private static decimal Figure(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("", "0", "0")]
    [InlineData("90", "90", "90")] // of one part the sum says it all
    [InlineData("30 60", "90", "30 + 60 = 90")]
    [InlineData("30.50 60.0 0", "90.50", "30.5 + 60 + 0 = 90.5")]
    [InlineData("1 1 1 1 1 1 1 1 1 1 1 2", "13", "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 2 = 13")] // twelve
    [InlineData("1 1 1 1 1 1 1 1 1 1 1 1 1", "13", "13")] // thirteen are too long to read
    public void A_sum_is_written_with_its_parts(string parts, string sum, string written) =>
        Assert.Equal(written, Sums.Of(parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Figure), Figure(sum)).ToString());

    [Theory]
    [InlineData("90", "100", "，还差 10")]
    [InlineData("99.50", "100", "，还差 0.5")]
    [InlineData("66.666667", "100", "，还差 33.333333")]
    [InlineData("110", "100", "，多了 10")]
    [InlineData("100.05", "100", "，多了 0.05")]
    [InlineData("100", "100", "，还差 0")]
    [InlineData("-5", "100", "，还差 105")]
    public void By_how_much_it_misses(string sum, string target, string says) =>
        Assert.Equal(says, Sums.Off(Figure(sum), Figure(target)).ToString());
}
