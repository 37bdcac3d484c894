using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Scoring.Display.Tests.Certificates;

/// <summary>Reads PDFs back with the tools of poppler and zbar (deploy/test installs them).</summary>
internal sealed class Poppler : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("certificates").FullName;

    public string Save(byte[] pdf)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, pdf);
        return path;
    }

    public string Text(byte[] pdf) => Run("pdftotext", "-layout", Save(pdf), "-");

    public string Fonts(byte[] pdf) => Run("pdffonts", Save(pdf));

    public string Info(byte[] pdf) => Run("pdfinfo", Save(pdf));

    /// <summary>Words with their boxes in mm from the top left corner.</summary>
    public IReadOnlyList<(string Text, double Left, double Top, double Right, double Bottom)> Words(byte[] pdf)
    {
        XNamespace html = "http://www.w3.org/1999/xhtml";
        var document = XDocument.Parse(Run("pdftotext", "-bbox", Save(pdf), "-"));
        return [.. document.Descendants(html + "word").Select(word => (word.Value, Mm(word, "xMin"), Mm(word, "yMin"), Mm(word, "xMax"), Mm(word, "yMax")))];

        static double Mm(XElement word, string side) =>
            double.Parse(word.Attribute(side)?.Value ?? throw new InvalidOperationException(side), CultureInfo.InvariantCulture) * 25.4 / 72;
    }

    /// <summary>What a scanner reads from the printed page.</summary>
    public string Scan(byte[] pdf, int dotsPerInch)
    {
        var picture = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        Run("pdftoppm", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-png", "-singlefile", Save(pdf), picture);
        return Run("zbarimg", "--quiet", "--raw", picture + ".png").Trim();
    }

    /// <summary>The page in grey, ten dots a millimetre.</summary>
    public PageInk Ink(byte[] pdf)
    {
        var picture = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        Run("pdftoppm", "-r", "254", "-gray", "-singlefile", Save(pdf), picture);
        return PageInk.Read(picture + ".pgm");
    }

    /// <summary>The page in grey, one dot a millimetre, as a PGM.</summary>
    public byte[] Thumbnail(byte[] pdf)
    {
        var picture = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        Run("pdftoppm", "-r", "25.4", "-gray", "-singlefile", Save(pdf), picture);
        return File.ReadAllBytes(picture + ".pgm");
    }

    /// <summary>What poppler says of the file's digital signatures.</summary>
    public string Signatures(byte[] pdf) => Run("pdfsig", "-nocert", Save(pdf));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static string Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
        return output;
    }
}
