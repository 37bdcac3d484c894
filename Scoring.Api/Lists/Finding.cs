namespace Scoring.Api.Lists;

/// <summary>Something about one cell, a row or a whole table.</summary>
/// <param name="Cell">e.g. C6; of what is no cell, the row.</param>
/// <param name="Choice">What the organizer may decide here; null: nothing to decide.</param>
/// <param name="Note">Worth knowing, nothing to do.</param>
/// <param name="Kind">What findings of this sort are called together; null: as this one.</param>
public sealed record Finding(
    string Cell, bool Error, string What, string Advice, Choice? Choice = null, bool Note = false, string? Kind = null)
{
    /// <summary>As long as it blocks, not even good rows are taken: it is about the list as such.</summary>
    public bool Whole { get; init; }

    /// <summary>Equal ones are shown as one with a count.</summary>
    public string Group => Kind ?? What;

    /// <summary>Keeps its row from being taken.</summary>
    public bool Blocks => Error || Choice is { Asks: true };

    /// <summary>Worth a look and not decided yet.</summary>
    public bool Warns => !Error && !Note && Choice?.Given is null;
}

/// <summary>A question with a few answers.</summary>
/// <param name="Given">The chosen option's value; null: not answered yet.</param>
/// <param name="Open">Whether the row waits for the answer.</param>
public sealed record Choice(IReadOnlyList<Option> Options, string? Given, bool Open = true)
{
    /// <summary>What it is about; the answer holds for every row with the same question.</summary>
    public string Key => Options[0].Key;

    public bool Asks => Open && Given is null;
}

/// <param name="Key">Under which the answer is kept.</param>
public sealed record Option(string Key, string Value, string Words);
