using System.Text;
using Scoring.Core.Certificates;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files;

/// <summary>Export then import changes nothing.</summary>
public class ExportTests
{
    [Theory]
    [InlineData("yindubei.json")]
    [InlineData("yindubei-marked.json")]
    [InlineData("templates/college.json")]
    [InlineData("templates/company-kpi.json")]
    public void A_file_imported_and_exported_is_the_same_but_for_phases_spelled_out(string name)
    {
        var file = Examples.Read(name);

        Assert.Equal(Text(file with { Progress = null }), Text(Export(file) with { Progress = null }));
        Assert.Equal(Text(Export(file)), Text(Export(Export(file))));
    }

    [Fact] // R-K11, R-K14, R-K15
    public void What_stands_beside_an_entrant_survives()
    {
        var file = Examples.Read("yindubei.json");
        var team = file.Entrants![0] with
        {
            Members = ["甲", "乙"], MemberRoles = ["队长", ""], Work = "小车", Tags = new Dictionary<string, string> { ["组别"] = "学生组" },
                From = new EarlierStage("市赛", 2, 92.35m),
        };
        file = file with { Entrants = [team, .. file.Entrants.Skip(1)] };

        var read = CompetitionFileReader.Read(CompetitionFileWriter.Write(Export(file)));
        Assert.Empty(read.Problems);
        Assert.Equal(Text(file with { Progress = null }), Text(read.File! with { Progress = null }));
    }

    [Fact]
    public void Every_decision_survives()
    {
        var file = Examples.Read("yindubei-marked.json");
        var (dg, qg) = (new Core.Definition.TradeId("dg"), new Core.Definition.TradeId("qg"));
        file = file with
        {
            Progress =
            [
                new(
                    dg, Phase.Publicity, Core.Definition.Visibility.Named, ["seed 1"], [new(new("A"), Role.HeadJudge, "Z2", "M0 0")], "Z2",
                    new("seed 2", [new("dg01")], [new("dg02")], [new(new("dg01"), true, "S1"), new(new("dg02"), false, "S1", "抄录有误"), new(new("dg02"), true, "Z2")], new("Z2", "S1")),
                    [new(1, "Z2", "S1")], [new([new("dg05"), new("dg06")], "加试")], [new("二等奖", [new("dg05")], "组委会议定", [new("dg05"), new("dg06")])], "admin",
                    [new(1, new("dg03"), "领队", "复核成绩", DateTimeOffset.UnixEpoch, "T1", true, "已更正"), new(2, new("dg04"), "领队", "用时有误", DateTimeOffset.UnixEpoch)],
                    new("admin", [new(new("dg01"), "技术能手")]),
                    [
                        new(new("dg01"), new("YDB2026-DG-001", "荣誉证书", "张志远", null, "电工", "一等奖", "殷都杯", ["安阳市总工会"], new(2026, 4, 23)), "qr"),
                        new(new("judge:J05"), new("YDB2026-DG-002", "感谢状", "李守信", null, "电工", "裁判员", "殷都杯", ["安阳市总工会"], new(2026, 4, 23), CertificateKind.Thanks), "qr", "YDB2026-DG-000"),
                    ],
                    [new("YDB2026-DG-001", "姓名更正")]),
                new(qg, Phase.Review, Core.Definition.Visibility.Hidden),
                .. file.Progress!.Skip(3).Prepend(file.Progress![0]),
            ],
        };
        file = file with { Progress = [file.Progress[2], file.Progress[0], file.Progress[1], .. file.Progress.Skip(3)] };

        Assert.Empty(CompetitionFileReader.Read(CompetitionFileWriter.Write(file)).Problems);
        Assert.Equal(Text(file), Text(Export(file)));
    }

    [Fact]
    public void Sheets_of_a_judge_who_left_keep_their_seat_and_the_results()
    {
        var file = Examples.Read("yindubei-marked.json");
        var state = Computation.Fold(file);
        var before = Page(file);
        state.Apply(state.Version + 1, DateTimeOffset.UnixEpoch, "system", new JudgeDismissed(new("J05"), "身体不适"));

        var exported = FileExport.Of(state, _ => null);

        Assert.Equal(2, exported.FormerSeats!.Count);
        Assert.DoesNotContain(exported.Judges!, j => j.Id.Value == "J05");
        Assert.Empty(CompetitionFileReader.Read(CompetitionFileWriter.Write(exported)).Errors);
        var after = Computation.Fold(exported);
        Assert.Equal(state.Trade(new("dg"))!.Standings().Rows.Select(r => (r.Result.Entrant, r.Rank, r.Result.Total)), after.Trade(new("dg"))!.Standings().Rows.Select(r => (r.Result.Entrant, r.Rank, r.Result.Total)));
        Assert.Contains("3 号", before, StringComparison.Ordinal);
    }

    [Fact]
    public void Clerks_figures_corrections_times_and_withdrawn_violations_survive()
    {
        var college = Examples.Read("templates/college.json");
        var file = college with
        {
            Organizations = [new(new("u1"), "一中")],
            Entrants = [new(new("e1"), "甲", new("u1"), new("wl"), ["101", "", "P7"], "3 号机位"), new(new("e2"), "乙", new("u1"), new("wl"), Status: EntrantStatus.Absent, StatusReason: "缺考")],
            Marks =
            [
                new(
                    new("e1"),
                    [new(new("LL"), Figures: [new("L1", 80m), new("L2", 81m)], Resolved: new("Z1", 81m, "看卷")), new(new("A"), Time: new(3600, 120, DateTimeOffset.UnixEpoch, "设备故障"))],
                    [new(2, "X1", "现场裁判", "离位", ViolationOutcome.Warning), new(1, "X1", "现场裁判", "误记", ViolationOutcome.Deduction, new("A"), 1m, null, "记错人")]),
            ],
            Progress = [new(new("wl"), Phase.Scoring)],
        };

        Assert.Equal(Text(file), Text(Export(file)));
        var corrected = file with { Marks = [file.Marks![0] with { Modules = [new(new("LL"), Figures: [new("L1", 80m), new("L2", 80m)], Resolved: new("Z1", 82m, "漏加一题", true))] }] };
        Assert.Equal(Text(corrected), Text(Export(corrected)));
    }

    private static CompetitionFile Export(CompetitionFile file) => FileExport.Of(Computation.Fold(file), PersonalData.FromJson);

    private static string Text(CompetitionFile file) => Encoding.UTF8.GetString(CompetitionFileWriter.Write(file));

    private static string Page(CompetitionFile file) => ComputedPage.Of(Computation.Of(file));
}
