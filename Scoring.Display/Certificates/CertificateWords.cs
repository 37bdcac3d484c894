using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates;

/// <summary>A contest's own words on its award certificates, in place of those of the templates that come with the program.</summary>
/// <param name="Body">Before the prize, with {competition} and {trade}; null: the template's.</param>
/// <param name="Closing">After it; null: the template's.</param>
public sealed record CertificateWords(string? Body = null, string? Closing = null)
{
    public const int Longest = 120;

    /// <summary>What the program's own templates say.</summary>
    public static CertificateWords Usual { get; } = new(
        CertificateTemplates.Overprint.Wordings[CertificateKind.Award].Body,
            CertificateTemplates.Overprint.Wordings[CertificateKind.Award].Closing);

    internal CertificateTemplate On(CertificateTemplate template)
    {
        if (this == new CertificateWords() || !template.Wordings.TryGetValue(CertificateKind.Award, out var said))
        {
            return template;
        }

        var own = said with { Body = Body ?? said.Body, Closing = Closing ?? said.Closing };
        return template with { Wordings = new Dictionary<CertificateKind, Wording>(template.Wordings) { [CertificateKind.Award] = own } };
    }
}
