using Scoring.Api.Console.Gate;

namespace Scoring.Api.Console;

public static class ConsoleAnswers
{
    /// <summary>Whatever goes wrong in the console is a page that says what to do. Partial updates, tablets and hubs keep their bare status.</summary>
    public static void UseConsoleAnswers(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase) && context.Request.Path != "/console/clock" && !context.Request.Headers.ContainsKey("HX-Request"),
        console =>
        {
            console.UseExceptionHandler($"{AnswerModel.Path}?answered=500");
            console.UseStatusCodePagesWithReExecute(AnswerModel.Path, "?answered={0}");
        });
}
