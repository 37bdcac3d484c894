using Scoring.Core.Files;

namespace Scoring.Api.Console.Contests;

/// <summary>Competition files that come with the program, to begin from.</summary>
public static class CompetitionTemplates
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "examples", "templates");

    private static readonly (string Key, string Name)[] Known =
    [
        ("union", "职工竞赛（理论 30%＋实操 70%）"), ("college", "院校赛（三层加密）"), ("worldskills", "世赛式（评判与测量）"),
        ("tea-sensory", "感官评审（九位评委）"), ("company-kpi", "企业指标赛（团体）"), ("multi-task", "多任务（每模块计时）"),
        (TradeTemplates.Key, "真实赛事规则（焊工、烹饪、装载机、两考场、机器人、知识竞赛）"),
    ];

    public static IReadOnlyList<(string Key, string Name)> All => [.. Known.Where(k => File.Exists(PathOf(k.Key)))];

    /// <summary>Null: there is no such template.</summary>
    public static CompetitionFile? Read(string key) =>
        Known.Any(k => k.Key == key) && File.Exists(PathOf(key)) ? CompetitionFileReader.Read(File.ReadAllBytes(PathOf(key))).File : null;

    /// <summary>The demonstration's file, as it ships; null: it is missing.</summary>
    public static CompetitionFile? Example() => Path.Combine(Folder, "..", "yindubei.json") is var path && File.Exists(path)
        ? CompetitionFileReader.Read(File.ReadAllBytes(path)).File : null;

    private static string PathOf(string key) => Path.Combine(Folder, key + ".json");
}
