using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates;

/// <summary>The templates that come with the program: one set of positions, three grounds.</summary>
public static class CertificateTemplates
{
    /// <summary>套打: text only, for pre-printed paper (R-H3).</summary>
    public static CertificateTemplate Overprint { get; } = ReadBuiltIn() with { Name = "套打" };

    /// <summary>Black text in a frame that is a millimetre rule.</summary>
    public static CertificateTemplate Plain { get; } = Overprint with { Name = "素雅", Elements = [new FrameElement("frame", FrameStyle.Plain), .. Overprint.Elements] };

    /// <summary>Red and gold, rose rings as a ground.</summary>
    public static CertificateTemplate Festive { get; } = Overprint with
    {
        Name = "节庆",
        Colours = new Dictionary<string, string>(Overprint.Colours, StringComparer.Ordinal) { ["accent"] = "#9d1219", ["label"] = "#7a5a2a", ["rose"] = "#f5e5ca" },
        Elements = [new FrameElement("frame", FrameStyle.Festive), new GuillocheElement("rose", 148.5, 112, "rose"), .. Overprint.Elements],
    };

    public static IReadOnlyList<CertificateTemplate> All { get; } = [Festive, Plain, Overprint];

    /// <summary>A template as its JSON text says.</summary>
    /// <exception cref="JsonException">The text is no template; the message names the place.</exception>
    public static CertificateTemplate Read(string json) =>
        JsonSerializer.Deserialize<CertificateTemplate>(json, ScoringJson.Options) ?? throw new JsonException("The file holds no template.");

    public static string Write(CertificateTemplate template) => JsonSerializer.Serialize(template, ScoringJson.Options);

    private static CertificateTemplate ReadBuiltIn()
    {
        using var stream = typeof(CertificateTemplates).Assembly.GetManifestResourceStream("certificate.json")
            ?? throw new InvalidOperationException("certificate.json is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}
