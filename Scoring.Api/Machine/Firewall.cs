namespace Scoring.Api.Machine;

/// <summary>Whether tablets come through the system's firewall to this program, and how it is opened.</summary>
/// <param name="windows">Else Linux.</param>
/// <param name="administrator">May change the rules.</param>
/// <param name="program">What listens.</param>
public sealed class Firewall(Tool tool, bool windows, bool administrator, string program)
{
    private const string Rule = "Scoring";

    public static Firewall OfThisMachine => new(SystemTool.Run, OperatingSystem.IsWindows(), Environment.IsPrivilegedProcess,
        ProgramPlace.Executable);

    /// <summary>Null: nothing stands in the way, as far as can be told.</summary>
    /// <param name="port">That tablets use.</param>
    /// <returns>What is in the way and what to do, in Chinese.</returns>
    public string? Obstacle(int port) => windows ? OnWindows() : OnLinux(port);

    /// <summary>Opens it if this process may; nothing happens otherwise.</summary>
    /// <returns>Whether it was opened now.</returns>
    public bool Open() => windows && administrator && OnWindows() is not null && tool(
        "netsh", "advfirewall", "firewall", "add", "rule", $"name={Rule}", "dir=in", "action=allow", $"program={program}", "enable=yes",
            "profile=any").Code == 0;

    public void Close()
    {
        if (windows)
        {
            tool("netsh", "advfirewall", "firewall", "delete", "rule", $"name={Rule}");
        }
    }

    private string? OnWindows()
    {
        var (code, said) = tool("netsh", "advfirewall", "firewall", "show", "rule", $"name={Rule}", "verbose");
        return code == SystemTool.Missing || (code == 0 && said.Contains(program, StringComparison.OrdinalIgnoreCase)) ? null
            : "Windows 防火墙还没有放行本程序，平板可能连不上。请右键“开始.cmd”，选“以管理员身份运行”一次；"
            + "或者在 Windows 弹出的询问里把“专用网络”和“公用网络”都勾上，点“允许访问”。";
    }

    private string? OnLinux(int port)
    {
        if (tool("firewall-cmd", "--state") is (0, _) && tool("firewall-cmd", $"--query-port={port}/tcp").Code != 0)
        {
            return $"防火墙（firewalld）没有放行端口 {port}，平板连不上。请运行："
                + $"sudo firewall-cmd --permanent --add-port={port}/tcp && sudo firewall-cmd --reload";
        }

        var (code, said) = tool("ufw", "status");
        return code == 0 && said.Contains("Status: active", StringComparison.Ordinal) && !said.Contains($"{port}", StringComparison.Ordinal)
            ? $"防火墙（ufw）没有放行端口 {port}，平板连不上。请运行：sudo ufw allow {port}/tcp" : null;
    }
}
