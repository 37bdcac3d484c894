using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>What one kind of list may hold, and what words mean in it.</summary>
/// <param name="IsHead">Whether a row with these fields can be its header.</param>
/// <param name="Lacking">What to say of a file without one.</param>
/// <param name="Used">Fields it takes; columns of others are named and passed over.</param>
/// <param name="Answers">The organizer's answers so far, by question; what was decided of header words before is among them.</param>
/// <param name="Own">Words that mean a field in this list only: a module's name above its marks.</param>
/// <param name="Not">A header with one of these words is none of this list's.</param>
public sealed record ListShape(
    Func<IReadOnlySet<ListField>, bool> IsHead, string Lacking, IReadOnlySet<ListField> Used, IReadOnlyDictionary<string, string> Answers,
    IReadOnlyDictionary<string, ListField>? Own = null, IReadOnlyList<string>? Not = null)
{
    /// <summary>What the contest calls its trades.</summary>
    public string TradeWord { get; init; } = Core.Definition.TradeWord.Usual;

    /// <summary>Begins the question what a header word means.</summary>
    public const string Header = "表头:";

    /// <summary>The answer that a column is none of ours.</summary>
    public const string Unused = "-";

    /// <param name="Field">Null: decided that the column is not used.</param>
    public sealed record Decision(ListField? Field);

    /// <summary>Null: nobody decided.</summary>
    public Decision? Decided(string header) =>
        Answers.TryGetValue(Header + ListHeaders.Bare(header), out var given)
            ? new Decision(Enum.TryParse<ListField>(given, out var field) ? field : null)
            : null;

    public ListField? Recognize(string text) =>
        text.Length is 0 or > 60 ? null
        : Decided(text) is { } decided ? decided.Field
        : Own?.TryGetValue(ListHeaders.Bare(text), out var own) == true ? own
        : Not?.Any(w => text.Contains(w, StringComparison.Ordinal)) == true ? null
        : ListHeaders.Recognize(text);
}
