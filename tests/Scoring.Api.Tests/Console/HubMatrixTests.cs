using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Display.Upstream;

namespace Scoring.Api.Tests.Console;

/// <summary>Every hub method and every endpoint beside the pages × everyone who could knock. What is not in a table fails.</summary>
public sealed class HubMatrixTests
{
    private static readonly Role[] Roles = [Role.Admin, Role.HeadJudge, Role.FloorJudge, Role.CodingOfficer, Role.Clerk, Role.Supervisor, Role.Arbitrator];

    [Fact]
    public async Task Every_hub_method_is_in_the_table()
    {
        await using var host = await ConsoleHost.Start();
        Assert.Equal(Routes.Hubs.Keys.Order(StringComparer.Ordinal), Hubs(host).SelectMany(h => h.Methods.Select(m => $"{h.Path} {m.Name}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_endpoint_beside_pages_and_hubs_is_in_the_table()
    {
        await using var host = await ConsoleHost.Start();
        Assert.Equal(string.Join('\n', Routes.Endpoints.Keys.Order(StringComparer.Ordinal)), string.Join('\n', Endpoints(host).Select(e => e.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_hub_method_answers_whom_the_table_says_and_nobody_else()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var judge = open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Seats[0].Judge.Id);
        var callers = new List<(string Who, CookieContainer Cookies)> { ("nobody", new CookieContainer()), (Routes.Tablet, await Paired(host, host.App.Services.GetRequiredService<PairedTablets>().CreateCode(open.Id, judge).Code)) };
        foreach (var role in Roles)
        {
            var browser = await host.SignedIn(role);
            callers.Add((role.ToString(), browser.Cookies));
        }

        foreach (var hub in Hubs(host))
        {
            foreach (var (who, cookies) in callers)
            {
                foreach (var method in hub.Methods)
                {
                    var allowed = Routes.Hubs[$"{hub.Path} {method.Name}"];
                    var answered = await Answers(host, hub.Path, cookies, method);
                    Assert.True(answered == (allowed.Length == 0 || allowed.Contains(who)), $"{hub.Path} {method.Name}: {who} {(answered ? "was answered" : "was refused")}");
                }
            }
        }
    }

    [Fact]
    public async Task An_endpoint_answers_whom_the_table_says_and_nobody_else()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var stranger = host.NewBrowser();
        var callers = new List<(string Who, Browser Browser)> { ("nobody", stranger) };
        foreach (var role in Roles)
        {
            callers.Add((role.ToString(), await host.SignedIn(role)));
        }

        foreach (var (key, allowed) in Routes.Endpoints.Where(e => e.Value.Length > 0))
        {
            foreach (var (who, browser) in callers)
            {
                var path = "/" + key.Split(' ')[1].TrimStart('/');
                var answer = key.StartsWith("POST", StringComparison.Ordinal) ? await browser.PostBare(path, []) : await browser.Get(path);
                var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.Redirect;
                Assert.True(refused != allowed.Contains(who), $"{key}: {who} got {answer.StatusCode}");
            }
        }
    }

    private sealed record HubAt(string Path, IReadOnlyList<MethodInfo> Methods);

    private static List<HubAt> Hubs(ConsoleHost host) =>
    [
        .. All(host).Select(e => (e.RoutePattern.RawText, Hub: e.Metadata.GetMetadata<HubMetadata>()?.HubType)).Where(e => e.Hub is not null && e.RawText?.EndsWith("/negotiate", StringComparison.Ordinal) == false)
            .Select(e => new HubAt(e.RawText!, [.. e.Hub!.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.GetBaseDefinition() == m && !m.IsSpecialName)])), // the hubs were kept by the line before
    ];

    private static IEnumerable<(string Key, bool Open)> Endpoints(ConsoleHost host) => All(host)
        .Where(e => e.Metadata.GetMetadata<HubMetadata>() is null && e.Metadata.GetMetadata<PageActionDescriptor>() is null)
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(m => ($"{m} {e.RoutePattern.RawText}", e.Metadata.GetMetadata<IAllowAnonymous>() is not null)))
        .Distinct();

    private static IEnumerable<RouteEndpoint> All(ConsoleHost host) => host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static async Task<bool> Answers(ConsoleHost host, string path, CookieContainer cookies, MethodInfo method)
    {
        await using var hub = HubConnections.To(new Uri(host.Address, path), options => options.Cookies = cookies);
        try
        {
            await hub.StartAsync();
            await hub.InvokeCoreAsync(method.Name, typeof(object), [.. method.GetParameters().Select(HubArguments.Of)]);
            return true;
        }
        catch (HubException refused)
        {
            // A method that was reached may refuse its empty arguments; it was answered all the same.
            return !refused.Message.Contains("unauthorized", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is HttpRequestException or InvalidOperationException or System.Net.WebSockets.WebSocketException or IOException)
        {
            return false;
        }
    }

    private static async Task<CookieContainer> Paired(ConsoleHost host, string code)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler) { BaseAddress = host.Address };
        using var answer = await http.PostAsJsonAsync("/judge/api/pair", new { code });
        answer.EnsureSuccessStatusCode();
        return cookies;
    }
}
