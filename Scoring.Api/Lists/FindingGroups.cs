namespace Scoring.Api.Lists;

/// <summary>One finding at its place.</summary>
/// <param name="Row">Null: about the whole table.</param>
public sealed record PlacedFinding(ListTable Table, ListRow? Row, Finding Finding);

/// <summary>Findings that are called the same.</summary>
/// <param name="Places">All of them, in the list's order.</param>
public sealed record FindingGroup(string What, IReadOnlyList<PlacedFinding> Places)
{
    public Finding First => Places[0].Finding;

    public bool Error => Places.Any(p => p.Finding.Error);

    public bool Note => Places.All(p => p.Finding.Note || p.Finding.Choice?.Given is not null);

    /// <summary>One question for all; null: none, or each has its own.</summary>
    public Choice? Choice => First.Choice is { } choice && Places.All(p => p.Finding.Choice?.Key == choice.Key) ? choice : null;
}

/// <summary>All findings of a list: none cut off, equal ones together (errors, questions, warnings, notes).</summary>
public sealed record FindingGroups(IReadOnlyList<FindingGroup> Groups, int Errors, int Questions, int Warnings)
{
    public static FindingGroups Of(ListImport import)
    {
        var placed = import.Tables.SelectMany(t => t.Findings.Select(f => new PlacedFinding(t, null, f)))
            .Concat(import.Lines.SelectMany(r => r.Findings.Select(f => new PlacedFinding(r.Table, r, f)))).ToList();
        var questions = placed.Where(p => p.Finding is { Error: false, Choice.Asks: true }).Select(p => p.Finding.Choice!.Key).Distinct(StringComparer.Ordinal).Count();
        return new FindingGroups(
            [.. placed.GroupBy(p => p.Finding.Group, StringComparer.Ordinal).Select(g => new FindingGroup(g.Key, [.. g]))
                .OrderBy(g => g.Error ? 0 : g.First.Choice is { Asks: true } ? 1 : g.Note ? 3 : 2)],
            placed.Count(p => p.Finding.Error), questions, placed.Count(p => p.Finding.Warns && p.Finding.Choice is not { Asks: true }));
    }
}
