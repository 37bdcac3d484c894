// Two people in the settings of one trade: what the other one changed, and a form that has it.
using System.Reflection;

namespace Scoring.Api.Console.Defining;

public sealed partial record SettingsForm
{
    private static readonly ConstructorInfo Made = typeof(SettingsForm).GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();

    private static readonly IReadOnlyList<PropertyInfo> All = [.. Made.GetParameters().Select(p => typeof(SettingsForm).GetProperty(p.Name!)!)]; // a record's parameter is its property

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [nameof(Name)] = "名称", [nameof(Code)] = "短代码", [nameof(Aliases)] = "别名", [nameof(Scoring)] = "总分办法", [nameof(RawTotal)] = "总分", [nameof(Rounding)] = "修约",
        [nameof(Tie)] = "同分比较", [nameof(Ties)] = "都相同时", [nameof(CodeLayers)] = "代号层数", [nameof(PublicView)] = "公布前公众看到", [nameof(PublicityDays)] = "公示工作日",
        [nameof(PublicityTotals)] = "公示总分", [nameof(AppealHours)] = "申诉时限", [nameof(StartsAt)] = "开赛时间", [nameof(Tiers)] = "奖项", [nameof(Boundary)] = "末位并列",
        [nameof(QuotaRounding)] = "比例取整", [nameof(Few)] = "人数少时", [nameof(Gate)] = "合格线", [nameof(WorldSkills)] = "世赛式", [nameof(HasMedals)] = "奖牌", [nameof(MedalWindow)] = "同牌分差",
        [nameof(ExcellenceBase)] = "优胜奖基准", [nameof(MedalNames)] = "奖牌名称", [nameof(Honours)] = "荣誉",
        [nameof(Venue)] = "场地",
    };

    /// <summary>Field by field, e.g. 公示工作日：5 改为 0.</summary>
    public static IReadOnlyList<string> Differences(SettingsForm before, SettingsForm after) =>
        [.. All.Where(p => Text(p, before) != Text(p, after)).Select(p => IsChoice(p) ? $"{Names[p.Name]}有改动" : $"{Names[p.Name]}：{Said(p, before)} 改为 {Said(p, after)}")];

    /// <summary>What was typed here, with the other person's changes where nothing was typed.</summary>
    /// <param name="opened">As the form was opened.</param>
    /// <param name="now">As the other person left it.</param>
    public SettingsForm On(SettingsForm opened, SettingsForm now) =>
        (SettingsForm)Made.Invoke([.. All.Select(p => p.GetValue(Text(p, this) == Text(p, opened) ? now : this))]);

    private static string Text(PropertyInfo property, SettingsForm form) => property.GetValue(form) switch
    {
        string[] many => string.Join('\n', many.Where(m => !string.IsNullOrEmpty(m))),
        bool yes => yes ? "是" : "否",
        { } one => (one.ToString() ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
        null => "",
    };

    // Of a choice the words stand in the page; here it is only said that it is another one.
    private static bool IsChoice(PropertyInfo property) => property.PropertyType.IsEnum || property.Name == nameof(Tie);

    private static string Said(PropertyInfo property, SettingsForm form) => Text(property, form) is { Length: > 0 } text ? text.Replace("\n", "、", StringComparison.Ordinal) : "（空）";
}
