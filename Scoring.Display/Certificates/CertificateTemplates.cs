using System.Text.Json;
using Scoring.Core.Certificates;
using Scoring.Core.Json;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates;

/// <summary>The templates that come with the program: one set of positions, several grounds, and colours for what a paper is given for.</summary>
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

    /// <summary>参赛证书: blue, the rule as frame, a smaller rose.</summary>
    /// <remarks>Its wording says no rank; {award} in a wording of one's own brings it back.</remarks>
    public static CertificateTemplate Participation { get; } = Toned(Plain, "参赛", "#1f4e79", "#3d5a78", "#e6eef6", 0.86);

    /// <summary>团体奖: the festive frame, three roses side by side.</summary>
    public static CertificateTemplate Team { get; } = Festive with
    {
        Name = "团体",
        Elements =
        [
            .. Festive.Elements.Where(element => element is FrameElement),
            new GuillocheElement("rose-left", 88, 112, "rose", 0.62), new GuillocheElement("rose-right", 209, 112, "rose", 0.62), new GuillocheElement("rose", 148.5, 112, "rose", 0.9),
            .. Overprint.Elements,
        ],
    };

    /// <summary>裁判致谢: bronze on white, the rule as frame.</summary>
    public static CertificateTemplate Thanks { get; } = Toned(Plain, "致谢", "#7a4f1d", "#7a5a2a", "#f3ece0", 1);

    /// <summary>荣誉称号: the festive frame, a rose that fills the page.</summary>
    public static CertificateTemplate Honour { get; } = Festive with
    {
        Name = "荣誉称号",
        Elements = [.. Festive.Elements.Select(element => element is GuillocheElement rose ? rose with { Scale = 1.22 } : element)],
    };

    public static IReadOnlyList<CertificateTemplate> All { get; } = [Festive, Plain, Overprint, Participation, Team, Thanks, Honour];

    /// <summary>What a kind of certificate looks like unless the organizer chose otherwise.</summary>
    public static CertificateTemplate For(CertificateKind kind) => kind switch
    {
        CertificateKind.Participation => Participation,
        CertificateKind.Team or CertificateKind.Organization => Team,
        CertificateKind.Thanks => Thanks,
        CertificateKind.Honour => Honour,
        _ => Festive,
    };

    /// <summary>A template as its JSON text says.</summary>
    /// <exception cref="JsonException">The text is no template; the message names the place.</exception>
    public static CertificateTemplate Read(string json) =>
        JsonSerializer.Deserialize<CertificateTemplate>(json, ScoringJson.Options) ?? throw new JsonException("The file holds no template.");

    public static string Write(CertificateTemplate template) => JsonSerializer.Serialize(template, ScoringJson.Options);

    private static CertificateTemplate Toned(CertificateTemplate other, string name, string accent, string label, string rose, double scale) => other with
    {
        Name = name,
        Colours = new Dictionary<string, string>(other.Colours, StringComparer.Ordinal) { ["accent"] = accent, ["label"] = label, ["rose"] = rose },
        Elements = [.. other.Elements.Where(element => element is FrameElement), new GuillocheElement("rose", 148.5, 112, "rose", scale), .. Overprint.Elements],
    };

    private static CertificateTemplate ReadBuiltIn()
    {
        using var stream = typeof(CertificateTemplates).Assembly.GetManifestResourceStream("certificate.json")
            ?? throw new InvalidOperationException("certificate.json is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}
