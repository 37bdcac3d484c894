using Scoring.Core.Sayings;

namespace Scoring.Core.Definition;

/// <summary>What a contest calls its trades: 工种, 赛项, 项目 … The one home of that word; every sentence that needs it asks here.</summary>
public static class TradeWord
{
    /// <summary>Where the contest says nothing else.</summary>
    public const string Usual = "工种";

    // Stands for the contest itself where organizers write their own sentences.
    private const string Contest = "比赛";

    /// <summary>Chinese characters of a word.</summary>
    public const int Longest = 6;

    /// <summary>What an organizer is offered first.</summary>
    public static IReadOnlyList<string> Offered { get; } = [Usual, "赛项", "项目", "竞赛项目", "职业"];

    public static string Of(Competition? contest) => contest?.TradeWord ?? Usual;

    /// <summary>A fixed text of the program as the contest says it; never what people typed, which may hold the word anyway.</summary>
    public static string In(string text, string word) => text.Replace(Usual, word, StringComparison.Ordinal);

    /// <summary>Null: it can be used.</summary>
    public static Saying? Fault(string? word) =>
        word is null || (word.Length is > 0 and <= Longest && word != Contest && word.All(c => c is >= '一' and <= '鿿')) ? null
        : (Saying)$"“{word}”不能用来称呼{Usual}，请写一至{Longest}个汉字，例如 赛项";
}
