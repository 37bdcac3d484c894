using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Feed;

/// <summary>
/// R-A3: two competitions that differ in hidden facts only give strangers the same bytes: pages, files, headers, sizes and every message of the hub.
/// 电工 shows codes, 钳工 is hidden, 焊工 frozen; behind that names, people, marks, statuses, phases and the number of entries differ.
/// </summary>
public sealed partial class LeakTests
{
    private static readonly TradeId Coded = new("dg"), Hidden = new("qg"), Frozen = new("hg");

    private static readonly string[] Paths =
    [
        "/", "/health", "/console", "/console/login", "/console/competitions", "/console/yindubei-2026/day", "/console/yindubei-2026/lists?handler=excel&list=results", "/console/history",
        "/display/", "/display/index.html", "/display/hub", "/display/presenter", "/judge/", "/judge/api/me", "/portal", "/portal/yindubei-2026/dg", "/portal/yindubei-2026/qg",
        "/portal/yindubei-2026/hg", "/portal/yindubei-2026/cc", "/portal/yindubei-2026/hy", "/portal/yindubei-2026/none", "/portal/verify", "/portal/verify?number=YDB2026-QG-001",
        "/V/AAAA", "/portal/code/x", "/portal/certificate/x", "/assets/console.css", "/nothing",
    ];

