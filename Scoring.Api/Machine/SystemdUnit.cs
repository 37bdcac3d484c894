namespace Scoring.Api.Machine;

/// <summary>The program as a systemd service, under an account of its own that owns nothing but the data.</summary>
public static class SystemdUnit
{
    public const string Name = "scoring.service", Account = "scoring";

    private const string Path = "/etc/systemd/system/" + Name;

    /// <param name="arguments">Of <c>serve</c>.</param>
    public static string Text(string program, IReadOnlyList<string> arguments, string data) =>
        $"""
        [Unit]
        Description=技能大赛评分系统 Scoring
        After=network.target

        [Service]
        Type=notify
        ExecStart={string.Join(' ', arguments.Prepend("serve").Prepend(program).Select(Quoted))}
        User={Account}
        Group={Account}
        Restart=on-failure
        RestartSec=2
        TimeoutStartSec=180
        TimeoutStopSec=60
        LimitNOFILE=65536
        UMask=0077
        NoNewPrivileges=yes
        ProtectSystem=full
        ProtectHome=read-only
        PrivateTmp=yes
        ProtectKernelTunables=yes
        ProtectControlGroups=yes
        RestrictSUIDSGID=yes
        ReadWritePaths={Quoted(data)}

        [Install]
        WantedBy=multi-user.target

        """;

    /// <returns>Whether it runs now, and lines for whoever asked, in Chinese.</returns>
    public static (bool Done, IReadOnlyList<string> Lines) Install(Tool tool, string program, IReadOnlyList<string> arguments, string data)
    {
        if (tool("id", Account).Code != 0)
        {
            tool("useradd", "--system", "--home-dir", data, "--shell", "/usr/sbin/nologin", Account);
        }

        Directory.CreateDirectory(data);
        tool("chown", "-R", $"{Account}:{Account}", data);
        File.WriteAllText(Path, Text(program, arguments, data));
        tool("systemctl", "daemon-reload");
        tool("systemctl", "enable", Name);
        var (started, said) = tool("systemctl", "restart", Name);
        return started == 0 ? (true, [$"已装成系统服务 {Name} 并启动，开机自动运行。数据在 {data}。"])
            : (false, [$"已写好 {Path}，但没有启动：{said}", $"请看 journalctl -u {Name}。"]);
    }

    public static (bool Done, IReadOnlyList<string> Lines) Uninstall(Tool tool)
    {
        tool("systemctl", "disable", "--now", Name);
        File.Delete(Path);
        tool("systemctl", "daemon-reload");
        return (true, [$"系统服务 {Name} 已卸下。数据没有删，还在原来的文件夹。"]);
    }

    private static string Quoted(string argument) => $"\"{argument.Replace("%", "%%", StringComparison.Ordinal)}\"";
}
