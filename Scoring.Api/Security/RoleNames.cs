using Scoring.Core.People;

namespace Scoring.Api.Security;

public static class RoleNames
{
    public static string Chinese(this Role role) => role switch
    {
        Role.Admin => "管理员",
        Role.HeadJudge => "裁判长",
        Role.Judge => "裁判",
        Role.FloorJudge => "现场裁判",
        Role.CodingOfficer => "加密裁判",
        Role.Clerk => "录入员",
        Role.Supervisor => "监督",
        Role.Arbitrator => "仲裁",
        _ => role.ToString(),
    };
}
