using System.Net;
using Scoring.Api.Machine;

namespace Scoring.Api.Doctor;

/// <summary>Whether tablets find this machine: its addresses, its port, its firewall.</summary>
public static class NetworkCheck
{
    public static Finding OfAddresses(IReadOnlyList<IPAddress> addresses) => addresses switch
    {
        [] => new("addresses", "网络地址", Grade.Trouble, "没有连上任何网络", "请插上网线或连上赛场的 Wi-Fi；平板要和这台电脑在同一个网络。"),
        _ when addresses.All(Addresses.IsSelfMade) => new("addresses", "网络地址", Grade.Trouble, "网线插着，但没有分到地址（169.254…）",
            "路由器没有开 DHCP，或者网线插错了口。请检查路由器，或给这台电脑设一个固定地址。"),
        { Count: > 1 } => new("addresses", "网络地址", Grade.Caution, $"有 {addresses.Count} 个：{string.Join("、", addresses)}",
            "平板要用和它同一网络的那个。请断开用不着的网络（手机热点、虚拟网卡），地址就不会弄混。"),
        _ => Finding.Well("addresses", "网络地址", addresses[0].ToString()),
    };

    /// <param name="ours">Whether it is this program that answers there.</param>
    /// <param name="free">Whether nobody does.</param>
    public static Finding OfPort(int port, bool ours, bool free) =>
        ours ? Finding.Well("port", "端口", $"{port}，本程序在用")
        : free ? Finding.Well("port", "端口", $"{port}，空着")
        : new("port", "端口", Grade.Trouble, $"{port} 被别的程序占用", "请关掉占用它的程序，或者用 --url http://0.0.0.0:5090 换一个端口（平板要重新扫码）。");

    public static Finding OfFirewall(string? obstacle) =>
        obstacle is null ? Finding.Well("firewall", "防火墙", "没有发现阻挡") : new("firewall", "防火墙", Grade.Caution, "可能挡住平板", obstacle);
}
