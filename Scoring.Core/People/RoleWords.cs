namespace Scoring.Core.People;

/// <summary>R-A4: what each role is called, on every page, paper and tablet.</summary>
public static class RoleWords
{
    public static string Of(Role role) => role switch
    {
        Role.Admin => "管理员",
        Role.HeadJudge => "裁判长",
        Role.Judge => "裁判",
        Role.FloorJudge => "现场裁判",
        Role.CodingOfficer => "加密裁判",
        Role.Clerk => "录入员",
        Role.Supervisor => "监督",
        Role.Arbitrator => "仲裁",
    };
}
