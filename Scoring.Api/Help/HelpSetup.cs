using Microsoft.AspNetCore.Http.HttpResults;

namespace Scoring.Api.Help;

public static class HelpSetup
{
    public static IServiceCollection AddHelp(this IServiceCollection services) =>
        services.AddSingleton(_ => Handbook.Read(Handbook.Folder));

    /// <summary>The handbook's pictures. Its pages come with the others.</summary>
    public static void MapHelp(this IEndpointRouteBuilder app) =>
        app.MapGet("/help/pictures/{file}", Results<PhysicalFileHttpResult, NotFound> (string file) =>
            Path.Combine(Handbook.Folder, "pictures", Path.GetFileName(file)) is var path && Path.GetExtension(path) == ".png"
                && File.Exists(path)
                ? TypedResults.PhysicalFile(path, "image/png") : TypedResults.NotFound()).AllowAnonymous();
}
