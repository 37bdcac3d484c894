using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace Scoring.Display.Look;

public static class Pages
{
    /// <summary>Razor pages by folder of their feature, Chinese written as Chinese. Called by whoever hosts console or portal.</summary>
    public static IMvcBuilder AddFeaturePages(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services.AddRazorPages().WithRazorPagesAtContentRoot();
    }
}
