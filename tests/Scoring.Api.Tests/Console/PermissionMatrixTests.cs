using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

public sealed class PermissionMatrixTests
{
    private static readonly Role[] ConsoleRoles = [Role.Admin, Role.HeadJudge, Role.FloorJudge, Role.CodingOfficer, Role.Clerk, Role.Supervisor, Role.Arbitrator];

    private sealed record Route(string Template, string Handler, string Method)
    {
        public string Key => $"{Template} {Handler}";

        public string Url => "/" + Template
            .Replace("{competition}", "yindubei-2026", StringComparison.Ordinal).Replace("{trade?}", "dg", StringComparison.Ordinal)
            .Replace("{key}", "x", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal).Replace("{trade}", "dg", StringComparison.Ordinal).Replace("{module}", "A", StringComparison.Ordinal).Replace("{code}", "A01", StringComparison.Ordinal)
            + (Handler is "get" or "post" ? "" : $"?handler={Handler}");
    }

    [Fact]
    public async Task Every_page_and_handler_is_in_the_table()
    {
        await using var host = await ConsoleHost.Start();
        var routes = (await Pages(host)).Select(r => r.Key).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Routes.Table.Keys.Order(StringComparer.Ordinal), routes);
    }

    [Fact]
    public async Task Every_endpoint_beside_the_pages_names_its_policy_or_is_open_on_purpose()
    {
        await using var host = await ConsoleHost.Start();
        var bare = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null))
            .Select(e => e.RoutePattern.RawText);
        Assert.Empty(bare);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var stranger = host.NewBrowser();
        foreach (var route in (await Pages(host)).Where(r => Routes.Table[r.Key] != Routes.Anyone))
        {
            var answer = route.Method == "GET" ? await stranger.Get(route.Url) : await stranger.PostBare(route.Url, []);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized && !await Leads(answer), $"{route.Key} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_may_do_what_the_table_says_and_nothing_else(Role role)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var browser = await host.SignedIn(role);
        var faults = new List<string>();
        foreach (var route in (await Pages(host)).Where(r => Routes.Table[r.Key] != Routes.Anyone && r.Template != "console/logout"))
        {
            var answer = route.Method == "GET" ? await browser.Get(route.Url) : await browser.Post("/console/password", [], to: route.Url);
            var refused = answer.StatusCode == HttpStatusCode.Forbidden;
            Assert.True(refused != Routes.Table[route.Key].Contains(role), $"{role} {route.Key} answered {answer.StatusCode}");
            if ((int)answer.StatusCode >= 500)
            {
                faults.Add($"{route.Key}: {answer.StatusCode}");
            }
        }

        Assert.Empty(faults);
    }

    public static TheoryData<Role> Roles => [.. ConsoleRoles];

    private static async Task<IReadOnlyList<Route>> Pages(ConsoleHost host)
    {
        var loader = host.App.Services.GetRequiredService<PageLoader>();
        var found = new List<Route>();
        foreach (var page in host.App.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var template = page.AttributeRouteInfo?.Template?.TrimStart('/') ?? "";
            var compiled = await loader.LoadAsync(page, new EndpointMetadataCollection());
            var handlers = compiled.HandlerMethods ?? [];
            found.AddRange(handlers.Select(h => new Route(template, h.Name ?? h.HttpMethod.ToLowerInvariant(), h.HttpMethod.ToUpperInvariant())));
            if (handlers.All(h => h.HttpMethod != "Get"))
            {
                found.Add(new Route(template, "get", "GET")); // a page without OnGet still shows
            }
        }

        return [.. found.Distinct()];
    }

    // A redirect that is no refusal would lead somewhere else than to the login.
    private static Task<bool> Leads(HttpResponseMessage answer) =>
        Task.FromResult(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.ToString().Contains("/console/login", StringComparison.Ordinal) != true);
}
