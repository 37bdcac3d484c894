using Scoring.Core.Definition;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Core.Tests.People;

/// <summary>R-I1b: GB 11643, whose own example is 11010519491231002X.</summary>
public sealed class ResidentIdTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("11010519491231002ｘ")]
    [InlineData("11010519491231002Ｘ")]
    [InlineData(" １１０１０５１９４９１２３１００２X ")]
    [InlineData("440524188001010014")]
    public void The_standards_examples_are_valid_in_any_width(string number) => Assert.True(ResidentId.IsValid(number));

    [Theory]
    [InlineData("110105194912310021")] // X it should be
    [InlineData("11010519491232002X")] // no such day, though
    [InlineData("1101051949123100X")] // 17
    [InlineData("11010519491231002XX")] // 19
    [InlineData("A1010519491231002X")]
    [InlineData("")]
    public void A_wrong_digit_day_or_length_is_not(string number) => Assert.False(ResidentId.IsValid(number));

    [Fact]
    public void A_day_that_does_not_exist_is_refused_even_with_its_check_digit_right()
    {
        const string Digits = "11010519490230002"; // 30 February
        Assert.False(ResidentId.IsValid(Digits + ResidentId.CheckDigit(Digits)));
        Assert.True(ResidentId.LooksLikeOne(Digits + ResidentId.CheckDigit(Digits)));
    }

    [Fact]
    public void Shape_is_eighteen_characters_seventeen_of_them_digits()
    {
        Assert.True(ResidentId.LooksLikeOne("110105194912310021"));
        Assert.False(ResidentId.LooksLikeOne("11010519491231002"));
        Assert.False(ResidentId.LooksLikeOne("1101051949123100X1"));
        Assert.Equal("0123456789X", ResidentId.Normalized(" ０1２3４5６7８9ｘ "));
    }

    [Theory]
    [InlineData("USA123456789012", true)]
    [InlineData(" ＵSA123456789012", false)] // letters in another width are no letters of a country
    [InlineData("US1123456789012", false)]
    [InlineData("usa123456789012", false)]
    [InlineData("USA12345678901A", false)]
    [InlineData("USA12345678901", false)]
    [InlineData("USA1234567890123", false)]
    public void A_former_residence_card_has_three_letters_and_twelve_digits(string number, bool former) =>
        Assert.Equal(former, ResidentId.IsFormerResidenceCard(number));

    [Theory]
    [InlineData("110105185001010020", "1850-01-01")]
    [InlineData("110105184912310020", null)] // nobody alive
    [InlineData("11010519491231002X", "1949-12-31")]
    [InlineData("110105194902290020", null)] // no leap year
    [InlineData("11010519491231002", null)]
    public void The_day_of_birth_stands_in_the_number(string number, string? day) =>
        Assert.Equal(day, ResidentId.Birth(number)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("11010519491231002X", "女")]
    [InlineData("110105194912310039", "男")]
    [InlineData("110105194912310098", "男")]
    [InlineData("110105194912310001", "女")]
    [InlineData("1101051949123100X1", null)]
    [InlineData("E12345678", null)]
    public void The_seventeenth_digit_tells_men_from_women(string number, string? gender) =>
        Assert.Equal(gender, ResidentId.Gender(number));

    [Fact]
    public void A_judge_is_recused_from_named_entrants_and_from_a_whole_organization()
    {
        var entrant = new Entrant(new("E1"), "张三", new("a"), new("dg"));
        var judge = new Judge(new("J1"), "李四", []);

        Assert.False(judge.IsRecusedFrom(entrant));
        Assert.True((judge with { RecusedFrom = [new EntrantId("E1")] }).IsRecusedFrom(entrant));
        Assert.False((judge with { RecusedFrom = [new EntrantId("E2")], RecusedOrganizations = [new("b")] }).IsRecusedFrom(entrant));
        Assert.True((judge with { RecusedFrom = [new EntrantId("E2")], RecusedOrganizations = [new("a")] }).IsRecusedFrom(entrant));
    }

    [Fact]
    public void Personal_data_come_back_from_their_text()
    {
        var data = new PersonalData("居民身份证", "11010519491231002X", "13800000000", "汉族", "本科", "1516001", "王领队", "13900000000");

        Assert.Equal(data, PersonalData.FromJson(data.ToJson()));
        Assert.Equal("{}", new PersonalData().ToJson());
        Assert.Throws<System.Text.Json.JsonException>(() => PersonalData.FromJson("null"));
    }
}
