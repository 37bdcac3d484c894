namespace Scoring.Api.Console.Cards;

/// <summary>What can be printed to be cut, worn or set up in the hall.</summary>
/// <param name="Across">How it stands on A4, as its style knows it.</param>
public sealed record CardKind(string Key, string Name, string What, string Across)
{
    public const string Tickets = "tickets", Entrants = "entrants", Judges = "judges", Staff = "staff", Desks = "desks",
        Stations = "stations";

    public static IReadOnlyList<CardKind> All { get; } =
    [
        new(Tickets, "准考证", "选手每人一张，一页 4 张：照片、准考证号、时间、地点和须知", "four"),
        new(Entrants, "选手胸牌", "姓名、单位、比赛内容和准考证号，不写代号，一页 6 张", "six"),
        new(Judges, "裁判胸牌", "裁判长和裁判，一页 6 张", "six"),
        new(Staff, "工作人员胸牌", "监督、仲裁、加密、录入、现场，一页 6 张", "six"),
        new(Desks, "桌签", "裁判和工作人员每人一张 A4，横向对折，两面都有名字", "one"),
        new(Stations, "赛位签", "每个工位一张，写代号和工位号，不写姓名，一页 2 张", "two"),
    ];

    public static CardKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);
}
