using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>The words of an aspect's kind, for every page and paper that shows one.</summary>
public static class AspectWords
{
    /// <summary>Names of the texts it is entered as; null: one figure.</summary>
    public static IReadOnlyList<string>? Fields(Aspect aspect) => AspectKinds.Of(aspect).Fields(aspect);

    /// <summary>The figures there are to choose from, with their words; null: any figure.</summary>
    public static IReadOnlyList<(decimal Figure, string Words)>? Choices(Aspect aspect) => AspectKinds.Of(aspect).Choices(aspect);

    /// <summary>What is typed, in a word or two beside the field: 是否, 几处, 秒.</summary>
    public static string Ask(Aspect aspect) => AspectKinds.Of(aspect).Ask(aspect);

    /// <summary>How it is marked, for whoever has only the paper.</summary>
    public static string Guide(Aspect aspect) => AspectKinds.Of(aspect).Guide(aspect);

    /// <summary>Benchmarks or bands of the paper, a line each.</summary>
    public static IReadOnlyList<string> Scale(Aspect aspect) => AspectKinds.Of(aspect).Scale(aspect);

    /// <summary>Where the paper is filled in: □ 是　□ 否, ＿＿ 处.</summary>
    public static string Blank(Aspect aspect) => AspectKinds.Of(aspect).Blank(aspect);

    /// <summary>What was entered, in words beside its mark: 是, 2 处; empty: the mark says it.</summary>
    public static string Typed(Aspect aspect, Entry entry) => AspectKinds.Of(aspect).Typed(aspect, entry);
}
