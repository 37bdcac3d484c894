using Scoring.Core.Checking;

namespace Scoring.Core.Tests.Checking;

/// <summary>Text from outside neither breaks a line, nor rings, nor turns the writing around.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("一\n二", @"一\n二")]
    [InlineData("一\r\n二", @"一\r\n二")]
    [InlineData("一\t二", @"一\t二")]
    [InlineData("\u0007", @"\u0007")] // rings
    [InlineData("\u001b[31m红", @"\u001b[31m红")] // colours
    [InlineData("\u0085", @"\u0085")]
    [InlineData("a\u202eb", @"a\u202eb")] // turns the writing around
    [InlineData("张\u200b三", @"张\u200b三")] // not to be seen
    [InlineData("一\u2028二\u2029三", @"一\u2028二\u2029三")]
    public void What_is_hidden_is_shown(string text, string line) => Assert.Equal(line, Printable.Line(text));

    [Theory]
    [InlineData("")]
    [InlineData("张 三·𬭸，A-1（“殷都杯”）\\n")]
    public void What_can_be_read_stays_as_it_is(string text) => Assert.Same(text, Printable.Line(text));
}
