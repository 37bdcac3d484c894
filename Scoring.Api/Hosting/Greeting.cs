// What the terminal shows once the server answers: where to go, and a picture for the tablets to scan.
using QRCoder;
using Scoring.Api.Machine;
using Scoring.Api.Storage;

namespace Scoring.Api.Hosting;

public static class Greeting
{
    /// <param name="urls">Addresses the server listens on.</param>
    public static string Text(IEnumerable<string> urls, IReadOnlyList<string> notes)
    {
        var reachable = urls.SelectMany(Addresses.Of).Distinct(StringComparer.Ordinal).ToList();
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
        lines.Add("  按 Ctrl-C 停止。");
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The address for a browser on this machine.</summary>
    public static string Here(IEnumerable<string> urls) => urls.SelectMany(Addresses.Of).First();

    /// <summary>The address for everybody else: on the network, if there is one.</summary>
    public static string ForTablets(IEnumerable<string> urls)
    {
        var reachable = urls.SelectMany(Addresses.Of).ToList();
        return reachable.FirstOrDefault(u => !new Uri(u).IsLoopback) ?? reachable[0];
    }

    /// <summary>What tablets scan. In a Windows console made of coloured blanks: its fonts draw block characters in two widths.</summary>
    public static void WriteQr(string tablets, TextWriter output)
    {
        output.WriteLine($"  平板扫码打开 {tablets}/judge/：");
        using var data = QRCodeGenerator.GenerateQrCode(tablets + "/judge/", QRCodeGenerator.ECCLevel.L);
        if (!OperatingSystem.IsWindows() || System.Console.IsOutputRedirected)
        {
            using var qr = new AsciiQRCode(data);
            output.WriteLine(qr.GetGraphicSmall());
            return;
        }

        const int Quiet = 2; // modules around it; the picture has two more on each side
        foreach (var row in data.ModuleMatrix.Skip(Quiet).SkipLast(Quiet))
        {
            output.Write("  ");
            foreach (var dark in row.Cast<bool>().Skip(Quiet).SkipLast(Quiet))
            {
                System.Console.BackgroundColor = dark ? ConsoleColor.Black : ConsoleColor.White;
                output.Write("  ");
            }

            System.Console.ResetColor();
            output.WriteLine();
        }
    }
}
