using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Scoring.Browser.Tests.Screens;

/// <summary>
/// Pictures of scenes that were looked at and found good, a sixteenth of their size in grey (<c>Kept/*.png</c>): a scene that looks
/// otherwise now is found. Small enough that another machine's edges of letters do not count.
/// SCORING_BASELINES=renew keeps what is shown now; look at it before it is committed.
/// </summary>
internal static class KeptPicture
{
    /// <summary>Share of the dots that may be more than 24 of 255 lighter or darker: a clock's digits, a ring that turns.</summary>
    private const double MostThatDiffer = 0.012;

    private static readonly Lazy<Task<IPage>> Darkroom = new(async () => (await ScreenPage.Blank()).Page);

    /// <summary>Null: as it was kept; else what is different, in words.</summary>
    public static async Task<string?> Compare(IPage page, string name)
    {
        var shot = Convert.ToBase64String(await page.ScreenshotAsync());
        var file = Path.Combine(Folder(), name + ".png");
        if (Environment.GetEnvironmentVariable("SCORING_BASELINES") == "renew")
        {
            var shrink = $"async shot => {{ {Develop} return (await develop(shot, 16)).url; }}";
            var small = await (await Darkroom.Value).EvaluateAsync<string>(shrink, shot);
            await File.WriteAllBytesAsync(file, Convert.FromBase64String(small[(small.IndexOf(',', StringComparison.Ordinal) + 1)..]));
            return null;
        }

        if (!File.Exists(file))
        {
            return $"{name}: no picture is kept";
        }

        var kept = Convert.ToBase64String(await File.ReadAllBytesAsync(file));
        var compare = $"async ([shot, kept]) => {{ {Develop} {Differ} }}";
        var other = await (await Darkroom.Value).EvaluateAsync<double>(compare, new[] { shot, kept });
        return other <= MostThatDiffer ? null : $"{name}: {other:P1} of the picture is not as it was kept";
    }

    private const string Develop = """
        const develop = async (png, shrunk) => {
          const picture = new Image();
          picture.src = 'data:image/png;base64,' + png;
          await picture.decode();
          const glass = document.createElement('canvas');
          glass.width = picture.width / shrunk | 0;
          glass.height = picture.height / shrunk | 0;
          const pen = glass.getContext('2d', { willReadFrequently: true });
          pen.filter = 'grayscale(1)';
          pen.imageSmoothingQuality = 'high';
          pen.drawImage(picture, 0, 0, glass.width, glass.height);
          return { url: glass.toDataURL(), dots: pen.getImageData(0, 0, glass.width, glass.height).data };
        };
        """;

    private const string Differ = """
        const now = (await develop(shot, 16)).dots, then = (await develop(kept, 1)).dots;
        if (now.length !== then.length) return 1;
        let other = 0;
        for (let i = 0; i < now.length; i += 4) if (Math.abs(now[i] - then[i]) > 24) other++;
        return other / (now.length / 4);
        """;

    private static string Folder([CallerFilePath] string here = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(here)!, "Kept")).FullName;
}
