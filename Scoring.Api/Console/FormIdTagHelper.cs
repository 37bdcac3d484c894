using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Scoring.Api.Console;

/// <summary>Every form that is posted carries an id of its own, so that sent twice it is carried out once (<see
/// cref="SentForms"/>).</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormIdTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes["type"] = "hidden";
        field.Attributes["name"] = SentForms.Field;
        field.Attributes["value"] = Guid.NewGuid().ToString("N");
        field.Attributes["autocomplete"] = "off"; // a browser that fills in what was typed would bring the old one back
        output.PostContent.AppendHtml(field);
    }
}
