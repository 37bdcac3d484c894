using Scoring.Api.Lists;

namespace Scoring.Api.Tests.Lists;

public sealed class PinyinTests
{
    [Theory]
    [InlineData("张志远", "zzy")]
    [InlineData("欧阳娜娜", "oynn")]
    [InlineData("曾国强", "zgq")]
    [InlineData("吐尔逊·阿不都", "texabd")]
    [InlineData("Li Lei", "lilei")]
    public void Initials_are_those_of_the_dictionary(string name, string initials) => Assert.Equal(initials, Pinyin.Initials(name));

    [Theory]
    [InlineData("张志远", "zhangzhiyuan", true)]
    [InlineData("张志远", "zhang zhi", true)]
    [InlineData("张志远", "ZhangZY", true)]
    [InlineData("张志远", "zhzhy", true)]
    [InlineData("张志远", "z", true)]
    [InlineData("张志远", "zhiyuan", false)]
    [InlineData("张志远", "zhangzhiyuana", false)]
    [InlineData("西安", "xian", true)]
    [InlineData("先", "xian", true)]
    [InlineData("西安", "xi'an", true)]
    [InlineData("先", "xia n", true)]
    [InlineData("曾国强", "zengguoqiang", true)]
    [InlineData("曾国强", "cengguo", true)]
    [InlineData("吕霞", "lvxia", true)]
    [InlineData("吕霞", "luxia", true)]
    [InlineData("吐尔逊·阿不都", "tuerxunab", true)]
    [InlineData("䶮𬍛", "gong", false)]
    [InlineData("Li Lei", "lilei", true)]
    [InlineData("张志远", "张", false)]
    [InlineData("张志远", "", false)]
    [InlineData("张志远", " ", false)]
    public void Syllables_may_be_typed_whole_or_begun(string name, string typed, bool found) => Assert.Equal(found, Pinyin.Matches(name, typed));

    [Theory]
    [InlineData("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
        "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng yu dong xiao cheng cao yuan deng xu fu shen peng su lu jiang cai jia ding wei xue ye yan yu pan du dai xia zhong wang tian ren jiang fan fang shi yao tan liao zou xiong jin lu hao kong bai cui kang mao qiu qin jiang shi gu hou shao meng long wan duan lei qian tang yin li yi chang wu qiao he lai gong wen")]
    public void The_hundred_most_frequent_surnames_are_read_as_everybody_reads_them(string surnames, string readings)
    {
        var read = readings.Split(' ');
        Assert.Equal(read.Length, surnames.Length);
        Assert.All(surnames.Zip(read), s => Assert.True(Pinyin.Matches(s.First.ToString(), s.Second), $"{s.First} {s.Second}"));
    }
}
