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
}
