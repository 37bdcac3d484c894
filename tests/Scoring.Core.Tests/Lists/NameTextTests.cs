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
    [InlineData("吐尔逊．·阿不都", "吐尔逊·阿不都")]
    [InlineData("John A. Smith", "John A. Smith")]
    [InlineData("A .立", "A .立")]
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

    [Theory]
    [InlineData('\u2580')] // ▀, the first of the shapes
    [InlineData('\u25A1')]
    [InlineData('\u25EF')]
    [InlineData('\u25FF')]
    [InlineData('\u2B1A')]
    [InlineData('\u2B1C')]
    [InlineData('\u2B55')]
    [InlineData('\u2610')]
    [InlineData('\u3013')]
    public void A_box_stands_where_a_character_was(char box) =>
        Assert.Equal(new NameText.Cleaned($"马{box}骏", $"姓名含“{box}”：有字没有存下来，请按身份证填写。"), NameText.Clean($"马{box}骏"));

    [Theory]
    [InlineData('\u257F')]
    [InlineData('\u2600')]
    [InlineData('\u2B19')]
    [InlineData('\u2B1D')]
    [InlineData('\u260F')]
    [InlineData('\u2611')]
    [InlineData('\u2B54')]
    [InlineData('\u2B56')]
    [InlineData('\u3012')]
    [InlineData('\u3014')]
    public void What_stands_beside_the_boxes_is_none(char sign) => Assert.Null(NameText.Clean($"马{sign}骏").Fault);

    [Theory]
    [InlineData("张三", null)]
    [InlineData("〇一", null)]
    [InlineData("吐尔逊·阿不都", null)]
    [InlineData("Smith, Anne-Marie O'Neil", null)]
    [InlineData("Jose\u0301", null)] // an accent above
    [InlineData("\u0915\u093F", null)] // a vowel beside, of Hindi
    [InlineData("A\u20DD", null)] // a ring around
    [InlineData("\U00020000三", null)]
    [InlineData("张三*", "*")]
    [InlineData("张1三", "1")]
    [InlineData("（张三）", "（")]
    [InlineData("张三、李四", "、")]
    [InlineData("张\U0001F600", "\U0001F600")]
    public void The_first_sign_that_no_name_has_is_found(string name, string? sign) =>
        Assert.Equal(sign, NameText.Foreign(name)?.ToString());
}
