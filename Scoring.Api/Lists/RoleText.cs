using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Roles as lists of officials write them (R-I1e).</summary>
public static class RoleText
{
    private static readonly Dictionary<string, Role> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["裁判长"] = Role.HeadJudge, ["副裁判长"] = Role.HeadJudge, ["总裁判长"] = Role.HeadJudge, ["主裁判"] = Role.HeadJudge, ["chief judge"] = Role.HeadJudge, ["head judge"] = Role.HeadJudge,
        ["裁判"] = Role.Judge, ["裁判员"] = Role.Judge, ["评分裁判"] = Role.Judge, ["评分裁判员"] = Role.Judge, ["评委"] = Role.Judge, ["执裁"] = Role.Judge, ["评判员"] = Role.Judge, ["执裁裁判"] = Role.Judge,
        ["技术裁判"] = Role.Judge, ["judge"] = Role.Judge,
        ["现场裁判"] = Role.FloorJudge, ["现场裁判员"] = Role.FloorJudge, ["监考"] = Role.FloorJudge, ["监考员"] = Role.FloorJudge, ["监考裁判"] = Role.FloorJudge, ["计时员"] = Role.FloorJudge, ["计时裁判"] = Role.FloorJudge,
        ["加密裁判"] = Role.CodingOfficer, ["加密员"] = Role.CodingOfficer, ["加密裁判员"] = Role.CodingOfficer, ["检录员"] = Role.CodingOfficer, ["检录裁判"] = Role.CodingOfficer, ["抽签员"] = Role.CodingOfficer,
        ["录入员"] = Role.Clerk, ["统分员"] = Role.Clerk, ["统分"] = Role.Clerk, ["统分裁判"] = Role.Clerk, ["记分员"] = Role.Clerk, ["阅卷员"] = Role.Clerk, ["成绩录入员"] = Role.Clerk, ["登分员"] = Role.Clerk, ["clerk"] = Role.Clerk,
        ["监督"] = Role.Supervisor, ["监督员"] = Role.Supervisor, ["监督仲裁"] = Role.Supervisor, ["监督组长"] = Role.Supervisor, ["监督长"] = Role.Supervisor, ["supervisor"] = Role.Supervisor,
        ["仲裁"] = Role.Arbitrator, ["仲裁员"] = Role.Arbitrator, ["仲裁长"] = Role.Arbitrator, ["arbitrator"] = Role.Arbitrator,
    };

    private static readonly char[] Lists = ['、', '，', ',', '/', '／', ';', '；', '+', '＋', '|', '\n', '\r'];

    private static readonly char[] Between = [.. Lists, '和', '兼', '及', '与', ' ', '\u3000', '\u00A0', '\t'];

    // Who holds both could sign for two people, or mark whom they drew (R-A2, R-A4).
    private static readonly (Role One, Role Other, string Why)[] Apart =
    [
        (Role.HeadJudge, Role.Supervisor, "解密和改分要裁判长和监督两个人"), (Role.CodingOfficer, Role.Judge, "加密裁判知道代号是谁，不能评分"),
    ];

    /// <summary>Each role in a cell; null for a word that is none. Spaces inside a word do not count.</summary>
    public static IReadOnlyList<(string Word, Role? Role)> Read(string text)
    {
        var bare = string.Concat(text.Where(c => !CellText.IsUnseen(c)));
        return Known.TryGetValue(text.Trim(), out var whole) || Known.TryGetValue(bare, out whole) ? [(bare, whole)]
            : bare.Split([.. Between], StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } closed && closed.All(Known.ContainsKey) ? [.. closed.Select(w => (w, (Role?)Known[w]))]
            : [.. Words(text).Select(w => (w, Known.TryGetValue(w, out var role) ? role : (Role?)null))];
    }

    public static bool IsRole(string text) => Read(text) is { Count: > 0 } read && read.All(r => r.Role is not null);

    public static IReadOnlyList<string> Nearest(string word) => NearestNames.Of(word, Known.Keys);

    /// <summary>Why nobody holds these two offices in one trade; null: somebody may.</summary>
    public static string? Excluded(Role one, Role other) =>
        Apart.FirstOrDefault(a => (a.One == one && a.Other == other) || (a.One == other && a.Other == one)).Why;

    /// <summary>Words of a cell, also where only a space or 和 stands between them.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Things listed in one cell; 和平机械 is one.</summary>
    public static IReadOnlyList<string> Parts(string text) =>
        [.. text.Split(Lists, StringSplitOptions.RemoveEmptyEntries).Select(CellText.Trim).Where(p => !CellText.IsBlank(p))];
}
