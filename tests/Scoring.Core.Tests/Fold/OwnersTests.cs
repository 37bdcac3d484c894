using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Whose an entrant is (R-K12, R-K15, R-M13), and how it is said as long as nobody may know (R-A2).</summary>
public sealed class OwnersTests
{
    private static Dictionary<string, string> Tag(string value, string kind = "级别") => new() { [kind] = value };

    private static Contest Of(AwardScheme? awards = null, AdvanceRule? advance = null, int entrants = 1)
    {
        var union = Contest.Union();
        return new Contest(union with { Awards = awards ?? union.Awards, Advance = advance }, entrants);
    }

    private static void Entrant(Contest contest, Func<Entrant, Entrant> change) =>
        contest.Apply(new EntrantsRegistered([change(contest.State.Entrant(Contest.E(1))!.Entrant)]));

    [Fact]
    public void The_nearest_tag_holds()
    {
        var contest = Of();
        Assert.Null(contest.State.TagOf(Contest.E(1), "级别"));
        contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Tags: Tag("市级"))));
        Assert.Equal("市级", contest.State.TagOf(Contest.E(1), "级别"));
        contest.Apply(new TradeDefined(contest.Trade.Definition with { Tags = Tag("省级") }));
        Assert.Equal("省级", contest.State.TagOf(Contest.E(1), "级别"));
        contest.Apply(new OrganizationDefined(new(new("org"), "河南利源集团", null, Tag("县级"))));
        Assert.Equal("县级", contest.State.TagOf(Contest.E(1), "级别"));
        Entrant(contest, e => e with { Tags = Tag("校级") });
        Assert.Equal("校级", contest.State.TagOf(Contest.E(1), "级别"));
        Assert.Null(contest.State.TagOf(Contest.E(1), "组别"));
        Assert.Null(contest.State.TagOf(Contest.E(9), "级别"));
    }

    [Fact]
    public void Kinds_are_gathered_from_everywhere_each_once()
    {
        var contest = Of().Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Tags: Tag("市级"))))
            .Apply(new OrganizationDefined(new(new("org"), "河南利源集团", null, Tag("殷都", "区县"))));
        var tags = new Dictionary<string, string> { ["级别"] = "省级", ["产业链"] = "食品" };
        contest.Apply(new TradeDefined(contest.Trade.Definition with { Tags = tags }));
        Entrant(contest, e => e with { Tags = Tag("学生组", "组别") });

        Assert.Equal(["产业链", "级别", "区县", "组别"], contest.State.TagKinds());
    }

    [Fact]
    public void A_person_is_the_one_of_the_list_else_name_and_organization()
    {
        var contest = Of();
        Assert.Equal(("河南利源集团", "选手1\n河南利源集团"), (Whose().Organization, Whose().Person));
        Entrant(contest, e => e with { Person = "p-7" });
        Assert.Equal(("河南利源集团", "p-7"), (Whose().Organization, Whose().Person));
        Entrant(contest, e => e with { Person = null, Organization = new("none") });
        Assert.Equal(("", "选手1\n"), (Whose().Organization, Whose().Person));
        Entrant(contest, e => e with { Tags = Tag("学生组", "组别") });
        Assert.Equal("学生组", Whose().Tag("组别"));

        Core.Awards.Belonging Whose() => contest.State.Whose(contest.State.Entrant(Contest.E(1))!);
    }

    private static readonly AwardLimit _perUnit = new(1, LimitPer.Organization);
    private static readonly AwardLimit _perCounty = new(1, LimitPer.Tag, "区县");

    /// <param name="limits">U: per organization, C: per 区县, of awards; u, c: of the advance list.</param>
    [Theory]
    [InlineData("U", "河南利源集团已有 1 个一等奖", "所在单位已有 1 个一等奖")]
    [InlineData("u", "河南利源集团已有 1 个晋级名额", "所在单位已有 1 个晋级名额")]
    [InlineData("C", "殷都已有 1 个奖", "所在区县已有 1 个奖")]
    [InlineData("c", "殷都已有 1 个晋级名额", "所在区县已有 1 个晋级名额")]
    [InlineData("Uc", "河南利源集团已有 1 个奖", "所在单位已有 1 个奖")]
    [InlineData("Uc", "殷都已有 1 个奖", "所在区县已有 1 个奖")]
    [InlineData("UC", "殷都已有 1 个奖", "所在区县已有 1 个奖")]
    [InlineData("", "河南利源集团已有 1 个奖", "河南利源集团已有 1 个奖")] // nobody limits it: not the program's words
    [InlineData("C", "河南利源集团已有 1 个奖", "河南利源集团已有 1 个奖")]
    [InlineData("UC", "本人已有 1 个奖", "本人已有 1 个奖")]
    [InlineData("UC", "名次 3", "名次 3")]
    [InlineData("UC", "河南利源集团的名次", "河南利源集团的名次")]
    public void Until_decoding_a_reason_does_not_tell_whose_people_a_code_is_of(string limits, string words, string coded)
    {
        var awards = new AwardLimit?[] { Has('U') ? _perUnit : null, Has('C') ? _perCounty : null };
        var advance = new AwardLimit?[] { Has('u') ? _perUnit : null, Has('c') ? _perCounty : null };
        var contest = Of(
            new([new("一等奖", 1)], Limits: Those(awards)),
            advance.Any(a => a is not null) ? new("省赛", Top: 1, Limits: Those(advance)) : null);
        Entrant(contest, e => e with { Tags = Tag("殷都", "区县") });

        Assert.Equal(coded, contest.Trade.CodedWords(Contest.E(1), words));
        contest.Apply(new Decoded(Contest.TradeId, 1, "H1", "S1"));
        Assert.Equal(words, contest.Trade.CodedWords(Contest.E(1), words));

        bool Has(char limit) => limits.Contains(limit, StringComparison.Ordinal);
        static List<AwardLimit>? Those(IEnumerable<AwardLimit?> some) =>
            some.OfType<AwardLimit>().ToList() is { Count: > 0 } list ? list : null;
    }

    [Fact]
    public void Who_has_neither_organization_nor_tag_is_given_away_by_no_words()
    {
        var contest = Of(new([new("一等奖", 1)], Limits: [_perUnit, _perCounty]));
        Entrant(contest, e => e with { Organization = new("none") });

        Assert.Equal("已有 1 个奖", contest.Trade.CodedWords(Contest.E(1), "已有 1 个奖"));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void Awards_follow_an_organizations_name_and_tags_only_where_limits_or_groups_do(bool limits, bool groups, bool heeds)
    {
        var contest = Of(new([new("一等奖", 1)], Limits: limits ? [_perUnit] : [], CountBy: groups ? "区县" : null), entrants: 2)
            .Theory(1, 80m).Sheet(1, 80m).Theory(2, 70m).Sheet(2, 70m);
        void Confirm()
        {
            contest.Apply(new AwardsConfirmed(Contest.TradeId, "H1"));
            Assert.True(contest.Trade.AwardsAreConfirmed);
        }

        Confirm();
        var version = contest.Trade.Version;
        contest.Apply(new OrganizationDefined(new(new("org"), "利源")));
        Assert.Equal((!heeds, heeds ? contest.Sequence : version), (contest.Trade.AwardsAreConfirmed, contest.Trade.Version));
        Confirm();
        Entrant(contest, e => e with { Tags = Tag("殷都", "区县") });
        Assert.Equal(!heeds, contest.Trade.AwardsAreConfirmed);
        Confirm();
        contest.Apply(new CompetitionDefined(new Competition(new("ydb"), "殷都杯", Tags: Tag("龙安", "区县"))));
        Assert.Equal((!heeds, contest.Sequence), (contest.Trade.AwardsAreConfirmed, contest.Trade.Version));
    }
}
