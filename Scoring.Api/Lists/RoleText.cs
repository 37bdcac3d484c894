using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Roles as lists of officials write them (R-I1e).</summary>
public static class RoleText
{
    private static readonly Dictionary<string, Role> Known = new(StringComparer.Ordinal)
    {
        ["裁判长"] = Role.HeadJudge, ["副裁判长"] = Role.HeadJudge, ["总裁判长"] = Role.HeadJudge,
        ["裁判"] = Role.Judge, ["裁判员"] = Role.Judge, ["评分裁判"] = Role.Judge, ["评委"] = Role.Judge, ["执裁"] = Role.Judge, ["评判员"] = Role.Judge,
        ["现场裁判"] = Role.FloorJudge, ["现场裁判员"] = Role.FloorJudge, ["监考"] = Role.FloorJudge, ["监考员"] = Role.FloorJudge, ["计时员"] = Role.FloorJudge, ["计时裁判"] = Role.FloorJudge,
        ["加密裁判"] = Role.CodingOfficer, ["加密员"] = Role.CodingOfficer, ["检录员"] = Role.CodingOfficer, ["抽签员"] = Role.CodingOfficer,
        ["录入员"] = Role.Clerk, ["统分员"] = Role.Clerk, ["统分"] = Role.Clerk, ["记分员"] = Role.Clerk, ["阅卷员"] = Role.Clerk,
        ["监督"] = Role.Supervisor, ["监督员"] = Role.Supervisor, ["监督仲裁"] = Role.Supervisor, ["仲裁"] = Role.Arbitrator, ["仲裁员"] = Role.Arbitrator, ["仲裁长"] = Role.Arbitrator,
    };

    private static readonly char[] Between = ['、', '，', ',', '/', '／', ';', '；', '+', '＋', '和', '兼', '\n', ' ', '\u3000'];

    /// <summary>Each role in a cell; null for a word that is none.</summary>
    public static IReadOnlyList<(string Word, Role? Role)> Read(string text) =>
        [.. Parts(text).Select(w => (w, Known.TryGetValue(w, out var role) ? role : (Role?)null))];

    public static IReadOnlyList<string> Nearest(string word) => NearestNames.Of(word, Known.Keys);

    /// <summary>Things listed in one cell.</summary>
    public static IReadOnlyList<string> Parts(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
