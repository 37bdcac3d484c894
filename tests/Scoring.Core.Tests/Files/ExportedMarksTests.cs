using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Files;

/// <summary>Of what happened to a mark the file keeps what counts.</summary>
public class ExportedMarksTests
{
    [Fact]
    public void Of_one_clerks_figures_the_last_counts_and_of_two_clerks_both()
    {
        var union = Fold("union");
        Apply(union, new ModuleMarkEntered(new("qg1"), new("LL"), "L1", 61m), new ModuleMarkEntered(new("qg1"), new("LL"), "L2", 62m));
        Assert.Equal([new FileFigure("L2", 62m)], Module(union, "qg1", "LL").Figures!);

        Assert.Equal(["L1", "L2"], Module(Fold("college"), "wl1", "LL").Figures!.Select(f => f.Clerk));
    }

    [Fact]
    public void A_sheet_sent_back_keeps_the_reason_until_it_comes_in_again()
    {
        var state = Fold("union");
        var sheet = Module(state, "qg1", "A").Sheets![0];
        Apply(state, new SheetReturned(new("qg1"), new("A"), sheet.Judge, "漏签"));
        Assert.Equal("漏签", Module(state, "qg1", "A").Sheets![0].Returned);

        Apply(state, new SheetSubmitted(new("qg1"), new("A"), sheet.Judge, sheet.Marks, 0));
        Assert.Null(Module(state, "qg1", "A").Sheets![0].Returned);
    }

    [Fact]
    public void An_absence_without_a_reason_says_so()
    {
        var state = Fold("union");
        Apply(state, new StatusChanged(new("qg1"), EntrantStatus.Absent, " "), new StatusChanged(new("qg2"), EntrantStatus.Absent, "病假"));

        Assert.Equal(["未注明", "病假", null], Export(state).Entrants!.Take(3).Select(e => e.StatusReason));
    }

    [Fact]
    public void Codes_keep_their_layer_and_end_with_the_last_that_is_drawn()
    {
        var file = MarkedTemplate.Of("college");
        var drawn = file with { Marks = null, Entrants = [file.Entrants![0] with { Codes = ["", "N1"] }, file.Entrants[1] with { Codes = ["101"] }, file.Entrants[2] with { Codes = null }] };

        Assert.Equal([["", "N1"], ["101"], null], Export(Computation.Fold(drawn)).Entrants!.Select(e => e.Codes));
    }

    [Fact]
    public void Seeds_keep_their_layer()
    {
        var file = MarkedTemplate.Of("college");

        Assert.Equal(["", "", "seed 3"], Export(Computation.Fold(file with { Progress = [new(new("wl"), DrawSeeds: ["", "", "seed 3"])] })).Progress![0].DrawSeeds!);
        Assert.Equal(["seed 1", "", "seed 3"], Export(Computation.Fold(file with { Progress = [new(new("wl"), DrawSeeds: ["seed 1", "", "seed 3"])] })).Progress![0].DrawSeeds!);
    }

    [Fact]
    public void Personal_data_stays_out_where_its_key_is_gone()
    {
        var state = Computation.Fold(Examples.Read("yindubei.json"));

        Assert.Contains(FileExport.Of(state, PersonalData.FromJson).Entrants!, e => e.Personal is not null);
        Assert.All(FileExport.Of(state, _ => null).Entrants!, e => Assert.Null(e.Personal));
    }

    [Fact]
    public void Before_a_contest_is_defined_there_is_nothing_to_export() =>
        Assert.Throws<InvalidOperationException>(() => Export(Folding.Begin()));

    private static CompetitionState Fold(string template) => Computation.Fold(MarkedTemplate.Of(template));

    private static CompetitionFile Export(CompetitionState state) => FileExport.Of(state, PersonalData.FromJson);

    private static ModuleMarks Module(CompetitionState state, string entrant, string module) =>
        Export(state).Marks!.Single(m => m.Entrant.Value == entrant).Modules!.Single(m => m.Module == new ModuleId(module));

    private static void Apply(CompetitionState state, params Core.Ledger.LedgerEvent[] events)
    {
        foreach (var e in events)
        {
            state.Apply(state.Version + 1, DateTimeOffset.UnixEpoch, "system", e);
        }
    }
}
