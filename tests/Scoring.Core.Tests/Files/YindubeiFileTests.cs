using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Files;

public class YindubeiFileTests
{
    private static readonly CompetitionFile Yindubei = Examples.Read("yindubei.json");

    [Fact]
    public void Has_five_trades_fifteen_enterprises_and_108_entrants()
    {
        Assert.Equal(["化工仪表工", "电工", "钳工", "电焊工", "铲车工"], Yindubei.Trades!.Select(t => t.Name));
        Assert.Equal([18, 22, 20, 24, 24], Yindubei.Trades!.Select(t => Yindubei.Entrants!.Count(e => e.Trade == t.Id)));
        Assert.Equal(15, Yindubei.Organizations!.Count);
        Assert.Equal(15, Yindubei.Entrants!.Select(e => e.Organization).Distinct().Count());
    }

    [Fact]
    public void Has_five_first_twelve_second_and_fifteen_third_prizes() =>
        Assert.Equal([5, 12, 15], Enumerable.Range(0, 3).Select(tier => Yindubei.Trades!.Sum(t => t.Awards.Tiers[tier].Quota)));

    [Fact]
    public void Has_no_problem_worth_a_warning() => Assert.Empty(CompetitionFileReader.Read(Examples.Bytes("yindubei.json")).Problems);

    [Fact]
    public void Is_written_as_the_writer_writes_it() => Examples.Holds("yindubei.json", CompetitionFileWriter.Write(Yindubei));

    [Fact]
    public void Seals_every_piece_of_personal_data_on_the_way_to_the_ledger()
    {
        var registered = Yindubei.ToEvents(json => $"sealed {json.Length}").OfType<EntrantsRegistered>().Single();

        Assert.All(registered.Entrants, e => Assert.StartsWith("sealed ", e.Sealed, StringComparison.Ordinal));
        var opened = Yindubei.ToEvents(json => json).OfType<EntrantsRegistered>().Single();
        Assert.Equal(Yindubei.Entrants!.Select(e => e.Personal), opened.Entrants.Select(e => PersonalData.FromJson(e.Sealed!)));
    }

    [Fact]
    public void Starts_in_scoring_with_every_code_drawn()
    {
        var events = Yindubei.ToEvents(json => json).ToList();

        Assert.Equal(108, events.OfType<CodesDrawn>().Sum(d => d.Codes.Count));
        Assert.Equal([Phase.Drawn, Phase.Scoring], events.OfType<PhaseChanged>().Where(p => p.Trade.Value == "dg").Select(p => p.To));
        Assert.Empty(events.OfType<SheetSubmitted>());
    }

    [Fact]
    public void Names_of_minorities_and_rare_characters_are_kept()
    {
        var names = Yindubei.Entrants!.Select(e => e.Name).ToList();

        Assert.Contains("艾力·买买提", names);
        Assert.Contains("罗𬭸", names);
        Assert.Contains("高䶮", names);
        Assert.Contains(names, n => n.Length == 2);
        Assert.Contains("\"罗𬭸\"", System.Text.Encoding.UTF8.GetString(Examples.Bytes("yindubei.json")), StringComparison.Ordinal);
    }
}
