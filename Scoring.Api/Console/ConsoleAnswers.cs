using Scoring.Api.Console.Gate;

namespace Scoring.Api.Console;

public static class ConsoleAnswers
{
    /// <summary>Whatever goes wrong in the console is a page that says what to do. Partial updates, tablets and hubs keep their bare status.</summary>
    public static void UseConsoleAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(all => all.Run(async context =>
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("服务器出错了，没有做完。请过一会儿再试；仍不行，请告诉现场的技术人员。", context.RequestAborted);
        }));
        Console(app);
    }

    private static void Console(IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase) && context.Request.Path != "/console/clock" && !context.Request.Headers.ContainsKey("HX-Request"),
        console =>
        {
            console.UseExceptionHandler(AnswerModel.Path);
            console.UseStatusCodePagesWithReExecute(AnswerModel.Path, "?answered={0}");
        });
}
