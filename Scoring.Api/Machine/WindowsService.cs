namespace Scoring.Api.Machine;

/// <summary>The program as a Windows service: it runs before anybody signs in, and comes back after a power cut.</summary>
public static class WindowsService
{
    public const string Name = "Scoring";

    // S-1-5-32-544 administrators, S-1-5-18 the system, S-1-5-19 the service's own account: names differ by language, numbers do not.
    private static readonly string[] Owners = ["*S-1-5-32-544:(OI)(CI)F", "*S-1-5-18:(OI)(CI)F", "*S-1-5-19:(OI)(CI)M"];
    private const int Exists = 1073, NotThere = 1060;

    /// <param name="arguments">Of <c>serve</c>.</param>
    /// <returns>Whether it runs now, and lines for whoever asked, in Chinese.</returns>
    public static (bool Done, IReadOnlyList<string> Lines) Install(Tool tool, string program, IReadOnlyList<string> arguments, string data)
    {
        var line = string.Join(' ', arguments.Prepend("serve").Select(Quoted).Prepend($"\"{program}\""));
        var made = tool("sc.exe", "create", Name, "binPath=", line, "start=", "auto", "DisplayName=", "技能大赛评分系统", "obj=",
            @"NT AUTHORITY\LocalService");
        if (made.Code == Exists)
        {
            tool("sc.exe", "stop", Name);
            made = tool("sc.exe", "config", Name, "binPath=", line, "start=", "auto");
        }

        if (made.Code != 0)
        {
            return (false, [$"没有装成 Windows 服务（sc.exe 返回 {made.Code}）。请右键“以管理员身份运行”命令提示符，再试一次。"]);
        }

        Directory.CreateDirectory(data);
        tool("icacls", [data, "/inheritance:r", "/grant:r", .. Owners]);
        tool("sc.exe", "description", Name, "技能大赛评分系统：评分、大屏、证书。停止它，平板上的成绩会留在平板，等它回来再交。");
        tool("sc.exe", "failure", Name, "reset=", "86400", "actions=", "restart/2000/restart/5000/restart/30000");
        var started = tool("sc.exe", "start", Name).Code;
        return started == 0 ? (true, [$"已装成 Windows 服务“{Name}”并启动，开机自动运行。数据在 {data}。"])
            : (false, [$"服务“{Name}”已装好，但没有启动（sc.exe 返回 {started}）。请打开“服务”（services.msc）查看；程序文件夹要放在所有账号都能读的地方，例如 C:\\Scoring。"]);
    }

    public static (bool Done, IReadOnlyList<string> Lines) Uninstall(Tool tool)
    {
        tool("sc.exe", "stop", Name);
        return tool("sc.exe", "delete", Name).Code switch
        {
            0 => (true, [$"服务“{Name}”已卸下。数据没有删，还在原来的文件夹。"]),
            NotThere => (true, [$"没有服务“{Name}”，不用卸。"]),
            var code => (false, [$"没有卸下服务“{Name}”（sc.exe 返回 {code}）。请以管理员身份再试一次。"]),
        };
    }

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
