using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Scoring.Display.Look;

/// <summary><c>&lt;icon name="check" size="16"/&gt;</c>: decoration beside a word, silent to screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public int Size { get; set; } = 20;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size == 20 ? "i" : string.Create(CultureInfo.InvariantCulture, $"i s{Size}"));
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Icons.Paths[Name]);
    }
}