    [Fact]
    public async Task Hidden_facts_change_no_byte_of_any_public_answer()
    {
        var clock = new StandingClock();
        await using var a = await ConsoleHost.Start(clock);
        await using var b = await ConsoleHost.Start(clock);
        var first = await Load(a, hidden: 1);
        var second = await Load(b, hidden: 2);
        await Settle(a, first);
        await Settle(b, second);
        await using var screenA = await RawScreen.Connect(a.Address);
        await using var screenB = await RawScreen.Connect(b.Address);
        await Same(a, b);

        // While people look: many more hidden entries on one side, then something that shows on both.
        await Hide(first, seed: 3, entries: 40);
        await Same(a, b);
        foreach (var (open, screen) in new[] { (first, screenA), (second, screenB) })
        {
            var entrant = open.Read(s => s.Trade(Coded)!.Entrants[2].Entrant.Id);
            var said = screen.Said.Count;
            await ConsoleHost.Do(open, "clerk:luru1", new ModuleMarkEntered(entrant, new ModuleId("LL"), "luru1", 91.5m));
            await Wait.Until(() => screen.Said.Count > said, TimeSpan.FromSeconds(60)); // two changes at once would be one board or two, as time has it
            await ConsoleHost.Do(open, "floorJudge:x", new StatusChanged(open.Read(s => s.Trade(Coded)!.Entrants[5].Entrant.Id), EntrantStatus.Absent, "未到"));
        }

        await screenA.Until("\"status\":\"absent\"");
        await screenB.Until("\"status\":\"absent\"");
        await Hide(second, seed: 4, entries: 7);
        await Same(a, b);
        Assert.Equal(screenA.Said, screenB.Said);
        Assert.NotEmpty(screenA.Said);
        Assert.DoesNotContain(screenA.Said, m => m.Contains(first.Read(s => s.Trade(Coded)!.Entrants[0].Entrant.Name), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_comparison_itself_sees_a_difference_that_shows()
    {
        var clock = new StandingClock();
        await using var a = await ConsoleHost.Start(clock);
        await using var b = await ConsoleHost.Start(clock);
        await Load(a, hidden: 1);
        var second = await Load(b, hidden: 1);
        await ConsoleHost.Do(second, "floorJudge:x", new StatusChanged(second.Read(s => s.Trade(Coded)!.Entrants[5].Entrant.Id), EntrantStatus.Absent, "未到"));
        Assert.NotEqual(await Answer(a, "/portal/yindubei-2026/dg"), await Answer(b, "/portal/yindubei-2026/dg"));
    }

    // Boards on their way since before anybody looked come to whoever looks next, or not, as time has it. The second board after them says that all are out.
    private static async Task Settle(ConsoleHost host, OpenCompetition open)
    {
        await using var screen = await RawScreen.Connect(host.Address);
        foreach (var (index, status, shown) in new[] { (7, EntrantStatus.Withdrawn, "withdrawn"), (8, EntrantStatus.Disqualified, "disqualified") })
        {
            await ConsoleHost.Do(open, "floorJudge:x", new StatusChanged(open.Read(s => s.Trade(Coded)!.Entrants[index].Entrant.Id), status, "未到"));
            await screen.Until($"\"status\":\"{shown}\"");
        }
    }

    private static async Task Same(ConsoleHost a, ConsoleHost b)
    {
        foreach (var path in Paths)
        {
            Assert.Equal(await Answer(a, path), await Answer(b, path));
        }

        foreach (var (name, four) in ((string, string)[])[("选手甲1", "0012"), ("选手乙1", "0012"), ("张志远", "1234")])
        {
            Assert.Equal(await Search(a, name, four), await Search(b, name, four));
        }
    }

    private static async Task<string> Answer(ConsoleHost host, string path)
    {
        using var stranger = host.NewBrowser();
        return await Written(await stranger.Get(path), host);
    }

    private static async Task<string> Search(ConsoleHost host, string name, string four)
    {
        using var stranger = host.NewBrowser();
        return await Written(await stranger.Post("/portal", new() { ["name"] = name, ["lastFour"] = four }), host);
    }

    // The whole answer as text; only what is drawn at random for every visitor is evened out, keeping its length.
    private static async Task<string> Written(HttpResponseMessage answer, ConsoleHost host)
    {
        using (answer)
        {
            var text = new StringBuilder($"{(int)answer.StatusCode}\n");
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal))
            {
                text.Append(name).Append(": ").AppendJoin(", ", values.Select(v => name == "Set-Cookie" ? CookieValue().Replace(v, m => "=" + new string('x', m.Length)) : v)).Append('\n');
            }

            var body = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
            return text.Append(Token().Replace(body, m => new string('x', m.Length)).Replace(host.Address.Authority, "host", StringComparison.Ordinal)).Replace(host.Address.Authority, "host").ToString();
        }
    }

    private static async Task<OpenCompetition> Load(ConsoleHost host, int hidden)
    {
        var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei.json"))).File!;
        var word = hidden == 1 ? "甲" : "乙";
        var open = await host.App.Services.GetRequiredService<CompetitionImport>().Run(file with
        {
            Organizations = [.. file.Organizations!.Select((o, i) => o with { Name = $"{word}单位{i}" })],
            Entrants = [.. file.Entrants!.Select((e, i) => e with
            {
                Name = $"选手{word}{i}", Gender = hidden == 1 ? "男" : "女", Grade = hidden == 1 ? "高级工" : "技师", Organization = file.Organizations![(i * hidden) % file.Organizations.Count].Id,
                Personal = new PersonalData(IdNumber: MessyWorkbook.Id(i + hidden)),
            })],
            Judges = [.. file.Judges!.Select((j, i) => j with { Name = $"裁判{word}{i}" })],
        });
        await ConsoleHost.Do(open, "admin:a", new VisibilityChanged(Hidden, Visibility.Hidden));
        await ConsoleHost.Do(open, "clerk:luru1", new ModuleMarkEntered(open.Read(s => s.Trade(Frozen)!.Entrants[0].Entrant.Id), new ModuleId("LL"), "luru1", 77m));
        await ConsoleHost.Do(open, "admin:a", new VisibilityChanged(Frozen, Visibility.Frozen));
        await Hide(open, hidden, hidden * 9);
        if (hidden == 1)
        {
            // Far ahead behind the curtain: reviewed, decoded, final but for its phase.
            await ConsoleHost.Do(open, "headJudge:Z3", new PhaseChanged(Hidden, Phase.Review));
            await ConsoleHost.Do(open, "headJudge:Z3", new CodedResultsSubmitted(Hidden, "headJudge:Z3"));
            await ConsoleHost.Do(open, "supervisor:S", new Decoded(Hidden, 1, "headJudge:Z3", "supervisor:S"));
        }

        return open;
    }

    // Marks, statuses, violations and times where nobody may see them, by another seed other ones.
    private static async Task Hide(OpenCompetition open, int seed, int entries)
    {
        var random = new Random(seed);
        for (var i = 0; i < entries; i++)
        {
            var trade = i % 2 == 0 ? Hidden : Frozen;
            var entrant = open.Read(s => s.Trade(trade)!.Entrants[random.Next(s.Trade(trade)!.Entrants.Count)].Entrant.Id);
            await ConsoleHost.Do(open, "clerk:luru1", (i % 5) switch
            {
                0 => new StatusChanged(entrant, EntrantStatus.Absent, "未到"),
                1 => new ViolationRecorded(seed * 100 + i, entrant, null, "某人", "现场裁判", "迟到", ViolationOutcome.Warning),
                _ => new ModuleMarkEntered(entrant, new ModuleId("LL"), "luru1", random.Next(40, 100)),
            });
        }
    }

    [GeneratedRegex("(?<=(__RequestVerificationToken|FormId)\" type=\"hidden\" value=\")[^\"]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("(?<==)[^;]+", RegexOptions.None, 1000)]
    private static partial Regex CookieValue();

    // The hour stands, timers run: a search takes its time and boards leave in their windows, while no answer can tell by its time which came first.
    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 4, 23, 2, 0, 0, TimeSpan.Zero);
    }
}
