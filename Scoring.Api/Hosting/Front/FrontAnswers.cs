namespace Scoring.Api.Hosting.Front;

public static class FrontAnswers
{
    /// <summary>Whoever reads a page gets a page, also where the portal, the handbook or the check of a certificate has nothing to show;
    /// the console has answers of its own.</summary>
    public static void UseFrontAnswers(this IApplicationBuilder app) => app.UseWhen(
        context => !context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
        pages => pages.UseStatusCodePagesWithReExecute(MissingModel.Address, "?answered={0}"));
}
