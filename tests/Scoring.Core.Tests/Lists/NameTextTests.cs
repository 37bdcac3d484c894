using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

public sealed class NameTextTests
{
    [Theory] // R-I1c
    [InlineData("王　磊", "王磊")]
    [InlineData(" 张 志 远 ", "张志远")]
    [InlineData("陈\u200B立新\uFEFF", "陈立新")]
    [InlineData("吐尔逊．阿不都", "吐尔逊·阿不都")]
    [InlineData("吐尔逊 • 阿不都", "吐尔逊·阿不都")]
    [InlineData("迪丽娜尔.阿不都热合曼", "迪丽娜尔·阿不都热合曼")]
    [InlineData("John A. Smith", "John A. Smith")]
    [InlineData("马\uE863", "马䶮")]
    [InlineData("𬭸文轩", "𬭸文轩")]
    public void A_name_gets_one_spelling(string raw, string clean)
    {
        Assert.Equal(clean, NameText.Clean(raw).Text);
        Assert.Null(NameText.Clean(raw).Fault);
    }

    [Theory]
    [InlineData("马?骏")]
    [InlineData("马？骏")]
    [InlineData("马\uFFFD骏")]
    [InlineData("马\uE000骏")]
    public void What_was_lost_is_never_guessed(string raw) => Assert.NotNull(NameText.Clean(raw).Fault);
}
