using Scoring.Core.Certificates;

namespace Scoring.Core.Tests.Certificates;

/// <summary>Base 41, worked out by hand: two bytes are three digits, the lowest first; one byte is two.</summary>
public sealed class QrTextTests
{
    [Theory]
    [InlineData(new byte[] { }, "")]
    [InlineData(new byte[] { 0 }, "00")]
    [InlineData(new byte[] { 41 }, "01")]
    [InlineData(new byte[] { 255 }, "96")] // 9 + 6 × 41
    [InlineData(new byte[] { 0, 0 }, "000")]
    [InlineData(new byte[] { 0, 40 }, ".00")]
    [InlineData(new byte[] { 1, 0 }, "A60")] // 10 + 6 × 41
    [InlineData(new byte[] { 255, 255 }, "H.+")] // 17 + 40 × 41 + 38 × 1681
    [InlineData(new byte[] { 255, 255, 255 }, "H.+96")]
    public void Bytes_become_these_characters_and_come_back(byte[] bytes, string text)
    {
        Assert.Equal(text, QrText.Encode(bytes));
        Assert.Equal(bytes, QrText.Decode(text));
        Assert.Equal(bytes, QrText.Decode(text.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("A6")] // 256 in one byte
    [InlineData("I.+")] // 65536 in two
    [InlineData("0000")]
    [InlineData("00 ")]
    public void One_more_than_the_bytes_hold_is_refused(string text) => Assert.Null(QrText.Decode(text));
}
