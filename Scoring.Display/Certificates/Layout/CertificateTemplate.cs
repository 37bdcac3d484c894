using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Scoring.Core.Certificates;

namespace Scoring.Display.Certificates.Layout;

/// <summary>How certificates look, in millimetres from the top left corner of the page; knows nothing of PDF or SVG. Kept as JSON.</summary>
/// <param name="Name">As the console lists it, e.g. 节庆.</param>
/// <param name="Fonts">Families in order of preference by the name spans use; <c>quotes</c> is taken for “”‘’ everywhere, as Kai styles draw them narrow.</param>
/// <param name="Colours">#rrggbb by the name spans and elements use.</param>
/// <param name="Wordings">What certificates of a kind say.</param>
/// <param name="Elements">Painted in this order.</param>
public sealed record CertificateTemplate(
    string Name,
    double Width,
    double Height,
    IReadOnlyDictionary<string, FontChoice> Fonts,
    IReadOnlyDictionary<string, string> Colours,
    IReadOnlyDictionary<CertificateKind, Wording> Wordings,
    IReadOnlyList<CertificateElement> Elements)
{
    private static readonly ConditionalWeakTable<CertificateTemplate, CertificateTemplate> Papers = [];

    /// <summary>As it goes on paper: without pictures that are for electronic copies alone. The same each time, so that what is made of it is kept.</summary>
    public CertificateTemplate ForPaper() => Papers.GetValue(this, static whole => whole.Elements.Any(ScreenOnly)
        ? whole with { Elements = [.. whole.Elements.Where(element => !ScreenOnly(element))] } : whole);

    private static bool ScreenOnly(CertificateElement element) => element is ImageElement { Electronic: true };
}

/// <param name="Families">In any language; whatever none of them has comes from any other font.</param>
public sealed record FontChoice(IReadOnlyList<string> Families, bool Bold = false);

/// <summary>Texts with {placeholders}; a part in [brackets] is left out when a placeholder in it is empty.</summary>
/// <param name="Salutation">After the name, e.g. 同志.</param>
/// <param name="Affiliation">After the salutation, e.g. （{organization}）.</param>
public sealed record Wording(string Salutation, string Affiliation, string Body, string Award, string Closing);

/// <summary>A rectangle in mm.</summary>
public sealed record Box(double X, double Y, double Width, double Height);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FrameElement), "frame")]
[JsonDerivedType(typeof(GuillocheElement), "guilloche")]
[JsonDerivedType(typeof(ImageElement), "image")]
[JsonDerivedType(typeof(LineElement), "line")]
[JsonDerivedType(typeof(TextElement), "text")]
[JsonDerivedType(typeof(IssuersElement), "issuers")]
[JsonDerivedType(typeof(QrElement), "qr")]
public abstract record CertificateElement(string Id);

/// <summary>The border of the page.</summary>
public sealed record FrameElement(string Id, FrameStyle Style) : CertificateElement(Id);

public enum FrameStyle { Festive, Plain }

/// <summary>Three rose rings as a ground, of radius 62 at scale 1.</summary>
/// <param name="Colour">As it prints: pale, no transparency, so that text stays readable.</param>
public sealed record GuillocheElement(string Id, double X, double Y, string Colour, double Scale = 1) : CertificateElement(Id);

/// <param name="Picture">PNG or JPEG, stretched to the box. A picture of a seal is decoration, no seal (R-H4).</param>
/// <param name="Electronic">Only in copies that stay on a screen: paper is sealed by hand.</param>
public sealed record ImageElement(string Id, Box Box, byte[] Picture, bool Electronic = false) : CertificateElement(Id);

public sealed record LineElement(string Id, double X1, double Y1, double X2, double Y2, double Stroke, string Colour) : CertificateElement(Id);

/// <summary>Text that fits its box: shrinks, then wraps (R-H2).</summary>
/// <param name="Baseline">Of the first line at full size, in mm from the top of the page.</param>
/// <param name="Indent">Of the first line, in em of the first span.</param>
/// <param name="Tightest">How much closer lines may stand, once the text had to shrink.</param>
/// <param name="Upward">The last of several lines stands on the baseline, the others above it.</param>
/// <param name="OneLineTo">Shrinks down to this share of its size to stay on one line, and only then wraps; 1: wraps at once.</param>
public sealed record TextElement(
    string Id, Box Box, double Baseline, double LineHeight, IReadOnlyList<TextSpan> Spans,
    TextAlign Align = TextAlign.Left, double Indent = 0, double OneLineTo = 1, double Tightest = 1, bool Upward = false) : CertificateElement(Id);

public enum TextAlign { Left, Centre, Right, Justify }

/// <param name="Size">Of the type, mm.</param>
/// <param name="Spacing">Added after every character, mm.</param>
/// <param name="Keep">Never broken within a word of it: only after · or a space.</param>
/// <param name="TwoAsThree">Two Chinese characters are set as wide as three.</param>
/// <param name="Rule">A line under the text.</param>
public sealed record TextSpan(
    string Text, double Size, string Font = "body", string Colour = "ink", double Spacing = 0, bool Keep = false, bool TwoAsThree = false, SpanRule? Rule = null);

/// <summary>Lengths in mm: the line's stroke, how far its middle lies under the baseline, how far it goes beyond the text, and the gap after it.</summary>
public sealed record SpanRule(double Stroke, double Below, double Before, double After, double Gap);

/// <summary>颁发单位 in order from the left, each under its own seal circle, the date under the last (R-H1, R-H4).</summary>
/// <param name="Box">Columns fill it from the right.</param>
/// <param name="Seal">Diameter of a seal, 40; official ones have 42.</param>
/// <param name="SealY">Middle of the seals. Circles are help on the screen, never printed.</param>
public sealed record IssuersElement(
    string Id, Box Box, double Baseline, double Size, double LineHeight, double DateBaseline, double DateSize, double Seal, double SealY,
    string Font = "body", string Colour = "ink") : CertificateElement(Id);

/// <summary>The verification QR, without its quiet zone of four modules, which stays empty around it.</summary>
public sealed record QrElement(string Id, double X, double Y, double Size, string Colour = "ink") : CertificateElement(Id);
