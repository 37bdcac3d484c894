using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>R-B5, R-G2: what one judge's sheet comes to, also when it does not fit the definition any more.</summary>
public sealed class SheetFiguresTests
{
    private static readonly ModuleSheet Sheet = new(Contest.Module(
        "P", MarkingMethod.Panel, Contest.Points("a", 10m), new JudgementAspect(new("j"), "外观", 9m, ["差", "达标", "良", "优"]), Contest.Points("b", 20m)));

    private static SheetFigures Of(params (string Aspect, decimal Mark)[] marks) => SheetFigures.Of(Sheet, Contest.Marks(marks));

    [Fact]
    public void Judgement_is_in_the_total_and_not_in_what_the_panel_averages()
    {
        var figures = Of(("a", 8m), ("j", 2m), ("b", 15.5m));

        Assert.Equal((29.5m, 23.5m, null), (figures.Total, figures.PanelTotalWith(0m), figures.Flaw));
        Assert.Equal(["a 8.00", "j 6.00", "b 15.50"], figures.Aspects.Select(a => $"{a.Aspect} {Words.Mark(a.Mark)}"));
        Assert.Equal(3, figures.Aspects.Count);
        Assert.Equal("b", figures.Aspects[2].Aspect.Value);
    }

    [Fact]
    public void The_first_flaw_is_named_and_the_rest_still_counts()
    {
        var figures = Of(("a", 11m), ("j", 3m));

        Assert.Equal("a：须在 0 到 10 之间", figures.Flaw?.ToString());
        Assert.Equal((9m, 0m), (figures.Total, figures.PanelTotalWith(0m)));
        Assert.Equal("j", Assert.Single(figures.Aspects).Aspect.Value);
        Assert.Equal("a 未评", Of(("b", 21m)).Flaw?.ToString());
        Assert.Equal("b：须在 0 到 20 之间", Of(("a", 1m), ("j", 1m), ("b", 21m)).Flaw?.ToString());
        Assert.Equal("a：须在 0 到 10 之间", Of(("a", 11m), ("j", 4m), ("b", 21m)).Flaw?.ToString());
        Assert.Equal(0m, Of(("a", 11m), ("j", 4m), ("b", 21m)).Total);
    }

    [Fact]
    public void The_order_marks_stand_in_on_a_sheet_changes_nothing() => Check.One(Cases.Config(), Prop.ForAll(
        Gen.Choose(0, 22).Zip(Gen.Choose(0, 3)).Zip(Gen.Choose(0, 42)).Zip(Gen.Shuffle(new[] { 0, 1, 2 })).ToArbitrary(), x =>
        {
            var (((a, j), b), order) = x;
            (string, decimal)[] marks = [("a", a / 2m), ("j", j), ("b", b / 2m)];
            string Told(IEnumerable<(string, decimal)> typed)
            {
                var figures = Of([.. typed]);
                return $"{figures.Total} {figures.PanelTotalWith(0m)} {figures.Flaw} {string.Join(' ', figures.Aspects.Select(r => $"{r.Aspect} {r.Mark}"))}";
            }

            var read = JsonSerializer.Deserialize<IReadOnlyDictionary<AspectId, Entry>>(
                $"{{{string.Join(',', order.Select(i => $"\"{marks[i].Item1}\":\"{Words.Plain(marks[i].Item2)}\""))}}}", ScoringJson.Options)!;
            return Told(marks) == Told(order.Select(i => marks[i])) && SheetFigures.Of(Sheet, read).Total == Of(marks).Total;
        }));

    [Fact]
    public void A_sheets_full_mark_is_its_aspects_or_the_modules_where_one_figure_is_entered()
    {
        Assert.Equal((39m, 30m), (Sheet.FullMark, Sheet.PanelFullMark));
        Assert.Equal("j", Assert.Single(Sheet.Judgements).Id.Value);
        Assert.Equal(100m, new ModuleSheet(Contest.Module("T", MarkingMethod.Clerk)).FullMark);
        Assert.Equal("a", Sheet.Aspect(new("a"))!.Id.Value);
        Assert.Null(Sheet.Aspect(new("x")));
    }
}
