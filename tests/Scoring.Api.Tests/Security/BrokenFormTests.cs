using System.Net;
using System.Text.RegularExpressions;
using Scoring.Api.Tests.Console;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Security;

/// <summary>
/// Every form of the console as no browser sends it: empty, each field missing, each blank, all of them twice. Never a failure.
/// </summary>
public sealed partial class BrokenFormTests
{
    private sealed record Handler(string Page, string Name, Role Who);

    [Theory]
    [InlineData(Phase.Scoring)]
    [InlineData(Phase.Review)]
    public async Task A_form_that_no_browser_sends_is_no_failure(Phase phase)
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await open.InPhase(phase);
        var code = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.First(e => e.Entries(new("A"))?.Sheets.Any() == true).Code!);
        var people = new Dictionary<Role, Browser> { [Role.Admin] = await host.SignedIn(Role.Admin) };
        var sent = 0;
        foreach (var handler in Handlers(code))
        {
            if (!people.TryGetValue(handler.Who, out var person))
            {
                people[handler.Who] = person = await host.Office($"p{handler.Who}", handler.Who, open);
            }

            var shown = await person.Get(handler.Page);
            var page = shown.StatusCode == HttpStatusCode.OK ? await shown.Content.ReadAsStringAsync() : "";
            foreach (var fields in Broken(FieldsOf(page, handler.Name)))
            {
                var token = Offices.Token(page.Length > 0 ? page : await person.Read("/console/password"));
                fields.Add(new("__RequestVerificationToken", token));
                using var answer = await person.PostPairs($"{handler.Page}?handler={handler.Name}", fields);
                sent++;
                Assert.True(answer.StatusCode != HttpStatusCode.InternalServerError && host.Failures.Lines.Count == 0,
                    $"{handler} with {string.Join('&', fields)}: {string.Join('\n', host.Failures.Lines)}");
            }
        }

        Assert.True(sent > 600, $"only {sent} forms were sent");
        foreach (var person in people.Values)
        {
            person.Dispose();
        }
    }

    // Whoever may, once; what signs people out, or takes the ground away from under the others, is left out.
    private static IEnumerable<Handler> Handlers(string code) =>
        from route in Routes.Table
        let page = route.Key.Split(' ')[0]
        let name = route.Key.Split(' ')[1]
        where page.StartsWith("console/", StringComparison.Ordinal) && name is not ("get" or "post") && route.Value.Length > 0
        let url = Filled(
            "/" + page, ("{competition}", "yindubei-2026"), ("{trade?}", "dg"), ("{trade}", "dg"), ("{module}", "A"), ("{code}", code))
        where !url.Contains('{', StringComparison.Ordinal)
        let head = route.Value.Contains(Role.HeadJudge) && page.Contains("{competition}", StringComparison.Ordinal)
        select new Handler(url, name, head ? Role.HeadJudge : route.Value[0]);

    private static string Filled(string page, params (string Hole, string With)[] holes) =>
        holes.Aggregate(page, (url, hole) => url.Replace(hole.Hole, hole.With, StringComparison.Ordinal));

    private static List<KeyValuePair<string, string>> FieldsOf(string page, string handler)
    {
        var form = Forms().Matches(page).Select(m => m.Value)
            .FirstOrDefault(f => f.Contains($"handler={handler}", StringComparison.Ordinal)) ?? "";
        return
        [
            .. Inputs().Matches(form).Where(m => m.Groups["name"].Value != "__RequestVerificationToken")
                .Select(m => new KeyValuePair<string, string>(m.Groups["name"].Value, Value().Match(m.Value).Groups["value"].Value)),
        ];
    }

    private static IEnumerable<List<KeyValuePair<string, string>>> Broken(List<KeyValuePair<string, string>> whole)
    {
        yield return [];
        foreach (var name in whole.Select(f => f.Key).Distinct().Take(12))
        {
            yield return [.. whole.Where(f => f.Key != name)];
            yield return [.. whole.Select(f => f.Key == name ? new(name, "") : f)];
            yield return [.. whole.Select(f => f.Key == name ? new(name, "不是 1") : f)];
        }

        yield return [.. whole, .. whole];
    }

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline, 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("<(?:input|select|textarea)\\b[^>]*\\bname=\"(?<name>[^\"]+)\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("\\bvalue=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Value();
}
