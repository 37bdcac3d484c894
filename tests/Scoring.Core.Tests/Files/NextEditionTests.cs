using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>Next year's contest out of this year's file.</summary>
public class NextEditionTests
{
    private static readonly CompetitionFile Last = Examples.Read("yindubei-marked.json");

    [Fact]
    public void Keeps_how_it_is_scored_and_by_whom()
    {
        var last = Last with { Judges = [.. Last.Judges!.Select((j, i) => i == 0 ? j with { RecusedFrom = [new("dg01")] } : j)] };
        var next = NextEdition.Of(last, new("yindubei-2027"), "第二届", null);

        Assert.Equal(last.Trades, next.Trades);
        Assert.Equal(last.Organizations, next.Organizations);
        Assert.Equal(last.Judges!.Select(j => (j.Id, j.Name, j.Seats)), next.Judges!.Select(j => (j.Id, j.Name, j.Seats)));
        Assert.All(next.Judges!, j => Assert.Null(j.RecusedFrom));
        Assert.Equal(last.Competition.Hosts, next.Competition.Hosts);
    }

    [Fact]
    public void Leaves_behind_who_took_part_and_what_came_of_it()
    {
        var last = Last with
        {
            FormerSeats = [new(new("J99"), new("dg"), new("A"), 9)],
            TeamCertificates = [new(new("team:0:u01"), new("YDB2026-T-001", "荣誉证书", "一队", null, null, "团体一等奖", "殷都杯", ["安阳市总工会"], new(2026, 4, 23)), "qr")],
            TeamRevoked = [new("YDB2026-T-001", "更正")],
        };
        var next = NextEdition.Of(last, new("yindubei-2027"), "第二届", null);

        Assert.Equal(new CompetitionFile(1, next.Competition, next.Trades, next.Organizations, Judges: next.Judges), next);
        Assert.Empty(CompetitionFileReader.Read(CompetitionFileWriter.Write(next)).Errors);
    }

    [Fact]
    public void Counts_on_and_is_no_demo()
    {
        var next = NextEdition.Of(Last with { Competition = Last.Competition with { Demo = true, Edition = 3 } }, new("yindubei-2027"), "第四届", null).Competition;

        Assert.Equal(("yindubei-2027", "第四届", 4, false), (next.Id.Value, next.Name, next.Edition, next.Demo));
        Assert.Equal((null, null), (next.Date, next.NameLines));
        Assert.Null(NextEdition.Of(Last with { Competition = Last.Competition with { Edition = null } }, new("a"), "下一届", null).Competition.Edition);
    }

    [Fact]
    public void Numbers_its_certificates_anew_by_its_id_or_as_told()
    {
        Assert.Equal("YINDUBEI2027", NextEdition.Of(Last, new("yindubei-2027"), "第二届", null).Competition.CertificatePrefix);
        Assert.Equal("YDB27", NextEdition.Of(Last, new("yindubei-2027"), "第二届", "YDB27").Competition.CertificatePrefix);
    }
}
