using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A fault of the program in the middle of a page is told as one, in Chinese, and never as a missing address.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("/console/competitions", "系统出了错", "text/html")]
    [InlineData("/portal", "服务器出错了", "text/plain")]
    public async Task It_is_said_with_what_to_do(string address, string says, string kind)
    {
        await using var host = await ConsoleHost.Start(services: s => s.Configure<MvcOptions>(o => o.Filters.Add(new Fault(address))));
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.Get(address);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal(kind, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.NotEmpty(host.Failures.Lines); // and written where whoever looks after the program reads it
    }

    private sealed class Fault(string address) : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            if (context.HttpContext.Request.Path == address)
            {
                throw new InvalidOperationException("a fault of the program");
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }
}
