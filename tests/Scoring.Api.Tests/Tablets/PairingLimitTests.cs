using System.Net;
using System.Net.Http.Json;
using Scoring.Api.Tests.Console;

namespace Scoring.Api.Tests.Tablets;

/// <summary>Guessing at pairing codes is slowed down; a hall of tablets behind one address is not.</summary>
public sealed class PairingLimitTests
{
    [Fact]
    public async Task An_address_may_try_thirty_codes_a_minute()
    {
        await using var host = await ConsoleHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            using var answer = await http.PostAsJsonAsync("/judge/api/pair", new { code = "AAAAAA" });
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, 30), HttpStatusCode.TooManyRequests], answers);
    }
}
