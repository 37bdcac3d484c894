using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Api.Tests.Console;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Upstream;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>Names that are markup.</summary>
internal static class OnPages
{
    public static readonly Attack[] Rows =
    [
        new("markup as the names of fifty screens", "escaped", async s =>
        {
            await using var hub = HubConnections.To(new Uri(s.Host.Address, "/display/hub"));
            await hub.StartAsync();
            for (var n = 0; n < 50; n++)
            {
                await hub.InvokeAsync<object?>("Attach", $"<script>alert({n})</script>");
            }

            var page = await (await s.Admin.Get($"{HeldSite.Contest}/screens")).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert(", page, StringComparison.Ordinal);
            var asked = Uri.EscapeDataString("<script>alert(1)</script>");
            page = await (await s.Admin.Get($"{HeldSite.Contest}/screens?name={asked}")).Content.ReadAsStringAsync();
            Assert.DoesNotContain("<script>alert(", page, StringComparison.Ordinal);
        }),
        new("markup as names of people, organizations and judges", "escaped on every page", async s =>
        {
            const string Evil = "<img src=x onerror=alert(1)>";
            await ConsoleHost.Do(s.Open, Actor.System, new OrganizationDefined(new(new("evil"), Evil)));
            var entrant = new Entrant(new("evil"), Evil, new("evil"), MarkedContest.Dg);
            await ConsoleHost.Do(s.Open, Actor.System, new EntrantsRegistered([entrant]));
            var pages = Routes.Table.Keys
                .Where(k => k.StartsWith("console/{competition}", StringComparison.Ordinal) && k.EndsWith(" get", StringComparison.Ordinal))
                .Select(k => "/" + k.Split(' ')[0].Replace("{competition}", "yindubei-2026", StringComparison.Ordinal)
                    .Replace("{trade?}", "dg", StringComparison.Ordinal).Replace("{trade}", "dg", StringComparison.Ordinal)
                    .Replace("{entrant}", "evil", StringComparison.Ordinal))
                .Where(path => !path.Contains('{', StringComparison.Ordinal)).ToList();
            Assert.True(pages.Count > 20, $"{pages.Count}");
            foreach (var page in pages.Concat(["/portal", "/portal/appeal", "/console/competitions", "/console/history"]))
            {
                var answer = await s.Admin.Get(page);
                var text = answer.Content.Headers.ContentType?.MediaType is "text/html" ? await answer.Content.ReadAsStringAsync() : "";
                Assert.False(text.Contains(Evil, StringComparison.Ordinal), page);
            }
        }),
    ];
}
