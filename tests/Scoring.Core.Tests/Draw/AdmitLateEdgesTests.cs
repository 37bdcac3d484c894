using Scoring.Core.Draw;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Draw;

/// <summary>补报 at its edges: which number comes next, what may stand beside it and who may sign.</summary>
public sealed class AdmitLateEdgesTests
{
    private static readonly Actor _admin = new(Role.Admin, "A1", new(null, []));
    private static readonly Actor _officer = new(Role.CodingOfficer, "C1", Contest.Here);
    private static readonly Entrant _late = new(new("E9"), "晚到", new("org"), Contest.TradeId);

    private static Contest Of(params string[] codes)
    {
        var contest = new Contest(entrants: codes.Length, phase: Phase.Setup);
        return contest.Apply(new CodesDrawn(Contest.TradeId, 1, null, [.. codes.Select((c, i) => new DrawnCode(Contest.E(i + 1), c))]))
            .Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring));
    }

    private static Decision Ask(Contest contest, Entrant? person = null, string? station = null,
        IReadOnlyList<Organization>? organizations = null) =>
        AdmitLate.Decide(contest.State, _admin, _officer, person ?? _late, station, " 漏报 ", organizations);

    [Theory]
    [InlineData("A04", "A01", "A02", "A03")]
    [InlineData("A010", "A009", "A2", "A3")] // as wide as the widest
    [InlineData("A100", "A98", "A99")]
    [InlineData("A03", "A01", "A02", "B07")] // the beginning that most have
    [InlineData("A02", "B07", "A01")] // as many: the first by name
    [InlineData("B09", "A01", "B07", "B08", "红", "蓝", "绿")] // words without a number do not count
    [InlineData("13", "11", "12")] // a number alone
    [InlineData("补01", "红", "蓝")]
    [InlineData("补02", "红", "补01a", "补01")]
    [InlineData("A1000000000", "A999999999")] // nine digits are a number
    [InlineData("补01", "A1234567890")] // ten are not
    [InlineData("A1B3", "A1B2")] // only the digits at the end
    [InlineData("A05", "a04", "A03")] // each beginning for itself; A04 is taken in other letters
    public void The_next_number_goes_on_from_the_greatest_of_those_that_begin_alike(string next, params string[] codes) =>
        Assert.Equal(next, Assert.Single(AdmitLate.NextCodes(Of(codes).Trade)).Code);

    [Fact]
    public void A_code_taken_in_other_letters_is_passed_over() =>
        Assert.Equal("A04", Assert.Single(AdmitLate.NextCodes(Of("A01", "A02", "a03").Trade)).Code);

    [Fact]
    public void The_station_goes_with_the_last_layer_drawn()
    {
        var contest = new Contest(Contest.Union() with { CodeLayers = 3 }, entrants: 2);
        Assert.Equal([new(1, "A03", "5 号")], AdmitLate.NextCodes(contest.Trade, "5 号")); // the second and third are not drawn yet
        contest.Apply(new CodesDrawn(Contest.TradeId, 2, null, [new(Contest.E(1), "B01"), new(Contest.E(2), "B02")]));

        Assert.Equal([new(1, "A03"), new(2, "B03", "5 号")], AdmitLate.NextCodes(contest.Trade, "5 号"));
        Assert.Empty(AdmitLate.NextCodes(new Contest(Contest.Union() with { CodeLayers = 0 }, entrants: 2).Trade, "5 号"));
    }

    [Fact]
    public void What_is_written_is_written_down_without_blanks_and_a_blank_station_is_none()
    {
        var e = Of("A01").Accept<LateEntrantAdmitted>(Ask(Of("A01"), station: " "));

        Assert.Equal(("漏报", "A1", "C1", null), (e.Reason, e.By, e.SecondPerson, e.Codes[0].Station));
        Assert.Equal("工位", Of("A01").Accept<LateEntrantAdmitted>(Ask(Of("A01"), station: " 工位 ")).Codes[0].Station);
        Assert.IsType<Decision.Append>(Ask(Of("A01"), station: new string('长', 20)));
    }

    [Fact]
    public void A_station_or_an_exam_number_that_nobody_has_is_free()
    {
        var contest = Of("A01", "A02");
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { ExamNumber = "001" }]))
            .Apply(new LateEntrantAdmitted(_late with { Id = new("E8") }, [new(1, "A08", "8 号")], "漏报", "A1", "C1"));

        Assert.Equal("8 号 已有人", Refused(Refusal.StationTaken, Ask(contest, station: "8 号")).Message.ToString());
        Assert.IsType<Decision.Append>(Ask(contest, station: "9 号"));
        Assert.Equal("准考证号 001 已有人用", Refused(Refusal.ExamNumber, Ask(contest, _late with { ExamNumber = "001" })).Message.ToString());
        Assert.IsType<Decision.Append>(Ask(contest, _late with { ExamNumber = "002" }));
    }

    [Fact]
    public void A_new_organization_comes_along()
    {
        var person = _late with { Organization = new("o2") };

        Refused(Refusal.NoSuchOrganization, Ask(Of("A01"), person, organizations: [new(new("o3"), "丙厂")]));
        var e = Of("A01").Accept<LateEntrantAdmitted>(Ask(Of("A01"), person, organizations: [new(new("o3"), "丙厂"), new(new("o2"), "乙厂")]));
        Assert.Equal(2, e.Organizations!.Count);
    }

    [Fact]
    public void Nobody_comes_to_a_trade_there_is_not_and_nobody_comes_twice()
    {
        Refused(Refusal.NoSuchTrade, Ask(Of("A01"), _late with { Trade = new("none") }));
        var contest = Of("A01");
        contest.Accept<LateEntrantAdmitted>(Ask(contest));
        Refused(Refusal.Taken, Ask(contest));
        contest.Apply(new EntrantRemoved(_late.Id, "走了"));
        Refused(Refusal.Taken, Ask(contest)); // an id nobody has had
    }

    [Fact]
    public void Both_may_be_first_and_each_has_another_office()
    {
        Assert.IsType<Decision.Append>(AdmitLate.Decide(Of("A01").State, _officer, _admin, _late, null, "漏报"));
        Refused(Refusal.OneOffice, AdmitLate.Decide(Of("A01").State, _officer, _officer with { Id = "C2" }, _late, null, "漏报"));
        Refused(Refusal.TwoPeople, AdmitLate.Decide(Of("A01").State, _officer, _admin with { Id = " " }, _late, null, "漏报"));
        Refused(Refusal.WrongRole, AdmitLate.Decide(Of("A01").State, _admin, new(Role.Clerk, "K1", Contest.Here), _late, null, "漏报"));
    }
}
