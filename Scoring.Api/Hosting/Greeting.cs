using Scoring.Api.Storage;
// What the terminal shows once the server answers: where to go, and a picture for the tablets to scan.
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using QRCoder;

namespace Scoring.Api.Hosting;

public static class Greeting
{
    /// <param name="urls">Addresses the server listens on.</param>
    public static string Text(IEnumerable<string> urls, IReadOnlyList<string> notes)
    {
        var reachable = urls.SelectMany(Reachable).Distinct(StringComparer.Ordinal).ToList();
        var tablets = ForTablets(urls);
        var lines = new List<string>
        {
            "",
            $"  技能大赛评分系统 {ProductVersion.Current} 已启动",
            "",
            $"  控制台  {reachable[0]}/console",
            $"  平板    {tablets}/judge/",
            $"  大屏    {tablets}/display/",
            $"  选手    {tablets}/portal",
            "",
        };
        lines.AddRange(reachable.Where(u => u != reachable[0] && u != tablets).Select(u => $"  也可用  {u}"));
        lines.AddRange(notes.Select(n => "  " + n));
        lines.Add("");
        lines.Add("  平板扫码打开：");
        lines.Add(Qr(tablets + "/judge/"));
        lines.Add("  按 Ctrl-C 停止。");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The address for a browser on this machine.</summary>
    public static string Here(IEnumerable<string> urls) => urls.SelectMany(Reachable).First();

    /// <summary>The address for everybody else: on the network, if there is one.</summary>
    public static string ForTablets(IEnumerable<string> urls)
    {
        var reachable = urls.SelectMany(Reachable).ToList();
        return reachable.FirstOrDefault(u => !new Uri(u).IsLoopback) ?? reachable[0];
    }

    private static string Qr(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var qr = new AsciiQRCode(data);
        return qr.GetGraphicSmall();
    }

    /// <summary>The wildcard address stands for every address of this machine: itself first, then those on the network.</summary>
    private static IEnumerable<string> Reachable(string url)
    {
        var uri = new Uri(url.Replace("//+", "//0.0.0.0", StringComparison.Ordinal).Replace("//*", "//0.0.0.0", StringComparison.Ordinal));
        if (uri.Host is not ("0.0.0.0" or "[::]"))
        {
            return [uri.GetLeftPart(UriPartial.Authority)];
        }

        var addresses = NetworkInterface.GetAllNetworkInterfaces()
            .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses)
            .Select(a => a.Address)
            .Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        return addresses.Select(a => a.ToString()).Prepend("localhost").Select(host => $"{uri.Scheme}://{host}:{uri.Port}");
    }
}
