using System.Net;
using Scoring.Api.Tests.Console;

namespace Scoring.Api.Tests.Hosting;

/// <summary>Somebody types the laptop's address, or half of one.</summary>
public sealed class FrontTests
{
    private static readonly string[] Doors = ["/portal", "/judge/", "/display/", "/console"];

    [Fact]
    public async Task The_bare_address_leads_everybody_where_they_belong()
    {
        await using var host = await ConsoleHost.Start();
        using var stranger = host.NewBrowser();
        Assert.Contains("技能大赛评分系统", await stranger.Read("/"));
        await host.LoadExample();

        var page = await stranger.Read("/");

        Assert.Contains("殷都杯", page);
        Assert.All(Doors, door => Assert.Contains($"href=\"{door}\"", page));
        foreach (var door in Doors)
        {
            using var answer = await stranger.Get(door);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{door} answered {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/porta")]
    [InlineData("/portal/nothing/here/at/all")]
    [InlineData("/consol/yindubei-2026")]
    public async Task An_address_that_leads_nowhere_says_so_and_where_to_go(string address)
    {
        await using var host = await ConsoleHost.Start();
        using var stranger = host.NewBrowser();

        using var answer = await stranger.Get(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("没有这个地址", page, StringComparison.Ordinal);
        Assert.All(Doors, door => Assert.Contains($"href=\"{door}\"", page, StringComparison.Ordinal));
    }

    /// <summary>What the portal or the handbook has not, or does not take, is a page of ours and not the browser's own.</summary>
    [Theory]
    [InlineData("GET", "/portal/yindubei-2026/nothing", HttpStatusCode.NotFound, "没有这个地址")]
    [InlineData("GET", "/portal/nothing/dg", HttpStatusCode.NotFound, "没有这个地址")]
    [InlineData("GET", "/help/nothing", HttpStatusCode.NotFound, "没有这个地址")]
    [InlineData("POST", "/portal/yindubei-2026/nothing", HttpStatusCode.BadRequest, "这张表已经失效")]
    [InlineData("GET", "/missing?answered=429", HttpStatusCode.TooManyRequests, "请等一分钟再试")]
    [InlineData("GET", "/missing?answered=500", HttpStatusCode.InternalServerError, "请告诉现场的技术人员")]
    public async Task No_answer_to_whoever_reads_a_page_is_empty(string method, string address, HttpStatusCode status, string says)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var http = new HttpClient { BaseAddress = host.Address };
        using var asked = new HttpRequestMessage(new(method), address);
        asked.Headers.Accept.ParseAdd("text/html,application/xhtml+xml");

        using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(says, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
