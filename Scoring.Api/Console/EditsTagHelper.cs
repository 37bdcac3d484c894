using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Scoring.Api.Console;

/// <summary><c>&lt;form method="post" edits&gt;</c>: the version of what it edits travels with the form, so that a later save never undoes an earlier one unseen.</summary>
[HtmlTargetElement("form", Attributes = "edits")]
[HtmlTargetElement("form", Attributes = ThingAttribute)]
public sealed class EditsTagHelper : TagHelper
{
    private const string ThingAttribute = "edits-of";

    /// <summary>What this form edits; none: what the page's forms edit.</summary>
    [HtmlAttributeName(ThingAttribute)]
    public object? Thing { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!; // given by the framework

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("edits");
        var field = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        field.Attributes["type"] = "hidden";
        field.Attributes["name"] = ConsolePage.BasisField;
        field.Attributes["value"] = context.AllAttributes.ContainsName(ThingAttribute) ? Edition.Of(0, Thing).ToString()
            : ((IEdited)View.ViewData.Model!).Basis; // only such pages and parts of them have forms that edit
        output.PostContent.AppendHtml(field);
    }
}

/// <summary>A page, or a part of one, with a form that edits what others edit too.</summary>
public interface IEdited
{
    /// <summary>The version of what its forms edit.</summary>
    string Basis { get; }
}
