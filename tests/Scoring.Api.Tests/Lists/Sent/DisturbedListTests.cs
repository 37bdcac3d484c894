using Scoring.Api.Lists;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>However a list is disturbed: the same people, or the cell that was not understood; never a wrong person in silence.
/// SCORING_TEST_ALL=1: 10,000 lists, else 300.</summary>
public sealed class DisturbedListTests
{
    private static readonly int Lists = Environment.GetEnvironmentVariable("SCORING_TEST_ALL") == "1" ? 10_000 : 300;

    [Fact]
    public void A_disturbed_list_gives_the_same_people_or_names_the_cell()
    {
        var wrong = new List<string>();
        for (var seed = 0; seed < Lists && wrong.Count < 20; seed++)
        {
            if (Wrong(seed) is { } what)
            {
                wrong.Add($"{seed}: {what}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Wrong(int seed)
    {
        var list = new DisturbedList(seed);
        var contest = new SentContest("电工", "钳工", "数控车工");
        EntrantImport import;
        try
        {
            import = contest.People(list.File(), "名单." + list.Kind);
        }
        catch (UnreadableFileException e)
        {
            return $"{list.Kind} unreadable: {e.Message}";
        }

        var read = import.Rows.Where(r => r.Good && r.Entrant is not null)
            .Select(r => DisturbedList.Of(r.Entrant!, contest.State.Trade(r.Entrant!.Trade)!.Definition.Name)).ToList();
        var blocked = import.Rows.SelectMany(r => r.Findings.Where(f => f.Error).Select(f => $"{r.Table.Sheet.Name}!{f.Cell}"))
            .Concat(import.Tables.SelectMany(t => t.Findings.Where(f => f.Blocks).Select(f => $"{t.Sheet.Name}!{f.Cell} {f.What}"))).ToHashSet();
        return read.Except(list.Expected).FirstOrDefault() is { } stranger ? $"{list.Kind} a wrong person: {stranger}; expected {string.Join(" ; ", list.Expected)}"
            : list.Expected.Except(read).FirstOrDefault() is { } lost ? $"{list.Kind} lost {lost}; {string.Join(' ', blocked)}; {string.Join('；', import.Tables.SelectMany(t => t.Notes))}"
            : list.Damaged.Except(blocked).FirstOrDefault() is { } unsaid ? $"{list.Kind} not said: {unsaid}; said {string.Join(' ', blocked)}"
            : blocked.Except(list.Damaged).FirstOrDefault() is { } alarm ? $"{list.Kind} a false alarm: {alarm} {SentContest.Words(import).ReplaceLineEndings(" ; ")}"
            : null;
    }
}
