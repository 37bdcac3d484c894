using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Look;

namespace Scoring.Display.Portal;

public static class PortalSetup
{
    /// <summary>Participants' pages. Needs an <see cref="Core.Contracts.IResultsFeed"/> from the host.</summary>
    /// <param name="dataFolder">Where the organizer's own fonts lie (<c>fonts/</c>), own templates (<c>templates/</c>) and painted certificates (<c>cache/</c>).</param>
    public static IServiceCollection AddPortal(this IServiceCollection services, string dataFolder)
    {
        services.AddFeaturePages().AddRazorPagesOptions(o => o.Conventions.AddPageRoute("/Portal/Verify", VerificationLink.Path + "{payload}"));
        services.AddSingleton(provider => new PortalGuard(provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton(_ => FontBook.Load(FontBook.UsualPlaces(dataFolder)));
        services.AddSingleton<CertificatePainter>().AddSingleton<CertificatePreflight>().AddSingleton<SvgPainter>();
        services.AddSingleton(_ => new TemplateShelf(Path.Combine(dataFolder, "templates")));
        services.AddSingleton(provider => new CertificateFiles(
            provider.GetRequiredService<CertificatePainter>(), provider.GetRequiredService<FontBook>(), Path.Combine(dataFolder, "cache", "certificates")));
        return services;
    }
}
