using System.Text.RegularExpressions;
using Scoring.Core.Certificates;

namespace Scoring.Display.Certificates.Layout;

/// <summary>Fills a template's {placeholders} with the facts; a part in [brackets] goes when a placeholder in it is empty.</summary>
internal sealed partial class CertificateText
{
    // Own templates from before this kind say nothing of it, and 同志 is no way to address an organization.
    private static readonly Wording Organization = CertificateTemplates.Overprint.Wordings[CertificateKind.Organization];
    private readonly Dictionary<string, string> values;

    public CertificateText(CertificateTemplate template, CertificateFacts facts)
    {
        values = new(StringComparer.Ordinal)
        {
            ["number"] = facts.Number,
            ["title"] = facts.Title,
            ["name"] = facts.Name,
            ["othername"] = facts.OtherName ?? "",
            ["organization"] = facts.Organization ?? "",
            ["trade"] = facts.Trade ?? "",
            ["tradeword"] = facts.TradeWord ?? "赛项",
            ["award"] = facts.Award,
            ["competition"] = facts.Competition,
            ["date"] = ChineseDate.Write(facts.Date),
        };
        var wording = template.Wordings.GetValueOrDefault(facts.Kind) ?? (facts.Kind == CertificateKind.Organization ? Organization : null) ?? template.Wordings[CertificateKind.Award];
        var said = (Salutation: Fill(wording.Salutation), Affiliation: Fill(wording.Affiliation), Body: Fill(wording.Body), Award: Fill(wording.Award), Closing: Fill(wording.Closing));
        // 同志 and 先生 belong to a Chinese name: people from abroad are named without, unless their list says how.
        values["salutation"] = facts.Kind is CertificateKind.Team or CertificateKind.Organization ? said.Salutation
            : facts.Salutation ?? (facts.Name.EnumerateRunes().Any(LineBreaking.IsChinese) ? said.Salutation : "");
        values["affiliation"] = said.Affiliation;
        values["body"] = said.Body;
        values["prize"] = said.Award;
        values["closing"] = said.Closing;
    }

    public string Fill(string text)
    {
        var shortened = Optional().Replace(text, part => Placeholder().Matches(part.Value).Any(p => Value(p).Length == 0) ? "" : part.Groups["text"].Value);
        return Placeholder().Replace(shortened, Value);
    }

    private string Value(Match placeholder) => values.GetValueOrDefault(placeholder.Groups["name"].Value, "");

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Optional();

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
