using Scoring.Api.Console;
using Scoring.Api.Machine;

namespace Scoring.Api.Hosting;

/// <summary>What somebody sees who started the program: addresses, what is to be known, a picture for tablets; the browser opens if they
/// asked for it.</summary>
public sealed class Window(WebApplication app, ScoringOptions options, TextWriter output) : IDisposable
{
    private AddressWatch? watch;

    public async Task Show(CancellationToken cancel)
    {
        var trouble = app.Services.GetRequiredService<Cautions>().All();
        List<string> notes = [.. trouble, .. await ScoringApp.Prepare(app, options, cancel), .. Reach()];
        var text = Greeting.Text(app.Urls, notes);
        RunningOne.Keep(options.Data, Greeting.Here(app.Urls), text);
        Greeting.WriteQr(Tablets, output);
        output.WriteLine(text);
        if (options.Open)
        {
            Browse(Greeting.Here(app.Urls) + (app.Services.GetRequiredService<Security.SetupLink>().Path ?? "/console"));
        }

        watch = new(TimeProvider.System, () => Tablets, Moved);
    }

    public void Dispose()
    {
        watch?.Dispose();
        RunningOne.Forget(options.Data);
    }

    private string Tablets => Greeting.ForTablets(app.Urls);

    private void Moved(string tablets)
    {
        output.WriteLine($"  这台电脑的网络地址变了。平板、大屏和手机现在要用 {tablets}；已经评的分都在，平板换到新地址再交。");
        Greeting.WriteQr(tablets, output);
    }

    private IEnumerable<string> Reach()
    {
        if (!options.Open)
        {
            return [];
        }

        var firewall = Firewall.OfThisMachine;
        return firewall.Open() ? ["Windows 防火墙已放行本程序。"] : firewall.Obstacle(new Uri(Tablets).Port) is { } obstacle ? [obstacle] : [];
    }

    private void Browse(string address) =>
        output.WriteLine(Terminal.Browse(address) ? $"  已在浏览器里打开 {address}" : $"  请在浏览器里打开 {address}");
}
