using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Scoring.Api.Console.Cards;

/// <summary><c>&lt;sign over name under&gt;</c>: half a page read from across the hall; each line as large as its width allows.</summary>
[HtmlTargetElement("sign")]
public sealed class SignTagHelper : TagHelper
{
    private const int Width = 1900, Height = 1300, Usable = 1760;

    /// <summary>Small, at the head.</summary>
    public string Over { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>At the foot; empty: nothing.</summary>
    public string Under { get; set; } = "";

    /// <summary>The line at the foot is what is looked for, e.g. a code.</summary>
    public bool Strong { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {Height}"));
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Name);
        Line(output, Over, 200, 84, "over");
        Line(output, Name, Under.Length == 0 ? 850 : Strong ? 640 : 780, Under.Length == 0 ? 520 : Strong ? 360 : 460, "name");
        Line(output, Under, Strong ? 1120 : 1080, Strong ? 320 : 130, Strong ? "strong" : "under");
    }

    private static void Line(TagHelperOutput output, string text, int y, int largest, string look)
    {
        if (text.Length == 0)
        {
            return;
        }

        var line = new TagBuilder("text");
        line.Attributes["x"] = (Width / 2).ToString(CultureInfo.InvariantCulture);
        line.Attributes["y"] = y.ToString(CultureInfo.InvariantCulture);
        line.Attributes["text-anchor"] = "middle";
        line.Attributes["font-size"] = Card.Fit(text, Usable, largest).ToString(CultureInfo.InvariantCulture);
        line.Attributes["class"] = look;
        line.InnerHtml.Append(text);
        output.Content.AppendHtml(line);
    }
}
